import type { ImportProblemCode } from './column.ts';

/** A row of a file. `line` is the physical line it begins on (the first line of the file is 1). */
export interface FileRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quote is never closed; `fields` is the line as it is, or what the other quotes show of its fields. */
  readonly isBroken: boolean;
  /** Nothing at all is on this line, not even quotes; `fields` is one empty field. */
  readonly isBlank: boolean;
  /** Why it is no row of the table; null where it is one. */
  readonly aside: RowAside | null;
  /** How many blank rows this one stands for. Default: one. */
  readonly blankRows?: number;
}

/** What may stand in a file above, between or below the rows of a table and is none of them. */
export type RowAside = Extract<
  ImportProblemCode,
  'line-above' | 'blank-line' | 'total-row' | 'repeated-header' | 'another-table' | 'comment-line'
>;
