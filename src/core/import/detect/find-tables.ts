import { totalLabel } from '../total-label.ts';
import { columnShapes, compareShapes, holdsTitles, type ColumnShapes } from './column-shapes.ts';
import { isSameRow, type SeenRow } from './seen-row.ts';

/** So many rows of a table tell what its columns look like. */
const tellingRows = 60;

/**
 * Cuts the rows of a file into tables: a new one begins where titles follow that are none of the rows above them. That
 * is after a gap, or in rows of another width that stays, or where words stand in every column of numbers and dates.
 * What stands above the first table is its beginning too: see `findHeader`.
 */
export function findTables(rows: readonly SeenRow[]): SeenRow[][] {
  const tables: SeenRow[][] = [];
  let current: SeenRow[] = [];
  let columns: ColumnShapes = [];
  for (let index = 0; index < rows.length; index++) {
    if (current.length > 0 && beginsTable(current, columns, rows, index)) {
      const titles = titlesAbove(current);
      tables.push(current.slice(0, current.length - titles));
      current = current.slice(current.length - titles);
    }
    current.push(rows[index] as SeenRow);
    if (current.length <= tellingRows) columns = columnShapes(current.map(({ shapes }) => shapes));
  }
  if (current.length > 0) tables.push(current);
  return tables;
}

/** Whether a table begins with the row at `index`, after the rows of `current`, whose columns have these shapes. */
export function beginsTable(
  current: readonly SeenRow[],
  columns: ColumnShapes,
  rows: readonly SeenRow[],
  index: number,
): boolean {
  const [row, following] = [rows[index] as SeenRow, rows[index + 1]];
  const width = row.row.fields.length;
  const isOtherWidth = current.at(-1)?.row.fields.length !== width;
  if (!isOtherWidth && !columns.some((column) => column !== null)) return false;
  if (!following || following.isAfterGap || row.filled < 2 || !holdsTitles(row.row)) return false;
  if (following.row.fields.length < 2 || labelsTotal(row)) return false;
  if (isOtherWidth && !staysAt(width, rows, index, row.isAfterGap ? 2 : 3)) return false;
  if (current.some((earlier) => isSameRow(earlier, row))) return false;
  const below = rows
    .slice(index + 1, index + 1 + tellingRows)
    .filter(({ row: { fields } }) => fields.length === width);
  const own = compareShapes(row.shapes, columnShapes(below.map(({ shapes }) => shapes)));
  const isOwnHeader = own.strange > 0 && own.fitting === 0;
  if (isOtherWidth) return isOwnHeader || row.isAfterGap;
  if (!isOwnHeader || current.length < (row.isAfterGap ? 2 : 3)) return false;
  // Without a gap a row of words may just be a row: what follows must show that it is none.
  if (!row.isAfterGap && below.length < 3) return false;
  const { strange, fitting } = compareShapes(row.shapes, columns);
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
