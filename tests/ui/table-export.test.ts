import { describe, expect, it } from 'vitest';
import { tableAsCsv, tableAsHtml, tableAsTabs, type TableExport } from '#ui/table-export.ts';

const table: TableExport = {
  rows: [
    ['휴면기간', '상', '계'],
    ['장기 <6+>', 501, 4502.5],
    ['=1+1', null, -3],
  ],
  headerRows: 1,
  headerColumns: 1,
};

describe('a table to take along', () => {
  it('is a file with byte order mark and CRLF, in which text is no formula and a number stays one', async () => {
    const bytes = new Uint8Array(await tableAsCsv(table).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      "휴면기간,상,계\r\n장기 <6+>,501,4502.5\r\n'=1+1,,-3\r\n",
    );
  });

  it('quotes separators, quotes and line breaks in a file', async () => {
    const rows = [['a,b', 'say "yes"', 'two\nlines']];
    const file = await tableAsCsv({ rows, headerRows: 0, headerColumns: 0 }).text();
    expect(file).toContain('"a,b","say ""yes""","two\nlines"');
  });

  it('is a real table in HTML, with header cells, and markup in a name stays text', () => {
    const html = tableAsHtml(table);
    expect(html).toContain('<tr><th>휴면기간</th><th>상</th><th>계</th></tr>');
    expect(html).toContain('<th>장기 &lt;6+&gt;</th><td align="right">501</td>');
  });

  it('is tab-separated text, one row per line whatever is in a cell', () => {
    const rows = [['a\tb', 'c\nd', 2]];
    expect(tableAsTabs({ rows, headerRows: 0, headerColumns: 0 })).toBe('a b\tc d\t2');
    expect(tableAsTabs(table).split('\r\n')).toHaveLength(3);
  });
});
