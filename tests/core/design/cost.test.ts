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
    const channels = deckDesign.channels.map((channel) => ({ ...channel, costPerContact: cost }));
    expect(planCost(counts, { ...deckDesign, channels })).toEqual(refusal);
    const arms = deckArms.map((arm) => ({ ...arm, costPerReward: cost }));
    expect(planCost(counts, { ...deckDesign, arms })).toEqual(refusal);
  });

  it('adds up what each channel costs, and expects fewer rewards where it reaches fewer', () => {
    const channels = [
      { id: 'tm', name: '', kind: 'tm', costPerContact: 3500, reachShare: 0.6 },
      { id: 'sms', name: '', kind: 'sms', costPerContact: 20, reachShare: 1 },
    ] as const;
    const arms = deckArms.map((arm) =>
      arm.id === 'gift' ? { ...arm, channel: 'sms', redemptionShare: 0.5 } : arm,
    );
    const cost = planCost(counts, { ...deckDesign, channels, arms });
    if (!cost.ok) throw new Error(cost.problem.code);
    expect(cost.value.contacted).toBe(2700);
    expect(cost.value.contactCost).toBe(1800 * 3500 + 900 * 20);
    // 3 percent and 5 points among the 60 percent reached are 6 percent; the gift's 8 percent redeem half.
    expect(cost.value.rewardCost).toBeCloseTo(2 * 900 * 0.06 * 5000 + 900 * 0.08 * 0.5 * 4800, 6);
    expect(cost.value.highestRewardCost).toBe(13_320_000);
  });

  it('refuses an arm without its channel and a share that is none', () => {
    expect(planCost(counts, { ...deckDesign, channels: [] })).toEqual({
      ok: false,
      problem: { code: 'arm-without-channel', arm: 'COUPON' },
    });
    const arms = deckArms.map((arm) => ({ ...arm, redemptionShare: 1.5 }));
    expect(planCost(counts, { ...deckDesign, arms })).toEqual({
      ok: false,
      problem: { code: 'redemption-out-of-range', arm: 'CONTROL', redemptionShare: 1.5 },
    });
  });

  it('refuses a planned response above everybody', () => {
    const power = { baselineShare: 0.75, lift: 0.5, alpha: 0.05 };
    expect(planCost(counts, { ...deckDesign, power })).toEqual({
      ok: false,
      problem: { code: 'response-share-out-of-range', responseShare: 1.25 },
    });
  });
});
