import { afterEach, describe, expect, it } from 'vitest';
import { EngineClient, EngineCrash } from '#engine/client.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import type { ImportPlan, Progress } from '#engine/protocol.ts';
import { plainText } from '#core/import/source-plan.ts';

const clients: EngineClient[] = [];

function open(options: ConstructorParameters<typeof EngineClient>[0] = {}): EngineClient {
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

function longFile(rows: number): Blob {
  const lines = Array.from({ length: rows }, (_, row) => `${row},손님 ${row}`);
  return new Blob([`id,name\n${lines.join('\n')}\n`]);
}

describe('the engine behind its worker', () => {
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  it('loads the sample, saves its rows and opens them again in another worker', async () => {
    const first = open();
    const { tables } = await first.request('load-sample', {});
    const keep = tables.map(({ name }) => name);
    const place = { storage: 'origin-private-files' as const, projectId: 'browser-test' };
    const saved = await first.request('save-rows', { ...place, fileName: 'rows-1-1', saved: null });
    if (!saved.ok) throw new Error(saved.problem.code);
    const { rows } = saved.value;
    const second = open();
    const elsewhere = { ...place, projectId: 'nobody', rows, keep };
    expect(await second.request('open-saved', elsewhere)).toEqual({
      ok: false,
      problem: { code: 'rows-missing' },
    });
    expect(await second.request('open-saved', { ...place, rows, keep })).toEqual({
      ok: true,
      value: { tables: keep, isTrimmed: false },
    });
    const page = await second.request('read-rows', { table: 'data_1', offset: 0, limit: 3 });
    expect(page).toEqual(
      await first.request('read-rows', { table: 'data_1', offset: 0, limit: 3 }),
    );
  });

  it('tells how far an import is and keeps nothing of one that is cancelled', async () => {
    const client = open();
    const file = longFile(400_000);
    const progress: Progress[] = [];
    const whole = await client.request(
      'import-file',
      { file, fileName: 'long.csv', plan },
      { onProgress: (step) => progress.push(step) },
    );
    expect(whole).toMatchObject({ ok: true, value: { name: 'data_1', rowCount: 400_000 } });
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.every(({ bytesTotal }) => bytesTotal === file.size)).toBe(true);
    expect(progress.map(({ rows }) => rows)).toEqual(
      progress.map(({ rows }) => rows).toSorted((one, other) => one - other),
    );
    const controller = new AbortController();
    const cancelled = await client.request(
      'import-file',
      { file, fileName: 'long.csv', plan },
      { onProgress: () => controller.abort(), signal: controller.signal },
    );
    expect(cancelled).toEqual({ ok: false, problem: { code: 'cancelled' } });
    const untouched = await client.request('read-rows', {
      table: 'data_1',
      offset: 399_999,
      limit: 5,
    });
    expect(untouched.rows).toEqual([[399_999, '손님 399999']]);
    await expect(
      client.request('read-rows', { table: 'data_2', offset: 0, limit: 1 }),
    ).rejects.toThrow('no such table');
  });

  it('rejects what was pending when the worker crashes, starts another and says so', async () => {
    let worker: Worker | undefined;
    let restarts = 0;
    const client = open({
      onRestart: () => restarts++,
      start: () =>
        (worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), {
          type: 'module',
        })),
    });
    await client.request('start-empty', {});
    const pending = client.request('load-sample', {});
    worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    await expect(pending).rejects.toThrow(EngineCrash);
    const { tables } = await client.request('load-sample', {});
    expect(tables.length).toBeGreaterThan(2);
    expect(restarts).toBe(1);
  });

  it('fails a request that cannot be sent, and that one only', async () => {
    const client = open();
    const uncloneable = { table: 'data_1', offset: 0, limit: 1, extra: () => 1 };
    await expect(client.request('read-rows', uncloneable)).rejects.toThrow('could not be cloned');
    expect(await client.request('start-empty', {})).toBeUndefined();
    await expect(client.request('read-rows', uncloneable)).rejects.toThrow('could not be cloned');
  });

  it('does not start over and over when the worker cannot start', async () => {
    let starts = 0;
    const broken = new Blob(["throw new Error('no wasm')"], { type: 'text/javascript' });
    const address = URL.createObjectURL(broken);
    const client = open({
      start: () => {
        starts++;
        return new Worker(address, { type: 'module' });
      },
    });
    await expect(client.request('start-empty', {})).rejects.toThrow(EngineCrash);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(starts).toBe(1);
  });
});
