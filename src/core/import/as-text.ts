import type { Column, ColumnRole, ImportProblem, ImportProblemCode } from './column.ts';

/** Roles that a column of texts can play; dates and sums cannot be made of them. */
const rolesOfText: readonly ColumnRole[] = [
  'customer-id',
  'order-id',
  'region',
  'channel',
  'arm',
  'consent',
  'outcome',
  'none',
];

/** What a column of another kind loses or changes, and a column of texts would keep. */
const keptByText: readonly ImportProblemCode[] = [
  'not-a-number',
  'not-a-whole-number',
  'number-too-large',
  'not-a-date',
  'ambiguous-date',
  'impossible-date',
  'not-yes-or-no',
  'leading-zero',
];

/** The names of the columns whose values are all there once they are read as text, in the order of the problems. */
export function columnsToReadAsText(problems: readonly ImportProblem[]): string[] {
  const names = problems.flatMap(({ code, column }) =>
    column !== null && keptByText.includes(code) ? [column] : [],
  );
  return [...new Set(names)];
}

/**
 * The columns with one of them as text. It keeps its role where texts can play it, and has none otherwise. An unknown name
 * changes nothing. Example: `won`, the `amount`, becomes text with the role 'none'.
 */
export function asText<Given extends Column>(columns: readonly Given[], name: string): Given[] {
  return columns.map((column) => {
    if (column.name !== name) return column;
    const role = rolesOfText.includes(column.role) ? column.role : 'none';
    return { ...column, kind: 'text', role };
  });
}
