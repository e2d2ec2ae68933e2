import { guardFormula } from '#core/assignment/formula-guard.ts';

/** A cell of a list to download. Numbers stay numbers; text is guarded against being run as a formula. */
export type CsvCell = string | number | null;

/**
 * A table as the bytes of a CSV file that spreadsheets open correctly: UTF-8 with a byte order mark, CRLF, quotes where
 * they are needed, formulas guarded.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): Uint8Array<ArrayBuffer> {
  const lines: string[] = ['\uFEFF'];
  for (const row of rows) lines.push(row.map(fieldOf).join(','), '\r\n');
  return new TextEncoder().encode(lines.join(''));
}

function fieldOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
