import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedMaximum } from '#core/stats/distributions/normal-maximum.ts';
import type { StratifiedRollPlan } from '#core/stats/power/roll-strata.ts';
import {
  stratifiedErrorShare,
  stratifiedOutlook,
  stratifiedSize,
} from '#core/stats/power/test-and-roll-strata.ts';
import { unequalOutlook, unequalSizes } from '#core/stats/power/test-and-roll-unequal.ts';
import { testAndRollOutlook, testAndRollSize } from '#core/stats/power/test-and-roll.ts';
import { expectedNormalMaximum } from '#core/stats/shrinkage/expected-normal-maximum.ts';
import { priorFromLifts } from '#core/stats/shrinkage/prior-from-lifts.ts';
import { between } from '../even-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const data = oracle<{
  maxima: { means: number[]; deviations: number[]; expected: number }[];
  rolls: {
    plan: StratifiedRollPlan;
    size: number;
    profit: number;
    perfect: number;
    best?: number;
    error?: number;
    errorSpread?: number;
  }[];
  lifts: { estimates: number[]; errors: number[]; tau2: number; mean: number }[];
}>('power/test-and-roll-strata');

const usual = { meanProfit: 0.68, offerSpread: 0.03, customerSpread: Math.sqrt(0.68 * 0.32) };
/** So many equal arms without strata. */
function evenPlan(arms: number, population = 100_000): StratifiedRollPlan {
  return {
    population: [population],
    arms: Array.from({ length: arms }, () => ({ ...usual, stratumSpread: 0 })),
    proportions: [new Array<number>(arms).fill(1)],
    rule: 'one',
  };
}

describe('the expected maximum of normal values', () => {
  it('is the mean of its density', () => {
    expect(data.maxima.length).toBe(60);
    for (const row of data.maxima) {
      const values = row.means.map((mean, place) => ({
        mean,
        deviation: row.deviations[place] ?? NaN,
      }));
      expectClose(expectedMaximum(values), row.expected, 1e-9, row, 0.1);
    }
  });

  it('of equal ones is the known one, and of what is certain that', () => {
    for (const count of [1, 2, 5, 20]) {
      const values = Array.from({ length: count }, () => ({ mean: 3, deviation: 2 }));
      expectClose(expectedMaximum(values), 3 + 2 * expectedNormalMaximum(count), 1e-12, count);
    }
    expect(
      expectedMaximum([
        { mean: 1, deviation: 0 },
        { mean: 2, deviation: 0 },
      ]),
    ).toBe(2);
    const half = expectedMaximum([
      { mean: 0, deviation: 0 },
      { mean: 0, deviation: 1 },
    ]);
    expectClose(half, 1 / Math.sqrt(2 * Math.PI), 1e-12, 'half normal');
    expect(expectedMaximum([])).toBeNaN();
    expect(expectedMaximum([{ mean: 0, deviation: -1 }])).toBeNaN();
  });
});

