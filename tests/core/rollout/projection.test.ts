import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import {
  projectRollout,
  type ProjectionInputs,
  type RolloutProjection,
} from '#core/rollout/projection.ts';
import { armTotals, plantedByColumns } from '../results/planted-experiment.ts';

const point = 3;
const sample: ProjectionInputs = {
  strata: plantedByColumns.strata.map(({ population, totals }) => ({
    population,
    treatment: totals[point] ?? armTotals(0, 0),
    control: totals[0] ?? armTotals(0, 0),
  })),
  population: null,
  orderValue: 30_000,
  marginShare: 0.3,
  costPerContact: 350,
  costPerReward: 2000,
  confidenceShare: 0.95,
  carrotsCompared: 3,
};

/** A past win-back: 20 percent came back, but so did 14 percent of the holdout. */
const winBack: ProjectionInputs = {
  ...sample,
  strata: [{ population: null, treatment: armTotals(1000, 200), control: armTotals(1000, 140) }],
  population: 10_000,
  orderValue: 31_000,
  costPerContact: 900,
  costPerReward: 0,
  carrotsCompared: 1,
};

function project(inputs: ProjectionInputs): RolloutProjection {
  return value(projectRollout(inputs));
}

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('the rollout of the sample’s point carrot', () => {
  const projection = project(sample);
  const weighted = (arm: 'treatment' | 'control'): number =>
    sample.strata.reduce(
      (sum, stratum) => sum + ((stratum.population ?? 0) * stratum[arm].responders) / 100,
      0,
    ) / 13_712;

  it('weights each cell by its eligible customers, which the plain difference of arms does not', () => {
    expect(projection.method).toBe('post-stratified');
    expect(projection.population).toBe(13_712);
    expect(projection.controlShare).toBeCloseTo(weighted('control'), 12);
    expect(projection.treatmentShare).toBeCloseTo(weighted('treatment'), 12);
    expect(projection.responseDifference.estimate).toBeLessThan(69 / 900);
  });

  it('carries the interval of the difference into responses, sales, profit and return', () => {
    const { incrementalResponses, incrementalSales, profit, incrementalRoi } = projection;
    expect(incrementalSales.low).toBeCloseTo(incrementalResponses.low * 30_000, 6);
    expect(profit.estimate).toBeCloseTo(
      0.3 * incrementalSales.estimate - projection.totalCost.estimate,
      6,
    );
    for (const { low, estimate, high } of [incrementalResponses, profit, value(incrementalRoi)]) {
      expect(low).toBeLessThan(estimate);
      expect(high).toBeGreaterThan(estimate);
    }
  });

  it('warns that the carrot was chosen among three', () => {
    expect(projection.caveats).toEqual([{ code: 'winner-chosen-among', carrots: 3 }]);
  });

  it('has no profit at the break-even difference', () => {
    const difference = value(projection.breakEvenDifference);
    const cost = 350 + 2000 * (projection.controlShare + difference);
    expect(0.3 * 30_000 * difference).toBeCloseTo(cost, 8);
  });
});

describe('a projection from cells in which nobody responded', () => {
  const cells = [
    { population: 10_000, treatment: armTotals(100, 0), control: armTotals(100, 0) },
    { population: 1000, treatment: armTotals(100, 9), control: armTotals(100, 3) },
    { population: 500, treatment: armTotals(100, 5), control: armTotals(100, 0) },
    { population: 0, treatment: armTotals(0, 0), control: armTotals(0, 0) },
  ];

  it('says that its interval is too narrow, and because of how many cells', () => {
    expect(project({ ...sample, strata: cells }).caveats).toContainEqual({
      code: 'strata-without-variation',
      certain: 2,
      strata: 4,
    });
  });

  it('does not say so of a pooled interval, which knows of nobody responding', () => {
    const strata = cells.map((cell) => ({ ...cell, population: null }));
    expect(project({ ...sample, strata, population: 11_500 }).caveats).not.toContainEqual(
      expect.objectContaining({ code: 'strata-without-variation' }),
    );
  });
});

describe('a win-back with 20 percent gross and 14 percent in the holdout', () => {
  const projection = project(winBack);

  it('has a gross return of 107 percent and an incremental one of -38 percent', () => {
    expect(value(projection.grossRoi)).toBeCloseTo(1860 / 900 - 1, 12);
    expect(value(projection.incrementalRoi).estimate).toBeCloseTo(-0.38, 12);
    expect(projection.profit.estimate).toBeCloseTo(-3_420_000, 6);
  });

  it('says that it was taken to the whole list without knowing its strata', () => {
    expect(projection.method).toBe('pooled');
    expect(projection.caveats).toEqual([{ code: 'population-by-stratum-unknown' }]);
  });

  it('would have needed 9.68 points', () => {
    expect(value(projection.breakEvenDifference)).toBeCloseTo(900 / 9300, 12);
  });
});

