import { beginsTable } from './detect/find-tables.ts';
import { holdsTitles } from './detect/column-shapes.ts';
import { seeRows, type SeenRow } from './detect/seen-row.ts';
import { ShapesBelow, tellingRows } from './detect/shapes-below.ts';
import { GrowingTable, type TableAbove } from './detect/table-above.ts';
import type { FileRow } from './file-row.ts';

/** So many rows below a gap tell what follows it. */
const rowsBelowGap = 20;
const mostTitles = 5;

/**
 * Watches the rows of a table as they are read for where another one begins: titles after a gap, of another width that
 * stays, or words above columns that look otherwise than those of this table. A file is looked at before it is read, but
 * its beginning only; a table that begins further down is found here, by the rule that is used there (`beginsTable`).
 */
export class NextTable {
  readonly #delimiter: string;
  /** Whether rows were filled up with empty fields to the width of the header, as those of a sheet are. */
  readonly #isPadded: boolean;
  #table: FileRow[] = [];
  #known: GrowingTable | null = null;
  /** The gap that the last row was; null after a row with something in it. */
  #gap: FileRow | null = null;
  /** The rows below a gap until it is known what they are, and gaps between them. */
  #waiting: FileRow[] = [];
  #below: SeenRow[] = [];
  #startLine: number | null = null;

  constructor(delimiter: string, isPadded: boolean) {
    this.#delimiter = delimiter;
    this.#isPadded = isPadded;
  }

  /** The line on which another table begins, with its titles; null as long as none was found. */
  get startLine(): number | null {
    return this.#startLine;
  }

  /** Takes the next row, the header first, and gives those that are decided on, in their order. */
  take(row: FileRow, isGap: boolean): readonly FileRow[] {
    if (this.#startLine !== null) return [row];
    if (this.#waiting.length === 0 && (isGap || row.aside || !this.#gap)) {
      if (isGap) this.#gap = row;
      else if (!row.aside && this.#table.length < tellingRows) this.#table.push(row);
      return [row];
    }
    this.#waiting.push(row);
    if (!isGap) this.#below.push(...this.#seen(this.#gap ? [this.#gap, row] : [row]));
    this.#gap = isGap ? row : null;
    return this.#decide(isGap);
  }

  /** Gives the rows that waited. */
  end(): readonly FileRow[] {
    return [...this.#decide(true), ...this.#release()];
  }

  /** `isClosed`: whether the rows below the gap end here. */
  #decide(isClosed: boolean): readonly FileRow[] {
    const below = this.#below;
    const titles = below.findIndex(({ filled }) => filled > 1);
    const candidate = below[titles];
    if (!candidate) return below.length > mostTitles ? this.#release() : [];
    if (titles > mostTitles || !holdsTitles(candidate.row)) return this.#release();
    if (!isClosed && below.length - titles <= rowsBelowGap) return [];
    const rows = below.slice(titles);
    const above = this.#above(below.slice(0, titles));
    if (above && beginsTable(above, rows, 0, new ShapesBelow(rows))) {
      this.#startLine = this.#waiting[0]?.line ?? candidate.row.line;
    }
    return this.#release();
  }

  #release(): readonly FileRow[] {
    const released = this.#waiting;
    this.#waiting = [];
    this.#below = [];
    return released;
  }

  /** The table with titles of another one below it, or null where it has no row. */
  #above(titles: readonly SeenRow[]): TableAbove | null {
    this.#known ??= this.#look();
    const known = this.#known;
    if (known.rowCount === 0) return null;
    return {
      rowCount: known.rowCount + titles.length,
      lastWidth: titles.at(-1)?.row.fields.length ?? known.lastWidth,
      columns: known.columns,
      // A title has fewer cells than a row that begins a table.
      has: (row) => known.has(row),
    };
  }

  #look(): GrowingTable {
    const table = new GrowingTable();
    for (const [place, row] of this.#seen(this.#table).entries()) table.add(row, place === 0);
    return table;
  }

  #seen(rows: readonly FileRow[]): readonly SeenRow[] {
    return seeRows(this.#isPadded ? rows.map(withoutPadding) : rows, this.#delimiter);
  }
}

/** As a sheet has the row: up to its last cell with a value. */
function withoutPadding(row: FileRow): FileRow {
  const last = row.fields.findLastIndex((field) => field !== '');
  return { ...row, fields: row.fields.slice(0, last + 1) };
}
