import { describe, expect, it } from 'vitest';
import { costInterval, type CostPlan } from '#core/design/planning/cost-interval.ts';
import { refusalOf, valueOf } from '../../stats/oracle.ts';

const all = (share: number) => Array.from({ length: 9 }, () => [0, share, share, share]);
const deck: CostPlan = {
  counts: Array.from({ length: 9 }, () => [100, 100, 100, 100]),
  arms: [0, 5000, 4800, 5000].map((costPerReward, arm) => ({
    costPerContact: arm === 0 ? 0 : 3500,
    costPerReward,
  })),
  expected: all(0.08),
};

describe('the cost of a plan', () => {
  it('is 9,450,000 + 1,065,600 for the deck’s, with an interval by chance around it', () => {
    const found = valueOf(costInterval(deck));
    expect(found).toMatchObject({
      contactCost: 9_450_000,
      highestTotalCost: 22_770_000,
      withRange: null,
    });
    expect(found.totalCost).toBeCloseTo(10_515_600, 4);
    expect(found.byChance).toEqual({ low: 10_381_600, high: 10_653_800 });
    expect(found.method).toBe('exact');
  });

  it('spans the range of the expectation, and is wider for more confidence', () => {
    const ranged = valueOf(costInterval({ ...deck, range: { low: all(0.05), high: all(0.12) } }));
    expect(ranged.withRange?.low).toBeLessThan(ranged.byChance.low);
    expect(ranged.withRange?.high).toBeGreaterThan(ranged.byChance.high);
    const same = valueOf(costInterval({ ...deck, range: { low: all(0.08), high: all(0.08) } }));
    expect(same.withRange).toEqual(same.byChance);
    const wide = valueOf(costInterval(deck, 0.99));
    expect(wide.byChance.low).toBeLessThan(ranged.byChance.low);
    expect(wide.byChance.high).toBeGreaterThan(ranged.byChance.high);
  });

  it('is refused with the reason', () => {
    const code = (change: Partial<CostPlan>) => refusalOf(costInterval({ ...deck, ...change }));
    expect(code({ arms: [] })).toBe('no-arms');
    expect(code({ arms: deck.arms.map((arm) => ({ ...arm, costPerReward: -1 })) })).toBe(
      'negative-cost',
    );
    expect(code({ expected: all(0.08).slice(1) })).toBe('plan-mismatch');
    expect(code({ range: { low: all(0.1), high: all(0.05) } })).toBe('range-reversed');
    expect(code({ counts: deck.counts.map(() => [0.5, 1, 1, 1]) })).toBe('invalid-part');
  });
});
