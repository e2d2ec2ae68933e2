import type { ColumnKind } from '../import/column.ts';

/** A cell of a table: dates as ISO text, yes/no as 1 and 0, won as whole numbers, null where there is no value. */
export type SampleValue = string | number | null;

export interface SampleColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table that was made, ready to be inserted or written as CSV. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly (readonly SampleValue[])[];
}

/** Columns from "name kind" pairs. Example: `columnsOf({ price: 'integer' })` is `[{ name: 'price', kind: 'integer' }]`. */
export function columnsOf(kinds: Readonly<Record<string, ColumnKind>>): SampleColumn[] {
  return Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
}

/**
 * Rows written as text, one to a line: cells between bars, `-` for no value, a line that ends in a bar goes on in the
 * next one. Cells of number columns become numbers. Throws where a line has not one cell per column.
 * Example: `readRows(columnsOf({ name: 'text', price: 'integer' }), 'soap | 1200')` is `[['soap', 1200]]`.
 */
export function readRows(columns: readonly SampleColumn[], text: string): SampleValue[][] {
  const lines = text
    .trim()
    .replace(/\|\s*\n\s*/g, '| ')
    .split('\n');
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== columns.length) {
      throw new Error(`A row has ${cells.length} cells for ${columns.length} columns: ${line}`);
    }
    return columns.map(({ kind }, index) => {
      const cell = cells[index] ?? '-';
      if (cell === '-') return null;
      return kind === 'integer' || kind === 'decimal' ? Number(cell) : cell;
    });
  });
}
