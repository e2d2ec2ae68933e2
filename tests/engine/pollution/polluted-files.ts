import { orders, writeField, writeLines, writeTable, type Table } from './clean-table.ts';

/** A table to which something has happened, and what should be read all the same. */
export interface PollutedFile {
  readonly name: string;
  readonly text: string;
  readonly wanted: Table;
}

const lines = writeLines(orders);
const join = (parts: readonly string[]) => parts.map((line) => `${line}\n`).join('');
const commas = ','.repeat(orders.header.length - 1);
const small: Table = {
  header: ['상품코드', '상품명', '재고'],
  rows: [
    ['P1', '니트', '12'],
    ['P2', '양말', '40'],
    ['P3', '텀블러', '7'],
  ],
};
const file = (name: string, text: string, wanted: Table = orders): PollutedFile => ({
  name,
  text,
  wanted,
});

/** A copy of the lines with one of them changed. */
function changed(index: number, change: (fields: string[]) => string): string {
  const fields = [orders.header, ...orders.rows][index]?.map((field) => writeField(field)) ?? [];
  return join(lines.map((line, at) => (at === index ? change(fields) : line)));
}

/** What was wrong with whole files in the benchmark, on a table of our own. */
export const fileFaults: readonly PollutedFile[] = [
  file('nothing', writeTable(orders)),
  file('no line end after the last row', writeTable(orders).trimEnd()),
  file('two line ends after the last row', `${writeTable(orders)}\n`),
  file('carriage returns', writeTable(orders, { lineEnd: '\r' })),
  file('CRLF', writeTable(orders, { lineEnd: '\r\n' })),
  file(
    'all line ends mixed',
    lines.map((line, at) => line + ['\n', '\r\n', '\r'][at % 3]).join(''),
  ),
  file('semicolons', writeTable(orders, { delimiter: ';' })),
  file('tabs', writeTable(orders, { delimiter: '\t' })),
  file('bars', writeTable(orders, { delimiter: '|' })),
  file('a comma and a space', writeTable(orders, { delimiter: ', ' })),
  file('apostrophes for quotes', writeTable(orders, { quote: "'" })),
  file('quotes escaped by a backslash', writeTable(orders, { escapedQuote: '\\"' })),
  file('quotes that are not escaped', writeTable(orders, { escapedQuote: '"' })),
  file('no header', join(lines.slice(1)), { ...orders, header: [] }),
  file('a header only', `${lines[0]}\n`, { ...orders, rows: [] }),
  file('one row', join(lines.slice(0, 2)), { ...orders, rows: orders.rows.slice(0, 1) }),
  file('a padded title and a padded gap', join([`주문 현황${commas}`, commas, ...lines])),
  file('a smaller table below', join([...lines, ...writeLines(small)])),
  file(
    'a wider table below',
    join([...lines, ...writeLines(widened(orders)).map((line) => line.replace('일자', '입고일'))]),
  ),
];

function widened({ header, rows }: Table): Table {
  return { header: [...header, '비고'], rows: rows.map((row) => [...row, 'x']) };
}

/** What was wrong with single rows in the benchmark: in each line, at each column. */
export const rowFaults: readonly PollutedFile[] = lines.flatMap((_, row) =>
  orders.header.flatMap((_, column) => {
    const wanted = withQuote(row, column);
    return [
      file(
        `a delimiter too many in line ${row + 1} before column ${column + 1}`,
        changed(row, (fields) => fields.toSpliced(column, 0, '').join(',')),
      ),
      file(
        `a delimiter missing in line ${row + 1} before column ${column + 1}`,
        changed(row, (fields) => fields.join(',').replace(nthComma(fields, column), '')),
      ),
      file(
        `a stray quote in line ${row + 1} before column ${column + 1}`,
        changed(row, (fields) => fields.with(column, `"${fields[column]}`).join(',')),
        wanted,
      ),
    ];
  }),
);

function nthComma(fields: readonly string[], column: number): RegExp {
  const before = fields.slice(0, column).join(',');
  return new RegExp(`(?<=^[^]{${before.length}}),`);
}

function withQuote(row: number, column: number): Table {
  const quoted = (fields: readonly string[]) => fields.with(column, `"${fields[column]}`);
  if (row === 0) return { ...orders, header: quoted(orders.header) };
  return { ...orders, rows: orders.rows.with(row - 1, quoted(orders.rows[row - 1] ?? [])) };
}

