import type { SeenRow } from './seen-row.ts';
import { ShapeTally, type ColumnShapes } from './shape-tally.ts';
import { tellingRows } from './shapes-below.ts';

/** What is known of the rows of a table when a row comes that may begin another one. */
export interface TableAbove {
  readonly rowCount: number;
  /** How many fields the last of its rows has. */
  readonly lastWidth: number;
  readonly columns: ColumnShapes;
  /** Whether one of its rows says the same in every cell. */
  has(row: SeenRow): boolean;
}

/** The rows of a table as they come in; the first of them tell what its columns look like. */
export class GrowingTable implements TableAbove {
  readonly rows: SeenRow[] = [];
  readonly #tally = new ShapeTally();
  #columns: ColumnShapes | null = null;
  readonly #known = new Set<string>();
  #knownRows = 0;

  constructor(rows: readonly SeenRow[] = []) {
    for (const row of rows) this.add(row);
  }

  get rowCount(): number {
    return this.rows.length;
  }

  get lastWidth(): number {
    return this.rows.at(-1)?.row.fields.length ?? 0;
  }

  get columns(): ColumnShapes {
    this.#columns ??= this.#tally.columns();
    return this.#columns;
  }

  /** `isTitles`: whether the row is a header, which says nothing of its columns. Default: false. */
  add(row: SeenRow, isTitles = false): void {
    this.rows.push(row);
    if (isTitles || this.rows.length > tellingRows) return;
    this.#tally.add(row.shapes);
    this.#columns = null;
  }

  /** Each row is gone over once, however often this is asked. */
  has(row: SeenRow): boolean {
    for (; this.#knownRows < this.rows.length; this.#knownRows++) {
      this.#known.add(contentOf(this.rows[this.#knownRows] as SeenRow));
    }
    return this.#known.has(contentOf(row));
  }
}

function contentOf({ row }: SeenRow): string {
  return JSON.stringify(row.fields);
}
