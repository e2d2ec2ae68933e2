/** What a piece of SQL is. `name` is a bare word (keywords too), `quoted-name` one in "…", `…` or […]. */
export type TokenKind =
  | 'space'
  | 'comment'
  | 'text'
  | 'blob'
  | 'number'
  | 'name'
  | 'quoted-name'
  | 'variable'
  | 'sign'
  | 'unclosed'
  | 'illegal';

/** A piece of a statement. `from` to `to` are its places in the text, `to` exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Rule {
  readonly kind: TokenKind;
  readonly pattern: RegExp;
}

/** In order: the first that matches at a place takes it. Letters beyond ASCII are letters of names, as for SQLite. */
const rules: readonly Rule[] = [
  // No-break and full-width spaces come with text copied from the web; SQLite would take them for names.
  { kind: 'space', pattern: /[ \t\n\f\r\uFEFF\u00A0\u3000]+/y },
  { kind: 'comment', pattern: /--[^\n]*/y },
  { kind: 'comment', pattern: /\/\*[\s\S]*?\*\//y },
  { kind: 'unclosed', pattern: /\/\*[\s\S]*/y },
  { kind: 'blob', pattern: /x'(?:[0-9a-f]{2})*'/iy },
  { kind: 'text', pattern: /'(?:[^']|'')*'/y },
  { kind: 'quoted-name', pattern: /"(?:[^"]|"")*"/y },
  { kind: 'quoted-name', pattern: /`(?:[^`]|``)*`/y },
  { kind: 'quoted-name', pattern: /\[[^\]]*\]/y },
  { kind: 'unclosed', pattern: /['"`[][\s\S]*/y },
  { kind: 'illegal', pattern: /[\u2018\u2019\u201C\u201D]/y },
  { kind: 'number', pattern: /0x[0-9a-f]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?/iy },
  { kind: 'variable', pattern: /\?\d*|[:@$][\w$\u0080-\uFFFF]+/y },
  {
    kind: 'name',
    pattern:
      /[a-z_\u0080-\uFFFF](?:(?![\u00A0\u3000\uFEFF\u2018\u2019\u201C\u201D])[\w$\u0080-\uFFFF])*/iy,
  },
  { kind: 'sign', pattern: /->>|->|\|\||<<|>>|<=|>=|<>|==|!=|[-+*/%&|~=<>(),;.]/y },
];

/**
 * Divides SQL into pieces as SQLite does; every character is in exactly one of them. Never fails: what SQLite would
 * not understand becomes `illegal` or `unclosed`.
 * Source: https://sqlite.org/src/file/src/tokenize.c
 * Example: `tokens('SELECT 1')` has the kinds name, space, number.
 */
export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  let from = 0;
  while (from < sql.length) {
    const token = tokenAt(sql, from);
    found.push(token);
    from = token.to;
  }
  return found;
}

function tokenAt(sql: string, from: number): Token {
  for (const { kind, pattern } of rules) {
    pattern.lastIndex = from;
    const text = pattern.exec(sql)?.[0];
    if (text) return { kind, text, from, to: from + text.length };
  }
  return { kind: 'illegal', text: sql.charAt(from), from, to: from + 1 };
}

/** The pieces that mean something: without spaces and comments. */
export function meaningful(all: readonly Token[]): Token[] {
  return all.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** Whether a piece is a certain bare word, in any case. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'name' && token.text.toUpperCase() === word;
}

/** The name that a piece stands for, without its quotes; null where it is no name. Example: of `"a""b"` it is `a"b`. */
export function nameOf(token: Token | undefined): string | null {
  if (token?.kind === 'name') return token.text;
  if (token?.kind !== 'quoted-name') return null;
  const inside = token.text.slice(1, -1);
  const quote = token.text.charAt(0);
  return quote === '[' ? inside : inside.replaceAll(quote + quote, quote);
}
