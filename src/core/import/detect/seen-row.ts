import { brokenTitles } from '../broken-titles.ts';
import type { FileRow } from '../file-row.ts';

import type { CellShape } from './cell-shape.ts';
import { shapesOf } from './column-shapes.ts';

/** A row that is looked at: what its cells look like, and where it stands. */
export class SeenRow {
  readonly row: FileRow;
  /** How many cells are filled. */
  readonly filled: number;
  /** The first of the lines right above that are blank, or have delimiters only; null where there are none. */
  readonly gapLine: number | null;
  #shapes: readonly CellShape[] | null = null;

  constructor(row: FileRow, filled: number, gapLine: number | null) {
    this.row = row;
    this.filled = filled;
    this.gapLine = gapLine;
  }

  get isAfterGap(): boolean {
    return this.gapLine !== null;
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
  let gapLine: number | null = null;
  for (const read of rows) {
    if (read.aside) continue;
    const row = read.isBroken ? { ...read, fields: brokenTitles(read, delimiter) } : read;
    const filled = row.fields.filter((field) => field.trim() !== '').length;
    if (filled > 0) seen.push(new SeenRow(row, filled, gapLine));
    gapLine = filled > 0 ? null : (gapLine ?? row.line);
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
