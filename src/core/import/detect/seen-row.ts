import type { FileRow } from '../file-row.ts';
import { brokenTitles } from '../layout-reader.ts';
import type { CellShape } from './cell-shape.ts';
import { shapesOf } from './column-shapes.ts';

/** A row that is looked at: what its cells look like, and where it stands. */
export class SeenRow {
  readonly row: FileRow;
  /** How many cells are filled. */
  readonly filled: number;
  /** Whether a blank line, or one of delimiters only, stands right above. */
  readonly isAfterGap: boolean;
  #shapes: readonly CellShape[] | null = null;

  constructor(row: FileRow, filled: number, isAfterGap: boolean) {
    this.row = row;
    this.filled = filled;
    this.isAfterGap = isAfterGap;
  }

  /** Of most rows nobody asks. */
  get shapes(): readonly CellShape[] {
    this.#shapes ??= shapesOf(this.row.fields);
    return this.#shapes;
  }
}

/** The rows of a file that have something in them, with what they look like. */
export function seeRows(rows: readonly FileRow[], delimiter: string): SeenRow[] {
  const seen: SeenRow[] = [];
  let isAfterGap = false;
  for (const read of rows) {
    if (read.aside) continue;
    const row = read.isBroken ? { ...read, fields: brokenTitles(read, delimiter) } : read;
    const filled = row.fields.filter((field) => field.trim() !== '').length;
    if (filled > 0) seen.push(new SeenRow(row, filled, isAfterGap));
    isAfterGap = filled === 0;
  }
  return seen;
}

/** Whether two rows say the same in every cell. */
export function isSameRow(one: SeenRow, other: SeenRow): boolean {
  return (
    one.row.fields.length === other.row.fields.length &&
    one.row.fields.every((field, column) => field === other.row.fields[column])
  );
}
