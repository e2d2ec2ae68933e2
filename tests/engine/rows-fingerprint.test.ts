import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type TestEngine } from './open-engine.ts';

describe('the fingerprint of the rows that a result was read from', () => {
  let engine: TestEngine;
  const of = (...tables: readonly { table: string; columns: readonly string[] }[]) =>
    engine.request('fingerprint-rows', { tables });

  beforeAll(async () => {
    engine = openEngine();
    await engine.request('load-sample', {});
  });

  it('is the same for the same rows and another for other columns or tables', async () => {
    const contacts = { table: 'data_3', columns: ['arm', 'responded'] };
    const once = await of(contacts);
    expect(once).toMatch(/^[0-9a-f]{32}$/);
    expect(await of(contacts)).toBe(once);
    const others = await Promise.all([
      of({ ...contacts, columns: ['arm', 'purchased'] }),
      of({ ...contacts, columns: ['arm'] }),
      of(contacts, { table: 'data_1', columns: ['customer_id'] }),
    ]);
    expect(new Set([once, ...others]).size).toBe(4);
  });

  it('counts a column that is gone as empty', async () => {
    expect(await of({ table: 'data_3', columns: ['arm', 'gone'] })).toMatch(/^[0-9a-f]{32}$/);
  });
});
