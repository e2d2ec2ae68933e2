import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { EngineClient, EngineCrash, type EngineOptions } from '#engine/client.ts';
import type { ImportPlan } from '#engine/protocol.ts';
import { readRows, writeProject, writeRows } from '#engine/vault.ts';
import { plainText } from '#core/import/source-plan.ts';

const clients: EngineClient[] = [];

function open(options: EngineOptions = {}): EngineClient {
  const client = new EngineClient(options);
  clients.push(client);
  return client;
}

const plan: ImportPlan = {
  label: 'numbers',
  tableRole: 'other',
  source: plainText,
  columns: [
    { name: 'id', kind: 'integer', role: 'none', personal: null },
    { name: 'name', kind: 'text', role: 'none', personal: null },
  ],
  duplicates: 'keep-all',
  into: { mode: 'new' },
};

function fileOf(rows: number, name: string): Blob {
  const lines = Array.from({ length: rows }, (_, row) => `${row},${name} ${row}`);
  return new Blob([`id,name\n${lines.join('\n')}\n`]);
}

async function importRows(client: EngineClient, rows: number, name = '손님') {
  const file = fileOf(rows, name);
  const table = await client.request('import-file', { file, fileName: 'rows.csv', plan });
  if (!table.ok) throw new Error(table.problem.code);
  return table.value.name;
}

async function firstRow(client: EngineClient, table: string) {
  return (await client.request('read-rows', { table, offset: 0, limit: 1 })).rows[0];
}

describe('when something breaks', () => {
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  it('an import that a crash interrupts leaves the data that were saved before it', async () => {
    const projectId = 'crash-in-import';
    let worker: Worker | undefined;
    let reopened: Promise<unknown> | undefined;
    const client = open({
      onRestart: () => (reopened = client.request('open-saved', { projectId })),
      start: () =>
        (worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), {
          type: 'module',
        })),
    });
    const before = await importRows(client, 1000);
    expect(await client.request('save-rows', { projectId, keep: [before] })).toMatchObject({
      ok: true,
    });
    let isCrashed = false;
    const interrupted = client.request(
      'import-file',
      { file: fileOf(500_000, '새 손님'), fileName: 'new.csv', plan },
      {
        onProgress: () => {
          if (isCrashed) return;
          isCrashed = true;
          worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
        },
      },
    );
    await expect(interrupted).rejects.toThrow(EngineCrash);
    await expect.poll(() => reopened, { timeout: 10_000 }).toBeDefined();
    expect(await reopened).toEqual({ ok: true, value: { tables: [before] } });
    const page = { offset: 999, limit: 5 };
    expect((await client.request('read-rows', { table: before, ...page })).rows).toEqual([
      [999, '손님 999'],
    ]);
    expect(await importRows(client, 10)).toBe('data_2');
  });

  it('two clients have rows of their own, and the project holds one whole save of them', async () => {
    const projectId = 'two-clients';
    const [one, other] = [open(), open()];
    const tables = [await importRows(one, 20_000, 'one'), await importRows(other, 5, 'other')];
    expect(tables).toEqual(['data_1', 'data_1']);
    expect(await firstRow(one, 'data_1')).toEqual([0, 'one 0']);
    expect(await firstRow(other, 'data_1')).toEqual([0, 'other 0']);
    const save = (client: EngineClient) =>
      client.request('save-rows', { projectId, keep: ['data_1'] });
    for (let round = 0; round < 5; round++) {
      const saved = await Promise.all([save(one), save(other)]);
      expect(saved.map(({ ok }) => ok)).toEqual([true, true]);
      const third = open();
      expect(await third.request('open-saved', { projectId })).toMatchObject({ ok: true });
      const row = await firstRow(third, 'data_1');
      expect([
        [0, 'one 0'],
        [0, 'other 0'],
      ]).toContainEqual(row);
      const last = { table: 'data_1', offset: row?.[1] === 'one 0' ? 19_999 : 4, limit: 5 };
      expect((await third.request('read-rows', last)).rows).toHaveLength(1);
      // A table more, so that neither client thinks that nothing has changed.
      await importRows(one, 3);
      await importRows(other, 3);
    }
  });

  it('a disk that is full refuses the save with a value, and the last save stays', async () => {
    const projectId = 'full';
    const session = cdp();
    const { origin } = location;
    // Chromium remembers for half a minute how much room there was, unless the storage is new.
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
    const client = open();
    const small = await importRows(client, 10);
    const keep = [small];
    expect(await client.request('save-rows', { projectId, keep })).toMatchObject({ ok: true });
    try {
      keep.push(await importRows(client, 200_000));
      const full = { ok: false, problem: { code: 'storage-full' } };
      expect(await client.request('save-rows', { projectId, keep })).toEqual(full);
      expect(await client.request('save-rows', { projectId, keep })).toEqual(full);
      const project = { id: projectId, name: 'full', isSample: false, updatedAt: '2026-01-01' };
      expect(await writeProject({ ...project, documentText: 'x'.repeat(2_000_000) })).toEqual(full);
      expect(
        (await client.request('read-rows', { table: 'data_2', offset: 199_999, limit: 5 })).rows,
      ).toHaveLength(1);
    } finally {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    }
    expect(await open().request('open-saved', { projectId })).toEqual({
      ok: true,
      value: { tables: [small] },
    });
    expect(await client.request('save-rows', { projectId, keep })).toMatchObject({ ok: true });
    expect((await readRows(projectId))?.size).toBeGreaterThan(2_000_000);
  });

  it('a browser that refuses to store at all says so with a value', async () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
    try {
      expect(await writeRows('private', new Blob(['x']))).toMatchObject({
        ok: false,
        problem: { code: 'storage-refused' },
      });
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
