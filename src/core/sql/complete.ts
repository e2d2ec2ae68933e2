import { keywords } from './keywords.ts';
import { isSameName, mentionedTables, type KnownTable } from './mentioned-tables.ts';
import { quoteName } from './quote-name.ts';
import { isWord, meaningful, nameOf, tokens } from './tokens.ts';

export interface Suggestion {
  readonly label: string;
  /** What is written; names are quoted where SQLite needs it. */
  readonly insert: string;
  readonly kind: 'column' | 'table' | 'keyword' | 'function';
  /** The table of a column. */
  readonly of: string | null;
  /** Larger comes first. */
  readonly rank: number;
}

export interface Suggestions {
  /** Where the word begins that they replace. */
  readonly from: number;
  readonly list: readonly Suggestion[];
}

/**
 * What could stand at a place of a statement that is being written: after a dot the columns of that table, after FROM
 * and JOIN tables first, elsewhere the columns of the tables that the statement names. Null inside texts and comments.
 * Example: `SELECT c. FROM 고객 c` at 9 gets the columns of 고객.
 */
export function suggestions(
  text: string,
  cursor: number,
  tables: readonly KnownTable[],
  functions: readonly string[],
): Suggestions | null {
  const here = tokens(text.slice(0, cursor)).at(-1);
  const isQuoting = here?.kind === 'unclosed' && here.text.startsWith('"');
  if (here?.kind === 'comment' || here?.kind === 'number') return null;
  if (here?.kind === 'unclosed' && !isQuoting) return null;
  const from = here?.kind === 'name' || isQuoting ? here.from : cursor;
  const before = meaningful(tokens(text.slice(0, from)));
  // Without the word itself, so that a quote that is not closed yet hides nothing.
  const mentioned = mentionedTables(
    meaningful(tokens(`${text.slice(0, from)} ${text.slice(cursor)}`)),
    tables,
  );
  const last = before.at(-1);
  if (last?.text === '.') {
    const owner = nameOf(before.at(-2));
    const table =
      mentioned.find(({ calledAs }) => owner !== null && isSameName(calledAs, owner))?.table ??
      tables.find(({ name }) => owner !== null && isSameName(name, owner));
    return table ? { from, list: columnsOf(table, 3) } : null;
  }
  const wantsTable = isWord(last, 'FROM') || isWord(last, 'JOIN');
  const names = tables.map((table) => suggest(table.name, 'table', null, wantsTable ? 4 : 1));
  if (wantsTable) return { from, list: names };
  const used = new Map(mentioned.map(({ table }) => [table.name, table]));
  const columns = [...used.values()].flatMap((table) => columnsOf(table, 3));
  if (isQuoting) return { from, list: [...columns, ...names] };
  return {
    from,
    list: [
      ...columns,
      ...names,
      ...keywords.map((word) => suggest(word, 'keyword', null, 2, word)),
      ...functions.map((name) => suggest(name, 'function', null, 0, `${name}(`)),
    ],
  };
}

function columnsOf(table: KnownTable, rank: number): Suggestion[] {
  return table.columns.map((name) => suggest(name, 'column', table.name, rank));
}

function suggest(
  label: string,
  kind: Suggestion['kind'],
  of: string | null,
  rank: number,
  insert = quoteName(label),
): Suggestion {
  return { label, insert, kind, of, rank };
}
