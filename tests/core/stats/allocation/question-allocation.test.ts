import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AllocationGroup,
  AllocationProblem,
} from '#core/stats/allocation/allocation-region.ts';
import { divideWithControl } from '#core/stats/allocation/control-size.ts';
import {
  cheapestAllocation,
  optimalAllocation,
} from '#core/stats/allocation/optimal-allocation.ts';
import {
  bestWorstAllocation,
  cheapestForRequirements,
} from '#core/stats/allocation/question-allocation.ts';
import type { Requirement } from '#core/stats/allocation/requirement.ts';
import { wholeAllocation } from '#core/stats/allocation/whole-allocation.ts';
import { wholeQuestionAllocation } from '#core/stats/allocation/whole-question-allocation.ts';
import { runs } from '../../../property-runs.ts';
import { between } from '../even-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface ProblemRow {
  groups: AllocationGroup[];
  available: number[];
  requirements: Requirement[];
}
const data = oracle<{
  cheap: (ProblemRow & { cost: number })[];
  worst: (ProblemRow & { budget: number; reached: number })[];
  whole: {
    weights: number[];
    variances: number[];
    lower: number[];
    upper: number[];
    total: number;
    information: number;
  }[];
}>('allocation/question-allocation');

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** One group in each cell, one contrast: the form of a stratified mean. */
function oneQuestion(
  strata: readonly {
    weight: number;
    spread: number;
    cost?: number;
    lower?: number;
    upper?: number;
  }[],
  needed = 1,
): AllocationProblem {
  return {
    groups: strata.map(({ spread, cost = 1, lower = 0, upper = Infinity }, cell) => ({
      cell,
      variance: spread ** 2,
      cost,
      lower,
      upper,
    })),
    available: strata.map(() => Infinity),
    requirements: [{ contrasts: [strata.map(({ weight }) => weight)], effects: [1], needed }],
  };
}
const fourStrata = (lower: number[] = []) =>
  [3000, 4000, 5000, 2000].map((weight, place) => ({
    weight,
    spread: [48, 79, 76, 16][place] ?? NaN,
    lower: lower[place] ?? 0,
  }));

