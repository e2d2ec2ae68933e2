import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { isWord, meaningful, nameOf, tokens, type Token } from './tokens.ts';

/** A place in the text of a query, `to` exclusive. */
export interface SqlPlace {
  readonly from: number;
  readonly to: number;
}

/** Why a text is not run. `found` is what stands at the place. */
export type StatementProblem =
  | Problem<'no-statement'>
  | (Problem<'several-statements'> & { place: SqlPlace })
  | (Problem<'not-read-only'> & { found: string; place: SqlPlace })
  | (Problem<'unclosed'> & { found: string; place: SqlPlace })
  | (Problem<'curly-quote'> & { found: string; place: SqlPlace })
  | (Problem<'has-parameter'> & { found: string; place: SqlPlace });

/** A piece of the statement with the text that SQLite is given for it. */
export interface StatementPart extends Token {
  readonly sql: string;
}

/** One statement that only reads. */
export interface ReadStatement {
  readonly sql: string;
  /** Without spaces and comments. */
  readonly parts: readonly StatementPart[];
  /** It asks for the plan of a query (EXPLAIN). */
  readonly explains: boolean;
}

const readingVerbs = ['SELECT', 'VALUES'];
const writingVerbs = ['INSERT', 'REPLACE', 'UPDATE', 'DELETE'];

/**
 * Takes a text as one statement that only reads: SELECT, VALUES, WITH … SELECT, or EXPLAIN of those. Names in double
 * quotes go to SQLite in backquotes, because it takes a "misspelt" name for a text otherwise.
 * Refuses `no-statement`, `several-statements`, `not-read-only`, `unclosed` (a quote or comment without an end),
 * `curly-quote` (‘ ’ “ ” from a word processor) and `has-parameter` (?, :name, which nothing would fill).
 * Source: https://sqlite.org/quirks.html, section 8, "Double-quoted string literals are accepted".
 * Example: `SELECT "region" FROM t;` gives the SQL ``SELECT `region` FROM t``.
 */
export function readStatement(text: string): Result<ReadStatement, StatementProblem> {
  const all = tokens(text);
  const parts = meaningful(all);
  const unclosed = all.find(({ kind }) => kind === 'unclosed');
  if (unclosed) {
    return refuse({ code: 'unclosed', found: unclosed.text.slice(0, 2), place: placeOf(unclosed) });
  }
  const end = parts.findIndex(({ text: sign }) => sign === ';');
  const statement = end < 0 ? parts : parts.slice(0, end);
  const [first] = statement;
  if (!first) return refuse({ code: 'no-statement' });
  const second = end < 0 ? undefined : parts.slice(end).find(({ text: sign }) => sign !== ';');
  if (second) return refuse({ code: 'several-statements', place: placeOf(second) });
  const explains = isWord(first, 'EXPLAIN');
  const writing = writingPart(explains ? withoutExplain(statement) : statement);
  if (writing) {
    return refuse({ code: 'not-read-only', found: writing.text, place: placeOf(writing) });
  }
  const curly = statement.find(({ kind, text: sign }) => kind === 'illegal' && /[‘’“”]/.test(sign));
  if (curly) return refuse({ code: 'curly-quote', found: curly.text, place: placeOf(curly) });
  const parameter = statement.find(({ kind }) => kind === 'variable');
  if (parameter) {
    return refuse({ code: 'has-parameter', found: parameter.text, place: placeOf(parameter) });
  }
  const last = statement.at(-1) ?? first;
  const sql = all
    .filter(({ to }) => to <= last.to)
    .map(sqlOf)
    .join('');
  return succeed({
    sql,
    parts: statement.map((part) => ({ ...part, sql: sqlOf(part) })),
    explains,
  });
}

function withoutExplain(statement: readonly Token[]): readonly Token[] {
  return isWord(statement[1], 'QUERY') && isWord(statement[2], 'PLAN')
    ? statement.slice(3)
    : statement.slice(1);
}

/** The word that makes a statement one that does not only read, or null. */
function writingPart(statement: readonly Token[]): Token | null {
  const [first] = statement;
  if (!first) return null;
  if (readingVerbs.some((verb) => isWord(first, verb))) return null;
  if (!isWord(first, 'WITH')) return first;
  let depth = 0;
  for (const token of statement) {
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    else if (depth === 0 && writingVerbs.some((verb) => isWord(token, verb))) return token;
    else if (depth === 0 && readingVerbs.some((verb) => isWord(token, verb))) return null;
  }
  return null;
}

function sqlOf(token: Token): string {
  if (token.kind === 'space') return token.text.replace(/[\uFEFF\u00A0\u3000]/g, ' ');
  if (token.kind !== 'quoted-name' || !token.text.startsWith('"')) return token.text;
  return `\`${(nameOf(token) ?? '').replaceAll('`', '``')}\``;
}

function placeOf({ from, to }: Token): SqlPlace {
  return { from, to };
}
