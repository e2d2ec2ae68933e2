import type { SqlValue } from 'sql.js';
import { readYesNo } from '#core/import/yes-no-value.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { ColumnCache } from './columns.ts';
import { ident, type Database } from './database.ts';
import type { TotalProblem } from './protocol.ts';

/** More different outcomes than this are no yes and no in several spellings. */
const mostOutcomes = 20;

/** What each value of an outcome column means, 0 or 1. */
export function outcomeMeanings(
  database: Database,
  table: string,
  column: string,
): Result<Map<SqlValue, 0 | 1>, TotalProblem> {
  const name = ident(column);
  const values = database.all(
    `SELECT DISTINCT ${name} FROM ${ident(table)} WHERE ${name} IS NOT NULL LIMIT ${mostOutcomes + 1}`,
  );
  const meanings = new Map<SqlValue, 0 | 1>();
  for (const [value = null] of values) {
    const meaning = readYesNo(String(value));
    if (meaning === null || values.length > mostOutcomes) {
      return refuse({ code: 'outcome-not-yes-or-no', column, example: String(value) });
    }
    meanings.set(value, meaning);
  }
  return succeed(meanings);
}

/** The outcome of a row as it is stored: a number, a text or null. */
export function storedOutcomes(
  columns: ColumnCache,
  table: string,
  outcomeColumn: string,
): (row: number) => SqlValue {
  if (columns.kindOf(table, outcomeColumn) === 'text') {
    const { values, codes } = columns.categories(table, outcomeColumn);
    return (row) => values[codes[row] as number] ?? null;
  }
  const numbers = columns.numbers(table, outcomeColumn);
  return (row) => (Number.isNaN(numbers[row]) ? null : (numbers[row] as number));
}
