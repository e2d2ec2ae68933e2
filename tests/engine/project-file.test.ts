import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { sqlOptions } from '#engine/sql-options.ts';
import { openEngine, value } from './open-engine.ts';

const library = await initSqlJs(sqlOptions);
const file = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

describe('a project file', () => {
  let bytes: Uint8Array;
  let document: ProjectDocument;
  let tables: DataTable[];

  beforeAll(async () => {
    const engine = openEngine();
    const first = value(await engine.importText('customer_id,points\nC1,1099511627776\nC2,\n1\n'));
    const second = value(await engine.importText('a,b\n1.5,예\n2,아니오\n'));
    tables = [first, second];
    document = { ...emptyDocument('연습'), tables };
    bytes = await engine.request('export-file', {
      documentText: JSON.stringify(document),
      keep: tables.map(({ name }) => name),
    });
  });

  it('opens again with its document, rows and kinds', async () => {
    const engine = openEngine();
    const opened = value(await engine.request('open-file', { file: file(bytes) }));
    expect(JSON.parse(opened.documentText)).toEqual(document);
    expect(opened.tables).toEqual(['data_1', 'data_2']);
    expect(await engine.rows('data_1')).toEqual([
      ['C1', 2 ** 40],
      ['C2', null],
    ]);
    expect(await engine.rows('data_2')).toEqual([
      [1.5, 1],
      [2, 0],
    ]);
    expect(engine.engine.columns.kindOf('data_2', 'b')).toBe('boolean');
    expect(value(await engine.importText('a,b\n1,2\n')).name).toBe('data_3');
    const rejected = await engine.request('rejected-rows', { table: 'data_1' });
    expect(new TextDecoder().decode(rejected)).toBe(
      'line,reason,customer_id,points\r\n4,too-few-fields,1\r\n',
    );
  });

  it('leaves out tables that are no longer wanted, which stay open for undo', async () => {
    const engine = openEngine();
    value(await engine.request('open-file', { file: file(bytes) }));
    const smaller = await engine.request('export-file', { documentText: '{}', keep: ['data_2'] });
    const copy = new library.Database(smaller);
    const names = copy.exec("SELECT name FROM sqlite_schema WHERE name LIKE 'data%'")[0]?.values;
    expect(names).toEqual([['data_2']]);
    expect(await engine.rows('data_1')).toHaveLength(2);
  });

  it('is written to the browser and opened from there', async () => {
    const engine = openEngine();
    value(await engine.request('open-file', { file: file(bytes) }));
    const keep = ['data_1', 'data_2'];
    const saved = value(await engine.request('save-rows', { projectId: 'p', keep }));
    expect(saved).toEqual(value(await engine.request('save-rows', { projectId: 'p', keep })));
    await engine.request('start-empty', {});
    expect(value(await engine.request('open-saved', { projectId: 'p' })).tables).toEqual(keep);
    expect(await engine.rows('data_2')).toHaveLength(2);
    expect(await engine.request('open-saved', { projectId: 'q' })).toEqual({
      ok: false,
      problem: { code: 'not-saved' },
    });
  });

  it('may be hostile: nothing of its schema comes along', async () => {
    const hostile = new library.Database(bytes);
    hostile.run('CREATE TABLE extra (x)');
    hostile.run('CREATE VIEW data_9 AS SELECT 1');
    hostile.run(
      "CREATE TRIGGER grab AFTER INSERT ON data_1 BEGIN INSERT INTO extra VALUES ('ran'); END",
    );
    hostile.run('CREATE INDEX slow ON data_1 (points)');
    hostile.run("INSERT INTO data_1 VALUES (x'00ff', 'no number')");
    const engine = openEngine();
    const opened = value(await engine.request('open-file', { file: file(hostile.export()) }));
    expect(opened.tables).toEqual(['data_1', 'data_2']);
    expect((await engine.rows('data_1'))[2]).toEqual([null, null]);
    const left = engine.engine.database.all(
      "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    expect(left.flat()).toEqual([
      'carrotlab_assignment',
      'carrotlab_project',
      'carrotlab_rejects',
      'data_1',
      'data_2',
    ]);
  });

  it('may not put a view or a virtual table in the place of a table', async () => {
    for (const replacement of [
      'CREATE VIEW data_1 AS SELECT 1 AS customer_id, 2 AS points',
      'CREATE VIRTUAL TABLE data_1 USING fts4(customer_id, points)',
    ]) {
      const hostile = new library.Database(bytes);
      hostile.run('DROP TABLE data_1');
      hostile.run(replacement);
      const engine = openEngine();
      expect(await engine.request('open-file', { file: file(hostile.export()) })).toMatchObject({
        ok: false,
        problem: { code: 'damaged-file' },
      });
    }
  });

  it.each([
    ['not-a-database', () => new TextEncoder().encode('a,b\n1,2\n')],
    ['not-a-database', () => new Uint8Array()],
    ['not-a-project', () => new library.Database().run('CREATE TABLE mine (x)').export()],
    ['damaged-file', (sound: Uint8Array) => sound.slice(0, 4096)],
    [
      'newer-version',
      (sound: Uint8Array) => {
        const newer = new library.Database(sound);
        newer.run('PRAGMA user_version = 99');
        return newer.export();
      },
    ],
  ])('is refused with %s and leaves what is open alone', async (code, make) => {
    const engine = openEngine();
    const { name } = value(await engine.importText('a,b\n1,2\n'));
    const answer = await engine.request('open-file', { file: file(make(bytes)) });
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    expect(await engine.rows(name)).toEqual([[1, 2]]);
  });

  it('survives any damage without a crash', async () => {
    const engine = openEngine();
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const answer = await engine.request('open-file', { file: file(damaged) });
      expect(answer.ok || answer.problem.code.length > 0).toBe(true);
    }
  });
});
