import { columnShapes, compareShapes, holdsTitles, isSequence } from './column-shapes.ts';
import { isSameRow, type SeenRow } from './seen-row.ts';

/** Where the header of a table stands among its rows. */
export interface HeaderPlace {
  /** The row with which the header begins, or the data where there is none. */
  readonly at: number;
  readonly rows: number;
}

const mostHeaderRows = 4;
const mostRowsAbove = 40;
/** A header has titles for at least this share of the cells that rows have filled. */
const enoughTitles = 0.5;
const tellingRows = 200;
const longestGroupTitle = 16;

/**
 * Finds the header among the rows of a table: the first row that is about as full as the rows below it. Titles and remarks
 * above are emptier. It has several rows where those that follow are words too and the rows of the table are not, or
 * where a row is filled where the one above is blank. There is no header where the first row looks like all the others,
 * number under number and date under date.
 */
export function findHeader(table: readonly SeenRow[]): HeaderPlace {
  const body = table.slice(-tellingRows);
  const counts = body.map(({ filled }) => filled);
  // In a sparse table most rows have a cell or two, and so have the titles above it.
  const usual = Math.max(median(counts), Math.min(2, Math.max(...counts)));
  const width = commonWidth(body);
  const limit = Math.min(table.length - 1, mostRowsAbove);
  let at = 0;
  while (at < limit && !isFull(table[at] as SeenRow, usual, width)) at++;
  if (!isFull(table[at] as SeenRow, usual, width)) at = 0;
  const below = (from: number) =>
    columnShapes(table.slice(from, from + tellingRows).map(({ shapes }) => shapes));
  const first = table[at] as SeenRow;
  if (table.length - at === 1) return { at, rows: holdsTitles(first.row) ? 1 : 0 };
  const columns = below(at + 1);
  const { fitting, strange } = compareShapes(first.shapes, columns);
  const isData =
    fitting > strange && isStrong(first, columns) && !areTitlesInNumbers(table, at, usual);
  if (isData) return { at, rows: 0 };
  let rows = 1;
  while (rows < mostHeaderRows && at + rows < table.length - 1 && continues(table, at, rows))
    rows++;
  const above = rowsAbove(table, at);
  return { at: at - above, rows: rows + above };
}

function isFull({ filled, row }: SeenRow, usual: number, width: number): boolean {
  return (
    filled >= Math.max(Math.min(usual, 2), usual * enoughTitles) &&
    (width === 1 || row.fields.length > 1)
  );
}

/** Whether a column of numbers, dates or links, and not of codes only, has its like in the first row. */
function isStrong({ shapes }: SeenRow, columns: ReturnType<typeof columnShapes>): boolean {
  return columns.some(
    (column, index) => column !== null && column !== 'code' && column === shapes[index],
  );
}

/** Whether the numbers in the first row are titles: they follow each other, or are years that stand above several columns. */
function areTitlesInNumbers(table: readonly SeenRow[], at: number, usual: number): boolean {
  const [first, next] = [table[at] as SeenRow, table[at + 1]];
  if (isSequence(first.row)) return !(next && isSequence(next.row));
  const numbers = first.row.fields.filter((_, column) => first.shapes[column] === 'number');
  return first.filled < usual && numbers.every((text) => /^\s*(?:19|20)\d\d\s*$/.test(text));
}

/**
 * Whether the row after the first `rows` of a header belongs to it as well: it says the same again, or it has words over
 * numbers or dates, and titles where the one above has gaps or words in every such column, of which there are two at least.
 * Where all columns are words, nothing tells a second row of titles from the first row of the table, and it is that: a
 * title among the rows is seen, a row among the titles is lost. So is a row that says what rows below it say.
 */
function continues(table: readonly SeenRow[], at: number, rows: number): boolean {
  const last = table[at + rows - 1] as SeenRow;
  const next = table[at + rows] as SeenRow;
  if (
    next.isAfterGap ||
    next.shapes.some((shape) => shape !== 'text' && shape !== 'blank' && shape !== 'code')
  )
    return false;
  if (isSameRow(last, next)) return true;
  const body = table.slice(at + rows + 1, at + rows + 1 + tellingRows);
  const columns = columnShapes(body.map(({ shapes }) => shapes));
  const { fitting, strange } = compareShapes(next.shapes, columns);
  if (fitting > 0 || strange === 0 || isRepeated(next, body)) return false;
  if (fillsGaps(last, next)) return true;
  const hasCodes = columns.some(
    (column, index) => column !== null && next.shapes[index] === 'code',
  );
  // One row more may be words over words; of several it cannot be told whether they are rows of the table.
  return rows === 1 && body.length > 1 && strange > 1 && !hasCodes;
}

/** Whether a cell of a row says what another row below it says in the same column. */
function isRepeated({ row }: SeenRow, below: readonly SeenRow[]): boolean {
  return row.fields.some(
    (field, column) =>
      field.trim() !== '' && below.some(({ row: { fields } }) => fields[column] === field),
  );
}

/** Whether one row is filled just where the one above it is blank, and is blank where that stands alone. */
function fillsGaps(upper: SeenRow, lower: SeenRow): boolean {
  const { fields } = upper.row;
  const isBlank = (field: string | undefined) => (field ?? '').trim() === '';
  const gaps = fields.filter(isBlank).length;
  const isWhole = fields.every(
    (field, column) => !isBlank(field) || !isBlank(lower.row.fields[column]),
  );
  return gaps > 0 && isWhole && lower.row.fields.some(isBlank);
}

/** How many rows right above the full one are titles of groups of columns. */
function rowsAbove(table: readonly SeenRow[], at: number): number {
  const full = table[at] as SeenRow;
  const upper = table[at - 1];
  if (!upper || full.isAfterGap || upper.row.fields.length !== full.row.fields.length) return 0;
  if (upper.shapes.some((shape) => shape === 'date' || shape === 'time')) return 0;
  const isFilled = (field: string | undefined) => (field ?? '').trim() !== '';
  const beginning = full.row.fields.findIndex(isFilled);
  if (isFilled(upper.row.fields[beginning])) {
    const titles = full.row.fields.filter(isFilled);
    const isShared = new Set(titles).size < titles.length;
    return upper.filled > 1 && isShared ? 1 : 0;
  }
  // One title in the middle is that of the whole, unless it is as short as that of a column.
  const titles = upper.row.fields.filter(isFilled);
  return titles.length > 1 || (titles[0] ?? '').length <= longestGroupTitle ? 1 : 0;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function commonWidth(rows: readonly SeenRow[]): number {
  return median(rows.map(({ row }) => row.fields.length));
}
