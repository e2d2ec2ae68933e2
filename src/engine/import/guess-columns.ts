import { guessRoles } from '#core/import/column-roles.ts';
import { columnNames } from '#core/import/header-names.ts';
import { inferKind } from '#core/import/infer-kind.ts';
import type { TableRole } from '#core/import/column.ts';
import type { ColumnGuess } from '../protocol.ts';

/**
 * What the columns of a table seem to be: names, kinds, roles, and with them what the table is for.
 * `titles`: the header; `rows`: rows that were looked at, those of another width are left out of the judgement.
 */
export function guessColumns(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): { columns: ColumnGuess[]; tableRole: TableRole } {
  const names = columnNames(titles);
  const guesses = titles.map((title, index) => {
    const fields = rows
      .filter(({ length }) => length === titles.length)
      .map((row) => row[index] ?? '');
    const filled = new Set(fields.map((field) => field.trim()).filter((field) => field !== ''));
    return { title, filled, ...inferKind(title, fields) };
  });
  const { roles, tableRole } = guessRoles(
    guesses.map(({ title, kind, filled }) => ({ header: title, kind, distinct: filled.size })),
  );
  const columns = guesses.map(({ title, filled, ...guess }, index): ColumnGuess => ({
    ...guess,
    header: title,
    name: names[index] ?? title,
    role: roles[index] ?? 'none',
    personal: null,
    rivals: [],
    examples: [...filled].slice(0, 3),
  }));
  return { columns, tableRole };
}