describe('a projection', () => {
  it.each([
    [{ orderValue: -1 }, { code: 'negative-input', field: 'orderValue', value: -1 }],
    [{ costPerReward: Number.NaN }, { code: 'negative-input', field: 'costPerReward', value: Number.NaN }],
    [{ marginShare: 1.5 }, { code: 'margin-out-of-range', marginShare: 1.5 }],
    [{ population: null }, { code: 'no-population' }],
    [{ population: 0 }, { code: 'no-population' }],
  ] as const)('refuses %o', (change, problem) => {
    expect(projectRollout({ ...winBack, ...change })).toEqual({ ok: false, problem });
  }); // prettier-ignore

  it('refuses a stratum with customers but an empty arm, and names it', () => {
    const strata = [...sample.strata, { population: 10, treatment: armTotals(0, 0), control: armTotals(5, 1) }]; // prettier-ignore
    expect(projectRollout({ ...sample, strata })).toMatchObject({
      problem: { code: 'stratum-without-arm', stratum: 9, arm: 'treatment' },
    });
  });

  it('refuses to be certain of nothing when nobody responded', () => {
    const strata = [{ population: 99, treatment: armTotals(9, 0), control: armTotals(9, 0) }];
    expect(projectRollout({ ...sample, strata })).toMatchObject({
      problem: { code: 'no-variation' },
    });
  });

  it('has no return where nothing is spent', () => {
    const projection = project({ ...winBack, costPerContact: 0 });
    expect(projection.incrementalRoi).toEqual({ ok: false, problem: { code: 'no-cost' } });
    expect(projection.grossRoi).toEqual({ ok: false, problem: { code: 'no-cost' } });
  });

  it('has no return where next to nothing is spent', () => {
    const projection = project({ ...winBack, costPerContact: 5e-324 });
    expect(projection.incrementalRoi).toEqual({ ok: false, problem: { code: 'no-cost' } });
    expect(projection.grossRoi).toEqual({ ok: false, problem: { code: 'no-cost' } });
  });

  it.each([{ costPerContact: 1e308 }, { costPerReward: 1e308 }, { orderValue: 1e308 }])(
    'refuses amounts beyond the numbers: %o',
    (change) => {
      const problem = { code: 'out-of-numbers' };
      expect(projectRollout({ ...winBack, ...change })).toEqual({ ok: false, problem });
    },
  );

  it('never breaks even when the reward eats the margin', () => {
    expect(project({ ...winBack, costPerReward: 9300 }).breakEvenDifference).toMatchObject({
      problem: { code: 'reward-exceeds-margin', leftPerResponse: 0 },
    });
  });

  it('never breaks even where everybody responding would not pay the contacts, and says which it is', () => {
    const dear = { ...winBack, costPerReward: 5000, costPerContact: 8000 };
    const { breakEvenDifference, controlShare } = project(dear);
    const left = dear.marginShare * dear.orderValue - 5000;
    expect(left).toBeGreaterThan(0);
    expect(breakEvenDifference).toEqual({
      ok: false,
      problem: {
        code: 'everybody-is-not-enough',
        needed: (8000 + controlShare * 5000) / left,
        controlShare,
      },
    });
  });

  it('earns exactly when the difference is above the break-even difference', () => {
    const inputs = fc.record({
      treated: fc.integer({ min: 1, max: 999 }),
      held: fc.integer({ min: 1, max: 999 }),
      costPerContact: fc.integer({ min: 1, max: 5000 }),
      costPerReward: fc.integer({ min: 0, max: 9000 }),
    });
    fc.assert(
      fc.property(inputs, ({ treated, held, costPerContact, costPerReward }) => {
        const projection = project({
          ...winBack,
          strata: [
            {
              population: 1000,
              treatment: armTotals(1000, treated),
              control: armTotals(1000, held),
            },
          ],
          costPerContact,
          costPerReward,
        });
        const { breakEvenDifference: limit, profit, responseDifference } = projection;
        const earns = limit.ok && responseDifference.estimate > limit.value;
        if (Math.abs(profit.estimate) > 1e-6) expect(profit.estimate > 0).toBe(earns);
        expect(profit.low).toBeLessThanOrEqual(profit.high);
      }),
    );
  });
});
