import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import { emptyDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { sqlOptions } from '#engine/sql-options.ts';
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

  function changed(...statements: readonly string[]): Uint8Array {
    const copy = new library.Database(bytes);
    for (const statement of statements) copy.run(statement);
    const content = copy.export();
    copy.close();
    return content;
  }

  function withDocument(document: unknown): Uint8Array {
    const copy = new library.Database(bytes);
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
      expect(answer).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
      expect(isUntouched).toBe(true);
    }
  });

  it.each([
    ['a database of another program with the same table names', 'PRAGMA application_id = 0'],
    ['one without a document', "DELETE FROM carrotlab_project WHERE key = 'document'"],
    ['one whose document is a number', 'UPDATE carrotlab_project SET value = 7'],
    ['one whose document is not JSON', "UPDATE carrotlab_project SET value = '{'"],
    ['one whose table of documents is a view', 'ALTER TABLE carrotlab_project RENAME TO other'],
  ])('that is %s is no project', async (name, statement) => {
    const view = 'CREATE VIEW carrotlab_project AS SELECT * FROM other';
    const statements = name.endsWith('view') ? [statement, view] : [statement];
    const { answer, isUntouched } = await openBesideWork(changed(...statements));
    expect(answer).toEqual({ ok: false, problem: { code: 'not-a-project' } });
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

  it('may not compute its values: generated columns are refused like views', async () => {
    const { answer, isUntouched } = await openBesideWork(
      changed(
        'ALTER TABLE data_1 RENAME COLUMN points TO stored',
        'ALTER TABLE data_1 ADD COLUMN points INTEGER AS (length(hex(zeroblob(1000))))',
      ),
    );
    expect(answer).toMatchObject({ ok: false, problem: { code: 'damaged-file' } });
    expect(isUntouched).toBe(true);
  });

  it('runs no trigger and no view when it is opened, saved and written again', async () => {
    const hostile = changed(
      'CREATE TABLE stolen (x)',
      'CREATE VIEW peek AS SELECT * FROM data_1',
      'CREATE TRIGGER a AFTER INSERT ON data_1 BEGIN INSERT INTO stolen VALUES (1); END',
      'CREATE TRIGGER b AFTER DELETE ON carrotlab_assignment BEGIN DELETE FROM data_1; END',
      'CREATE TRIGGER c INSTEAD OF INSERT ON peek BEGIN DELETE FROM data_1; END',
    );
    const { engine, answer } = await openBesideWork(hostile);
    expect(value(answer).tables).toEqual(['data_1']);
    const written = await engine.request('export-file', { documentText: '{}', keep: ['data_1'] });
    const copy = new library.Database(written);
    const kinds = copy.exec("SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')");
    expect(kinds[0]?.values).toEqual([[0]]);
    expect(copy.exec('SELECT count(*) FROM data_1')[0]?.values).toEqual([[500]]);
    copy.close();
  });

  it('brings no rejected rows and no list that this program would not have written', async () => {
    const { engine, answer } = await openBesideWork(
      changed(
        "INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', 'no JSON')",
        "INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', NULL)",
        `INSERT INTO carrotlab_rejects VALUES ('data_1', 9, 'missing-id', '{"a":1}')`,
        "INSERT INTO carrotlab_assignment VALUES (1, 'C1', 0, 0), (1, 'C2', -1, 0)",
        "INSERT INTO carrotlab_assignment VALUES (1, NULL, 0, 0), (1, 'C3', 0, 99)",
      ),
    );
    value(answer);
    const rejected = await engine.request('rejected-rows', { table: 'data_1' });
    expect(new TextDecoder().decode(rejected)).toBe(
      'line,reason,customer_id,points\r\n502,too-few-fields,bad\r\n',
    );
    const totals = value(
      await engine.request('total-experiment', {
        outcome: {
          kind: 'drawn',
          experiment: 1,
          table: 'data_1',
          customerColumn: 'customer_id',
          outcomeColumn: null,
          moneyColumn: null,
        },
        strata: { kind: 'none' },
        source: null,
        rules: defaultStageRules,
        armNames: ['holdout', 'coupon'],
      }),
    );
    expect(totals.strata[0]?.totals.map(({ customers }) => customers)).toEqual([1, 0]);
    expect(totals.leftOut.missingArm).toBe(1);
  });

  it('saved rows that are damaged are refused, and the next file opens', async () => {
    const engine = openEngine();
    const damaged = new Blob([bytes.slice(0, 5000) as Uint8Array<ArrayBuffer>]);
    await engine.engine.vault.writeRows('damaged', damaged);
    expect(await engine.request('open-saved', { projectId: 'damaged' })).toMatchObject({
      ok: false,
      problem: { code: 'damaged-file' },
    });
    const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    expect(value(await engine.request('open-file', { file })).tables).toEqual(['data_1']);
  });
});
