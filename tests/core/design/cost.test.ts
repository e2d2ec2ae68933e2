import { describe, expect, it } from 'vitest';
import { armSizes, planCost } from '#core/design/cost.ts';
import { deckArms, deckDesign, deckPopulation } from './deck-design.ts';

const counts = deckPopulation.map(() => [100, 100, 100, 100]);

describe('the cost of a plan', () => {
  it('counts contacts of carrots only and expects rewards at baseline plus lift', () => {
    const cost = planCost(counts, deckDesign);
    if (!cost.ok) throw new Error(cost.problem.code);
    expect(cost.value).toMatchObject({
      contacted: 2700,
      contactCost: 9_450_000,
      highestRewardCost: 13_320_000,
      highestTotalCost: 22_770_000,
    });
    expect(cost.value.rewardCost).toBeCloseTo(1_065_600, 6);
    expect(cost.value.totalCost).toBeCloseTo(10_515_600, 6);
  });

  it('adds the cells up to arm sizes', () => {
    expect(armSizes([[1, 2], [3, 4]], 2)).toEqual([4, 6]); // prettier-ignore
    expect(armSizes([], 2)).toEqual([0, 0]);
  });

  it('costs nothing when nobody is drawn', () => {
    expect(planCost([], deckDesign)).toMatchObject({ ok: true, value: { totalCost: 0 } });
  });

  it.each([-1, Number.NaN])('refuses a unit cost of %d', (cost) => {
    const refusal = { ok: false, problem: { code: 'negative-cost', cost } };
    expect(planCost(counts, { ...deckDesign, costPerContact: cost })).toEqual(refusal);
    const arms = deckArms.map((arm) => ({ ...arm, costPerReward: cost }));
    expect(planCost(counts, { ...deckDesign, arms })).toEqual(refusal);
  });

  it('refuses a planned response above everybody', () => {
    const power = { baselineShare: 0.75, lift: 0.5, alpha: 0.05 };
    expect(planCost(counts, { ...deckDesign, power })).toEqual({
      ok: false,
      problem: { code: 'response-share-out-of-range', responseShare: 1.25 },
    });
  });
});
