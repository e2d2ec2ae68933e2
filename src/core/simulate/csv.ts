import type { SampleTable, SampleValue } from './sample-table.ts';

/**
 * A table as CSV text for practice files: a header, CRLF after every line, a field quoted only where it holds a comma,
 * a quote or a line break, empty where there is no value. No byte-order mark: who writes the file chooses the encoding.
 * It guards no formulas; lists for people to open in a spreadsheet are exported by the engine.
 * Source: RFC 4180. Example: a column `a` with the value `1,5` gives 'a\r\n"1,5"\r\n'.
 */
export function toCsv(table: Pick<SampleTable, 'columns' | 'rows'>): string {
  const header = table.columns.map((column) => column.name);
  return [header, ...table.rows].map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: SampleValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