const sales: Table = {
  header: ['영업일자', '영수건수', '총매출액', '실매출액'],
  rows: Array.from({ length: 12 }, (_, day) => [
    `2026-11-${String(day + 1).padStart(2, '0')}`,
    String(80 + day * 7),
    `${1 + (day % 3)},${String(100 + day * 31).padStart(3, '0')},000`,
    `${900 + day},000`,
  ]),
};
const salesLines = writeLines(sales);
const total = '합계,1500,"20,000,000","11,000,000"';

/** What Korean tills, shops and back offices write. */
export const koreanFaults: readonly PollutedFile[] = [
  file(
    'a till: three titles, a gap, a total',
    join([
      '일자별 매출 현황,,,',
      '매장명 : 강남점,,,',
      '조회기간,2026-11-01,2026-11-12,',
      ',,,',
      ...salesLines,
      total,
    ]),
    sales,
  ),
  file(
    'a till: titles that are not padded, remarks below',
    join(['매출 현황', '출력일시: 2026-11-30 10:00', '', ...salesLines, total]),
    sales,
  ),
  file('a sep= line', `sep=;\r\n${writeTable(sales, { delimiter: ';', lineEnd: '\r\n' })}`, sales),
  file('a delimiter at the end of every line', join(salesLines.map((line) => `${line},`)), {
    header: [...sales.header, ''],
    rows: sales.rows.map((row) => [...row, '']),
  }),
  file(
    'pages that were pasted together: the header again and again',
    join([
      ...salesLines.slice(0, 5),
      ...salesLines.slice(0, 1),
      ...salesLines.slice(5, 9),
      ...salesLines.slice(0, 1),
      ...salesLines.slice(9),
    ]),
    sales,
  ),
  file(
    'subtotals between the rows',
    join([
      ...salesLines.slice(0, 6),
      '소계,500,"6,000,000","4,000,000"',
      ...salesLines.slice(6),
      '소 계,500,"6,000,000","4,000,000"',
      '총합계,1,2,3',
    ]),
    sales,
  ),
  file(
    'a header of two rows, the upper one merged',
    join([
      ',2026년 매출,,',
      '지점,1월,2월,3월',
      ...['강남', '종로', '부산', '제주'].map(
        (name, at) => `${name},${at + 1}00,${at + 2}00,${at + 3}00`,
      ),
    ]),
    {
      header: ['지점', '2026년 매출 1월', '2026년 매출 2월', '2026년 매출 3월'],
      rows: ['강남', '종로', '부산', '제주'].map((name, at) => [
        name,
        `${at + 1}00`,
        `${at + 2}00`,
        `${at + 3}00`,
      ]),
    },
  ),
  file(
    'a header of two rows, titles beside groups',
    join([
      '거래처,2026년,,2025년,',
      ',수량,금액,수량,금액',
      ...['가나상사', '다라유통', '마바물산'].map(
        (name, at) => `${name},${at + 5},${at}00,${at + 3},${at}50`,
      ),
    ]),
    {
      header: ['거래처', '2026년 수량', '2026년 금액', '2025년 수량', '2025년 금액'],
      rows: ['가나상사', '다라유통', '마바물산'].map((name, at) => [
        name,
        `${at + 5}`,
        `${at}00`,
        `${at + 3}`,
        `${at}50`,
      ]),
    },
  ),
  file(
    'two tables with titles of their own',
    join([
      '[일자별],,,',
      ...salesLines,
      ',,,',
      '[상품별],,,',
      ...writeLines(small).map((line) => `${line},`),
    ]),
    sales,
  ),
  file(
    'a summary above the table that is meant',
    join(['구분,값', '총건수,60', '총금액,1000', '', ...lines]),
  ),
  file(
    'remarks',
    join([
      '# 내보낸 시스템: POS',
      ...salesLines.slice(0, 4),
      '# 중간 점검',
      ...salesLines.slice(4),
    ]),
    sales,
  ),
  file(
    'columns aligned with spaces',
    join(
      [sales.header, ...sales.rows].map((row) =>
        row
          .map((field) => field.padEnd(14))
          .join('')
          .trimEnd(),
      ),
    ),
    sales,
  ),
];
