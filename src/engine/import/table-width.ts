import type { Layout } from '#core/import/dialect.ts';

/**
 * The titles of the columns that a table has: those of the header, without the empty ones at its end under which nothing
 * stands either, as trailing delimiters leave them, and with empty ones where most rows have more fields than the header.
 */
export function tableTitles(
  titles: readonly string[],
  { headerRows }: Layout,
  rows: readonly (readonly string[])[],
): string[] {
  const widths = rows.map(filledWidth).sort((one, other) => one - other);
  const common = widths[Math.floor(widths.length / 2)] ?? 0;
  let width = Math.max(headerRows === 0 ? 0 : titles.length, common, 1);
  const isEmpty = (column: number) =>
    (titles[column] ?? '').trim() === '' && rows.every((row) => (row[column] ?? '').trim() === '');
  while (width > 1 && isEmpty(width - 1)) width--;
  return Array.from({ length: width }, (_, column) => titles[column] ?? '');
}

/** The rows that have a field for every column, without surplus fields where they are blank. */
export function fittedRows(
  rows: readonly (readonly string[])[],
  width: number,
): (readonly string[])[] {
  return rows
    .filter(({ length }) => length > 0 && (width === 1 || length > 1))
    .map((row) => (row.length > width && filledWidth(row) <= width ? row.slice(0, width) : row));
}

function filledWidth(row: readonly string[]): number {
  return row.findLastIndex((field) => field.trim() !== '') + 1;
}
