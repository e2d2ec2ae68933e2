import { totalLabel } from '../total-label.ts';
import { compareShapes, holdsTitles } from './column-shapes.ts';
import type { SeenRow } from './seen-row.ts';
import { ShapesBelow } from './shapes-below.ts';
import { GrowingTable, type TableAbove } from './table-above.ts';

/**
 * Cuts the rows of a file into tables: a new one begins where titles follow that are none of the rows above them. That
 * is after a gap, or in rows of another width that stays, or where words stand in every column of numbers and dates.
 * What stands above the first table is its beginning too: see `findHeader`.
 */
export function findTables(rows: readonly SeenRow[]): SeenRow[][] {
  const tables: SeenRow[][] = [];
  const below = new ShapesBelow(rows);
  let current = new GrowingTable();
  for (const [index, row] of rows.entries()) {
    if (current.rowCount > 0 && beginsTable(current, rows, index, below)) {
      const end = current.rowCount - titlesAbove(current.rows);
      tables.push(current.rows.slice(0, end));
      current = new GrowingTable(current.rows.slice(end));
    }
    current.add(row);
  }
  if (current.rowCount > 0) tables.push(current.rows);
  return tables;
}

/** Whether a table begins with the row at `index`, below the table `above`. `below`: what is asked about `rows`. */
export function beginsTable(
  above: TableAbove,
  rows: readonly SeenRow[],
  index: number,
  below: ShapesBelow,
): boolean {
  const [row, following] = [rows[index] as SeenRow, rows[index + 1]];
  const width = row.row.fields.length;
  const isOtherWidth = above.lastWidth !== width;
  if (!isOtherWidth && !above.columns.some((column) => column !== null)) return false;
  if (!following || following.isAfterGap || row.filled < 2 || !holdsTitles(row.row)) return false;
  if (following.row.fields.length < 2 || labelsTotal(row)) return false;
  if (isOtherWidth && !staysAt(width, rows, index, row.isAfterGap ? 2 : 3)) return false;
  if (!isOtherWidth && !isStrange(row, above)) return false;
  if (above.has(row)) return false;
  if (isOtherWidth && row.isAfterGap) return true;
  const { rowCount, columns } = below.of(index, width);
  const own = compareShapes(row.shapes, columns);
  if (own.strange === 0 || own.fitting > 0) return false;
  // Without a gap a row of words may just be a row: what follows must show that it is none.
  return isOtherWidth || row.isAfterGap || rowCount >= 3;
}

/** Whether a row looks like none of those above it, which are enough to tell. */
function isStrange(row: SeenRow, above: TableAbove): boolean {
  if (above.rowCount < (row.isAfterGap ? 2 : 3)) return false;
  const { strange, fitting } = compareShapes(row.shapes, above.columns);
  return fitting === 0 && strange > (row.isAfterGap ? 0 : 1);
}

function staysAt(width: number, rows: readonly SeenRow[], from: number, count: number): boolean {
  for (let index = from; index < from + count; index++) {
    if (rows[index]?.row.fields.length !== width) return false;
  }
  return true;
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
