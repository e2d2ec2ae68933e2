import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteName } from '#core/sql/quote-name.ts';
import { readStatement } from '#core/sql/read-statement.ts';
import { nameOf, tokens } from '#core/sql/tokens.ts';

const sqlOf = (text: string) => {
  const read = readStatement(text);
  return read.ok ? read.value.sql : read.problem.code;
};
const refusal = (text: string) => {
  const read = readStatement(text);
  if (read.ok) return null;
  const { code, found, place } = read.problem as { code: string; found?: string; place?: object };
  return { code, ...(found !== undefined && { found }), ...(place && { place }) };
};

describe('a statement that only reads', () => {
  it.each([
    'SELECT 1',
    'select * from 고객',
    'VALUES (1), (2)',
    'WITH a AS (SELECT 1) SELECT * FROM a',
    'EXPLAIN QUERY PLAN SELECT 1',
    'EXPLAIN WITH a AS (SELECT 1) SELECT * FROM a',
    "SELECT 'DELETE FROM t; DROP TABLE t' AS note",
    'SELECT "drop table" FROM t',
    '/* first */ SELECT 1 -- last',
    "SELECT replace(name, 'a', 'b') FROM t",
  ])('is taken: %s', (text) => expect(readStatement(text).ok).toBe(true));

  it.each([
    ['DELETE FROM t', 'DELETE', 0],
    ['  drop table t', 'drop', 2],
    ["INSERT INTO t VALUES ('SELECT')", 'INSERT', 0],
    ['UPDATE t SET a = 1', 'UPDATE', 0],
    ["ATTACH 'x' AS y", 'ATTACH', 0],
    ['PRAGMA query_only = OFF', 'PRAGMA', 0],
    ['VACUUM', 'VACUUM', 0],
    ['BEGIN', 'BEGIN', 0],
    ['CREATE TABLE x AS SELECT 1', 'CREATE', 0],
    ['WITH a AS (SELECT 1) DELETE FROM t', 'DELETE', 21],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'INSERT', 21],
    ['WITH a AS (SELECT 1) REPLACE INTO t SELECT * FROM a', 'REPLACE', 21],
    ['EXPLAIN UPDATE t SET a = 1', 'UPDATE', 8],
    ['EXPLAIN QUERY PLAN DELETE FROM t', 'DELETE', 19],
    ['EXPLAIN EXPLAIN SELECT 1', 'EXPLAIN', 8],
    ['(SELECT 1)', '(', 0],
  ])('is refused where it is none: %s', (text, found, from) =>
    expect(refusal(text)).toEqual({
      code: 'not-read-only',
      found,
      place: { from, to: from + found.length },
    }),
  );

  it('is one: what stands behind a semicolon is refused, empty or not hidden by comments', () => {
    expect(sqlOf('SELECT 1;')).toBe('SELECT 1');
    expect(sqlOf('SELECT 1 ; ; -- done')).toBe('SELECT 1');
    expect(sqlOf("SELECT ';'")).toBe("SELECT ';'");
    expect(refusal('SELECT 1; DROP TABLE t')).toEqual({
      code: 'several-statements',
      place: { from: 10, to: 14 },
    });
    expect(sqlOf('SELECT 1; /* x */ SELECT 2')).toBe('several-statements');
    for (const text of ['', '  ', '-- only a comment', ';;'])
      expect(sqlOf(text)).toBe('no-statement');
  });

  it('has ends to its quotes and comments, straight quotes, and nothing to be filled in', () => {
    expect(refusal("SELECT 'abc")).toEqual({
      code: 'unclosed',
      found: "'a",
      place: { from: 7, to: 11 },
    });
    expect(sqlOf('SELECT 1 /* open')).toBe('unclosed');
    expect(refusal('SELECT ‘서울’')).toEqual({
      code: 'curly-quote',
      found: '‘',
      place: { from: 7, to: 8 },
    });
    expect(refusal('SELECT * FROM t WHERE a = :name')).toMatchObject({
      code: 'has-parameter',
      found: ':name',
    });
    expect(sqlOf('SELECT\u00a01,\u30002')).toBe('SELECT 1, 2');
  });

  it('gives names in double quotes to SQLite in backquotes, which never are a text', () => {
    expect(sqlOf('SELECT "region" FROM "고객 목록"')).toBe('SELECT `region` FROM `고객 목록`');
    expect(sqlOf('SELECT "a""b", "c`d"')).toBe('SELECT `a"b`, `c``d`');
    expect(sqlOf('SELECT \'"not a name"\' -- "nor this"')).toBe('SELECT \'"not a name"\'');
  });

  it('loses nothing: the pieces are the text', () => {
    const piece = fc.constantFrom('SELECT', ' ', "'", '"', '`', '[', ']', '--', '/*', '*/', '\n', ';', '한글', '1e3', '.', ':a', 'x\'0f\'', '‘'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        const text = pieces.join('');
        expect(tokens(text).map(({ text: part }) => part).join('')).toBe(text); // prettier-ignore
        readStatement(text);
      }),
    );
  });

  it('writes any name so that it is read as that name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const [first, second] = tokens(quoteName(name));
        expect(nameOf(first)).toBe(name);
        expect(second).toBeUndefined();
      }),
    );
    expect(quoteName('고객')).toBe('고객');
    expect(quoteName('구매 이력')).toBe('"구매 이력"');
    expect(quoteName('order')).toBe('"order"');
    expect(quoteName('1월')).toBe('"1월"');
  });
});