describe('a test over strata and arms', () => {
  it('earns what the whole covariance says', () => {
    expect(data.rolls.length).toBe(40);
    for (const row of data.rolls) {
      const found = valueOf(stratifiedOutlook(row.plan, row.size));
      expectClose(found.profitPerCustomer, row.profit, 1e-9, row);
      expectClose(found.profitWithPerfectKnowledge, row.perfect, 1e-9, row);
    }
  });

  it('earns most at the size found, as a general search finds too', () => {
    const searched = data.rolls.filter(({ best }) => best !== undefined);
    expect(searched.length).toBe(12);
    for (const row of searched) {
      const found = stratifiedSize(row.plan);
      const earned = found.ok
        ? found.value.profitPerCustomer
        : Math.max(...row.plan.arms.map((arm) => arm.meanProfit));
      // The other search may end on a lower hill, never on a higher one.
      expect(earned).toBeGreaterThanOrEqual((row.best ?? NaN) * (1 - 1e-9));
      expectClose(earned, row.best ?? NaN, 1e-3, row);
    }
  });

  it('errs as often as worlds played through', () => {
    for (const row of data.rolls.filter(({ error }) => error !== undefined)) {
      const found = valueOf(
        stratifiedErrorShare(row.plan, row.size, { seed: 'roll', repetitions: 4000 }),
      );
      const spread = Math.hypot(found.standardError, row.errorSpread ?? 0);
      expect(Math.abs(found.value - (row.error ?? NaN)), JSON.stringify(row)).toBeLessThan(
        4.5 * spread,
      );
    }
  });

  it('G61: without strata is Test & Roll, 2283.89 per arm of 100,000, and for more arms', () => {
    expect(valueOf(stratifiedSize(evenPlan(2))).size / 2).toBeCloseTo(2283.89, 1);
    for (const arms of [2, 3, 6]) {
      const plan = { population: 100_000, arms, ...usual };
      const best = valueOf(testAndRollSize(plan));
      expectClose(valueOf(stratifiedSize(evenPlan(arms))).size, arms * best.sizePerArm, 1e-4, arms);
      const same = valueOf(stratifiedOutlook(evenPlan(arms), arms * 1000));
      const known = valueOf(testAndRollOutlook(plan, 1000));
      expectClose(same.profitPerCustomer, known.profitPerCustomer, 1e-12, arms);
      expectClose(same.regretPerCustomer, known.regretPerCustomer, 1e-9, arms);
    }
    const error = valueOf(
      stratifiedErrorShare(evenPlan(2), 4567.78, { seed: 'a', repetitions: 20_000 }),
    );
    expect(Math.abs(error.value - 0.100128)).toBeLessThan(4 * error.standardError);
  });

  it('of two unequal arms is Feit and Berman’s equation 18, and no better than their best sizes', () => {
    const first = { meanProfit: 19.39, offerSpread: 20.97, customerSpread: 87.69 };
    const second = { meanProfit: 29.26, offerSpread: 13.48, customerSpread: 179.36 };
    const plan = {
      ...evenPlan(2),
      arms: [first, second].map((arm) => ({ ...arm, stratumSpread: 0 })),
      proportions: [[588, 1884]],
    };
    const known = valueOf(unequalOutlook({ population: 100_000, first, second }, 588, 1884));
    expectClose(
      valueOf(stratifiedOutlook(plan, 2472)).profitPerCustomer,
      known.profitPerCustomer,
      1e-9,
      plan,
    );
    const best = valueOf(unequalSizes({ population: 100_000, first, second }));
    const found = valueOf(stratifiedSize(plan));
    expect(found.profitPerCustomer).toBeLessThanOrEqual(best.profitPerCustomer * (1 + 1e-12));
    expectClose(found.profitPerCustomer, best.profitPerCustomer, 1e-6, plan);
  });

  it('does not change when a stratum is cut in two alike, and choosing per stratum earns no less', () => {
    const spread = between(0.001, 0.05);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        spread,
        between(0.01, 0.8),
        (arms, stratumSpread, share) => {
          const one = evenPlan(arms, 20_000);
          const two = {
            ...one,
            population: [10_000, 10_000],
            proportions: [one.proportions[0] ?? [], one.proportions[0] ?? []],
          };
          const whole = valueOf(stratifiedOutlook(one, 20_000 * share));
          expectClose(
            valueOf(stratifiedOutlook(two, 20_000 * share)).profitPerCustomer,
            whole.profitPerCustomer,
            1e-9,
            share,
          );
          const differing = { ...two, arms: two.arms.map((arm) => ({ ...arm, stratumSpread })) };
          const common = valueOf(stratifiedOutlook(differing, 20_000 * share));
          const each = valueOf(
            stratifiedOutlook({ ...differing, rule: 'per-stratum' }, 20_000 * share),
          );
          expect(each.profitPerCustomer).toBeGreaterThanOrEqual(
            common.profitPerCustomer * (1 - 1e-12),
          );
          expect(common.regretPerCustomer).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('is refused with the reason, and where testing does not pay', () => {
    const plan = evenPlan(2);
    const code = (change: Partial<StratifiedRollPlan>, size = 10) =>
      refusalOf(stratifiedOutlook({ ...plan, ...change }, size));
    expect(code({ population: [] })).toBe('no-strata');
    expect(code({ arms: plan.arms.slice(1) })).toBe('too-few-arms');
    expect(code({ population: [0] })).toBe('invalid-population');
    expect(code({ proportions: [[1, 2, 3]] })).toBe('invalid-proportions');
    expect(code({ arms: plan.arms.map((arm) => ({ ...arm, meanProfit: NaN })) })).toBe(
      'invalid-mean',
    );
    expect(code({ arms: plan.arms.map((arm) => ({ ...arm, customerSpread: 0 })) })).toBe(
      'invalid-standard-deviation',
    );
    expect(stratifiedOutlook(plan, 1e6)).toMatchObject({
      problem: { code: 'invalid-size', most: 100_000 },
    });
    const repetitions = stratifiedErrorShare(plan, 10, { seed: 'a', repetitions: 0 });
    expect(refusalOf(repetitions)).toBe('invalid-repetitions');
    const clear = {
      ...plan,
      arms: plan.arms.map((arm, place) => ({ ...arm, meanProfit: place * 5 })),
    };
    expect(refusalOf(stratifiedSize(clear))).toBe('testing-does-not-pay');
  });
});

describe('the prior of past lifts', () => {
  it('is that of the method of moments, and none where they do not differ', () => {
    expect(data.lifts.length).toBe(40);
    for (const row of data.lifts) {
      const lifts = row.estimates.map((estimate, place) => ({
        estimate,
        standardError: row.errors[place] ?? NaN,
      }));
      const found = priorFromLifts(lifts);
      if (row.tau2 <= 0) {
        expect(refusalOf(found)).toBe('no-variation');
        continue;
      }
      const { mean, spread, experiments } = valueOf(found);
      expectClose(mean, row.mean, 1e-9, row, 0.1);
      expectClose(spread, Math.sqrt(row.tau2), 1e-9, row);
      expect(experiments).toBe(row.estimates.length);
    }
  });

  it('needs three experiments', () => {
    const lift = (estimate: number) => ({ estimate, standardError: 0.5 });
    expect(priorFromLifts([lift(1), lift(3)])).toMatchObject({
      problem: { code: 'too-few-experiments', experiments: 2, fewest: 3 },
    });
    const three = valueOf(priorFromLifts([lift(1), lift(3), lift(5)]));
    expect(three.mean).toBeCloseTo(3, 12);
    expect(three.spread).toBeCloseTo(1.936492, 6);
    const bad = priorFromLifts([lift(1), lift(3), { estimate: 1, standardError: 0 }]);
    expect(refusalOf(bad)).toBe('invalid-effect');
  });
});
