import { afterEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '#core/history/project-document.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import { EngineClient } from '#engine/client.ts';
import { ConsoleClient, ConsoleEnded } from '#engine/sql/console-client.ts';
import { readPiece, type QueryPiece } from '#engine/sql/console-protocol.ts';

const endless =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';

describe('the console behind its worker', () => {
  const open: { close(): void }[] = [];
  afterEach(() => open.splice(0).forEach((each) => each.close()));

  async function openSample() {
    const engine = new EngineClient();
    open.push(engine);
    const { tables } = await engine.request('load-sample', {});
    const schema = consoleSchema({ ...emptyDocument('sample'), tables });
    const start = async () => {
      const bytes = await engine.request('copy-rows', {});
      const console = new ConsoleClient();
      open.push({ close: () => console.end() });
      await console.request('open', { bytes, schema, masked: true }, { transfer: [bytes.buffer] });
      return console;
    };
    return { engine, start, first: schema.tables[0]?.name ?? '' };
  }

  it('answers from a copy while the engine goes on with the rows', async () => {
    const { engine, start, first } = await openSample();
    const console = await start();
    const pieces: QueryPiece[] = [];
    const answer = await console.request(
      'run',
      { sql: `SELECT * FROM ${first}` },
      { take: (piece) => pieces.push(piece) },
    );
    expect(answer).toMatchObject({ ok: true, value: { rowCount: 24000, cutBy: null } });
    expect(pieces.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(24000);
    const page = await engine.request('read-rows', { table: 'data_1', offset: 0, limit: 1 });
    expect(readPiece(pieces[0] as QueryPiece)[0]).toEqual(page.rows[0]);
  });

  it('is ended in the middle of an endless query, at once, and another takes its place', async () => {
    const { engine, start, first } = await openSample();
    const console = await start();
    const pending = console.request('run', { sql: endless });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const page = await engine.request('read-rows', { table: 'data_1', offset: 0, limit: 1 });
    expect(page.rows.length).toBe(1);
    const ended = performance.now();
    console.end();
    await expect(pending).rejects.toThrow(ConsoleEnded);
    expect(performance.now() - ended).toBeLessThan(500);
    await expect(console.request('run', { sql: 'SELECT 1' })).rejects.toThrow(ConsoleEnded);
    const next = await start();
    expect(await next.request('run', { sql: `SELECT count(*) FROM ${first}` })).toMatchObject({
      ok: true,
    });
  });
});
