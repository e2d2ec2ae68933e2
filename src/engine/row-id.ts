import { rowIdNames } from '#core/import/header-names.ts';

/** A name of SQLite's row id that no column of the table hides; `columnNames` leaves one. */
export function rowIdName(columns: readonly { readonly name: string }[]): string {
  const names = new Set(columns.map(({ name }) => name.toLowerCase()));
  const free = rowIdNames.find((name) => !names.has(name));
  if (!free) throw new Error('A table has columns named rowid, _rowid_ and oid at once');
  return free;
}
