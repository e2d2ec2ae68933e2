import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootControlAllocation } from '#core/design/planning/root-control-allocation.ts';
import { planAllocation } from '#core/design/planning/plan-allocation.ts';
import type { PlanArm } from '#core/design/questions/plan-frame.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckFrame } from '../questions/deck-frame.ts';

const { arms, population } = deckFrame();
const alike = (count: number) => Array.from({ length: count }, () => ({ spread: 0.3, cost: 1 }));
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const withCarrots = (carrots: number): PlanArm[] => [
  { id: 'none', role: 'holdout' },
  ...Array.from({ length: carrots }, (_, place) => ({ id: `${place}`, role: 'carrot' as const })),
];

describe('a holdout that is the square root of k times as large', () => {
  it('is 200 of 600 with four carrots', () => {
    const counts = valueOf(rootControlAllocation([5000], withCarrots(4), alike(5), 600));
    expect(counts).toEqual([[200, 100, 100, 100, 100]]);
  });

  it('keeps the deck’s proportional cells and is within one customer of its shares', () => {
    const counts = valueOf(rootControlAllocation(population, arms, alike(4), 3000));
    expect(counts.map(sumOf)).toEqual([110, 173, 702, 97, 195, 790, 123, 221, 589]);
    for (const row of counts) {
      const holdout = (sumOf(row) * Math.sqrt(3)) / (Math.sqrt(3) + 3);
      expect(Math.abs((row[0] ?? NaN) - holdout)).toBeLessThan(1);
    }
  });

  it('keeps every total, whatever the cells, arms and costs', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 9 });
    const cost = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(
        cells,
        fc.integer({ min: 1, max: 6 }),
        cost,
        fc.nat(),
        (list, carrots, price, wish) => {
          fc.pre(sumOf(list) > 0);
          const total = 1 + (wish % sumOf(list));
          const costs = withCarrots(carrots).map((_, arm) => ({
            spread: 0.3,
            cost: arm ? price : 1,
          }));
          const counts = valueOf(rootControlAllocation(list, withCarrots(carrots), costs, total));
          expect(sumOf(counts.flat())).toBe(total);
          expect(counts.every((row, cell) => sumOf(row) <= (list[cell] ?? 0))).toBe(true);
        },
      ),
    );
  });

  it('is what the best worst power comes to when all carrots are alike', () => {
    const frame = {
      levels: [1],
      arms: withCarrots(4),
      population: [50_000],
      counts: [[0, 0, 0, 0, 0]],
      // Nearly the same variance in every arm.
      shares: [[0.5, 0.5001, 0.5001, 0.5001, 0.5001]],
    };
    const questions = [
      { question: { id: 'any', kind: 'any-carrot', adjustment: 'none' } as const, alpha: 0.05 },
    ];
    const task = { frame, questions, limits: { costs: [1, 1, 1, 1, 1] } };
    const [row] = valueOf(planAllocation(task, { kind: 'best-worst', budget: 600 })).counts;
    expect(row).toEqual([200, 100, 100, 100, 100]);
  });

  it('is refused with the reason', () => {
    const code = (some: readonly PlanArm[], total: number, list: readonly number[] = [100]) =>
      refusalOf(rootControlAllocation(list, some, alike(some.length), total));
    expect(code(withCarrots(0), 10)).toBe('no-carrot');
    expect(code(withCarrots(2).slice(1), 10)).toBe('no-holdout');
    expect(code(withCarrots(2), 0)).toBe('zero-sample');
    expect(code(withCarrots(2), 1.5)).toBe('sample-not-whole');
    expect(code(withCarrots(2), 101)).toBe('total-exceeds-eligible');
    expect(code(withCarrots(2), 10, [0])).toBe('no-eligible');
    expect(refusalOf(rootControlAllocation([100], withCarrots(2), [], 10))).toBe('invalid-arm');
  });
});
