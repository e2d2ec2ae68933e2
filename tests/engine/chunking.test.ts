import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { TextStream } from '#engine/csv/decode-text.ts';
import { plainDialect, plainLayout, type Dialect, type Layout } from '#core/import/dialect.ts';
import { RowReader } from '#core/import/row-reader.ts';
import { openRowReader, type FileRow } from '#engine/csv/parse-records.ts';
import { TableReader } from '#engine/import/table-reader.ts';
import { runs } from '../property-runs.ts';

/** Any text made of what matters to a table: quotes, delimiters, every line end, letters of 1 to 4 bytes. */
const tableText = fc
  .array(fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', 'a', '1', 'é', '가', '😀', '\uFFFD'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

function readInPieces(
  bytes: Uint8Array,
  cuts: readonly number[],
  reader: RowReader | TableReader = openRowReader(plainDialect),
): FileRow[] {
  const text = new TextStream('utf-8');
  const rows: FileRow[] = [];
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  places.sort((one, other) => one - other);
  for (let index = 1; index < places.length; index++) {
    rows.push(...reader.push(text.push(bytes.subarray(places[index - 1], places[index]))));
  }
  rows.push(...reader.push(text.end()), ...reader.end());
  return rows;
}

describe('reading a table in chunks', () => {
  it('gives the same rows and lines however the bytes are cut', () => {
    fc.assert(
      fc.property(tableText, fc.array(fc.nat(), { maxLength: 8 }), (content, cuts) => {
        const bytes = new TextEncoder().encode(content);
        expect(readInPieces(bytes, cuts)).toEqual(readInPieces(bytes, []));
      }),
      runs(2000),
    );
  });

  it('gives the same header, and every other line as a row or for a reason, however the bytes are cut', () => {
    fc.assert(
      fc.property(tableText, fc.array(fc.nat(), { maxLength: 8 }), (content, cuts) => {
        const bytes = new TextEncoder().encode(content);
        const whole = new TableReader(plainDialect, plainLayout);
        const cut = new TableReader(plainDialect, plainLayout);
        const rows = readInPieces(bytes, [], whole);
        expect(readInPieces(bytes, cuts, cut)).toEqual(rows);
        expect(cut.header).toEqual(whole.header);
        expect(cut.lines).toEqual(whole.lines);
        const { total, header, continued } = whole.lines;
        expect(header + rows.length + continued).toBe(total);
        const ofTable = rows.filter(({ aside }) => aside === null);
        if (whole.header?.titles.length !== 1) {
          expect(ofTable.filter(({ isBlank }) => isBlank)).toEqual([]);
        }
        expect(ofTable.at(-1)?.isBlank ?? false).toBe(false);
      }),
      runs(1000),
    );
  });

  it('gives the same rows when every byte comes alone', () => {
    fc.assert(
      fc.property(tableText, (content) => {
        const bytes = new TextEncoder().encode(content);
        const everywhere = Array.from(bytes, (_, index) => index);
        expect(readInPieces(bytes, everywhere)).toEqual(readInPieces(bytes, []));
      }),
      runs(500),
    );
  });

  it('reads back what a writer of tables wrote, with the physical line of each row', () => {
    const field = fc
      .array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', '가', ' '), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, newline) => {
        const content = Papa.unparse(rows, { newline, quotes: true });
        const read = readInPieces(new TextEncoder().encode(content), []);
        expect(read.map(({ fields }) => fields)).toEqual(rows);
        let line = 1;
        rows.forEach((fields, index) => {
          expect(read[index]?.line).toBe(line);
          line += 1 + (fields.join('').match(/\n/g)?.length ?? 0);
        });
      }),
      runs(500),
    );
  });

  it('gives the same table in any dialect and layout, however the text is cut and whoever cuts the fields', () => {
    const dialect = fc.record<Dialect>({
      delimiter: fc.constantFrom(',', ';', '\t', ' ', '; '),
      isRepeated: fc.boolean(),
      quote: fc.constantFrom('"', "'", 'none'),
      escape: fc.constantFrom('doubled', 'backslash'),
      comment: fc.constantFrom(null, '#'),
    });
    const layout = fc.record<Layout>({
      headerLine: fc.integer({ min: 1, max: 3 }),
      headerRows: fc.integer({ min: 0, max: 2 }),
      totalRows: fc.constantFrom('reject', 'keep'),
      endLine: fc.constantFrom(null, 4, 6),
    });
    const parts = [
      '"',
      "'",
      '\\',
      ',',
      ';',
      '; ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '#',
      'a',
      '가',
      '합계',
      'Total',
      '1',
    ];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, dialect, layout, (content, ofDialect, ofLayout) => {
        const whole = new TableReader(ofDialect, ofLayout);
        const rows = [...whole.push(content), ...whole.end()];
        const cut = new TableReader(ofDialect, ofLayout);
        expect([...[...content].flatMap((letter) => cut.push(letter)), ...cut.end()]).toEqual(rows);
        expect(cut.header).toEqual(whole.header);
        const fast = openRowReader(ofDialect, ofLayout.headerLine);
        const own = new RowReader(ofDialect, ofLayout.headerLine);
        expect([...own.push(content), ...own.end()]).toEqual([
          ...fast.push(content),
          ...fast.end(),
        ]);
      }),
      runs(3000),
    );
  });

  it('gives up a quote after 65,536 characters at the same place in any cut', () => {
    const content = `a,b\n"never,closed\n${'1,2\n'.repeat(40_000)}x,"y"\n`;
    const bytes = new TextEncoder().encode(content);
    const whole = readInPieces(bytes, []);
    expect(whole[1]).toEqual({
      line: 2,
      fields: ['"never,closed'],
      isBroken: true,
      isBlank: false,
      aside: null,
    });
    expect(whole).toHaveLength(40_003);
    for (const size of [1000, 65_536, 70_001]) {
      const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => at * size);
      expect(readInPieces(bytes, cuts)).toEqual(whole);
    }
  });
});
