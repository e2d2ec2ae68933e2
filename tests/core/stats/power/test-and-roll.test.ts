import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicalTestSizes } from '#core/stats/power/classical-test-sizes.ts';
import { testAndRollOutlook, testAndRollSize } from '#core/stats/power/test-and-roll.ts';
import type { UnequalPlan } from '#core/stats/power/arm-prior.ts';
import { unequalOutlook, unequalSizes } from '#core/stats/power/test-and-roll-unequal.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface EqualRow {
  arms: number;
  population: number;
  mean: number;
  sigma: number;
  s: number;
  size: number;
  profit: number;
  perfect: number;
  error?: number;
}
interface UnequalRow {
  population: number;
  mean: [number, number];
  sigma: [number, number];
  s: [number, number];
  size: [number, number];
  profit: number;
  perfect: number;
  error: number;
}
interface ClassicalRow {
  spread: [number, number];
  difference: number;
  alpha: number;
  power: number;
  /** 0 stands for no list. */
  population: number;
  total: number;
}
const { equal, unequal, classical } = oracle<{
  equal: EqualRow[];
  unequal: UnequalRow[];
  classical: ClassicalRow[];
}>('power/test-and-roll');

const equalPlan = ({ arms, population, mean, sigma, s }: EqualRow) => ({
  arms,
  population,
  meanProfit: mean,
  offerSpread: sigma,
  customerSpread: s,
});
const unequalPlan = ({ population, mean, sigma, s }: UnequalRow): UnequalPlan => ({
  population,
  first: { meanProfit: mean[0], offerSpread: sigma[0], customerSpread: s[0] },
  second: { meanProfit: mean[1], offerSpread: sigma[1], customerSpread: s[1] },
});

/** The website example of Feit & Berman. */
const website = {
  population: 100_000,
  meanProfit: 0.68,
  offerSpread: 0.03,
  customerSpread: Math.sqrt(0.68 * 0.32),
};
/** Their catalogue example: no catalogue against one, its cost of 0.8 taken off. */
const catalogue: UnequalPlan = {
  population: 100_000,
  first: { meanProfit: 19.39, offerSpread: 20.97, customerSpread: 87.69 },
  second: { meanProfit: 29.26, offerSpread: 13.48, customerSpread: 179.36 },
};

describe('the test that earns most', () => {
  it('is the numerical optimum, and earns what the integrals say', () => {
    expect(equal.length).toBe(288);
    for (const row of equal) {
      const found = valueOf(testAndRollSize(equalPlan(row)));
      expectClose(found.sizePerArm, row.size, 1e-9, row);
      expectClose(found.profitPerCustomer, row.profit, 1e-11, row);
      expectClose(found.profitWithPerfectKnowledge, row.perfect, 1e-11, row);
      if (row.error === undefined) expect(found.errorShare).toBeNull();
      else expectClose(found.errorShare ?? NaN, row.error, 1e-10, row);
    }
  });

  it('G61: has 2283.89002819 customers per arm for the website of Feit and Berman', () => {
    const found = valueOf(testAndRollSize(website));
    expect(found.sizePerArm).toBeCloseTo(2283.89002819, 8);
    // What their R function test_eval_nn prints of it.
    expect(found.profitPerCustomer).toBeCloseTo(0.695359986175474, 13);
    expect(found.profitWithPerfectKnowledge).toBeCloseTo(0.696925687506433, 13);
    expect(found.errorShare).toBeCloseTo(0.100128141345079, 13);
    expect(found.regretPerCustomer / found.profitWithPerfectKnowledge).toBeCloseTo(
      0.0022465828983298,
      13,
    );
  });

  it('earns what their workshop prints for 10,000 and for 100 per arm', () => {
    const workshop = { ...website, customerSpread: 0.68 * 0.32 };
    const at = (size: number) => valueOf(testAndRollOutlook(workshop, size));
    expect(valueOf(testAndRollSize(workshop)).sizePerArm).toBeCloseTo(1108.073, 3);
    expect(at(10_000).profitPerCustomer).toBeCloseTo(0.6935051, 7);
    expect(at(10_000).errorShare).toBeCloseTo(0.02304771, 8);
    expect(at(100).profitPerCustomer).toBeCloseTo(0.6936736, 7);
    expect(at(100).errorShare).toBeCloseTo(0.1997479, 7);
  });

  it('has the values of the tests of pytestroll', () => {
    const lower = { ...website, meanProfit: 0.6 };
    const found = valueOf(testAndRollOutlook(lower, 2283.89002819));
    expect(found.profitPerCustomer).toBeCloseTo(0.6153599861754739, 13);
    const narrow = valueOf(testAndRollOutlook({ ...website, offerSpread: 0.02 }, 2283.89002819));
    expect(narrow.errorShare).toBeCloseTo(0.1445253424807597, 13);
  });

  it('is not beaten by any other size', () => {
    const plan = fc.record({
      population: fc.integer({ min: 40, max: 10_000_000 }),
      arms: fc.integer({ min: 2, max: 12 }),
      meanProfit: fc.constant(0),
      offerSpread: between(0.001, 100),
      customerSpread: between(0.001, 1000),
    });
    fc.assert(
      fc.property(plan, between(0.0001, 1), (some, share) => {
        const best = valueOf(testAndRollSize(some));
        const other = valueOf(testAndRollOutlook(some, (share * some.population) / some.arms));
        expect(best.profitPerCustomer).toBeGreaterThanOrEqual(
          other.profitPerCustomer * (1 - 1e-12),
        );
        expect(best.sizePerArm * some.arms).toBeLessThan(some.population);
      }),
    );
  });

  it('refuses plans that cannot be', () => {
    const refused = (change: object) => refusalOf(testAndRollSize({ ...website, ...change }));
    expect(refused({ population: 3 })).toBe('invalid-population');
    expect(refused({ population: Infinity })).toBe('invalid-population');
    expect(refused({ arms: 1 })).toBe('too-few-arms');
    expect(refused({ arms: 2.5 })).toBe('too-few-arms');
    expect(refused({ meanProfit: NaN })).toBe('invalid-mean');
    expect(refused({ offerSpread: 0 })).toBe('invalid-standard-deviation');
    expect(refused({ customerSpread: -1 })).toBe('invalid-standard-deviation');
    expect(refusalOf(testAndRollOutlook(website, 0))).toBe('invalid-size');
    expect(refusalOf(testAndRollOutlook(website, 50_001))).toBe('invalid-size');
  });
});

