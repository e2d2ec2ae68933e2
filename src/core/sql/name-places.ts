import { isSameName } from './mentioned-tables.ts';
import type { SqlPlace, StatementPart } from './read-statement.ts';
import { isWord, nameOf } from './tokens.ts';

/** Tries other SQL: SQLite's message, or null where it is understood. */
export type Attempt = (sql: string) => string | null;

/** Where a name stands in a statement, as indexes of its parts. */
export function placesOfName(name: string, parts: readonly StatementPart[]): number[] {
  return parts.flatMap((part, at) => {
    const found = nameOf(part);
    return found !== null && isSameName(found, name) ? [at] : [];
  });
}

/** The first place where a name is one of a table. */
export function tablePlace(name: string, parts: readonly StatementPart[]): number | undefined {
  return placesOfName(name, parts).find((at) => {
    const before = parts[at - 1];
    const follows = ['FROM', 'JOIN', 'IN', 'TABLE'].some((word) => isWord(before, word));
    return follows || /^[.,(]$/.test(before?.text ?? '');
  });
}

/** The first place where a name is called as a function. */
export function callPlace(name: string, parts: readonly StatementPart[]): number | undefined {
  return placesOfName(name, parts).find((at) => parts[at + 1]?.text === '(');
}

/** Of several places of a column, the one where NULL in its stead changes the message; the first where none does. */
export function decidingPlace(
  name: string,
  words: string,
  parts: readonly StatementPart[],
  attempt: Attempt,
): number | undefined {
  const candidates = placesOfName(name, parts);
  if (candidates.length < 2) return candidates[0];
  const found = candidates.find((at) => {
    const from = firstOfName(parts, at);
    const changed = parts.flatMap(({ sql }, index) =>
      index < from || index > at ? [sql] : index === at ? ['NULL'] : [],
    );
    return attempt(changed.join(' ')) !== words;
  });
  return found ?? candidates[0];
}

/** The place at which SQLite stopped reading: cut behind it, the statement fails in the same words. */
export function stoppingPlace(
  near: string,
  words: string,
  parts: readonly StatementPart[],
  attempt: Attempt,
): number | undefined {
  const candidates = parts.flatMap(({ sql }, at) => (sql === near ? [at] : []));
  if (candidates.length < 2) return candidates[0];
  const found = candidates.find((at) => {
    const until = parts.slice(0, at + 1).map(({ sql }) => sql);
    return attempt(until.join(' ')) === words;
  });
  return found ?? candidates[0];
}

/** Where a dotted name begins. */
export function firstOfName(parts: readonly StatementPart[], at: number): number {
  let from = at;
  while (parts[from - 1]?.text === '.' && nameOf(parts[from - 2]) !== null) from -= 2;
  return from;
}

export function placeAt(parts: readonly StatementPart[], at: number | undefined): SqlPlace | null {
  const part = at === undefined ? undefined : parts[at];
  return part ? { from: part.from, to: part.to } : null;
}
