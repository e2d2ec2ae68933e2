import { beginsTable } from './detect/find-tables.ts';
import { columnShapes, holdsTitles, type ColumnShapes } from './detect/column-shapes.ts';
import { seeRows, type SeenRow } from './detect/seen-row.ts';
import type { FileRow } from './file-row.ts';

/** So many rows of the table tell what its columns look like, and so many below a gap what follows it. */
const tellingRows = 60;
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
  #known: { readonly seen: readonly SeenRow[]; readonly columns: ColumnShapes } | null = null;
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
    this.#known ??= this.#look();
    const { seen, columns } = this.#known;
    const current = [...seen, ...below.slice(0, titles)];
    if (seen.length > 0 && beginsTable(current, columns, below.slice(titles), 0)) {
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

  #look(): { seen: readonly SeenRow[]; columns: ColumnShapes } {
    const seen = this.#seen(this.#table);
    return { seen, columns: columnShapes(seen.slice(1).map(({ shapes }) => shapes)) };
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
