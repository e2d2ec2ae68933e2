import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strictCells } from '#core/import/pasted-cells.ts';

describe('cells from the clipboard', () => {
  it('that merely begin with a quote are quoted', () => {
    expect(strictCells('id\t메모\r\nC1\t"A" 등급\r\nC2\t"열린 말\r\n')).toBe(
      'id\t메모\r\nC1\t"""A"" 등급"\r\nC2\t"""열린 말"\r\n',
    );
    expect(strictCells('a\t"')).toBe('a\t""""');
  });

  it('that are quoted already stay as they are, with their line breaks and tabs', () => {
    for (const text of [
      'id\t메모\r\nC1\t"첫 줄\n둘째 ""줄"""\r\nC2\t"탭\t안"',
      'a\t""\r\n',
      'a\tinch 5" wide\t"x"\n',
    ]) {
      expect(strictCells(text)).toBe(text);
    }
  });

  it('are left alone where nothing is separated by tabs', () => {
    expect(strictCells('"a","b" c\n"d",e')).toBe('"a","b" c\n"d",e');
  });

  it('come out as they went in, whatever stands in them, as a spreadsheet writes them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '가', ' ', ','), maxLength: 6 });
    const written = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(written, (rows) => {
        const ambiguous = /^"(?:[^"]|"")*"$/;
        fc.pre(rows.flat().every((each) => !ambiguous.test(each) || each === ''));
        const text = rows.map((row) => row.join('\t')).join('\n');
        // A quote that opens a cell may find its end in a later one: then nobody can tell.
        fc.pre(rows.flat().filter((each) => each.startsWith('"')).length < 2);
        fc.pre(!rows.flat().some((each) => /"$/.test(each) && !each.startsWith('"')));
        const read = strictCells(text)
          .split('\n')
          .map((line) => line.split('\t').map(unquoted));
        expect(read).toEqual(rows);
      }),
    );
  });
});

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
