import { isWord, nameOf, type Token } from './tokens.ts';

/** A table of the console and its columns. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table that a statement names, with the name by which its columns are called there. */
export interface MentionedTable {
  readonly table: KnownTable;
  readonly calledAs: string;
}

/** Words that follow a table without being its other name. */
const following = new Set(
  'ON USING WHERE GROUP ORDER LIMIT HAVING WINDOW UNION EXCEPT INTERSECT JOIN LEFT RIGHT INNER OUTER CROSS FULL NATURAL INDEXED NOT SET'.split(
    ' ',
  ),
);

export const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * The known tables that stand after FROM, JOIN or a comma, with their other names. It looks at the words only, so that
 * it also answers for a statement that is still being written.
 * Example: in `SELECT * FROM customers AS c` the table customers is called c.
 */
export function mentionedTables(
  parts: readonly Token[],
  known: readonly KnownTable[],
): MentionedTable[] {
  const found: MentionedTable[] = [];
  parts.forEach((part, at) => {
    const name = nameOf(part);
    const before = parts[at - 1];
    if (
      name === null ||
      !(isWord(before, 'FROM') || isWord(before, 'JOIN') || before?.text === ',')
    )
      return;
    const table = known.find((candidate) => isSameName(candidate.name, name));
    if (!table) return;
    const next = parts[at + 1];
    const other = nameOf(isWord(next, 'AS') ? parts[at + 2] : next);
    const isAlias =
      other !== null && !(next?.kind === 'name' && following.has(other.toUpperCase()));
    found.push({ table, calledAs: isAlias ? other : name });
  });
  return found;
}

/** The names that a statement gives to columns and sub-queries: those after AS, and those of WITH. */
export function namesGiven(parts: readonly Token[]): string[] {
  return parts.flatMap((part, at) => {
    const name = nameOf(part);
    const isGiven = isWord(parts[at - 1], 'AS') || isWord(parts[at + 1], 'AS');
    return name !== null && isGiven && !isWord(part, 'AS') ? [name] : [];
  });
}
