import { emptyBrief } from '#core/design/brief.ts';
import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  documentVersion,
  emptyDocument,
  type ProjectDocument,
} from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { createGenerator, type RandomGenerator } from '#core/random/generator.ts';
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
    expect(await engine.rejected('data_1')).toBe(
      '\uFEFFline,code,reason,customer_id,points\r\n4,too-few-fields,Too few fields,1\r\n',
    );
  });

  it('leaves no trace of columns that are withheld, and the open project as it is', async () => {
    const engine = openEngine();
    const name = '뷁쀍쏗';
    const table = value(
      await engine.importText(`customer_id,이름,전화\nC1,${name},01012345678\nC1,${name},2\n`),
    );
    const documentText = JSON.stringify({ ...emptyDocument('연습'), tables: [table] });
    const asked = { documentText, keep: [table.name] };
    const contains = (found: Uint8Array, text: string) =>
      Buffer.from(found).includes(Buffer.from(text, 'utf8'));
    expect(contains(await engine.request('export-file', asked), name)).toBe(true);
    const withheld = [{ table: table.name, columns: ['이름', '전화'] }];
    const without = await engine.request('export-file', { ...asked, withheld });
    expect(contains(without, name)).toBe(false);
    expect(contains(without, '01012345678')).toBe(false);
    const copy = new library.Database(without);
    expect(copy.exec(`SELECT * FROM ${table.name}`)[0]?.values).toEqual([['C1', null, null]]);
    copy.close();
    expect(await engine.rows(table.name)).toEqual([['C1', name, '01012345678']]);
    expect(await engine.rejected(table.name)).toContain(name);
    const opened = openEngine();
    expect((await opened.request('open-file', { file: file(without) })).ok).toBe(true);
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
    const place = { storage: 'memory' as const, projectId: 'p' };
    const first = { ...place, fileName: 'rows-1-1', saved: null };
    const { rows, bytesWritten } = value(await engine.request('save-rows', first));
    expect(bytesWritten).toBe(rows.byteCount);
    const again = { ...place, fileName: 'rows-1-2', saved: rows };
    expect(value(await engine.request('save-rows', again))).toEqual({ rows, bytesWritten: 0 });
    await engine.request('start-empty', {});
    const both = { ...place, rows, keep: ['data_1', 'data_2'] };
    expect(value(await engine.request('open-saved', both))).toEqual({
      tables: ['data_1', 'data_2'],
      isTrimmed: false,
    });
    expect(await engine.rows('data_2')).toHaveLength(2);
    const one = { ...place, rows, keep: ['data_2'] };
    expect(value(await engine.request('open-saved', one))).toEqual({
      tables: ['data_2'],
      isTrimmed: true,
    });
    const trimmed = value(await engine.request('save-rows', again));
    expect(trimmed.rows.byteCount).toBeLessThan(rows.byteCount);
    expect(await engine.request('open-saved', { ...both, projectId: 'q' })).toEqual({
      ok: false,
      problem: { code: 'rows-missing' },
    });
    expect(await engine.rows('data_2')).toHaveLength(2);
  });

  it('takes nothing along but its rows', async () => {
    const engine = openEngine();
    value(await engine.request('open-file', { file: file(bytes) }));
    const schema = engine.engine.database.all(
      "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    expect(schema.flat()).toEqual([
      'carrotlab_assignment',
      'carrotlab_project',
      'carrotlab_rejects',
      'data_1',
      'data_2',
    ]);
    const keys = engine.engine.database.all('SELECT key FROM carrotlab_project');
    expect(keys).toEqual([['last-table']]);
  });

  it('leaves the open database as it was when it is written', async () => {
    const engine = openEngine();
    const { name } = value(await engine.importText('a,b\n1,2\n'));
    const before = engine.engine.database.export();
    await engine.request('export-file', { documentText: '{"a":1}', keep: [] });
    expect(engine.engine.database.export()).toEqual(before);
    expect(await engine.rows(name)).toEqual([[1, 2]]);
  });

  it.each(['v1', 'v2', 'v3', 'v4', 'v5'])(
    'of version %s opens, with every row, its list, and what was added since',
    async (made) => {
      const old = readFileSync(new URL(`./fixtures/project-${made}.carrotlab`, import.meta.url));
      const engine = openEngine();
      const opened = value(await engine.request('open-file', { file: file(old) }));
      const read = value(readDocument(opened.documentText));
      expect(read).toMatchObject({
        version: documentVersion,
        name: '버전 1의 프로젝트',
        queries: [],
        experiments: [{ design: { brief: emptyBrief } }],
      });
      expect(read.tables.map(({ rowCount }) => rowCount)).toEqual([40, 2]);
      expect(read.tables[0]?.columns[0]).toEqual({
        name: 'customer_id',
        kind: 'text',
        role: 'customer-id',
        personal: null,
      });
      expect(read.tables[0]?.report?.source).toMatchObject({ format: 'text', encoding: 'utf-8' });
      expect((await engine.rows('data_1')).at(-1)).toEqual([
        'C039',
        '서울',
        9750,
        0,
        '2026-04-15',
        9.75,
      ]);
      expect(await engine.rows('data_2')).toEqual([
        ['007', '줄\n바꿈'],
        ['1099511627776', '=1+1'],
      ]);
      expect(await engine.rejected('data_1')).toContain('42,too-few-fields,Too few fields,bad,row');
      const list = engine.engine.database.one('SELECT count(*) FROM carrotlab_assignment');
      expect(list).toBe(12);

      const keep = read.tables.map(({ name }) => name);
      const again = await engine.request('export-file', {
        documentText: JSON.stringify(read),
        keep,
      });
      const copy = new library.Database(again);
      expect(copy.exec('PRAGMA user_version')[0]?.values).toEqual([[documentVersion]]);
      const other = openEngine();
      expect(value(await other.request('open-file', { file: file(again) })).tables).toEqual(keep);
    },
  );

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

  it('that is damaged anywhere is refused, or opens with the same rows', async () => {
    const engine = openEngine();
    const whole = value(await engine.request('open-file', { file: file(bytes) }));
    const rows = [await engine.rows('data_1'), await engine.rows('data_2')];
    const random = createGenerator('damage');
    let refused = 0;
    for (let run = 0; run < 3000; run++) {
      const damaged = damage(bytes, random);
      const answer = await engine.request('open-file', { file: file(damaged) });
      if (answer.ok) {
        expect(answer.value).toEqual(whole);
        expect([await engine.rows('data_1'), await engine.rows('data_2')]).toEqual(rows);
      } else {
        refused++;
        expect(answer.problem.code).toMatch(
          /^(damaged-file|foreign-part|not-a-(database|project)|newer-version)$/,
        );
      }
    }
    // The others overwrote a stretch with itself or with what stood there.
    expect(refused).toBeGreaterThan(2400);
  });
});

/** A file with a few bytes flipped, a stretch overwritten or repeated, or its end cut off or doubled. */
function damage(bytes: Uint8Array, random: RandomGenerator): Uint8Array {
  const damaged = bytes.slice();
  const place = () => random.nextInteger(bytes.length);
  const kind = random.nextInteger(6);
  if (kind === 0) return damaged.subarray(0, place());
  if (kind === 1) return new Uint8Array([...damaged, ...damaged.subarray(place())]);
  if (kind === 2) return damaged.fill(random.nextInteger(256), place(), place());
  if (kind === 3) return damaged.copyWithin(place(), place(), place());
  for (let flips = 1 + random.nextInteger(4); flips > 0; flips--) {
    const at = kind === 4 ? place() : random.nextInteger(100);
    damaged[at] = (damaged[at] ?? 0) ^ (1 + random.nextInteger(255));
  }
  return damaged;
}
