import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../property-runs.ts';
import { openEngine, value } from './open-engine.ts';
import { writeTable, type Writing } from './write-table.ts';

const engine = openEngine();
const between = (min: number, max: number) => fc.integer({ min, max });
const two = (number: number) => String(number).padStart(2, '0');
const day = fc.tuple(between(2020, 2025), between(1, 12), between(1, 28));
const mayBeBlank = (texts: readonly string[]) => fc.constantFrom(...texts, '', '');

/** What columns of customer files hold, by their headers. */
const columns: Readonly<Record<string, fc.Arbitrary<string>>> = {
  고객번호: between(0, 99_999).map((number) => `C${String(number).padStart(5, '0')}`),
  이름: fc.constantFrom('김철수', '이영희', 'Kim', "O'Neill", '최 지우'),
  지역: mayBeBlank(['서울', '부산', '서울 강남구']),
  금액: between(0, 9_999_999).map((number) => number.toLocaleString('en')),
  price: between(0, 100_000).map((number) => (number / 100).toFixed(2)),
  주문일: day.map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`),
  가입일: day.map(([year, month, date]) => `${year}. ${month}. ${date}.`),
  주문일시: day.map(([year, month, date]) => `${year}-${two(month)}-${two(date)} 09:30:00`),
  휴대폰: between(10_000_000, 99_999_999).map(
    (number) => `010-${String(number).slice(0, 4)}-${String(number).slice(4)}`,
  ),
  email: mayBeBlank(['a@b.kr', 'kim.cs@shop.co.kr']),
  메모: mayBeBlank([
    '좋아요, 또 살게요',
    '배송이\n늦음',
    '"최고"',
    'a;b',
    '#1 고객',
    '합계 문의',
    '5" 파이프',
  ]),
  동의: fc.constantFrom('Y', 'N'),
  수량: between(0, 20).map(String),
};

const tables = fc
  .uniqueArray(fc.constantFrom(...Object.keys(columns)), { minLength: 2, maxLength: 8 })
  .chain((header) => {
    // A row of nothing but delimiters is a blank line, and none of the table.
    const row = fc
      .tuple(...header.map((name) => columns[name] ?? fc.constant('')))
      .filter((cells) => cells.some((cell) => cell.trim() !== ''));
    return fc.record({
      header: fc.constant(header),
      rows: fc.array(row, { minLength: 1, maxLength: 40 }),
    });
  });

const writings: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constant('utf-8'),
  hasMark: fc.boolean(),
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  quote: fc.constant('"'),
  escape: fc.constant('doubled'),
  quotesAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  endsWithLineEnd: fc.boolean(),
});

it('a table such as shops export keeps every row, and every value has its kind, with nothing told', async () => {
  await fc.assert(
    fc.asyncProperty(tables, writings, async ({ header, rows }, writing) => {
      const bytes = writeTable([header, ...rows], writing);
      const table = value(await engine.importText(bytes, { duplicates: 'keep-all' }));
      engine.engine.database.run(`DROP TABLE ${table.name}`);
      expect(table.report?.source).toMatchObject({
        dialect: { delimiter: writing.delimiter, quote: '"' },
        layout: { headerLine: 1, headerRows: 1, endLine: null },
      });
      expect(table.columns.map(({ name }) => name)).toEqual(header);
      expect(table.report).toMatchObject({ rowsRead: rows.length, rowsKept: rows.length });
      expect(table.report?.problems.filter(({ severity }) => severity !== 'kept')).toEqual([]);
    }),
    runs(1000),
  );
});
