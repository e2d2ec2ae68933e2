import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import { budgetPlan } from '#core/design/budget-plan.ts';
import { planCost } from '#core/design/cost.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import type { Allocation, Design } from '#core/design/design.ts';
import { valueOf } from '../stats/oracle.ts';
import { deckDesign, deckPopulation } from './deck-design.ts';

const costOf = (design: Design) =>
  valueOf(planCost(valueOf(allocate(design, deckPopulation)), design)).totalCost;

describe('a budget', () => {
  it('of 5,000,000 pays for 47 per cell and arm of the deck’s 100, and not for 48', () => {
    expect(costOf(deckDesign)).toBe(10_515_600);
    const plan = budgetPlan(deckDesign, deckPopulation, 5_000_000);
    expect(plan).toMatchObject({ allocation: { kind: 'equal', perCellAndArm: 47 }, leftOut: [] });
    expect(costOf({ ...deckDesign, allocation: { kind: 'equal', perCellAndArm: 48 } })).toBeGreaterThan(5_000_000); // prettier-ignore
    expect(plan?.cost).toBe(costOf({ ...deckDesign, allocation: { kind: 'equal', perCellAndArm: 47 } })); // prettier-ignore
  });

  it.each([
    { kind: 'proportional', total: 9000 },
    { kind: 'root-control', total: 9000 },
    { kind: 'neyman', total: 9000 },
    { kind: 'cost-optimal', budget: 30_000_000 },
  ] as const)('cuts $kind to the largest sample that it pays for', (allocation: Allocation) => {
    const design: Design = { ...deckDesign, allocation };
    const plan = budgetPlan(design, deckPopulation, 7_000_000);
    expect(plan?.allocation.kind).toBe(allocation.kind);
    expect(plan?.cost).toBeLessThanOrEqual(7_000_000);
    expect(plan?.cost).toBeGreaterThan(7_000_000 - 2 * 3900);
  });

  it('too small for any sample with all carrots leaves out the dearest', () => {
    const arms = deckDesign.arms.map((arm, place) =>
      place === 1 ? { ...arm, costPerReward: 9_000_000 } : arm,
    );
    const plan = budgetPlan({ ...deckDesign, arms }, deckPopulation, 1_000_000);
    expect(plan?.leftOut).toEqual(['COUPON']);
    expect(plan?.arms.map(({ id }) => id)).toEqual(['holdout', 'gift', 'point']);
    expect(budgetPlan(deckDesign, deckPopulation, 10)).toBeNull();
  });

  it('that is exceeded blocks the plan, with the nearest that fits; one that is met does not', () => {
    const quota = {
      customers: 24_000,
      rules: [],
      relief: null,
      inOtherExperiments: 0,
      eligible: 13_712,
      unclassified: 0,
      population: deckPopulation,
    };
    const checks = (budget: number | null) => checkDesign({ ...deckDesign, budget }, quota);
    expect(checks(5_000_000)).toMatchObject([
      {
        severity: 'blocking',
        problem: { code: 'cost-exceeds-budget', cost: 10_515_600, nearest: { sample: 1692 } },
      },
    ]);
    expect(checks(10_515_600)).toEqual([]);
    expect(checks(null)).toEqual([]);
    expect(checks(-1)).toMatchObject([{ problem: { code: 'budget-not-positive' } }]);
  });

  it('does not call a cell empty that is switched off', () => {
    const cellRules = [{ cell: 0, isOff: true, least: null, most: null }];
    const quota = {
      customers: 10,
      rules: [],
      relief: null,
      inOtherExperiments: 0,
      eligible: 4000,
      unclassified: 0,
      population: deckPopulation.with(0, 0),
    };
    expect(checkDesign({ ...deckDesign, cellRules }, quota)).toEqual([]);
    expect(checkDesign(deckDesign, quota)).toMatchObject([{ problem: { code: 'empty-cell' } }]);
  });
});
