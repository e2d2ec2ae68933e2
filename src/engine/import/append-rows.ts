import type { SqlValue } from 'sql.js';
import type { AppendedColumns } from '#core/import/append-columns.ts';
import type { Column } from '#core/import/column.ts';
import { joinColumns, type JoinProblem } from '#core/import/join-columns.ts';
import { refuse, type Result } from '#core/result.ts';
import type { FileRow } from '../csv/parse-records.ts';
import { ident, type Database } from '../database.ts';
import type { RequestContext } from '../engine.ts';
import type { ImportPlan } from '../protocol.ts';
import { rowIdName } from '../row-id.ts';
import { dataTableNames } from '../tables.ts';
import { yieldToEvents } from './read-bytes.ts';

/** Rows that are copied at once: some 50 ms. */
const rowsAtOnce = 20_000;

/**
 * How the rows of the files lie in the table they make together. `plans`: at least one; where the first is to be appended
 * to a table, all are. Refuses: no-common-column (a file shares no column with what stands before it, or the table to append
 * to is not there).
 */
export function fitsOf(
  database: Database,
  plans: readonly ImportPlan[],
): Result<readonly AppendedColumns[], JoinProblem> {
  const into = plans[0]?.into;
  const isThere = into?.mode !== 'append' || dataTableNames(database).includes(into.table);
  if (!isThere) return refuse({ code: 'no-common-column', file: 0 });
  return joinColumns(
    into?.mode === 'append' ? into.columns : null,
    plans.map(({ columns }) => columns),
  );
}

/**
 * Copies the rows of a table into a new one whose first columns are the same, and says how many they are; null where it
 * was cancelled.
 */
export async function copyRows(
  database: Database,
  from: { readonly table: string; readonly columns: readonly Column[] },
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
