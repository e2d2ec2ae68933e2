import { describe, expect, it } from 'vitest';
import { usualMethod } from '#core/rollout/policy/cross-fitting.ts';
import { findPolicy, type PolicyQuestion } from '#core/rollout/policy/find-policy.ts';
import { policyParts } from '#core/rollout/policy/policy-parts.ts';
import { testCounts } from '#core/rollout/policy/test-counts.ts';
import { deckPopulation } from '../../design/deck-design.ts';
import { valueOf } from '../../stats/oracle.ts';
import { plantedByColumns } from '../../results/planted-experiment.ts';

/** The sample's carrots by mail, a response worth the first order and one in each of six months. */
const carrot = {
  marginPerResponse: 0.3 * 34_000 * 7,
  marginPerSales: 0.3 * 7,
  rewardPerResponse: 5000,
  costPerContact: 1000,
};
const [coupon, gift, point] = [0, 1, 2];
const sample: PolicyQuestion = {
  counts: testCounts(plantedByColumns.strata.map(({ totals }) => totals)),
  carrots: [carrot, carrot, carrot],
  basis: 'response',
  parts: deckPopulation.map((customers, cell) => ({
    cell,
    unit: cell,
    customers,
    allowed: [true, true, true],
  })),
  capacities: [],
  budget: null,
  nextMoney: 1_000_000,
  confidenceShare: 0.95,
};
const quick = { ...usualMethod, repeats: 1 };
const policy = valueOf(findPolicy(sample));
/** The carrot of each cell (long, mid, short dormancy; each high, mid, low points), null where nobody gets one. */
function carrotOf({ chosen }: typeof policy, cell: number): number | null {
  const row = [...chosen.plan.customers.slice(cell * 3, cell * 3 + 3)];
  const most = Math.max(...row);
  return most > 0 ? row.indexOf(most) : null;
}

describe('the sample', () => {
  it('gives points to those with many points and coupons to those with few', () => {
    expect([0, 3, 6].map((cell) => carrotOf(policy, cell))).toEqual([point, point, point]);
    expect([2, 5, 8].map((cell) => carrotOf(policy, cell))).toEqual([coupon, coupon, coupon]);
  });

  it('beats every single carrot in the market as it was planted, and as far as held-out customers tell', () => {
    // What was planted are the shares themselves: the raw profits are the true ones.
    const truth = policy.estimates.raw.profit;
    const earns = (customers: Float64Array) =>
      customers.reduce((sum, count, place) => sum + count * (truth[place] ?? 0), 0);
    const everyone = (only: number) =>
      Float64Array.from(truth, (_, place) =>
        place % 3 === only ? (deckPopulation[Math.floor(place / 3)] ?? 0) : 0,
      );
    for (const only of [coupon, gift, point]) {
      expect(earns(policy.chosen.plan.customers)).toBeGreaterThan(earns(everyone(only)));
      const single = policy.simple.find(({ rule }) => rule.kind === 'everyone' && rule.carrot === only); // prettier-ignore
      expect(single?.value).toBeCloseTo(earns(everyone(only)), 0);
      expect(single?.behind.difference).toBeGreaterThan(0);
    }
    expect(policy.chosen.crossFitted).toBeLessThan(policy.chosen.raw);
  });

  it('the raw value is the highest of the three, and the curve begins at nothing and ends at the plan', () => {
    const { curve, chosen, mostUseful } = policy;
    expect(chosen.raw).toBeGreaterThan(chosen.believed);
    expect(curve[0]).toMatchObject({ budget: 0, believed: 0, crossFitted: 0 });
    expect({ ...curve.at(-1), plan: null }).toEqual({ ...chosen, plan: null });
    expect(chosen.budget).toBeCloseTo(mostUseful, 6);
    expect(chosen.plan.cost).toBeCloseTo(mostUseful, 6);
    for (const { interval, crossFitted } of curve) {
      expect(interval.low).toBeLessThanOrEqual(crossFitted);
      expect(interval.high).toBeGreaterThanOrEqual(crossFitted);
    }
  });

  it('says what the next million would earn: nothing where all that pays is spent, the slope before', () => {
    const { curve, chosen } = policy;
    expect(chosen.next).toBeCloseTo(0, 6);
    const million = valueOf(findPolicy({ ...sample, budget: 1_000_000 }, quick));
    expect(curve[0]?.next).toBeCloseTo(million.chosen.believed, 6);
    expect(million.chosen.believed).toBeGreaterThan(1_000_000);
  });

  it('is the same every time', () => {
    expect(findPolicy(sample, quick)).toEqual(findPolicy(sample, quick));
  });
});

