import { describe, expect, it } from 'vitest';
import { seedOfTry } from '#core/assignment/balance-rule.ts';
import { largestDifference } from '#core/assignment/control-balance.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value } from './open-engine.ts';

const [holdout, coupon] = deckDesign().arms;
const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [],
  arms: holdout && coupon ? [holdout, coupon] : [],
  controlFactors: [
    { from: 'customers', column: 'gender' },
    { from: 'customers', column: 'age' },
  ],
};

async function openCustomers(ages: (row: number) => number) {
  const engine = openEngine();
  const rows = Array.from({ length: 60 }, (_, row) => `C${row},${row % 2 ? 'F' : 'M'},${ages(row)}`); // prettier-ignore
  const table = value(await engine.importText(`customer_id,gender,age\n${rows.join('\n')}\n`));
  const source = {
    table: table.name,
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };
  const asked = { source, design, rules: defaultStageRules, running: [], experiment: 1 };
  const drawing = { ...asked, seed: 'spring', counts: [[20, 20]], drawnAt: 'now' };
  const differenceNow = async () => {
    const { factors } = await engine.request('balance-list', asked);
    return Math.abs(largestDifference(factors)?.standardisedDifference ?? NaN);
  };
  return { engine, drawing, differenceNow };
}

describe('a draw under a rule of balance', () => {
  it('keeps the first seed in turn whose list is even enough, and anybody finds the same', async () => {
    const { engine, drawing, differenceNow } = await openCustomers((row) => 20 + ((row * 7) % 41));
    const differences: number[] = [];
    for (let turn = 1; turn <= 40; turn++) {
      value(await engine.request('draw', { ...drawing, seed: seedOfTry('spring', turn) }));
      differences.push(await differenceNow());
    }
    const limit = 0.12;
    const expected = differences.findIndex((each) => each <= limit) + 1;
    expect(expected).toBeGreaterThan(1);
    const balance = { limit, mostTries: 40 };
    const kept = value(await engine.request('draw', { ...drawing, balance }));
    expect(kept).toMatchObject({
      seed: seedOfTry('spring', expected),
      balance: {
        ...balance,
        firstSeed: 'spring',
        tries: expected,
        largestDifference: differences[expected - 1],
      },
    });
    expect(await differenceNow()).toBe(differences[expected - 1]);
    // The seed alone gives the same list.
    const replayed = value(await engine.request('draw', { ...drawing, seed: kept.seed }));
    expect(replayed.listFingerprint).toBe(kept.listFingerprint);
    expect(replayed.balance).toBeNull();
  });

  it('draws nothing where no seed is even enough, keeps the list before, and names the nearest', async () => {
    const { engine, drawing, differenceNow } = await openCustomers((row) => 20 + ((row * 7) % 41));
    value(await engine.request('draw', drawing));
    const before = await differenceNow();
    const differences: number[] = [];
    for (let turn = 1; turn <= 5; turn++) {
      const twin = { ...drawing, experiment: 2, seed: seedOfTry('spring', turn) };
      value(await engine.request('draw', twin));
      const asked = { source: twin.source, design, rules: twin.rules, experiment: 2 };
      const { factors } = await engine.request('balance-list', asked);
      differences.push(Math.abs(largestDifference(factors)?.standardisedDifference ?? NaN));
    }
    const nearest = Math.min(...differences);
    const refused = await engine.request('draw', {
      ...drawing,
      balance: { limit: nearest / 2, mostTries: 5 },
    });
    expect(refused).toEqual({
      ok: false,
      problem: {
        code: 'balance-not-met',
        limit: nearest / 2,
        tries: 5,
        nearest,
        nearestSeed: seedOfTry('spring', differences.indexOf(nearest) + 1),
      },
    });
    expect(await differenceNow()).toBe(before);
  });

  it('refuses a rule that is none, factors that cannot be compared, and hears a cancellation', async () => {
    const { engine, drawing } = await openCustomers((row) => row);
    const draw = async (change: object) => {
      const answer = await engine.request('draw', { ...drawing, ...change });
      return answer.ok ? 'drawn' : answer.problem.code;
    };
    const balance = { limit: 0.1, mostTries: 10 };
    expect(await draw({ balance: { limit: 0, mostTries: 10 } })).toBe('invalid-balance-limit');
    expect(await draw({ balance: { limit: 0.1, mostTries: 0 } })).toBe('invalid-balance-tries');
    const without = { ...design, controlFactors: [] };
    expect(await draw({ balance, design: without })).toBe('balance-not-comparable');
    engine.isCancelled = () => true;
    expect(await draw({ balance: { limit: 1e-9, mostTries: 10 } })).toBe('cancelled');
    expect(engine.engine.database.one('SELECT count(*) FROM carrotlab_assignment')).toBe(0);
  });
});
