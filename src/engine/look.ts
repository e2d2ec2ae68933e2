import type { SqlValue } from 'sql.js';
import { writeCsv, type CsvCell } from './csv/write-csv.ts';
import { ident, type Database } from './database.ts';
import type { Answer, Params } from './protocol.ts';
import { tableColumns } from './tables.ts';

const mostValues = 50;

/** A page of a table. */
export function readRows(
  database: Database,
  { table, offset, limit }: Params<'read-rows'>,
): Answer<'read-rows'> {
  const columns = tableColumns(database, table).map(({ name }) => name);
  const rows = database.all(`SELECT * FROM ${ident(table)} LIMIT ? OFFSET ?`, [limit, offset]);
  return { columns, rows: rows.map((row) => row.map(plainValue)) };
}

/** The distinct values of a column with their counts, most frequent first, missing ones left out. */
export function listValues(
  database: Database,
  { table, column }: Params<'list-values'>,
): Answer<'list-values'> {
  const name = ident(column);
  return database
    .all(
      `SELECT ${name}, count(*) FROM ${ident(table)} WHERE ${name} IS NOT NULL ` +
        `GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`,
    )
    .map(([value, count]) => ({ value: String(value), count: Number(count) }));
}

/** The rejected rows of an import as CSV: line number, reason, and the fields as they were in the file. */
export function rejectedRows(database: Database, { table }: Params<'rejected-rows'>): Uint8Array {
  const columns = tableColumns(database, table).map(({ name }) => name);
  const rows: CsvCell[][] = [['line', 'reason', ...columns]];
  database.each(
    'SELECT line, reason, raw FROM carrotlab_rejects WHERE table_name = ? ORDER BY line',
    [table],
    ([line, reason, raw]) => {
      rows.push([Number(line), String(reason), ...(JSON.parse(String(raw)) as string[])]);
    },
  );
  return writeCsv(rows);
}

function plainValue(value: SqlValue): string | number | null {
  return value instanceof Uint8Array ? null : value;
}
