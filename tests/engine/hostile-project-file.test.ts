import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { sqlOptions } from '#engine/sql-options.ts';
import { memoryFiles } from './memory-files.ts';
import { openEngine, value } from './open-engine.ts';

const library = await initSqlJs(sqlOptions);

describe('a project file from anyone', () => {
  let bytes: Uint8Array;
  let table: DataTable;

  beforeAll(async () => {
    const engine = openEngine();
    const rows = Array.from({ length: 500 }, (_, row) => `C${row},${row}`).join('\n');
    table = value(await engine.importText(`customer_id,points\n${rows}\nbad\n`));
    const documentText = JSON.stringify({ ...emptyDocument('연습'), tables: [table] });
    bytes = await engine.request('export-file', { documentText, keep: [table.name] });
  });

  /** Opens the file beside work that is open, and says whether that work is still as it was. */
  async function openBesideWork(content: Uint8Array) {
    const engine = openEngine();
    const { name } = value(await engine.importText('a,b\n1,2\n'));
    const file = new Blob([content as Uint8Array<ArrayBuffer>]);
    const answer = await engine.request('open-file', { file });
    const isUntouched = !answer.ok && JSON.stringify(await engine.rows(name)) === '[[1,2]]';
    return { engine, answer, isUntouched };
  }

  /** The file as somebody changes it who leaves it unsealed, so that nothing but our other checks stands in the way. */
  function changed(...statements: readonly string[]): Uint8Array {
    const copy = new library.Database(bytes);
    copy.run("UPDATE carrotlab_project SET value = 'none' WHERE key = 'seal'");
    for (const statement of statements) copy.run(statement);
    const content = copy.export();
    copy.close();
    return content;
  }

  function withDocument(document: unknown): Uint8Array {
    const copy = new library.Database(changed());
    copy.run("UPDATE carrotlab_project SET value = ? WHERE key = 'document'", [
      typeof document === 'string' ? document : JSON.stringify(document),
    ]);
    const content = copy.export();
    copy.close();
    return content;
  }

  it('that is cut off anywhere is refused', async () => {
    for (let length = 0; length < bytes.length; length += 1000) {
      const { answer, isUntouched } = await openBesideWork(bytes.slice(0, length));
      expect(answer).toMatchObject({
        ok: false,
        problem: { code: length < 16 ? 'not-a-database' : 'damaged-file' },
      });
      expect(isUntouched).toBe(true);
    }
  });

  it('that is garbage behind the head of a database is refused', async () => {
    for (let seed = 1; seed < 6; seed++) {
      const garbage = bytes.map((byte, at) => (at < 16 * seed ? byte : (at * 7919 * seed) % 251));
      const { answer, isUntouched } = await openBesideWork(garbage);
      const code = expect.stringMatching(/damaged-file|not-a-project/) as unknown;
      expect(answer).toMatchObject({ ok: false, problem: { code } });
      expect(isUntouched).toBe(true);
    }
  });

  it('whose seal does not fit its bytes is refused, and one without a seal opens', async () => {
    const sealed = bytes.slice();
    const at = Buffer.from(sealed).indexOf('C123');
    sealed.set(new TextEncoder().encode('C999'), at);
    const { answer, isUntouched } = await openBesideWork(sealed);
    expect(answer).toEqual({
      ok: false,
      problem: { code: 'damaged-file', detail: 'the seal is broken' },
    });
    expect(isUntouched).toBe(true);
    const unsealed = await openBesideWork(changed("UPDATE data_1 SET customer_id = 'C999'"));
    expect(value(unsealed.answer).tables).toEqual(['data_1']);
    const withoutKey = await openBesideWork(
      changed("DELETE FROM carrotlab_project WHERE key = 'seal'"),
    );
    expect(withoutKey.answer).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
  });

  it.each([
    ['a database of another program with the same table names', 'PRAGMA application_id = 0'],
    ['one without a version', 'PRAGMA user_version = 0'],
    ['one without a document', "DELETE FROM carrotlab_project WHERE key = 'document'"],
    [
      'one whose document is a number',
      "UPDATE carrotlab_project SET value = 7 WHERE key <> 'seal'",
    ],
    [
      'one whose document is not JSON',
      "UPDATE carrotlab_project SET value = '{' WHERE key <> 'seal'",
    ],
    ['one without a table that every project has', 'DROP TABLE carrotlab_rejects'],
  ])('that is %s is no project', async (_, statement) => {
    const { answer, isUntouched } = await openBesideWork(changed(statement));
    expect(answer).toEqual({ ok: false, problem: { code: 'not-a-project' } });
    expect(isUntouched).toBe(true);
  });

  it.each([
    ['a view', 'CREATE VIEW peek AS SELECT * FROM data_1'],
    ['a view in the place of a table', 'CREATE VIEW data_9 AS SELECT 1 AS x'],
    ['a trigger', 'CREATE TRIGGER a AFTER INSERT ON data_1 BEGIN DELETE FROM data_1; END'],
    ['a virtual table', 'CREATE VIRTUAL TABLE words USING fts4(x)'],
    ['a virtual table in the place of a table', 'CREATE VIRTUAL TABLE data_9 USING fts4(x)'],
    ['an index', 'CREATE INDEX slow ON data_1 (points)'],
    ['an index on an expression', 'CREATE INDEX slow ON data_1 (abs(points) * 7)'],
    ['a partial index', 'CREATE INDEX slow ON data_1 (points) WHERE length(points) > 1'],
    ['a table of another program', 'CREATE TABLE mine (x)'],
    ['statistics for the planner', 'ANALYZE'],
  ])('that holds %s is refused with its name, and nothing of it runs', async (_, statement) => {
    const { answer, isUntouched } = await openBesideWork(changed(statement));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'foreign-part' } });
    expect(isUntouched).toBe(true);
  });

  it.each([
    [
      'a condition',
      'CREATE TABLE data_1 (customer_id TEXT, points INTEGER CHECK (points > abs(-9e9)))',
    ],
    ['a default', 'CREATE TABLE data_1 (customer_id TEXT, points INTEGER DEFAULT (random()))'],
    [
      'a generated column',
      'CREATE TABLE data_1 (customer_id TEXT, points INTEGER AS (length(customer_id)))',
    ],
    ['a collation', 'CREATE TABLE data_1 (customer_id TEXT COLLATE NOCASE, points INTEGER)'],
    ['other types', 'CREATE TABLE data_1 (customer_id BLOB, points)'],
    ['its columns in another order', 'CREATE TABLE data_1 ("points" INTEGER, "customer_id" TEXT)'],
    [
      'no row ids',
      'CREATE TABLE data_1 (customer_id TEXT PRIMARY KEY, points INTEGER) WITHOUT ROWID',
    ],
  ])('whose table has %s is refused', async (_, definition) => {
    const { answer, isUntouched } = await openBesideWork(changed('DROP TABLE data_1', definition));
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'damaged-file', detail: expect.stringContaining('data_1') as unknown },
    });
    expect(isUntouched).toBe(true);
  });

  it('whose own tables are of another making is refused', async () => {
    for (const definition of [
      'CREATE TABLE carrotlab_rejects (table_name TEXT, line INTEGER, reason TEXT, raw TEXT)',
      'CREATE TABLE carrotlab_rejects (table_name TEXT, line INTEGER, reason TEXT, raw TEXT CHECK (raw = upper(raw))) STRICT',
      'CREATE VIEW carrotlab_rejects AS SELECT 1',
    ]) {
      const { answer } = await openBesideWork(changed('DROP TABLE carrotlab_rejects', definition));
      expect(answer).toMatchObject({ ok: false, problem: { code: 'foreign-part' } });
    }
  });

  it('whose schema was written into by hand is refused', async () => {
    const text = Buffer.from(changed()).toString('latin1');
    const place = text.indexOf('CREATE TABLE carrotlab_rejects');
    const forged = Buffer.from(
      text.slice(0, place) +
        text.slice(place).replace('reason TEXT, raw TEXT', 'reason TEXT, CHECK(1)'),
      'latin1',
    );
    const { answer, isUntouched } = await openBesideWork(forged);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'foreign-part' } });
    expect(isUntouched).toBe(true);
  });

  /** The file with other bytes in its header. */
  function withHeader(at: number, ...values: readonly number[]): Uint8Array {
    const copy = changed();
    copy.set(values, at);
    return copy;
  }

  it.each([
    ['a page size of 0', 16, [0, 0], 'damaged-file'],
    ['a page size that is no power of two', 16, [3, 0], 'damaged-file'],
    ['another page size', 16, [2, 0], 'damaged-file'],
    ['four thousand million pages', 28, [255, 255, 255, 255], 'damaged-file'],
    ['no pages', 28, [0, 0, 0, 0], 'damaged-file'],
    ['a write-ahead log', 18, [2, 2], 'damaged-file'],
    ['UTF-16', 56, [0, 0, 0, 2], 'damaged-file'],
    ['a later version', 60, [0, 0, 0, 99], 'newer-version'],
    ['a version far ahead', 60, [255, 255, 255, 255], 'newer-version'],
  ])('whose header says %s is refused before SQLite sees it', async (_, at, values, code) => {
    const { answer, isUntouched } = await openBesideWork(withHeader(at, ...values));
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(isUntouched).toBe(true);
  });

  it('that is too large is refused unread', async () => {
    const engine = openEngine();
    const file = { size: 2 ** 30 + 1, arrayBuffer: () => Promise.reject(new Error('was read')) };
    expect(await engine.request('open-file', { file: file as unknown as Blob })).toEqual({
      ok: false,
      problem: { code: 'oversized-file', what: 'bytes', found: 2 ** 30 + 1, most: 2 ** 30 },
    });
  });

  it('that lists more tables or columns, or a longer document, than is read is refused', async () => {
    const sound = { ...emptyDocument('연습'), tables: [table] };
    const column = (name: string) => ({ name, kind: 'text', role: 'none', personal: null });
    const columns = Array.from({ length: 2001 }, (_, at) => column(`c${at}`));
    const tables = Array.from({ length: 501 }, (_, at) => ({ ...table, name: `data_${at + 1}` }));
    for (const [what, found, document] of [
      ['columns', 2001, { ...sound, tables: [{ ...table, columns }] }],
      ['tables', 501, { ...sound, tables }],
    ] as const) {
      const { answer } = await openBesideWork(withDocument(document));
      expect(answer).toMatchObject({ ok: false, problem: { code: 'oversized-file', what, found } });
    }
    const long = changed(
      "UPDATE carrotlab_project SET value = hex(zeroblob(40000000)) WHERE key = 'document'",
    );
    const { answer, isUntouched } = await openBesideWork(long);
    expect(answer).toMatchObject({ ok: false, problem: { what: 'document', found: 80_000_000 } });
    expect(isUntouched).toBe(true);
  });

  it('whose document has any wrong part is refused before the open work is replaced', async () => {
    const sound = { ...emptyDocument('연습'), tables: [table] };
    const wrong: unknown[] = [
      { tables: [] },
      { ...sound, experiments: 'none' },
      { ...sound, tables: [{ ...table, name: 'sqlite_schema' }] },
      { ...sound, tables: [{ ...table, name: 'carrotlab_assignment' }] },
      { ...sound, tables: [table, table] },
      JSON.stringify(sound).replace('"name":', '"__proto__":'),
    ];
    for (const document of wrong) {
      const { answer, isUntouched } = await openBesideWork(withDocument(document));
      expect(answer).toEqual({ ok: false, problem: { code: 'not-a-project' } });
      expect(isUntouched).toBe(true);
    }
    const newer = await openBesideWork(withDocument({ ...sound, version: 99 }));
    expect(newer.answer).toEqual({ ok: false, problem: { code: 'newer-version', version: 99 } });
    expect(newer.isUntouched).toBe(true);
  });

  it('whose document names columns that are not there, or none, is refused', async () => {
    const lists = [
      [],
      [{ name: 'salary', kind: 'text', role: 'none', personal: null }],
      [table.columns[0], table.columns[0]],
      [{ name: 'points", (SELECT 1) AS "x', kind: 'text', role: 'none', personal: null }],
    ];
    for (const columns of lists) {
      const document = { ...emptyDocument('연습'), tables: [{ ...table, columns }] };
      const { answer, isUntouched } = await openBesideWork(withDocument(document));
      expect(answer).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
      expect(isUntouched).toBe(true);
    }
  });

  it.each([
    ['a text in a number column', "INSERT INTO data_1 VALUES ('C1', 'no number')"],
    ['bytes in a text column', "INSERT INTO data_1 VALUES (x'00ff', 1)"],
    ['a fraction in a column of whole numbers', "INSERT INTO data_1 VALUES ('C1', 1.5)"],
    [
      'a rejected row that is no JSON',
      "INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', 'no JSON')",
    ],
    [
      'a rejected row that is no list',
      `INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', '{"a":1}')`,
    ],
    [
      'a rejected row that is nothing',
      "INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', NULL)",
    ],
    ['a list with nobody on it', 'INSERT INTO carrotlab_assignment VALUES (1, NULL, 0, 0)'],
    ['a list with a negative cell', "INSERT INTO carrotlab_assignment VALUES (1, 'C2', -1, 0)"],
  ])('that holds %s is refused: no row is changed or left out', async (_, statement) => {
    const { answer, isUntouched } = await openBesideWork(changed(statement));
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'damaged-file', detail: expect.stringContaining('1 rows') as unknown },
    });
    expect(isUntouched).toBe(true);
  });

  it('saved rows that are damaged are refused, and the next file opens', async () => {
    const files = memoryFiles();
    const engine = openEngine(files);
    await engine.importText('a,b\n1,2\n');
    const place = { storage: 'memory' as const, projectId: 'damaged' };
    const save = { ...place, fileName: 'rows-1-1', saved: null };
    const { rows } = value(await engine.request('save-rows', save));
    const stored = await files.read('damaged', 'rows-1-1');
    const content = new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer());
    content[5000] = (content[5000] ?? 0) ^ 1;
    await files.write('damaged', 'rows-1-1', new Blob([content]));
    expect(await engine.request('open-saved', { ...place, rows, keep: null })).toEqual({
      ok: false,
      problem: { code: 'damaged-save' },
    });
    const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    expect(value(await engine.request('open-file', { file })).tables).toEqual(['data_1']);
  });
});
