import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsAt,
  columnWidths,
  movedBy,
  RowGeometry,
  rowHeight,
} from '#features/sql/grid-view.ts';

describe('a grid of many rows', () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 1_000_000 }),
    view: fc.integer({ min: rowHeight, max: 900 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('draws every row in sight and few others, at its place in the view', () => {
    fc.assert(
      fc.property(sizes, ({ rows, view, at }) => {
        const geometry = new RowGeometry(rows, view);
        const scrollTop = at * Math.max(0, geometry.height - view);
        const { from, to } = geometry.rowsAt(scrollTop);
        const first = geometry.topOf(from, scrollTop) - scrollTop;
        const last = geometry.topOf(to - 1, scrollTop) + rowHeight - scrollTop;
        expect(from === 0 || first <= 0).toBe(true);
        expect(to === rows || last >= view).toBe(true);
        expect(to - from).toBeLessThan(view / rowHeight + 16);
        expect(geometry.topOf(from + 1, scrollTop) - geometry.topOf(from, scrollTop)).toBeCloseTo(rowHeight, 5); // prettier-ignore
      }),
    );
  });

  it('begins with the first row and ends with the last, however many there are', () => {
    fc.assert(
      fc.property(sizes, ({ rows, view }) => {
        const geometry = new RowGeometry(rows, view);
        expect(geometry.height).toBeLessThanOrEqual(12_000_000);
        expect(geometry.topOf(0, 0)).toBeCloseTo(0, 6);
        const end = Math.max(0, geometry.height - view);
        const bottom = geometry.topOf(rows - 1, end) + rowHeight;
        expect(bottom).toBeCloseTo(Math.max(geometry.height, rows * rowHeight > view ? end + view : 0), 3); // prettier-ignore
      }),
    );
  });

  it('brings any row into sight, and stays where it is in sight already', () => {
    fc.assert(
      fc.property(sizes, fc.nat(999_999), ({ rows, view, at }, wanted) => {
        const geometry = new RowGeometry(rows, view);
        const row = wanted % rows;
        const before = at * Math.max(0, geometry.height - view);
        const after = geometry.scrollTo(row, before);
        const top = geometry.topOf(row, after) - after;
        expect(top).toBeGreaterThan(-rowHeight - 1e-3);
        expect(top).toBeLessThan(view);
        expect(geometry.scrollTo(row, after)).toBeCloseTo(after, 6);
      }),
    );
  });

  it('draws the columns in sight', () => {
    const widths = Array.from({ length: 1500 }, () => 100);
    expect(columnsAt(widths, 0, 800)).toEqual({ from: 0, to: 11 });
    expect(columnsAt(widths, 50_000, 800)).toEqual({ from: 498, to: 511 });
    expect(columnsAt(widths, 150_000 - 800, 800).to).toBe(1500);
    expect(columnsAt([], 0, 800)).toEqual({ from: 0, to: 0 });
  });

  it('gives Hangul more room, and no column too much', () => {
    const [narrow = 0, korean = 0, latin = 0, wide = 0] = columnWidths(
      ['a', 'b', 'c', 'd'],
      [[1, '가나다라마바사아자차', 'abcdefghij', 'x'.repeat(500)]],
    );
    expect(narrow).toBe(64);
    expect(korean).toBeGreaterThan(latin);
    expect(wide).toBe(340);
  });

  it('moves the chosen cell by the keys of a grid and never out of it', () => {
    const size = { rows: 100, columns: 3, page: 20 };
    const press = (key: string, ctrlKey = false) =>
      movedBy({ key, ctrlKey, metaKey: false }, { row: 5, column: 1 }, size);
    expect(press('ArrowDown')).toEqual({ row: 6, column: 1 });
    expect(press('PageUp')).toEqual({ row: 0, column: 1 });
    expect(press('End')).toEqual({ row: 5, column: 2 });
    expect(press('End', true)).toEqual({ row: 99, column: 2 });
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('a')).toBeNull();
  });
});
