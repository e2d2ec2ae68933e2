import { describe, expect, it, vi } from 'vitest';
import { detectLayout } from '#core/import/detect/detect-layout.ts';
import { SeenRow } from '#core/import/detect/seen-row.ts';
import { plainLayout } from '#core/import/dialect.ts';
import type { FileRow } from '#core/import/file-row.ts';
import { LayoutReader } from '#core/import/layout-reader.ts';

/** Rows that count how often their cells are asked for. */
function countingRows(lines: readonly (readonly string[])[]) {
  const count = { readings: 0 };
  const rows = lines.map((fields, index): FileRow => ({
    line: index + 1,
    get fields() {
      count.readings++;
      return fields;
    },
    isBroken: false,
    isBlank: fields.length === 1 && fields[0] === '',
    aside: null,
  }));
  return { rows, count };
}

const letters = (number: number) =>
  [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const numbers = Array.from({ length: 60 }, (_, row) => [String(row), String(row * 7), String(row)]);

/** So many rows, the first of them a header. */
const shapes: Record<string, (length: number) => string[][]> = {
  'two columns of words with a number at their end': (length) =>
    Array.from({ length }, (_, row) => [`손님${row}`, '서울']),
  'two columns of words': (length) => Array.from({ length }, (_, row) => [letters(row), '서울']),
  'words below numbers': (length) => [
    ...numbers,
    ...Array.from({ length: length - 60 }, (_, row) => [letters(row), 'def', 'ghi']),
  ],
  'a blank line between all rows': (length) =>
    Array.from({ length }, (_, row) => (row % 2 ? [''] : [`a${row}`, letters(row), 'ghi'])),
  'rows of two widths by turns': (length) =>
    Array.from({ length }, (_, row) => (row % 2 ? ['x', letters(row)] : ['x', 'y', letters(row)])),
  'a table in every four lines': (length) =>
    Array.from(
      { length },
      (_, row) => [['name', 'n'], [letters(row), '1'], ['y', '2'], ['']][row % 4] as string[],
    ),
  'nothing but blank lines below a row': (length) =>
    Array.from({ length }, (_, row) => (row < 2 ? ['a', String(row)] : [''])),
};

describe.each(Object.entries(shapes))('%s', (_name, make) => {
  it.each([1000, 8000])('are searched for tables with little work per row: %d rows', (length) => {
    const { rows, count } = countingRows(make(length));
    const asked = vi.spyOn(SeenRow.prototype, 'shapes', 'get');
    detectLayout(rows, {});
    const shapesAsked = asked.mock.calls.length;
    asked.mockRestore();
    expect(count.readings / length).toBeLessThan(15);
    expect(shapesAsked / length).toBeLessThan(6);
  });

  it.each([1000, 8000])('are read with little work per row: %d rows', (length) => {
    const { rows, count } = countingRows([['x', 'y'], ...make(length - 1)]);
    const reader = new LayoutReader(plainLayout);
    const asked = vi.spyOn(SeenRow.prototype, 'shapes', 'get');
    const given = [...reader.take(rows), ...reader.end()];
    const shapesAsked = asked.mock.calls.length;
    asked.mockRestore();
    expect(given).toHaveLength(length - 1);
    expect(count.readings / length).toBeLessThan(15);
    expect(shapesAsked / length).toBeLessThan(6);
  });
});
