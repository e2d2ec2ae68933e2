import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import {
  EngineClient,
  EngineCrash,
  EngineOutOfMemory,
  type EngineOptions,
} from '#engine/client.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import type { ImportPlan } from '#engine/protocol.ts';
import { chooseFileStore } from '#engine/storage/open-file-store.ts';
import { readRecords } from '#engine/storage/project-store.ts';
import { ProjectWriter } from '#engine/storage/project-writer.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';
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
    { name: 'id', kind: 'integer', role: 'none', personal: null, format: defaultFormat },
    { name: 'name', kind: 'text', role: 'none', personal: null, format: defaultFormat },
  ],
  duplicates: 'keep-all',
  blankIds: 'reject',
  today: '2026-11-25',
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

const placeOf = (projectId: string) => ({ storage: 'origin-private-files' as const, projectId });

function startEngine(): Worker {
  return new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
}

async function saveRows(
  client: EngineClient,
  place: ReturnType<typeof placeOf>,
  saved: SavedRows | null,
  fileName = 'rows-1-1',
): Promise<SavedRows> {
  const answer = await client.request('save-rows', { ...place, fileName, saved });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.rows;
}

describe('when something breaks', () => {
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  it('an import that a crash interrupts leaves the data that were saved before it', async () => {
    const place = placeOf('crash-in-import');
    let worker: Worker | undefined;
    let reopened: Promise<unknown> | undefined;
    let saved: SavedRows | null = null;
    const client = open({
      onRestart: () => {
        if (saved) reopened = client.request('open-saved', { ...place, rows: saved, keep: null });
      },
      start: () => (worker = startEngine()),
    });
    const before = await importRows(client, 1000);
    saved = await saveRows(client, place, null);
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
    expect(await reopened).toEqual({ ok: true, value: { tables: [before], isTrimmed: false } });
    const page = { offset: 999, limit: 5 };
    expect((await client.request('read-rows', { table: before, ...page })).rows).toEqual([
      [999, '손님 999'],
    ]);
    expect(await importRows(client, 10)).toBe('data_2');
  });

  it('several files that a crash interrupts in the seventh leave nothing of any of them', async () => {
    const place = placeOf('crash-in-seventh');
    let worker: Worker | undefined;
    let reopened: Promise<unknown> | undefined;
    let saved: SavedRows | null = null;
    const client = open({
      onRestart: () => {
        if (saved) reopened = client.request('open-saved', { ...place, rows: saved, keep: null });
      },
      start: () => (worker = startEngine()),
    });
    const before = await importRows(client, 1000);
    saved = await saveRows(client, place, null);
    const files = Array.from({ length: 12 }, (_, at) => ({
      file: fileOf(25_000, `${at + 1}월`),
      fileName: `${at + 1}.csv`,
      plan,
    }));
    const [first, ...followedBy] = files;
    if (!first) throw new Error('no file');
    let reached = 0;
    const interrupted = client.request(
      'import-file',
      { ...first, followedBy },
      {
        onProgress: ({ file }) => {
          if (reached >= 7) return;
          reached = file;
          if (file >= 7)
            worker?.dispatchEvent(new ErrorEvent('error', { message: 'the worker died' }));
        },
      },
    );
    await expect(interrupted).rejects.toThrow(EngineCrash);
    expect(reached).toBeGreaterThanOrEqual(7);
    await expect.poll(() => reopened, { timeout: 10_000 }).toBeDefined();
    expect(await reopened).toEqual({ ok: true, value: { tables: [before], isTrimmed: false } });
    const table = await client.request('import-file', { ...first, followedBy: files.slice(1, 3) });
    expect(table).toMatchObject({ ok: true, value: { name: 'data_2', rowCount: 75_000 } });
  });

  it('two clients save beside each other: each save opens as the one that its record names', async () => {
    const place = placeOf('two-clients');
    const clients = [open(), open()] as const;
    await importRows(clients[0], 20_000, 'one');
    await importRows(clients[1], 5, 'other');
    const saved: (SavedRows | null)[] = [null, null];
    for (let round = 1; round <= 5; round++) {
      await Promise.all(
        clients.map(async (client, index) => {
          const fileName = `rows-${index + 1}-${round}`;
          saved[index] = await saveRows(client, place, saved[index] ?? null, fileName);
        }),
      );
      for (const [index, first] of ['one 0', 'other 0'].entries()) {
        const third = open();
        const rows = saved[index] as SavedRows;
        const opened = await third.request('open-saved', { ...place, rows, keep: null });
        expect(opened).toMatchObject({ ok: true });
        expect(await firstRow(third, 'data_1')).toEqual([0, first]);
        const last = { table: 'data_1', offset: index === 0 ? 19_999 : 4, limit: 5 };
        expect((await third.request('read-rows', last)).rows).toHaveLength(1);
        third.close();
      }
      await Promise.all(clients.map((client) => importRows(client, 3)));
    }
  });

  it('a disk that is full refuses the save with a value, and the last save stays', async () => {
    const place = placeOf('full');
    const session = cdp();
    const { origin } = location;
    // Chromium remembers for half a minute how much room there was, unless the storage is new.
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
    const client = open();
    const small = await importRows(client, 10);
    const rows = await saveRows(client, place, null);
    const next = { ...place, fileName: 'rows-1-2', saved: rows };
    try {
      await importRows(client, 200_000);
      const full = { ok: false, problem: { code: 'storage-full' } };
      expect(await client.request('save-rows', next)).toEqual(full);
      expect(await client.request('save-rows', next)).toEqual(full);
      const files = await chooseFileStore();
      expect(files.kind).toBe('origin-private-files');
      const writer = new ProjectWriter(files, place.projectId, [], Date.now());
      const documentText = 'x'.repeat(2_000_000);
      const project = { name: '', isSample: false, updatedAt: '2026-01-01', rowCount: 0, rows };
      expect(await writer.write({ ...project, documentText })).toEqual(full);
      expect(await readRecords(files, place.projectId)).toEqual([]);
      expect(
        (await client.request('read-rows', { table: 'data_2', offset: 199_999, limit: 5 })).rows,
      ).toHaveLength(1);
    } finally {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    }
    expect(await open().request('open-saved', { ...place, rows, keep: null })).toEqual({
      ok: true,
      value: { tables: [small], isTrimmed: false },
    });
    const saved = await client.request('save-rows', next);
    expect(saved).toMatchObject({ ok: true, value: { rows: { byteCount: expect.any(Number) } } });
  });

  it('an engine that runs out of memory says so, ends, and opens the last save again', async () => {
    const place = placeOf('memory');
    const restarts: boolean[] = [];
    let saved: SavedRows | null = null;
    const client = open({
      onRestart: (isOutOfMemory) => {
        restarts.push(isOutOfMemory);
        if (saved) void client.request('open-saved', { ...place, rows: saved, keep: null });
      },
      start: () => new Worker(new URL('./starved-worker.ts', import.meta.url), { type: 'module' }),
    });
    const table = await importRows(client, 100);
    saved = await saveRows(client, place, null);
    const starved = client.request('import-file', {
      file: fileOf(600_000, '많은 손님'),
      fileName: 'many.csv',
      plan,
    });
    await expect(starved).rejects.toThrow(EngineOutOfMemory);
    await expect.poll(() => restarts, { timeout: 10_000 }).toEqual([true]);
    const last = { table, offset: 99, limit: 5 };
    expect((await client.request('read-rows', last)).rows).toEqual([[99, '손님 99']]);
  });

  it('a browser that refuses to store at all says so with a value', async () => {
    const { getDirectory } = StorageManager.prototype;
    const { open } = IDBFactory.prototype;
    const isPrivate = () => {
      throw new DOMException('private', 'SecurityError');
    };
    StorageManager.prototype.getDirectory = isPrivate;
    IDBFactory.prototype.open = isPrivate;
    try {
      const files = await chooseFileStore();
      const writer = new ProjectWriter(files, 'private', [], Date.now());
      const record = { name: '', isSample: false, updatedAt: '', rowCount: 0, rows: null };
      expect(await writer.write({ ...record, documentText: '{}' })).toMatchObject({
        ok: false,
        problem: { code: 'storage-refused' },
      });
    } finally {
      StorageManager.prototype.getDirectory = getDirectory;
      IDBFactory.prototype.open = open;
    }
  });
});
