import { beforeAll, describe, expect, it } from 'vitest';
import { md5Hex } from '#core/random/md5.ts';
import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import { writeCsv } from '#engine/csv/write-csv.ts';
import { consoleHandlers } from '#engine/sql/console-handlers.ts';
import { writePiece } from '#engine/sql/console-protocol.ts';
import { openConsole, type TestConsole } from './open-console.ts';
import { openEngine, type TestEngine } from './open-engine.ts';

const labels = ['고객.csv', '구매 이력', '고객.xlsx', 'products', 'select'];

/** The sample under labels of its own: one with a space, one twice but for its ending, one that is a word of SQL. */
async function openSample() {
  const engine = openEngine();
  const { tables } = await engine.request('load-sample', {});
  const document: ProjectDocument = {
    ...emptyDocument('sample'),
    tables: tables.map((table, place) => ({ ...table, label: labels[place] ?? '' })),
  };
  const bytes = await engine.request('copy-rows', {});
  return { engine, document, bytes, console: openConsole(bytes, consoleSchema(document)) };
}

/** Everything that the engine holds, as one number. */
function hashOfRows({ engine: { database } }: TestEngine): string {
  const tables = database.all(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY 1",
  );
  const rows = tables.map(([name]) => database.all(`SELECT * FROM "${String(name)}"`));
  return md5Hex(JSON.stringify([tables, rows]));
}

