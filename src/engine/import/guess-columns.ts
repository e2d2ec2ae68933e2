import { guessRoles } from '#core/import/column-roles.ts';
import { guessPersonal } from '#core/import/guess-personal.ts';
import { columnNames } from '#core/import/header-names.ts';
import { inferKind, orDeclared } from '#core/import/infer-kind.ts';
import { maskFacts } from '#core/import/mask-facts.ts';
import type { ColumnKind, TableRole } from '#core/import/column.ts';
import type { ColumnGuess } from '../protocol.ts';

/** SQLite takes 2,000 columns, but nobody works with so many, and a wrong separator makes them. */
export const mostColumns = 1000;

/** The beginning of a long text tells what it is; to look for names and numbers in megabytes would take minutes. */
const longestLookedAt = 1000;

/**
 * What the columns of a table seem to be: names, kinds and formats, roles, what is personal, and what the table is for.
 * `titles`: the header; `rows`: rows that were looked at, those of another width are left out of the judgement.
 * `declared`: what the file itself says that each column holds. Default: nothing.
 */
export function guessColumns(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  declared: readonly ColumnKind[] = [],
): { columns: ColumnGuess[]; tableRole: TableRole } {
  const names = columnNames(titles);
  const fitting = rows.filter(({ length }) => length === titles.length);
  const guesses = titles.map((header, index) => {
    const fields = fitting.map((row) => (row[index] ?? '').slice(0, longestLookedAt));
    const values = [
      ...new Set(fields.map((field) => field.trim()).filter((field) => field !== '')),
    ];
    const guess = orDeclared(inferKind(header, fields), header, declared[index] ?? 'text');
    const personal = guessPersonal({ header, kind: guess.kind, values, headers: titles });
    return { header, values, guess, personal };
  });
  const { roles, rivals, tableRole } = guessRoles(
    guesses.map(({ header, values, guess }) => ({
      header,
      kind: guess.kind,
      distinct: values.length,
    })),
  );
  const columns = guesses.map(({ header, values, guess, personal }, index): ColumnGuess => ({
    ...guess,
    ...(personal && {
      reason: maskFacts(guess.reason, personal),
      notes: maskFacts(guess.notes, personal),
      mixedUnits: maskFacts(guess.mixedUnits, personal),
    }),
    header,
    name: names[index] ?? header,
    role: roles[index] ?? 'none',
    personal,
    rivals: (rivals[index] ?? []).map((other) => names[other] ?? ''),
    examples: values.slice(0, 3),
  }));
  return { columns, tableRole };
}
