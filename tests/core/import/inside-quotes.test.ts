import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDialect, type Dialect } from '#core/import/dialect.ts';
import { beginsInsideQuotes, wholeRecords } from '#core/import/inside-quotes.ts';

const backslash: Dialect = { ...plainDialect, delimiter: ';', quote: "'", escape: 'backslash' };

describe('a part of a file from the beginning of a line', () => {
  it.each([
    ['나머지",5\n7,"메모",8\n', true],
    ['7,"메모",8\n', false],
    ['7,메모,8\n', false],
    ['그는 ""네"" 했다\n둘째 줄",5\n7,"메모",8\n', true],
    ['7,"그는 ""네"" 했다",8\n', false],
    ['7,"",8\n9,"",""\n', false],
    ['', false],
  ])('%j: inside quotes is %s', (text, isInside) => {
    expect(beginsInsideQuotes(text, plainDialect)).toBe(isInside);
  });

  it('of another dialect', () => {
    expect(beginsInsideQuotes("it\\'s the rest';5\n7;'x';8\n", backslash)).toBe(true);
    expect(wholeRecords("it\\'s the rest';5\n7;'x';8\n", backslash)).toBe("7;'x';8\n");
    expect(beginsInsideQuotes('rest",5\n', { ...plainDialect, quote: 'none' })).toBe(false);
  });

  it('goes on behind the record that it begins within, and stops before the one that it ends within', () => {
    const text = '줄 둘\n줄 셋",5,"또\n한 칸"\n7,"메모",8\n9,"끝나지\n않는다\n';
    expect(wholeRecords(text, plainDialect)).toBe('7,"메모",8\n');
    expect(wholeRecords('7,메모,8\n9,또\n', plainDialect)).toBe('7,메모,8\n9,또\n');
    expect(wholeRecords('7,"한\n칸",8\n9,"또\n', plainDialect)).toBe('7,"한\n칸",8\n');
  });

  it('is told right wherever it begins, in any file that is written as RFC 4180 says', () => {
    const field = fc
      .array(fc.constantFrom('a', '가', '1', ' ', '"', ',', '\n'), { maxLength: 12 })
      .map((characters) => characters.join(''));
    const rows = fc.array(fc.tuple(field, field, field), { minLength: 2, maxLength: 8 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, fc.nat(), (table, pick) => {
        const lines = table.map((fields) => `x,${fields.map(quoted).join(',')},y\n`);
        const text = lines.join('');
        const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
        const start = starts[pick % starts.length] ?? 0;
        const rest = text.slice(start);
        let ends = 0;
        const rowStarts = lines.map((line) => (ends += line.length));
        const isInside = start > 0 && !rowStarts.includes(start);
        // A rest without any quote in it says nothing, and one may be ambiguous; the right way never has stray quotes.
        if (!isInside) expect(beginsInsideQuotes(rest, plainDialect)).toBe(false);
        else if (beginsInsideQuotes(rest, plainDialect)) {
          const next = rowStarts.find((end) => end > start) ?? text.length;
          expect(wholeRecords(rest, plainDialect)).toBe(text.slice(next));
        }
      }),
    );
  });
});
