import type { FileRow } from '../file-row.ts';
import { cellShape, type CellShape } from './cell-shape.ts';
import { ShapeTally, type ColumnShapes } from './shape-tally.ts';

/** The shapes of the cells of a row. */
export function shapesOf(fields: readonly string[]): CellShape[] {
  return fields.map((field) => cellShape(field, true));
}

/** The shapes of the columns of some rows of a table. */
export function columnShapes(rows: readonly (readonly CellShape[])[]): ColumnShapes {
  const tally = new ShapeTally();
  for (const shapes of rows) tally.add(shapes);
  return tally.columns();
}

/** How many filled cells of a row have the shape of their column, and how many have another one. */
export function compareShapes(
  shapes: readonly CellShape[],
  columns: ColumnShapes,
): { fitting: number; strange: number } {
  let fitting = 0;
  let strange = 0;
  columns.forEach((column, index) => {
    const shape = shapes[index] ?? 'blank';
    if (column === null || shape === 'blank') return;
    if (shape === column) fitting++;
    else strange++;
  });
  return { fitting, strange };
}

/** Whether the cells of a row are words, as titles are: none is a number, a date or a time. */
export function holdsTitles({ fields }: FileRow): boolean {
  return !fields.some((field) => {
    const shape = cellShape(field, true);
    return shape === 'number' || shape === 'date' || shape === 'time';
  });
}

/** Whether years, months or other numbers in a row follow each other, as titles of columns may and values hardly do. */
export function isSequence({ fields }: FileRow): boolean {
  const numbers = fields.filter((field) => /^\s*\d{1,4}\s*$/.test(field)).map(Number);
  const [first = 0] = numbers;
  const areYears = first >= 1900 && first <= 2100 && numbers.length > 1;
  if (!areYears && numbers.length < 3) return false;
  return numbers.every((number, index) => number === first + index);
}
