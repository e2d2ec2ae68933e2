import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/simulate/csv.ts';
import { columnsOf } from '#core/simulate/sample-table.ts';
import { sample } from './sample-rows.ts';

describe('toCsv', () => {
  const columns = columnsOf({ a: 'text', b: 'integer' });

  it('ends every line with CRLF and leaves missing values empty', () => {
    expect(
      toCsv({
        columns,
        rows: [
          ['x', null],
          [null, 2],
        ],
      }),
    ).toBe('a,b\r\nx,\r\n,2\r\n');
  });

  it('quotes a field only where it has to', () => {
    const rows = [
      ['1,5', 1],
      ['say "캐럿"', 2],
      ['two\nlines', 3],
      ['plain', -4],
    ];
    expect(toCsv({ columns, rows })).toBe(
      'a,b\r\n"1,5",1\r\n"say ""캐럿""",2\r\n"two\nlines",3\r\nplain,-4\r\n',
    );
  });

  it('is read back by papaparse as it was written', () => {
    for (const table of [sample.customers, sample.contacts, sample.ideas, sample.campaigns]) {
      const { data, errors } = Papa.parse<string[]>(toCsv(table), { skipEmptyLines: true });
      expect(errors).toEqual([]);
      expect(data[0]).toEqual(table.columns.map((column) => column.name));
      expect(data.slice(1)).toEqual(
        table.rows.map((row) => row.map((value) => (value === null ? '' : String(value)))),
      );
    }
  });
});
