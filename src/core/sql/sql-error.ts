import type { Problem } from '#core/result.ts';
import { keywords } from './keywords.ts';
import { isSameName, mentionedTables, namesGiven, type KnownTable } from './mentioned-tables.ts';
import {
  callPlace,
  decidingPlace,
  firstOfName,
  placeAt,
  stoppingPlace,
  tablePlace,
  type Attempt,
} from './name-places.ts';
import { nearestName } from './nearest-name.ts';
import type { ReadStatement, SqlPlace, StatementPart } from './read-statement.ts';

interface Facts {
  /** Where in the text, or null where SQLite does not say enough to find it. */
  readonly place: SqlPlace | null;
  /** SQLite's own words. */
  readonly words: string;
}

/** What SQLite had to say against a statement. `nearest` is the name that was probably meant. */
export type SqlError =
  | (Problem<'syntax'> & Facts & { found: string; nearest: string | null })
  | (Problem<'incomplete'> & Facts)
  | (Problem<'unknown-sign'> & Facts & { found: string })
  /** `inTable`: the table that has the column, where the statement names only others. */
  | (Problem<'no-such-column'> &
      Facts & { name: string; nearest: string | null; inTable: string | null; wasQuoted: boolean })
  | (Problem<'no-such-table'> & Facts & { name: string; nearest: string | null })
  | (Problem<'no-such-function'> & Facts & { name: string; nearest: string | null })
  | (Problem<'ambiguous-column'> & Facts & { name: string; tables: readonly string[] })
  | (Problem<'wrong-arguments'> & Facts & { name: string })
  | (Problem<'misplaced-function'> & Facts & { name: string })
  | (Problem<'out-of-memory'> & Facts)
  | (Problem<'other'> & Facts);

/** What a statement could have meant, and a way to try another one. */
export interface ErrorContext {
  readonly tables: readonly KnownTable[];
  readonly functions: readonly string[];
  readonly attempt: Attempt;
}

/** What is said with the name that the message captured. */
type Reading = (name: string, words: string, parts: Parts, context: ErrorContext) => SqlError;
type Parts = readonly StatementPart[];

const readings: readonly (readonly [RegExp, Reading])[] = [
  [
    /^near "([\s\S]*)": syntax error$/,
    (found, words, parts, { attempt }) => {
      const place = placeAt(parts, stoppingPlace(found, words, parts, attempt));
      const isKeyword = keywords.includes(found.toUpperCase());
      const nearest = isKeyword ? null : nearestName(found, keywords);
      return { code: 'syntax', found, nearest, place, words };
    },
  ],
  [
    /(incomplete) input/,
    (_, words, parts) => ({ code: 'incomplete', place: placeAt(parts, parts.length - 1), words }),
  ],
  [
    /^unrecognized token: "([\s\S]*)"$/,
    (found, words, parts) => {
      const at = parts.findIndex(({ kind, sql }) => kind === 'illegal' && found.startsWith(sql));
      return { code: 'unknown-sign', found, place: placeAt(parts, at), words };
    },
  ],
  [
    /^(out of memory|string or blob too big)$/,
    (_, words) => ({ code: 'out-of-memory', place: null, words }),
  ],
  [/no such column: (.+)$/, missingColumn],
  [
    /no such table: (.+)$/,
    (dotted, words, parts, { tables }) => {
      const name = afterDot(dotted);
      const nearest = nearestName(name, [
        ...tables.map((table) => table.name),
        ...namesGiven(parts),
      ]);
      return { code: 'no-such-table', name, nearest, place: placeAt(parts, tablePlace(name, parts)), words }; // prettier-ignore
    },
  ],
  [
    /ambiguous column name: (.+)$/,
    (name, words, parts, { tables: known, attempt }) => {
      const tables = mentionedTables(parts, known)
        .filter(({ table }) => table.columns.some((column) => isSameName(column, name)))
        .map(({ calledAs }) => calledAs);
      const place = placeAt(parts, decidingPlace(afterDot(name), words, parts, attempt));
      return { code: 'ambiguous-column', name, tables, place, words };
    },
  ],
  [
    /no such function: (.+)$/,
    (name, words, parts, { functions }) => {
      const nearest = nearestName(name, functions);
      const place = placeAt(parts, callPlace(name, parts));
      return { code: 'no-such-function', name, nearest, place, words };
    },
  ],
  [
    /wrong number of arguments to function (.+?)\(\)$/,
    (name, words, parts) => {
      return {
        code: 'wrong-arguments',
        name,
        place: placeAt(parts, callPlace(name, parts)),
        words,
      };
    },
  ],
  [
    /misuse of (?:aggregate function|window function|aggregate)?:? ?(.+?)\(\)$/,
    (name, words, parts) => {
      const place = placeAt(parts, callPlace(name, parts));
      return { code: 'misplaced-function', name, place, words };
    },
  ],
];

/**
 * Turns SQLite's message about a statement into a problem with its place and what was probably meant. SQLite says a
 * name and not where it stands; among several places the one counts where a change changes the message.
 * Example: `no such column: regoin` in `SELECT regoin FROM customers` is at 7 to 13, nearest `region`.
 */
export function sqlError(words: string, { parts }: ReadStatement, context: ErrorContext): SqlError {
  for (const [pattern, read] of readings) {
    const name = pattern.exec(words)?.[1];
    if (name !== undefined) return read(name, words, parts, context);
  }
  return { code: 'other', place: null, words };
}

function missingColumn(
  dotted: string,
  words: string,
  parts: Parts,
  context: ErrorContext,
): SqlError {
  const name = afterDot(dotted);
  const at = decidingPlace(name, words, parts, context.attempt);
  const mentioned = mentionedTables(parts, context.tables);
  const callNames = [...mentioned.map(({ calledAs }) => calledAs), ...namesGiven(parts)];
  const owner = dotted.includes('.') ? afterDot(dotted.slice(0, dotted.lastIndexOf('.'))) : null;
  if (owner !== null && !callNames.some((known) => isSameName(known, owner))) {
    const place = placeAt(parts, at === undefined ? at : firstOfName(parts, at));
    const nearest = nearestName(owner, callNames);
    return { code: 'no-such-table', name: owner, nearest, place, words };
  }
  const owned = mentioned.filter(({ calledAs }) => owner === null || isSameName(calledAs, owner));
  const here = owned.flatMap(({ table }) => table.columns);
  const nearest = nearestName(
    name,
    [...here, ...namesGiven(parts)].filter((known) => known !== name),
  );
  const elsewhere = context.tables.find(({ columns }) =>
    columns.some((known) => isSameName(known, name)),
  );
  return {
    code: 'no-such-column',
    name,
    nearest,
    inTable: nearest === null ? (elsewhere?.name ?? null) : null,
    wasQuoted: at !== undefined && (parts[at]?.text.startsWith('"') ?? false),
    place: placeAt(parts, at),
    words,
  };
}

function afterDot(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
