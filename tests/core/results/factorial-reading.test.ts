import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFactorEffects } from '#core/results/factorial-reading.ts';
import { factorialRuns } from '#core/results/factorial-runs.ts';
import { withRuns } from '#core/design/factor-arms.ts';
import { factorialShareEffects } from '#core/stats/models/factorial-effects.ts';
import { lenthMethod } from '#core/stats/models/lenth.ts';
import { armFactor, factorDesign, joinedNames } from '../design/factor-design.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../stats/oracle.ts';
import { flatTotals } from './planted-experiment.ts';

interface Plan {
  name: string;
  levels: number[];
  runs: number[][];
  events: number[];
  trials: number[];
  effects: { effect: number[]; levels: number[]; estimate: number; se: number }[];
}

const { factorial } = oracle<{ factorial: Plan[] }>('results/factorial');

const read = ({ levels, runs, events, trials }: Plan) =>
  readFactorEffects(
    {
      levelCounts: levels,
      runs,
      counts: events.map((count, run) => ({ events: count, trials: trials[run] ?? 0 })),
    },
    0.95,
  );

describe('the effects of factors', () => {
  it.each(factorial.map((plan) => [plan.name, plan] as const))('are those of R: %s', (_, plan) => {
    const { effects } = valueOf(read(plan));
    expect(effects.map(({ effect, steps }) => [effect, steps.map(({ level }) => level)])).toEqual(
      plan.effects.map(({ effect, levels }) => [effect, levels]),
    );
    for (const [place, { estimate, standardError }] of effects.entries()) {
      const expected = plan.effects[place];
      expectClose(estimate, expected?.estimate ?? NaN, 1e-9, expected, 1);
      expectClose(standardError, expected?.se ?? NaN, 1e-9, expected);
    }
  });

  it('of a full two-level plan are those of factorialShareEffects, with Lenth’s margin', () => {
    const arm = fc
      .tuple(fc.integer({ min: 20, max: 3000 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }))
      .map(([trials, share]) => ({ trials, events: Math.max(1, Math.floor(trials * share)) }));
    // Yates' order: the first factor changes fastest.
    const runs = Array.from({ length: 8 }, (_, run) => [run & 1, (run >> 1) & 1, (run >> 2) & 1]);
    fc.assert(
      fc.property(fc.array(arm, { minLength: 8, maxLength: 8 }), (counts) => {
        const reading = valueOf(readFactorEffects({ runs, levelCounts: [2, 2, 2], counts }, 0.95));
        const expected = valueOf(factorialShareEffects(counts)).effects.filter(
          ({ factors }) => factors.length < 3,
        );
        expect(reading.untold).toEqual([]);
        for (const { effect, estimate, standardError, mixedWith } of reading.effects) {
          const own = expected.find(({ factors }) => factors.join() === effect.join());
          expectClose(estimate, own?.effect ?? NaN, 1e-9, effect, 1);
          expectClose(standardError, own?.standardError ?? NaN, 1e-9, effect);
          expect(mixedWith).toEqual([]);
        }
        const sizes = reading.effects.map(({ estimate }) => estimate);
        const margin = lenthMethod(sizes);
        expect(reading.lenth.ok ? reading.lenth.value.marginOfError : null).toEqual(
          margin.ok ? margin.value.marginOfError : null,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('of a half fraction name what they are mixed with', () => {
    const half = factorial.find(({ name }) => name === '2^(3-1)');
    if (!half) throw new Error('No plan.');
    const { effects, untold, lenth } = valueOf(read(half));
    expect(effects.map(({ effect, mixedWith }) => [effect, mixedWith])).toEqual([
      [[0], [{ effect: [1, 2], correlation: 1 }]],
      [[1], [{ effect: [0, 2], correlation: 1 }]],
      [[2], [{ effect: [0, 1], correlation: 1 }]],
    ]);
    expect(untold).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(lenth.ok).toBe(true);
  });

  it('have no margin of Lenth’s where they differ in precision', () => {
    const mixed = factorial.find(({ name }) => name === '3 x 2');
    if (!mixed) throw new Error('No plan.');
    expect(refusalOf(valueOf(read(mixed)).lenth)).toBe('unequal-precision');
  });

  it('are refused for one run, and where nobody responded', () => {
    const counts = [{ events: 0, trials: 10 }];
    expect(refusalOf(readFactorEffects({ runs: [[0]], levelCounts: [2], counts }, 0.95))).toBe(
      'too-few-runs',
    );
    const nobody = { runs: [[0], [1]], levelCounts: [2], counts: [...counts, ...counts] };
    expect(refusalOf(readFactorEffects(nobody, 0.95))).toBe('no-variation');
    expect(refusalOf(readFactorEffects(nobody, 1))).toBe('invalid-confidence');
  });
});

describe('the runs of an experiment', () => {
  const factors = [
    armFactor('carrot', 'carrot', ['coupon', 'gift']),
    armFactor('message', 'message', ['A', 'B']),
  ];
  const design = { ...factorDesign, factorPlan: { factors, forbidden: [], kind: null } };
  const grid = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [1, 1],
  ];
  const made = valueOf(withRuns(design, 'full-factorial', grid, joinedNames));
  const ids = made.arms.map(({ id }) => id);

  it('are its arms by their levels, copies put together, the holdout left out', () => {
    const totals = flatTotals(ids.map((id, place) => [id, 100, place] as const));
    expect(factorialRuns(totals, made)).toEqual({
      levelCounts: [2, 2],
      runs: grid.slice(0, 4),
      counts: [
        { events: 1, trials: 100 },
        { events: 2, trials: 100 },
        { events: 3, trials: 100 },
        { events: 9, trials: 200 },
      ],
    });
  });

  it('leave out arms without customers; there are none without factors', () => {
    const totals = flatTotals(ids.map((id, place) => [id, place === 1 ? 0 : 100, 0] as const));
    expect(factorialRuns(totals, made)?.runs).toEqual(grid.slice(1, 4));
    expect(factorialRuns(totals, null)).toBeNull();
    expect(factorialRuns(totals, { ...made, factorPlan: null })).toBeNull();
    expect(factorialRuns(flatTotals([['stranger', 9, 1]]), made)).toBeNull();
  });
});