describe('the test of two unequal arms', () => {
  it('is at least as good as what a general solver finds', () => {
    expect(unequal.length).toBe(81);
    for (const row of unequal) {
      const plan = unequalPlan(row);
      const there = valueOf(unequalOutlook(plan, row.size[0], row.size[1]));
      expectClose(there.profitPerCustomer, row.profit, 1e-11, row);
      expectClose(there.profitWithPerfectKnowledge, row.perfect, 1e-11, row);
      expectClose(there.errorShare, row.error, 1e-9, row, 1e-9);
      const best = unequalSizes(plan);
      if (!best.ok) {
        expect(best.problem.code).toBe('testing-does-not-pay');
        expect(row.profit).toBeLessThanOrEqual(Math.max(...row.mean) + 1e-9);
        continue;
      }
      expect(best.value.profitPerCustomer).toBeGreaterThanOrEqual(row.profit * (1 - 1e-14));
      if (Math.min(...row.size) > 1) {
        // The solver's profit is flat: its sizes have half of the digits.
        expectClose(best.value.sizeFirst, row.size[0], 1e-3, row);
        expectClose(best.value.sizeSecond, row.size[1], 1e-3, row);
      }
    }
  });

  it('is that of two equal arms when they are', () => {
    const { meanProfit, offerSpread, customerSpread } = website;
    const arm = { meanProfit, offerSpread, customerSpread };
    const same = valueOf(unequalSizes({ population: 100_000, first: arm, second: arm }));
    const one = valueOf(testAndRollSize(website));
    expectClose(same.sizeFirst, one.sizePerArm, 1e-9, same);
    expectClose(same.sizeSecond, one.sizePerArm, 1e-9, same);
    expectClose(same.profitPerCustomer, one.profitPerCustomer, 1e-14, same);
    expectClose(same.errorShare, one.errorShare ?? NaN, 1e-12, same);
  });

  it('has 588 and 1,884 customers for the catalogue of Feit and Berman', () => {
    const found = valueOf(unequalSizes(catalogue));
    // Their Nelder-Mead stops at 588.39 and 1883.64, with a profit of 34.6325001020659.
    expect(Math.abs(found.sizeFirst - 588)).toBeLessThan(1);
    expect(Math.abs(found.sizeSecond - 1884)).toBeLessThan(1);
    expect(found.profitPerCustomer).toBeGreaterThan(34.6325001020659);
    expect(found.profitPerCustomer).toBeCloseTo(34.6325002, 6);
  });

  it('has the 1,858.5 and 92,412 customers of the tests of pytestroll, as near as they are', () => {
    const plan = {
      population: 10_000_000,
      first: { meanProfit: 0.5, offerSpread: 0.03, customerSpread: 0.4 },
      second: { meanProfit: 0.6, offerSpread: 0.03, customerSpread: 0.6 },
    };
    const found = valueOf(unequalSizes(plan));
    const theirs = valueOf(unequalOutlook(plan, 1858.50643038, 92412.762479));
    expect(found.profitPerCustomer).toBeGreaterThanOrEqual(theirs.profitPerCustomer);
    expectClose(found.sizeFirst, 1858.50643038, 1e-4, found);
    expectClose(found.sizeSecond, 92412.762479, 1e-4, found);
  });

  it('never earns less than no test, however odd the plan', () => {
    const scale = between(-12, 12).map((power) => 10 ** power);
    const prior = fc.record({
      meanProfit: between(-5, 5),
      offerSpread: scale,
      customerSpread: scale,
    });
    const population = fc.integer({ min: 4, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.record({ population, first: prior, second: prior }), (plan) => {
        const found = unequalSizes(plan);
        if (!found.ok) {
          expect(found.problem.code).toBe('testing-does-not-pay');
          return;
        }
        const { sizeFirst, sizeSecond, profitPerCustomer, profitWithPerfectKnowledge } =
          found.value;
        expect(sizeFirst + sizeSecond).toBeLessThanOrEqual(plan.population);
        expect(profitPerCustomer).toBeGreaterThan(found.value.profitWithoutTest);
        expect(profitPerCustomer).toBeLessThanOrEqual(
          profitWithPerfectKnowledge + 1e-9 * Math.abs(profitWithPerfectKnowledge),
        );
        expect(found.value.errorShare).toBeGreaterThanOrEqual(0);
        expect(found.value.errorShare).toBeLessThanOrEqual(1);
      }),
      runs(60),
    );
  });

  it('is found where a handful of customers show everything, and where one arm alone is tried', () => {
    const alike = {
      population: 10_000_000,
      first: { meanProfit: 0.8, offerSpread: 11, customerSpread: 0.05 },
      second: { meanProfit: -1, offerSpread: 0.1, customerSpread: 0.003 },
    };
    const few = valueOf(unequalSizes(alike));
    expect(few.sizeFirst).toBeLessThan(20);
    // Nearly what perfect knowledge earns; without a test it is 0.8.
    expectClose(few.profitPerCustomer, few.profitWithPerfectKnowledge, 1e-5, few);
    const noisy = {
      population: 24_600_045,
      first: { meanProfit: 0.27, offerSpread: 48.8, customerSpread: 0.0013 },
      second: { meanProfit: 0.8, offerSpread: 0.057, customerSpread: 649 },
    };
    const alone = valueOf(unequalSizes(noisy));
    expect(alone.sizeSecond).toBe(0);
    expect(alone.profitPerCustomer).toBeGreaterThan(19);
  });

  it('is not beaten by a grid of sizes, however odd the plan', () => {
    const spread = between(-4, 4).map((power) => 10 ** power);
    const meanProfit = fc.oneof(fc.constant(0), between(-1, 1));
    const prior = fc.record({ meanProfit, offerSpread: spread, customerSpread: spread });
    const population = between(1, 8).map((power) => 10 ** power);
    const shares = [0, ...Array.from({ length: 16 }, (_, place) => 10 ** (-0.7 * (place + 0.5)))];
    fc.assert(
      fc.property(fc.record({ population, first: prior, second: prior }), (plan) => {
        const found = unequalSizes(plan);
        const { first, second } = plan;
        const profit = found.ok
          ? found.value.profitPerCustomer
          : Math.max(first.meanProfit, second.meanProfit);
        const scale = Math.hypot(first.offerSpread, second.offerSpread);
        for (const one of shares) {
          for (const other of shares) {
            if (one + other > 1) continue;
            const tried = unequalOutlook(plan, one * plan.population, other * plan.population);
            expect(valueOf(tried).profitPerCustomer).toBeLessThan(profit + 1e-11 * (1 + scale));
          }
        }
      }),
      runs(40),
    );
  });

  it('mirrors when the arms are swapped', () => {
    const there = valueOf(unequalSizes(catalogue));
    const back = valueOf(
      unequalSizes({ ...catalogue, first: catalogue.second, second: catalogue.first }),
    );
    expectClose(back.sizeFirst, there.sizeSecond, 1e-9, back);
    expectClose(back.sizeSecond, there.sizeFirst, 1e-9, back);
    expectClose(back.profitPerCustomer, there.profitPerCustomer, 1e-13, back);
    expectClose(back.errorShare, there.errorShare, 1e-10, back);
  });

  it('does not pay when everything is known, and is refused when it cannot be', () => {
    const clear = { meanProfit: 0.9, offerSpread: 0.03, customerSpread: 0.6 };
    const poor = { meanProfit: 0.5, offerSpread: 0.03, customerSpread: 0.4 };
    const plan = { population: 1000, first: poor, second: clear };
    expect(unequalSizes(plan)).toMatchObject({
      problem: { code: 'testing-does-not-pay', profitWithoutTest: 0.9 },
    });
    const untried = valueOf(unequalOutlook(plan, 0, 0));
    expectClose(untried.profitPerCustomer, 0.9, 1e-15, untried);
    expect(refusalOf(unequalSizes({ ...plan, population: 2 }))).toBe('invalid-population');
    expect(refusalOf(unequalSizes({ ...plan, first: { ...poor, offerSpread: 0 } }))).toBe(
      'invalid-standard-deviation',
    );
    expect(refusalOf(unequalSizes({ ...plan, first: { ...poor, meanProfit: NaN } }))).toBe(
      'invalid-mean',
    );
    expect(refusalOf(unequalOutlook(plan, 600, 600))).toBe('invalid-size');
    expect(refusalOf(unequalOutlook(plan, -1, 1))).toBe('invalid-size');
  });
});

