/** How a table is written. */
export interface Writing {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly hasMark: boolean;
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly escape: 'doubled' | 'backslash';
  /** Or only the fields that need it. */
  readonly quotesAll: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly endsWithLineEnd: boolean;
}

/** The bytes of a table, by a writer that shares nothing with our readers. */
export function writeTable(
  rows: readonly (readonly string[])[],
  writing: Writing,
): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => row.map((field) => fieldOf(field, row.length, writing)));
  const text = lines.map((fields) => fields.join(writing.delimiter)).join(writing.lineEnd);
  const mark = writing.hasMark ? '\uFEFF' : '';
  return encoded(`${mark}${text}${writing.endsWithLineEnd ? writing.lineEnd : ''}`, writing);
}

function fieldOf(
  field: string,
  width: number,
  { delimiter, quote, escape, quotesAll }: Writing,
): string {
  const special = `${delimiter}"'\\\r\n`;
  const isBlank = field.trim() === '' && (width === 1 || delimiter === ' ');
  if (!quotesAll && !isBlank && ![...special].some((letter) => field.includes(letter)))
    return field;
  const inside =
    escape === 'doubled'
      ? field.split(quote).join(quote + quote)
      : field.split('\\').join('\\\\').split(quote).join(`\\${quote}`);
  return quote + inside + quote;
}

function encoded(text: string, { encoding }: Writing): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const [high, low] = [unit >> 8, unit & 255];
    bytes.push(...(encoding === 'utf-16be' ? [high, low] : [low, high]));
  }
  return Uint8Array.from(bytes);
}
