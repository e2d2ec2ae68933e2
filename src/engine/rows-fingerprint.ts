import { md5Hex } from '#core/random/md5.ts';
import { ident, type Database } from './database.ts';
import type { Params } from './protocol.ts';
import { tableColumns } from './tables.ts';

/** Rows whose values are hashed at a time. */
const rowsAtATime = 1000;

/**
 * MD5 of the values of columns, in the order of the rows: of a line per table, `table`, its columns and the MD5 of the MD5s of
 * every thousand rows as JSON. A column that the table has not got counts as empty. Another order of the rows is another
 * fingerprint, since a file that was changed and put back is the same file.
 */
export function rowsFingerprint(
  database: Database,
  { tables }: Params<'fingerprint-rows'>,
): string {
  const lines = tables.map(({ table, columns }) => {
    const known = new Set(tableColumns(database, table).map(({ name }) => name));
    const selected = columns.map((name) => (known.has(name) ? ident(name) : 'NULL')).join(', ');
    const parts: string[] = [];
    let rows: string[] = [];
    const close = (): void => {
      if (rows.length > 0) parts.push(md5Hex(rows.join('\n')));
      rows = [];
    };
    if (known.size > 0 && columns.length > 0)
      database.each(`SELECT ${selected} FROM ${ident(table)} ORDER BY rowid`, [], (row) => {
        rows.push(JSON.stringify(row));
        if (rows.length === rowsAtATime) close();
      });
    close();
    return JSON.stringify([columns, md5Hex(parts.join('\n'))]);
  });
  return md5Hex(lines.join('\n'));
}