describe('what it has to keep to', () => {
  it('no more contacts than the channel has room for, at less profit', () => {
    const capacities = [{ carrots: [false, false, true], most: 1000 }];
    const found = valueOf(findPolicy({ ...sample, capacities }, quick));
    const contacts = found.chosen.plan.customers.reduce((sum, count, place) => sum + (place % 3 === point ? count : 0), 0); // prettier-ignore
    expect(contacts).toBeCloseTo(1000, 6);
    expect(found.chosen.plan.profit).toBeLessThan(policy.chosen.plan.profit);
    expect(found.chosen.plan.shortfall).toBe(0);
    expect(found.chosen.plan.worthOfContact[0]).toBeGreaterThan(0);
  });

  it('nobody without consent for the channel gets what comes through it', () => {
    const parts = sample.parts.flatMap((part) => [
      { ...part, customers: part.customers / 2 },
      { ...part, unit: part.unit + 9, customers: part.customers / 2, allowed: [true, true, false] },
    ]);
    const found = valueOf(findPolicy({ ...sample, parts }, quick));
    for (const cell of [0, 3, 6]) {
      const points = found.chosen.plan.customers[cell * 3 + point] ?? 0;
      expect(points).toBeCloseTo((deckPopulation[cell] ?? 0) / 2, 9);
    }
  });

  it('the same carrot for all dormancy levels where it is to be the same', () => {
    const parts = sample.parts.map((part) => ({ ...part, unit: Math.floor(part.cell / 3) }));
    const found = valueOf(findPolicy({ ...sample, parts }, quick));
    for (const level of [0, 1, 2]) {
      const carrots = [0, 1, 2].map((cell) => carrotOf(found, level * 3 + cell));
      expect(new Set(carrots).size).toBe(1);
    }
    expect(found.chosen.plan.profit).toBeLessThan(policy.chosen.plan.profit);
  });

  it('a budget, and is not what earns more than without', () => {
    const budget = policy.mostUseful / 3;
    const found = valueOf(findPolicy({ ...sample, budget }, quick));
    expect(found.chosen.plan.cost).toBeCloseTo(budget, 3);
    expect(found.chosen.plan.slope).toBeGreaterThan(0);
    expect(found.chosen.plan.profit).toBeGreaterThan(policy.chosen.plan.profit / 3);
    expect(found.mostUseful).toBeCloseTo(policy.mostUseful, 6);
  });
});

describe('policyParts', () => {
  it('holds back a share of each cell, and reaches by a channel only who consented', () => {
    const reach = {
      population: [501, 100],
      groups: null,
      holdoutShare: 0.1,
      channels: ['tm', 'sms', null],
      consent: null,
    };
    const all = [true, true, true];
    expect(policyParts(reach)).toEqual([
      { cell: 0, unit: 0, customers: 451, allowed: all },
      { cell: 1, unit: 1, customers: 90, allowed: all },
    ]);
    const consent = {
      asking: ['tm'],
      groups: [
        { cell: 0, channels: ['tm'], customers: 501 },
        { cell: 1, channels: ['tm'], customers: 25 },
        { cell: 1, channels: [], customers: 75 },
      ],
    };
    const [, called, spared] = policyParts({ ...reach, groups: [0, 0], consent });
    expect(called).toEqual({ cell: 1, unit: 0, customers: 22.5, allowed: all });
    expect(spared).toEqual({ cell: 1, unit: 0, customers: 67.5, allowed: [false, true, true] });
  });
});

describe('refuses', () => {
  it.each<[string, Partial<PolicyQuestion>]>([
    ['no-carrots', { carrots: [] }],
    ['no-cells', { counts: testCounts([]) }],
    ['nobody-to-reach', { parts: [] }],
    ['negative-input', { budget: -1 }],
    ['negative-input', { nextMoney: 0 }],
    ['negative-input', { capacities: [{ carrots: [true, true, true], most: -1 }] }],
    ['not-finite', { carrots: [{ ...carrot, costPerContact: Infinity }, carrot, carrot] }],
    ['invalid-confidence', { confidenceShare: 1 }],
    [
      'nothing-was-tried',
      { counts: { ...sample.counts, customers: sample.counts.customers.map(() => 0) } },
    ],
  ])('%s', (code, change) => {
    expect(findPolicy({ ...sample, ...change })).toMatchObject({ ok: false, problem: { code } });
  });
});