describe('the allocation for several questions', () => {
  it('is as cheap as a general solver makes it, on 100 random designs', () => {
    expect(data.cheap.length).toBe(100);
    for (const row of data.cheap) {
      const found = valueOf(cheapestForRequirements(row));
      expectClose(found.cost, row.cost, 1e-6, row);
      expect(Math.min(...found.reached)).toBeGreaterThan(1 - 1e-9);
      keepsLimits(row, found.customers);
    }
  });

  it('answers the worst question as well as a general solver makes it, on 100 random designs', () => {
    expect(data.worst.length).toBe(100);
    for (const row of data.worst) {
      const found = valueOf(bestWorstAllocation(row, row.budget));
      expectClose(Math.min(...found.reached), row.reached, 1e-6, row);
      expect(found.cost).toBeLessThanOrEqual(row.budget * (1 + 1e-12));
      keepsLimits(row, found.customers);
    }
  });

  it('G64: with one question is Neyman’s, 31.376147 68.853211 82.798165 6.972477', () => {
    const found = valueOf(bestWorstAllocation(oneQuestion(fourStrata()), 190));
    for (const [place, value] of [31.376147, 68.853211, 82.798165, 6.972477].entries()) {
      expect(found.customers[place]).toBeCloseTo(value, 6);
    }
  });

  it('G66: with lower limits 50, 120, 1, 2 is 50, 120, 18, 2', () => {
    const found = valueOf(bestWorstAllocation(oneQuestion(fourStrata([50, 120, 1, 2])), 190));
    for (const [place, value] of [50, 120, 18, 2].entries()) {
      expect(found.customers[place]).toBeCloseTo(value, 6);
    }
  });

  it('with one question is RNABOX and its cheapest plan, costs and limits included', () => {
    const strata = fc.array(
      fc
        .record({
          weight: between(1, 100),
          spread: between(0.5, 5),
          cost: between(0.2, 5),
          lower: fc.integer({ min: 0, max: 30 }),
          more: fc.integer({ min: 1, max: 400 }),
        })
        .map(({ more, ...rest }) => ({ ...rest, upper: rest.lower + more })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(strata, between(0.05, 0.95), (some, share) => {
        const least = sumOf(some.map(({ cost, lower }) => cost * lower));
        const most = sumOf(some.map(({ cost, upper }) => cost * upper));
        const budget = least + share * (most - least);
        const boxed = valueOf(optimalAllocation(some, budget));
        const found = valueOf(bestWorstAllocation(oneQuestion(some), budget));
        expectClose(1 / (found.reached[0] ?? NaN), boxed.variance, 1e-8, some);
        const cheap = valueOf(cheapestForRequirements(oneQuestion(some, 1 / boxed.variance)));
        expectClose(cheap.cost, valueOf(cheapestAllocation(some, boxed.variance)).cost, 1e-8, some);
      }),
      runs(30),
    );
  });

  it('with one control gives it the square root of k', () => {
    const spread = 0.3;
    const groups = [0, 1, 2, 3, 4].map(() => ({
      cell: 0,
      variance: spread ** 2,
      cost: 1,
      lower: 0,
      upper: Infinity,
    }));
    const requirements = [1, 2, 3, 4].map((arm) => ({
      contrasts: [groups.map((_, place) => (place === arm ? 1 : place === 0 ? -1 : 0))],
      effects: [0.05],
      needed: 7.85,
    }));
    const found = valueOf(
      bestWorstAllocation({ groups, available: [Infinity], requirements }, 600),
    );
    const arm = { spread, cost: 1 };
    const rooted = valueOf(divideWithControl(arm, [arm, arm, arm, arm], 600));
    expectClose(found.customers[0] ?? NaN, rooted.control, 1e-5, found);
    expectClose(found.customers[3] ?? NaN, rooted.offers[2] ?? NaN, 1e-5, found);
  });

  it('costs more when more is asked, and no less with a cell that has fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), between(1.01, 1.3), (place, more) => {
        const row = data.cheap[place];
        if (!row) return;
        const harder = row.requirements.map((one) => ({ ...one, needed: one.needed * more }));
        const dearer = cheapestForRequirements({ ...row, requirements: harder });
        if (dearer.ok) expect(dearer.value.cost).toBeGreaterThanOrEqual(row.cost * (1 - 1e-8));
        const tighter = row.available.map((has) => has * 0.8);
        const squeezed = cheapestForRequirements({ ...row, available: tighter });
        if (squeezed.ok) expect(squeezed.value.cost).toBeGreaterThanOrEqual(row.cost * (1 - 1e-6));
      }),
      runs(20),
    );
  });

  it('is refused with the limit that binds, by how much, and the best that there is', () => {
    const one = oneQuestion([{ weight: 1, spread: 1 }]);
    const small = {
      ...one,
      available: [10],
      requirements: [{ contrasts: [[1]], effects: [1], needed: 20 }],
    };
    const far = cheapestForRequirements(small);
    if (far.ok) throw new Error('reached');
    expect(far.problem.code).toBe('requirements-out-of-reach');
    expectClose((far.problem['reached'] as number[])[0] ?? NaN, 0.5, 1e-8, far);
    const crowded = {
      ...one,
      groups: one.groups.map((group) => ({ ...group, lower: 11 })),
      available: [10],
    };
    expect(cheapestForRequirements(crowded)).toMatchObject({
      problem: { code: 'cell-below-limits', cell: 0, wanted: 11, available: 10 },
    });
    const dear = { ...one, groups: one.groups.map((group) => ({ ...group, lower: 11 })) };
    expect(bestWorstAllocation(dear, 5)).toMatchObject({
      problem: { code: 'budget-below-limits', budget: 5, least: 11 },
    });
    expect(refusalOf(bestWorstAllocation({ ...one, groups: [] }, 5))).toBe('no-groups');
    expect(refusalOf(bestWorstAllocation({ ...one, requirements: [] }, 5))).toBe('no-requirements');
    const changed = (change: object) =>
      refusalOf(
        bestWorstAllocation({ ...one, groups: one.groups.map((g) => ({ ...g, ...change })) }, 5),
      );
    expect(changed({ cost: 0 })).toBe('invalid-group');
    expect(changed({ variance: NaN })).toBe('invalid-group');
    expect(changed({ upper: 0 })).toBe('group-shut-out');
    const asked = (change: object) =>
      refusalOf(
        bestWorstAllocation(
          { ...one, requirements: [{ contrasts: [[1]], effects: [1], needed: 1, ...change }] },
          5,
        ),
      );
    expect(asked({ needed: 0 })).toBe('invalid-requirement');
    expect(asked({ contrasts: [[1, 2]] })).toBe('invalid-requirement');
    expect(asked({ effects: [0] })).toBe('no-effect');
    expect(asked({ contrasts: [[1], [2]], effects: [1, 2] })).toBe('dependent-contrasts');
  });
});

