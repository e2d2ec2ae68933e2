/** A table as it was before anything happened to it. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const goods = ['니트 (아이보리, M)', '27" 모니터', "Men's Boots", '양말 "두꺼운" 울', "텀블러 8'9"];
const regions = ['서울', '부산', '대구', '제주'];

/** Orders of a shop: dates, times, numbers, codes, texts with delimiters and quotes in them, and an empty column. */
export const orders: Table = {
  header: ['일자', '시각', '수량', '주문번호', '금액', '지역', '상품명', '주소', '메모'],
  rows: Array.from({ length: 60 }, (_, row) => [
    `2026-11-${String(1 + (row % 28)).padStart(2, '0')}`,
    `${String(row % 24).padStart(2, '0')}:15`,
    String((row * 7) % 10),
    `MG-${8000 + row * 13}`,
    `₩${(row * 4567) % 90_000}`,
    regions[row % 4] as string,
    `${goods[row % 5]}, ${row}번`,
    `https://shop.example/${row}`,
    '',
  ]),
};

/** How a table is written as text. */
export interface Writing {
  readonly delimiter?: string;
  readonly quote?: string;
  /** What a quote inside quotes becomes. Default: two quotes. */
  readonly escapedQuote?: string;
  readonly lineEnd?: string;
}

/** A field as a careful writer writes it. */
export function writeField(
  field: string,
  { delimiter = ',', quote = '"', escapedQuote = quote + quote }: Writing = {},
): string {
  const needsQuotes = field.includes(delimiter) || field.includes(quote) || /[\r\n]/.test(field);
  return needsQuotes ? `${quote}${field.replaceAll(quote, escapedQuote)}${quote}` : field;
}

/** The lines of a table, the header first. */
export function writeLines({ header, rows }: Table, writing: Writing = {}): string[] {
  const { delimiter = ',' } = writing;
  return [header, ...rows].map((row) =>
    row.map((field) => writeField(field, writing)).join(delimiter),
  );
}

/** A table as text. */
export function writeTable(table: Table, writing: Writing = {}): string {
  const { lineEnd = '\n' } = writing;
  return writeLines(table, writing)
    .map((line) => line + lineEnd)
    .join('');
}