describe('the classical test beside it', () => {
  const even = Math.sqrt(0.68 * 0.32);
  const plan = {
    spreadFirst: even,
    spreadSecond: even,
    difference: 0.01,
    alpha: 0.05,
    power: 0.8,
  };

  it('has the sizes of the tests of pytestroll and of test_size_nht', () => {
    const of = (change: object): readonly [number, number] => {
      const { sizeFirst, sizeSecond } = valueOf(classicalTestSizes({ ...plan, ...change }));
      return [sizeFirst, sizeSecond];
    };
    const uneven = { spreadFirst: 0.5, spreadSecond: 0.6, difference: 0.1 };
    const published = [
      [of({}), [34158.32460389, 34158.32460389]],
      [of({ difference: -0.1, population: 100_000 }), [339.26886751, 339.26886751]],
      [of(uneven), [431.68838539, 518.02606247]],
      [of({ ...uneven, population: 100_000 }), [427.63138466, 513.15766159]],
      [of({ difference: 0.0136 }), [18467.9523161155, 18467.9523161155]],
      [of({ difference: 0.0136, population: 100_000 }), [13486.6653361429, 13486.6653361429]],
      [
        of({ spreadFirst: 87.69, spreadSecond: 179.36, difference: 4.8475 }),
        [7821.94380384499, 15998.90341723842],
      ],
    ] as const;
    for (const [found, expected] of published) {
      expectClose(found[0], expected[0], 1e-10, expected);
      expectClose(found[1], expected[1], 1e-10, expected);
    }
  });

  it('is the smallest that the best division of customers allows', () => {
    expect(classical.length).toBe(48);
    for (const row of classical) {
      const { population, spread, ...rest } = row;
      const list = population === 0 ? {} : { population };
      const spreads = { spreadFirst: spread[0], spreadSecond: spread[1] };
      const found = valueOf(classicalTestSizes({ ...rest, ...spreads, ...list }));
      expectClose(found.sizeFirst + found.sizeSecond, row.total, 1e-9, row);
    }
  });

  it('never asks for more customers than the list has', () => {
    fc.assert(
      fc.property(
        between(1e-9, 1),
        fc.integer({ min: 2, max: 1_000_000 }),
        (difference, population) => {
          const { sizeFirst, sizeSecond } = valueOf(
            classicalTestSizes({ ...plan, difference, population }),
          );
          expect(sizeFirst + sizeSecond).toBeLessThanOrEqual(population * (1 + 1e-12));
        },
      ),
    );
  });

  it('refuses plans that cannot be', () => {
    const refused = (change: object) => refusalOf(classicalTestSizes({ ...plan, ...change }));
    expect(refused({ spreadFirst: 0 })).toBe('invalid-standard-deviation');
    expect(refused({ difference: 0 })).toBe('invalid-difference');
    expect(refused({ difference: NaN })).toBe('invalid-difference');
    expect(refused({ alpha: 1 })).toBe('invalid-alpha');
    expect(refused({ power: 0.02 })).toBe('invalid-power');
    expect(refused({ population: 1 })).toBe('invalid-population');
  });
});
