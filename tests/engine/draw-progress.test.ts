import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Column } from '#core/import/column.ts';
import { insertTable } from '#engine/tables.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, type TestEngine } from './open-engine.ts';

const customers = 100_000;

describe('a draw from very many customers', () => {
  let engine: TestEngine;
  let table: string;

  beforeAll(() => {
    engine = openEngine();
    const columns: Column[] = [
      { name: 'customer_id', kind: 'text', role: 'customer-id', personal: null },
      { name: 'age', kind: 'integer', role: 'none', personal: null },
    ];
    const rows = Array.from({ length: customers }, (_, row) => [`C${row}`, row % 60]);
    table = insertTable(engine.engine.database, columns, rows);
  });

  const drawing = (seed: string) => ({
    source: { table, idColumn: 'customer_id', lastPurchaseColumn: null, transactions: null },
    design: {
      ...deckDesign(),
      eligibility: [],
      attributes: [],
      controlFactors: [{ from: 'customers', column: 'age' } as const],
    },
    rules: defaultStageRules,
    running: [],
    experiment: 1,
    seed,
    counts: [[100, 100]],
    drawnAt: 'now',
  });
  const kept = () =>
    engine.engine.database.all('SELECT customer, arm FROM carrotlab_assignment ORDER BY 1');

  it('tells how far it is, and which seed is tried', async () => {
    engine.drawing.length = 0;
    expect(await engine.request('draw', drawing('one'))).toMatchObject({ ok: true });
    const [first] = engine.drawing;
    expect(first).toMatchObject({ of: customers, turn: 1, mostTurns: 1 });
    expect(first?.customers).toBeGreaterThan(0);
    engine.drawing.length = 0;
    await engine.request('draw', { ...drawing('one'), balance: { limit: 1e-9, mostTries: 8 } });
    expect(engine.drawing.length).toBeGreaterThan(0);
    for (const { turn, mostTurns } of engine.drawing) {
      expect(mostTurns).toBe(8);
      expect(turn).toBeGreaterThanOrEqual(1);
      expect(turn).toBeLessThanOrEqual(8);
    }
  });

  it('is cancelled on the way, also between two seeds, and leaves the list before', async () => {
    await engine.request('draw', drawing('one'));
    const before = kept();
    expect(before).toHaveLength(200);
    for (const pausesBefore of [0, 1, 5, 6]) {
      let pauses = 0;
      engine.isCancelled = () => pauses++ >= pausesBefore;
      const balance = { limit: 1e-9, mostTries: 10 };
      const asked = pausesBefore > 2 ? { ...drawing('two'), balance } : drawing('two');
      expect(await engine.request('draw', asked)).toEqual({ ok: false, problem: { code: 'cancelled' } }); // prettier-ignore
      expect(pauses).toBe(pausesBefore + 1);
    }
    engine.isCancelled = () => false;
    expect(kept()).toEqual(before);
  });
});
