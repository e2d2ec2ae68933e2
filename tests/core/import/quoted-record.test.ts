import { describe, expect, it } from 'vitest';
import { plainDialect } from '#core/import/dialect.ts';
import type { FileRow } from '#core/import/file-row.ts';
import {
  doubtfulQuotedRecord,
  goesOnAsRows,
  longestQuotedRecord,
} from '#core/import/quoted-record.ts';
import { RowReader } from '#core/import/row-reader.ts';

describe('lines behind an open quote', () => {
  const rows = ['2,abc', '3,def', '4,ghi'];

  it('are rows where they are cut as often as the line of the quote, or the line before it', () => {
    expect(goesOnAsRows(['1,"five inches', ...rows], 'id,size', plainDialect)).toBe(true);
    expect(goesOnAsRows(['1,"five, or six inches', ...rows], 'id,size', plainDialect)).toBe(true);
    expect(goesOnAsRows(['1,"five, or six inches', ...rows], '', plainDialect)).toBe(false);
  });

  it('are a letter where they are not, where none is cut, and where there are few', () => {
    const letter = ['Dear Kim,', '', 'thank you, and goodbye, we hope', 'Yours', 'a, b'];
    expect(goesOnAsRows(['1,"', ...letter], '0,x', plainDialect)).toBe(false);
    expect(goesOnAsRows(['"one', 'two', 'three', 'four'], 'zero', plainDialect)).toBe(false);
    expect(goesOnAsRows(['1,"x', ...rows.slice(1)], '0,x', plainDialect)).toBe(false);
  });

  it('are counted by runs of a delimiter that is repeated', () => {
    const aligned = { ...plainDialect, delimiter: ' ', isRepeated: true };
    const lines = ['1   "x', '20  y', '300 z', '4   w'];
    expect(goesOnAsRows(lines, '', aligned)).toBe(true);
  });
});

/** All rows of a text that comes in pieces of so many characters. */
function cut(text: string, size: number): string[][] {
  const reader = new RowReader(plainDialect);
  let rows: FileRow[] = [];
  for (let at = 0; at < text.length; at += size) {
    rows = rows.concat(reader.push(text.slice(at, at + size)));
  }
  rows = rows.concat(reader.end());
  return rows.map(({ line, isBroken, fields }) => [`${line}${isBroken ? '!' : ''}`, ...fields]);
}

describe('a quoted cell of many lines, beyond what is read without a look', () => {
  const lines = ['Dear Kim,', 'thank you, and goodbye, we hope', '', 'Yours'];
  const letter = (length: number) => `${lines.join('\n')}\n`.repeat(length / 40).slice(0, length);
  const long = letter(3 * doubtfulQuotedRecord);

  it.each([
    ['is one cell', `id,memo\n1,"${long}"\n2,"b\nc"\n`, ['1', '2', long.split('\n').length + 2]],
    [
      'is one cell where its first line alone is as long',
      `id,memo\n1,"${'x'.repeat(2 * doubtfulQuotedRecord)}\n${long}"\n2,b\n`,
      ['1', '2', long.split('\n').length + 3],
    ],
    [
      'is no cell where the lines go on as rows, though a quote closes it',
      `id,memo\n1,"x\n${'2,b\n'.repeat(doubtfulQuotedRecord / 2)}3,b",\n`,
      ['1', '2!', ...Array.from({ length: doubtfulQuotedRecord / 2 + 1 }, (_, row) => row + 3)],
    ],
  ])('%s, however the text comes', (_name, text, firstFields) => {
    const whole = cut(text, text.length);
    expect(whole.map(([line]) => line)).toEqual(firstFields.map(String));
    for (const size of [1 << 12, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, 100_003]) {
      expect(cut(text, size)).toEqual(whole);
    }
  });

  it('is read up to 2^24 characters, and no further', () => {
    const inside = longestQuotedRecord - 1000;
    expect(cut(`id,memo\n1,"${letter(inside)}"\n2,b\n`, 1 << 22)).toHaveLength(3);
    const beyond = cut(`id,memo\n1,"${letter(longestQuotedRecord + 1)}"\n2,b\n`, 1 << 22);
    expect(beyond[1]?.[0]).toBe('2!');
    expect(beyond.length).toBeGreaterThan(1000);
  });
});