describe('the SQL console', () => {
  let engine: TestEngine;
  let document: ProjectDocument;
  let bytes: Uint8Array;
  let console: TestConsole;

  beforeAll(async () => {
    ({ engine, document, bytes, console } = await openSample());
  });

  it('knows the tables by their labels, and by the names they have in the project', () => {
    expect(console.ask('SELECT count(*) FROM 고객').rows).toEqual([[24000]]);
    expect(console.ask('SELECT count(*) FROM "구매 이력"').rows).toEqual([[85377]]);
    expect(console.ask('SELECT count(*) FROM 고객_2').rows).toEqual([[3600]]);
    expect(console.ask('SELECT count(*) FROM "select"').rows[0]?.[0]).toBeGreaterThan(0);
    expect(console.ask('SELECT count(*) FROM data_1').rows).toEqual([[24000]]);
    const names = console.ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
    expect(names.rows.flat()).toEqual(['고객', '구매 이력', '고객_2', 'products', 'select']);
  });

  it('takes a misspelt name in double quotes for a name, not for a text', () => {
    expect(console.problem('SELECT count(*) FROM 고객 WHERE "regoin" = \'서울\'')).toMatchObject({
      code: 'no-such-column',
      name: 'regoin',
      nearest: 'region',
      wasQuoted: true,
      place: { from: 30, to: 38 },
    });
    expect(console.problem('SELECT "서울" FROM 고객')).toMatchObject({
      code: 'no-such-column',
      nearest: null,
      wasQuoted: true,
    });
    expect(console.ask('SELECT "region" FROM 고객 LIMIT 1').columns).toEqual(['region']);
    expect(console.ask('SELECT max("region") FROM 고객').columns).toEqual(['max("region")']);
  });

  it.each([
    [
      'SELECT * FORM 고객',
      { code: 'syntax', found: 'FORM', nearest: 'FROM', place: { from: 9, to: 13 } },
    ],
    [
      'SELECT region, count(*) FROM 고객 GROUP region ORDER BY region',
      { code: 'syntax', found: 'region', place: { from: 38, to: 44 } },
    ],
    ['SELECT region FROM 고객 WHERE', { code: 'incomplete', place: { from: 22, to: 27 } }],
    ['SELECT 1 FROM 고겍', { code: 'no-such-table', nearest: '고객', place: { from: 14, to: 16 } }],
    [
      'SELECT k.region FROM 고객 AS c',
      { code: 'no-such-table', name: 'k', place: { from: 7, to: 8 } },
    ],
    [
      'SELECT region FROM 고객 WHERE point_balance > 1',
      { code: 'no-such-column', nearest: 'points_balance', place: { from: 28, to: 41 } },
    ],
    [
      'SELECT amount FROM 고객',
      { code: 'no-such-column', name: 'amount', inTable: '구매 이력', place: { from: 7, to: 13 } },
    ],
    [
      'SELECT c.customer_id FROM 고객 c JOIN "구매 이력" t USING (customer_id) WHERE c.amount > 0 AND t.amount > 0',
      { code: 'no-such-column', name: 'amount', place: { from: 74, to: 80 } },
    ],
    [
      'SELECT customer_id FROM 고객 c JOIN "구매 이력" t ON c.customer_id = t.customer_id',
      { code: 'ambiguous-column', tables: ['c', 't'], place: { from: 7, to: 18 } },
    ],
    [
      'SELECT cuont(*) FROM 고객',
      { code: 'no-such-function', nearest: 'count', place: { from: 7, to: 12 } },
    ],
    [
      'SELECT substr() FROM 고객',
      { code: 'wrong-arguments', name: 'substr', place: { from: 7, to: 13 } },
    ],
    [
      'SELECT region FROM 고객 WHERE count(*) > 1',
      { code: 'misplaced-function', name: 'count', place: { from: 28, to: 33 } },
    ],
    ['SELECT 1 # 2', { code: 'unknown-sign', place: { from: 9, to: 10 } }],
  ])('points to the place: %s', (sql, problem) =>
    expect(console.problem(sql)).toMatchObject(problem),
  );

  it('gives values as they are: nothing is rounded, texts stay texts', () => {
    const { rows, columns } = console.ask(
      "SELECT NULL AS a, 9007199254740993 AS b, -9223372036854775808 AS c, 0.1 + 0.2 AS d, x'00ff' AS e, '007' AS f, 9e999 AS g, '<b>' AS h",
    );
    expect(columns).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(rows).toEqual([
      [null, { exact: '9007199254740993' }, { exact: '-9223372036854775808' }, 0.30000000000000004, { exact: "x'00ff'" }, '007', { exact: 'Inf' }, '<b>'], // prettier-ignore
    ]);
  });

  it('gives many rows in pieces, and says where it cut an answer off', () => {
    const answer = console.ask('SELECT * FROM "구매 이력"');
    expect(answer.rowCount).toBe(85377);
    expect(answer.rows.length).toBe(85377);
    expect(answer.cutBy).toBeNull();
    const endless = console.ask(
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    );
    expect(endless.cutBy).toBe('rows');
    expect(endless.rowCount).toBe(1_000_000);
    expect(endless.rows.at(-1)).toEqual([1_000_000]);
    const wide = console.ask(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT printf('%*c', 1000000, 'x') FROM n",
    );
    expect(wide.cutBy).toBe('bytes');
    expect(wide.rowCount).toBeLessThan(2000);
  });

  it('stops a query that takes too much memory, and goes on', () => {
    expect(
      console.problem(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, printf('%*c', 2000, 'x') AS x FROM n ORDER BY x, i DESC",
      ),
    ).toMatchObject({ code: 'out-of-memory' });
    expect(console.ask('SELECT 1').rows).toEqual([[1]]);
  });

  it('explains the plan of a query', () => {
    const plan = console.console.plan(
      'SELECT c.region, sum(t.amount) FROM 고객 c JOIN "구매 이력" t ON t.customer_id = c.customer_id GROUP BY 1 ORDER BY 2',
    );
    expect(plan.ok && plan.value.map(({ kind, table }) => [kind, table])).toEqual([
      ['scan', 'c'],
      ['bloom', 't'],
      ['search-automatic', 't'],
      ['sort-group', null],
      ['sort-order', null],
    ]);
    expect(console.console.plan('SELECT * FROM nowhere')).toMatchObject({
      ok: false,
      problem: { code: 'no-such-table' },
    });
  });

  it('changes nothing, whatever it is told', () => {
    const before = hashOfRows(engine);
    const copyBefore = console.ask('SELECT count(*), sum(points_balance) FROM 고객').rows;
    for (const sql of [
      'DELETE FROM 고객',
      'DROP TABLE data_1',
      "UPDATE 고객 SET region = 'x'",
      'SELECT 1; DELETE FROM 고객',
      'WITH x AS (SELECT 1) DELETE FROM 고객',
      'WITH x AS (SELECT 1) UPDATE 고객 SET region = 1',
      'WITH x AS (SELECT 1) INSERT INTO 고객 SELECT * FROM 고객 RETURNING *',
      'PRAGMA query_only = OFF',
      'EXPLAIN DELETE FROM 고객',
      "ATTACH 'file' AS other",
      'PRAGMA writable_schema = ON',
      "VACUUM INTO 'other'",
      'SELECT * FROM pragma_query_only(0)',
      "SELECT load_extension('x')",
      "SELECT writefile('x', 'y')",
      'SELECT * FROM carrotlab_project',
      'CREATE TEMP TABLE x AS SELECT 1',
      'REINDEX',
      'BEGIN; DELETE FROM 고객; COMMIT',
      '/* SELECT */ DELETE FROM 고객',
      '\u0000DELETE FROM 고객',
    ]) {
      expect(console.problem(sql), sql).toBeTruthy();
    }
    expect(console.ask('SELECT count(*), sum(points_balance) FROM 고객').rows).toEqual(copyBefore);
    expect(hashOfRows(engine)).toBe(before);
  });

  it('holds a copy: what happens to the project afterwards is not in it, and the other way round', async () => {
    const other = await openSample();
    const state = await other.engine.request('rows-state', {});
    other.engine.engine.database.run('DELETE FROM data_1');
    other.engine.engine.rowsChanged();
    expect(other.console.ask('SELECT count(*) FROM 고객').rows).toEqual([[24000]]);
    expect(await other.engine.request('rows-state', {})).not.toBe(state);
    expect(await engine.request('rows-state', {})).toBe(await engine.request('rows-state', {}));
  });

  it('masks personal data in its copy until they are asked for', () => {
    const marked: ProjectDocument = {
      ...document,
      tables: document.tables.map((table, place) => ({
        ...table,
        columns: table.columns.map((column) => ({
          ...column,
          personal: place === 0 && column.name === 'region' ? 'name' : null,
        })),
      })),
    };
    const schema = consoleSchema(marked);
    const sql = 'SELECT DISTINCT region FROM 고객 WHERE region IS NOT NULL ORDER BY 1 LIMIT 3';
    const masked = openConsole(bytes, schema);
    const shown = masked.ask(sql).rows.flat();
    expect(shown).toEqual(['강*', '경*', '광*']);
    expect(masked.ask("SELECT * FROM data_1 WHERE region = '서울'").rowCount).toBe(0);
    expect(masked.ask('SELECT count(region) FROM 고객').rows).toEqual(
      console.ask('SELECT count(region) FROM 고객').rows,
    );
    expect(openConsole(bytes, schema, false).ask(sql).rows).toEqual(console.ask(sql).rows);
  });

  it('writes an answer as a CSV file that no spreadsheet runs', () => {
    const parts = consoleHandlers.csv(
      console.console,
      {
        columns: ['이름', 'amount'],
        pieces: [writePiece([['=1+1', -0.38]]), writePiece([['서울, "경기"', null], ['+82', { exact: '9007199254740993' }]])], // prettier-ignore
      },
      () => undefined,
    );
    const whole = new Uint8Array(parts.flatMap((part) => [...part]));
    expect(whole).toEqual(
      writeCsv([
        ['이름', 'amount'],
        ['=1+1', -0.38],
        ['서울, "경기"', null],
        ['+82', '9007199254740993'],
      ]),
    );
    expect(new TextDecoder().decode(whole)).toContain("'=1+1,-0.38\r\n");
  });
});
