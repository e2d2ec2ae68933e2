import type { SqlValue } from 'sql.js';
import { appendColumns, type AppendedColumns } from '#core/import/append-columns.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { FileRow } from '../csv/parse-records.ts';
import { ident, type Database } from '../database.ts';
import type { RequestContext } from '../engine.ts';
import type { ImportPlan, ReadProblem } from '../protocol.ts';
import { rowIdName } from '../row-id.ts';
import { dataTableNames } from '../tables.ts';
import { yieldToEvents } from './read-bytes.ts';

/** Rows that are copied at once: some 50 ms. */
const rowsAtOnce = 20_000;

/** What a new table begins with, and how the fields of a row of the file lie in it. */
export interface Beginning {
  readonly table: string;
  readonly fit: AppendedColumns;
}

/** Null for a table of its own. Refuses: no-common-column. */
export function beginningOf(
  database: Database,
  { into, columns }: ImportPlan,
): Result<Beginning | null, ReadProblem> {
  if (into.mode === 'new') return succeed(null);
  const { table } = into;
  const fit = dataTableNames(database).includes(table)
    ? appendColumns(into.columns, columns)
    : null;
  return fit ? succeed({ table, fit }) : refuse({ code: 'no-common-column', table });
}

/**
 * Copies the rows of a table into a new one whose first columns are the same, and says how many they are; null where it
 * was cancelled.
 */
export async function copyRows(
  database: Database,
  from: { readonly table: string; readonly columns: ImportPlan['columns'] },
  into: string,
  context: RequestContext,
): Promise<number | null> {
  const names = from.columns.map(({ name }) => ident(name)).join(', ');
  const rowId = rowIdName(from.columns);
  let last: SqlValue = -1;
  for (;;) {
    const next = database.one(
      `SELECT max(r) FROM (SELECT ${rowId} AS r FROM ${ident(from.table)} WHERE ${rowId} > ? ` +
        `ORDER BY ${rowId} LIMIT ${rowsAtOnce})`,
      [last],
    );
    if (next === null) break;
    database.run(
      `INSERT INTO ${ident(into)} (${names}) SELECT ${names} FROM ${ident(from.table)} ` +
        `WHERE ${rowId} > ? AND ${rowId} <= ? ORDER BY ${rowId}`,
      [last, next],
    );
    last = next;
    await yieldToEvents();
    if (context.isCancelled()) return null;
  }
  return Number(database.one(`SELECT count(*) FROM ${ident(into)}`));
}

/** The row as the new table has it. One that is too short to be a row of the file stays as it is, to be rejected. */
export function fittedRow(row: FileRow, { places }: AppendedColumns, width: number): FileRow {
  const { fields } = row;
  if (row.isBroken || row.aside || fields.length < width) return row;
  const own = places.map((place) => (place === null ? '' : (fields[place] ?? '')));
  return { ...row, fields: [...own, ...fields.slice(width)] };
}
