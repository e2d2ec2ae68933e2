import type { FileRow } from '../file-row.ts';
import { brokenTitles } from '../layout-reader.ts';
import { totalLabel } from '../total-label.ts';
import { areTitles, columnShapes, compareShapes, shapesOf } from './column-shapes.ts';
import type { CellShape } from './cell-shape.ts';

/** A row that is looked at: what its cells look like, and where it stands. */
export interface SeenRow {
  readonly row: FileRow;
  readonly shapes: readonly CellShape[];
  /** How many cells are filled. */
  readonly filled: number;
  /** Whether a blank line, or one of delimiters only, stands right above. */
  readonly isAfterGap: boolean;
}

/** So many rows of a table tell what its columns look like. */
const tellingRows = 60;

/** The rows of a file that have something in them, with what they look like. */
export function seeRows(rows: readonly FileRow[], delimiter: string): SeenRow[] {
  const seen: SeenRow[] = [];
  let isAfterGap = false;
  for (const read of rows) {
    if (read.aside) continue;
    const row = read.isBroken ? { ...read, fields: brokenTitles(read, delimiter) } : read;
    const filled = row.fields.filter((field) => field.trim() !== '').length;
    if (filled > 0) seen.push({ row, shapes: shapesOf(row.fields), filled, isAfterGap });
    isAfterGap = filled === 0;
  }
  return seen;
}

/**
 * Cuts the rows of a file into tables: a new one begins where titles follow that are none of the rows above them. That
 * is after a gap, or in rows of another width that stays, or where words stand in every column of numbers and dates.
 * What stands above the first table is its beginning too: see `findHeader`.
 */
export function findTables(rows: readonly SeenRow[]): SeenRow[][] {
  const tables: SeenRow[][] = [];
  let current: SeenRow[] = [];
  for (let index = 0; index < rows.length; index++) {
    const next = rows[index] as SeenRow;
    if (current.length > 0 && beginsTable(current, rows, index)) {
      const titles = titlesAbove(current);
      tables.push(current.slice(0, current.length - titles));
      current = current.slice(current.length - titles);
    }
    current.push(next);
  }
  if (current.length > 0) tables.push(current);
  return tables;
}

/** Whether a table begins with the row at `index`, after the rows of `current`. */
function beginsTable(
  current: readonly SeenRow[],
  rows: readonly SeenRow[],
  index: number,
): boolean {
  const [row, following] = [rows[index] as SeenRow, rows[index + 1]];
  if (!following || following.isAfterGap || row.filled < 2 || !areTitles(row.shapes)) return false;
  if (following.row.fields.length < 2 || labelsTotal(row)) return false;
  if (current.some((earlier) => isSameRow(earlier, row))) return false;
  const width = row.row.fields.length;
  const isOtherWidth = current.at(-1)?.row.fields.length !== width;
  if (isOtherWidth && !staysAt(width, rows, index, row.isAfterGap ? 2 : 3)) return false;
  const below = rows.slice(index + 1, index + 1 + tellingRows);
  const own = columnShapes(
    below.filter(({ row: { fields } }) => fields.length === width).map(({ shapes }) => shapes),
  );
  const isOwnHeader =
    compareShapes(row.shapes, own).strange > 0 && compareShapes(row.shapes, own).fitting === 0;
  if (isOtherWidth) return isOwnHeader || row.isAfterGap;
  if (current.length < (row.isAfterGap ? 2 : 3)) return false;
  const { strange, fitting } = compareShapes(row.shapes, shapesOfTable(current));
  if (!isOwnHeader || fitting > 0) return false;
  return row.isAfterGap ? strange > 0 : strange > 1;
}

function staysAt(width: number, rows: readonly SeenRow[], from: number, count: number): boolean {
  for (let index = from; index < from + count; index++) {
    if (rows[index]?.row.fields.length !== width) return false;
  }
  return true;
}

function shapesOfTable(table: readonly SeenRow[]) {
  return columnShapes(table.slice(-tellingRows).map(({ shapes }) => shapes));
}

/** How many rows at the end are no rows but the titles of what comes next: few cells filled, and a gap above them. */
function titlesAbove(table: readonly SeenRow[]): number {
  for (let count = 1; count <= 5; count++) {
    const row = table.at(-count);
    if (!row || row.filled > 1 || count === table.length) return 0;
    if (row.isAfterGap) return count;
  }
  return 0;
}

function labelsTotal({ row }: SeenRow): boolean {
  return totalLabel(row.fields.find((field) => field.trim() !== '') ?? '') !== null;
}

/** Whether two rows say the same in every cell. */
export function isSameRow(one: SeenRow, other: SeenRow): boolean {
  return (
    one.row.fields.length === other.row.fields.length &&
    one.row.fields.every((field, column) => field === other.row.fields[column])
  );
}
