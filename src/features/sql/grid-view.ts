import type { QueryCell } from '#core/sql/query-answer.ts';

export const rowHeight = 28;
/** Browsers give up on elements that are much taller. */
const tallestBody = 12_000_000;
const narrowest = 64;
const widestAtFirst = 340;

/** What a cell says, and how. `exact` values are written as SQLite writes them. */
export function cellText(cell: QueryCell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'object' ? cell.exact : String(cell);
}

export function isNumber(cell: QueryCell): boolean {
  return typeof cell === 'number' || (typeof cell === 'object' && cell !== null && /^-?(\d|Inf)/.test(cell.exact)); // prettier-ignore
}

/** How wide a text stands, in letters; Hangul and its like take two. */
function lettersOf(text: string): number {
  let letters = 0;
  for (const character of text.slice(0, 60)) letters += character > '\u2E7F' ? 1.75 : 1;
  return letters;
}

/** Widths of the columns in pixels, from their names and the first rows. */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly QueryCell[])[],
): number[] {
  return columns.map((name, column) => {
    const letters = rows.reduce(
      (most, row) => Math.max(most, lettersOf(cellText(row[column] ?? null))),
      lettersOf(name) * 1.05,
    );
    return Math.round(Math.min(widestAtFirst, Math.max(narrowest, letters * 7.7 + 22)));
  });
}

/** How wide the numbers of so many rows stand, in pixels. */
export function gutterFor(rowCount: number): number {
  return Math.max(46, Math.round(String(rowCount).length * 7.4 + 22));
}

/**
 * Where rows stand in a body that is scrolled. One that would be taller than a browser draws is shortened: then the
 * scroll bar moves over all rows, and the rows around the place stand at their real distance.
 */
export class RowGeometry {
  readonly height: number;
  readonly #rowCount: number;
  readonly #viewHeight: number;
  readonly #scrolls: number;
  readonly #hidden: number;

  constructor(rowCount: number, viewHeight: number) {
    this.#rowCount = rowCount;
    this.#viewHeight = viewHeight;
    this.height = Math.min(rowCount * rowHeight, tallestBody);
    this.#scrolls = Math.max(0, this.height - viewHeight);
    this.#hidden = Math.max(0, rowCount - viewHeight / rowHeight);
  }

  /** The row at the upper edge, with its fraction. */
  firstAt(scrollTop: number): number {
    return this.#scrolls === 0
      ? 0
      : (Math.min(scrollTop, this.#scrolls) / this.#scrolls) * this.#hidden;
  }

  /** The rows to draw, `to` exclusive. */
  rowsAt(scrollTop: number): { from: number; to: number } {
    const first = this.firstAt(scrollTop);
    const from = Math.max(0, Math.floor(first) - 6);
    return {
      from,
      to: Math.min(this.#rowCount, Math.ceil(first + this.#viewHeight / rowHeight) + 6),
    };
  }

  /** How far below the top of the body a row stands. */
  topOf(row: number, scrollTop: number): number {
    return Math.min(scrollTop, this.#scrolls) + (row - this.firstAt(scrollTop)) * rowHeight;
  }

  /** The scroll position nearest to the present one at which a row is in sight. */
  scrollTo(row: number, scrollTop: number): number {
    const first = this.firstAt(scrollTop);
    const shown = Math.floor(this.#viewHeight / rowHeight);
    if (row >= first && row + 1 <= first + this.#viewHeight / rowHeight) return scrollTop;
    const wanted = row < first ? row : row + 1 - Math.max(1, shown);
    return this.#hidden === 0 ? 0 : (Math.min(wanted, this.#hidden) / this.#hidden) * this.#scrolls;
  }
}

/** The columns in sight, `to` exclusive, and where each begins. */
export function columnsAt(
  widths: readonly number[],
  scrollLeft: number,
  viewWidth: number,
): { from: number; to: number } {
  let left = 0;
  let from = widths.length;
  let to = widths.length;
  for (let column = 0; column < widths.length; column++) {
    const right = left + (widths[column] ?? 0);
    if (from === widths.length && right > scrollLeft - 200) from = column;
    if (left > scrollLeft + viewWidth + 200) {
      to = column;
      break;
    }
    left = right;
  }
  return { from: Math.min(from, to), to };
}

export function leftsOf(widths: readonly number[]): number[] {
  let left = 0;
  return widths.map((width) => (left += width) - width);
}

/** Where a key takes the chosen cell, or null where it is none of the grid's keys. */
export function movedBy(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: { row: number; column: number },
  size: { rows: number; columns: number; page: number },
): { row: number; column: number } | null {
  const whole = event.ctrlKey || event.metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const at = (nextRow: number, nextColumn: number) => ({
    row: Math.max(0, Math.min(last.row, nextRow)),
    column: Math.max(0, Math.min(last.column, nextColumn)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return at(whole ? last.row : row + 1, column);
    case 'ArrowUp':
      return at(whole ? 0 : row - 1, column);
    case 'ArrowRight':
      return at(row, whole ? last.column : column + 1);
    case 'ArrowLeft':
      return at(row, whole ? 0 : column - 1);
    case 'PageDown':
      return at(row + size.page, column);
    case 'PageUp':
      return at(row - size.page, column);
    case 'Home':
      return at(whole ? 0 : row, 0);
    case 'End':
      return at(whole ? last.row : row, last.column);
    default:
      return null;
  }
}
