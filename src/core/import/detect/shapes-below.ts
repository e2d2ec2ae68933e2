import type { SeenRow } from './seen-row.ts';
import { ShapeTally, type ColumnShapes } from './shape-tally.ts';

/** So many rows of a table tell what its columns look like. */
export const tellingRows = 60;

/**
 * What the columns look like in the rows below a place, `tellingRows` of them at most. Asked from place to place onwards,
 * it adds each row once and takes it away once, however often it is asked.
 */
export class ShapesBelow {
  readonly #rows: readonly SeenRow[];
  readonly #tallies = new Map<number, ShapeTally>();
  #from = 0;
  #end = 0;

  constructor(rows: readonly SeenRow[]) {
    this.#rows = rows;
  }

  /** Of the rows below that at `index`, those with so many fields: how many they are, and the shapes of their columns. */
  of(index: number, width: number): { readonly rowCount: number; readonly columns: ColumnShapes } {
    this.#moveTo(index + 1);
    const tally = this.#tallies.get(width);
    return { rowCount: tally?.rowCount ?? 0, columns: tally?.columns() ?? [] };
  }

  #moveTo(from: number): void {
    if (from < this.#from || from >= this.#end) {
      this.#tallies.clear();
      this.#end = from;
    } else {
      for (const { row, shapes } of this.#rows.slice(this.#from, from)) {
        this.#tallies.get(row.fields.length)?.remove(shapes);
      }
    }
    this.#from = from;
    const end = Math.min(from + tellingRows, this.#rows.length);
    for (const { row, shapes } of this.#rows.slice(this.#end, end)) {
      const width = row.fields.length;
      const tally = this.#tallies.get(width) ?? new ShapeTally();
      this.#tallies.set(width, tally);
      tally.add(shapes);
    }
    this.#end = end;
  }
}
