import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsProportions, shareTopUp } from '#core/assignment/share-top-up.ts';
import { divideCellsBy } from '#core/design/divide-cells.ts';
import type { Allocation, CellRule } from '#core/design/design.ts';
import { deckDesign } from '../design/deck-design.ts';

const [holdout, carrot, other] = deckDesign.arms;

function designOf(allocation: Allocation, cellRules: readonly CellRule[] = []) {
  if (!holdout || !carrot || !other) throw new Error('The deck has more than two arms');
  return { ...deckDesign, arms: [holdout, carrot], allocation, cellRules };
}

const equal = designOf({ kind: 'equal', perCellAndArm: 100 });
const drawn = (counts: number[][], topUps: number[][][] = []) => ({
  counts,
  topUps: topUps.map((wave) => ({
    counts: wave,
    population: [],
    runningExperiments: [],
    listFingerprint: '',
    drawnAt: '',
  })),
});
const first = drawn([
  [100, 100],
  [50, 50],
]);

describe('a wave by its total', () => {
  it('has the cells in the proportions of the first draw, as far as they have customers left', () => {
    expect(shareTopUp(equal, first, [500, 500], 60)).toEqual({ ok: true, value: [[20, 20], [10, 10]] }); // prettier-ignore
    expect(shareTopUp(equal, first, [500, 12], 60)).toEqual({ ok: true, value: [[24, 24], [6, 6]] }); // prettier-ignore
  });

  it('stays below the caps of the cells with all waves, and takes nobody from a cell that is switched off', () => {
    const capped = designOf({ kind: 'proportional', total: 300 }, [
      { cell: 0, isOff: false, least: null, most: 230 },
      { cell: 2, isOff: true, least: null, most: null },
    ]);
    const before = drawn([[100, 100], [50, 50], [0, 0]], [[[10, 10], [0, 0], [0, 0]]]); // prettier-ignore
    expect(shareTopUp(capped, before, [500, 500, 500], 60)).toEqual({ ok: true, value: [[5, 5], [25, 25], [0, 0]] }); // prettier-ignore
    expect(shareTopUp(capped, before, [500, 40, 500], 60)).toEqual({
      ok: false,
      problem: { code: 'total-exceeds-left', wanted: 60, available: 50 },
    });
  });

  it('follows the arms of an allocation that was found cell by cell', () => {
    const found = designOf({
      kind: 'optimised',
      goal: { kind: 'cheapest', power: 0.8 },
      least: 0,
      foundFor: '',
      counts: [
        [30, 90],
        [0, 50],
      ],
      answers: [],
    });
    const list = drawn([
      [30, 90],
      [0, 50],
    ]);
    expect(shareTopUp(found, list, [400, 400], 34)).toEqual({ ok: true, value: [[6, 18], [0, 10]] }); // prettier-ignore
  });

  it('is refused where it is no whole number of customers', () => {
    expect(shareTopUp(equal, first, [9, 9], 1.5)).toMatchObject({ problem: { code: 'sample-not-whole', sample: 1.5 } }); // prettier-ignore
    expect(shareTopUp(equal, first, [9, 9], 0)).toMatchObject({ problem: { code: 'zero-sample' } });
  });

  it('has exactly its total, never more than is left, and each arm its part of a cell but for rounding', () => {
    const cells = fc.array(fc.tuple(fc.nat(30), fc.nat(60)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cells, fc.double({ min: 0, max: 1, noNaN: true }), (plan, share) => {
        const list = drawn(plan.map(([size]) => [size, size]));
        const left = plan.map(([, customers]) => customers);
        const most = plan.reduce((sum, [size, customers]) => sum + (size > 0 ? customers : 0), 0);
        fc.pre(most > 0);
        const total = 1 + Math.floor(share * (most - 1));
        const wave = shareTopUp(equal, list, left, total);
        if (!wave.ok) throw new Error(wave.problem.code);
        expect(wave.value.flat().reduce((sum, count) => sum + count, 0)).toBe(total);
        for (const [cell, [one = 0, two = 0]] of wave.value.entries()) {
          expect(one + two).toBeLessThanOrEqual(list.counts[cell]?.[0] ? (left[cell] ?? 0) : 0);
          expect(Math.abs(one - two)).toBeLessThanOrEqual(1);
        }
        expect(keepsProportions(list.counts, wave.value)).toBe(true);
      }),
    );
  });
});

describe('the proportions of a wave', () => {
  it('are those of the first draw but for rounding, or not', () => {
    expect(keepsProportions([[50, 50]], [[10, 11]])).toBe(true);
    expect(keepsProportions([[50, 50]], [[20, 5]])).toBe(false);
    expect(keepsProportions([[50, 50], [0, 0]], [[0, 0], [3, 9]])).toBe(true); // prettier-ignore
  });
});

describe('cells with weights of their own', () => {
  it('give nobody to an arm of weight 0', () => {
    const weights = [
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    expect(divideCellsBy([3, 3, 0], (cell) => weights[cell] ?? [])).toEqual([[2, 1], [0, 3], [0, 0]]); // prettier-ignore
  });
});
