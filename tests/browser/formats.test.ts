import { afterEach, describe, expect, it } from 'vitest';
import { EngineClient } from '#engine/client.ts';
import type { FilePreview, ImportPlan } from '#engine/protocol.ts';

/** Fixtures as the browser has them: files behind an address. */
const addresses = import.meta.glob<string>('../fixtures/{workbook,parquet}/*.{xlsx,parquet}', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function fixture(name: string): Promise<File> {
  const address = addresses[`../fixtures/${name}`];
  if (!address) throw new Error(`No fixture ${name}`);
  return new File([await (await fetch(address)).blob()], name.split('/').at(-1) ?? name);
}

const clients: EngineClient[] = [];

/** A worker whose network was shut before anything was asked of it. */
function open(): EngineClient {
  const client = new EngineClient();
  clients.push(client);
  return client;
}

async function preview(client: EngineClient, file: File): Promise<FilePreview> {
  const result = await client.request('preview-file', { file, fileName: file.name, chosen: {} });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function planOf({ suggestedLabel, tableRole, source, columns }: FilePreview): ImportPlan {
  return {
    label: suggestedLabel,
    tableRole,
    source,
    columns: columns.map(({ name, kind, role, personal, format }) => {
      return { name, kind, role, personal, format };
    }),
    duplicates: 'keep-first',
    blankIds: 'reject',
    today: '2026-11-25',
    into: { mode: 'new' },
  };
}

async function gzip(...parts: readonly string[]): Promise<Blob> {
  const members = parts.map((part) =>
    new Response(new Blob([part]).stream().pipeThrough(new CompressionStream('gzip'))).blob(),
  );
  return new Blob(await Promise.all(members));
}

describe('files that are no text, in a worker without a network', () => {
  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  it('loads the reader of workbooks when the first one comes, and imports it', async () => {
    const client = open();
    const file = await fixture('workbook/libreoffice.xlsx');
    const seen = await preview(client, file);
    expect(seen.sheets.map(({ name }) => name)).toEqual(['고객 명단', '빈 시트']);
    expect(seen.rows[0]?.slice(0, 8)).toEqual([
      'C001',
      '김가나',
      '2026-11-22',
      '2026-11-22 14:30:00',
      '12345.678',
      '0.15',
      '00123',
      '010-1234-5678',
    ]);
    const read = await client.request('import-file', {
      file,
      fileName: file.name,
      plan: planOf(seen),
    });
    expect(read).toMatchObject({ ok: true, value: { rowCount: 3 } });
  });

  it('reads Parquet in every codec, one of which is WebAssembly', async () => {
    const client = open();
    const rows: unknown[] = [];
    for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw']) {
      rows.push((await preview(client, await fixture(`parquet/types-${codec}.parquet`))).rows);
    }
    expect(rows[0]).toHaveLength(3);
    for (const each of rows) expect(each).toEqual(rows[0]);
  });

  it('unpacks a .gz of several members, which the browser itself would not', async () => {
    const packed = await gzip('customer_id,points\nC1,10\nC2,', '20\n');
    const native = new Response(packed.stream().pipeThrough(new DecompressionStream('gzip')));
    await expect(native.text()).rejects.toThrow();
    const seen = await preview(open(), new File([packed], '명단.csv.gz'));
    expect(seen).toMatchObject({ compression: 'gzip', suggestedLabel: '명단' });
    expect(seen.rows).toEqual([
      ['C1', '10'],
      ['C2', '20'],
    ]);
  });

  it('says of a locked workbook that it wants a password', async () => {
    const file = await fixture('workbook/password.xlsx');
    expect(await open().request('preview-file', { file, fileName: file.name, chosen: {} })).toEqual(
      { ok: false, problem: { code: 'password-protected' } },
    );
  });

  it('hears a cancellation while a large file is read', async () => {
    const client = open();
    const file = await fixture('parquet/row-groups.parquet');
    const plan = planOf(await preview(client, file));
    const controller = new AbortController();
    const reading = client.request(
      'import-file',
      { file, fileName: file.name, plan },
      { signal: controller.signal },
    );
    controller.abort();
    expect(await reading).toEqual({ ok: false, problem: { code: 'cancelled' } });
    const page = client.request('import-file', { file, fileName: file.name, plan });
    expect(await page).toMatchObject({ ok: true, value: { rowCount: 9000, name: 'data_1' } });
  });
});