describe('whole customers for questions', () => {
  it('are as good as the best of all whole allocations of one question', () => {
    expect(data.whole.length).toBe(60);
    for (const row of data.whole) {
      const problem = {
        groups: row.variances.map((variance, cell) => ({
          cell,
          variance,
          cost: 1,
          lower: row.lower[cell] ?? 0,
          upper: row.upper[cell] ?? 0,
        })),
        available: row.upper,
        requirements: [{ contrasts: [row.weights], effects: [1], needed: 1 }],
      };
      const exact = valueOf(bestWorstAllocation(problem, row.total));
      const goal = { kind: 'budget', budget: row.total } as const;
      const found = valueOf(wholeQuestionAllocation(problem, exact.customers, goal));
      expect(sumOf(found.customers)).toBe(row.total);
      expectClose(found.reached[0] ?? NaN, row.information, 1e-12, row);
    }
  });

  it('are 31, 69, 83, 7 for the four strata, as Wright’s', () => {
    const problem = oneQuestion(fourStrata());
    const exact = valueOf(bestWorstAllocation(problem, 190));
    const goal = { kind: 'budget', budget: 190 } as const;
    const found = valueOf(wholeQuestionAllocation(problem, exact.customers, goal));
    expect(found.customers).toEqual(valueOf(wholeAllocation(fourStrata(), 190)).customers);
    expect(found.customers).toEqual([31, 69, 83, 7]);
  });

  it('never exceed a small cell or a small budget, and say when one each is too many', () => {
    const groups = [0, 1, 2].map(() => ({ cell: 0, variance: 0.1, cost: 3, lower: 0, upper: 50 }));
    const requirements = [{ contrasts: [[1, -1, 0.01]], effects: [0.5], needed: 1 }];
    const problem = { groups, available: [4], requirements };
    const exact = valueOf(bestWorstAllocation(problem, 100)).customers;
    const within = valueOf(
      wholeQuestionAllocation(problem, exact, { kind: 'budget', budget: 100 }),
    );
    expect(sumOf(within.customers)).toBe(4);
    expect(Math.min(...within.customers)).toBe(1);
    const poor = wholeQuestionAllocation(problem, exact, { kind: 'budget', budget: 9 });
    expect(valueOf(poor).customers).toEqual([1, 1, 1]);
    expect(wholeQuestionAllocation(problem, exact, { kind: 'budget', budget: 8 })).toMatchObject({
      problem: { code: 'budget-below-limits', budget: 8, least: 9 },
    });
    const tiny = { ...problem, available: [2] };
    expect(wholeQuestionAllocation(tiny, exact, { kind: 'requirements' })).toMatchObject({
      problem: { code: 'cell-below-limits', cell: 0, wanted: 3, available: 2 },
    });
  });

  it('meet every requirement, within limits, for little more than the optimum', () => {
    for (const row of data.cheap) {
      const exact = valueOf(cheapestForRequirements(row));
      const found = wholeQuestionAllocation(row, exact.customers, { kind: 'requirements' });
      if (!found.ok) {
        expect(found.problem.code).toBe('requirements-out-of-reach');
        continue;
      }
      const { customers, cost, reached } = found.value;
      expect(customers.every(Number.isInteger)).toBe(true);
      expect(Math.min(...reached)).toBeGreaterThanOrEqual(1 - 1e-8);
      keepsLimits(row, customers);
      expect(cost).toBeGreaterThanOrEqual(exact.cost * (1 - 1e-8));
      // Measured, no theorem: 0.17% at worst, where an upper limit of 1310.67 customers becomes 1310.
      expect(cost).toBeLessThanOrEqual(exact.cost * 1.002);
    }
  });
});

function keepsLimits({ groups, available }: ProblemRow, customers: readonly number[]): void {
  for (const [place, { lower, upper }] of groups.entries()) {
    expect(customers[place]).toBeGreaterThanOrEqual(lower - 1e-9);
    expect(customers[place]).toBeLessThanOrEqual(upper + 1e-9);
  }
  for (const [cell, has] of available.entries()) {
    const taken = sumOf(customers.filter((_, place) => groups[place]?.cell === cell));
    expect(taken).toBeLessThanOrEqual(has * (1 + 1e-9));
  }
}
