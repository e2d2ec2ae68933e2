import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManyArmPower, ManyArmRule } from '#core/stats/power/many-arm-power.ts';
import {
  detectableDifferenceForManyMeans,
  powerOfManyMeans,
  sampleSizeForManyMeans,
} from '#core/stats/power/many-means.ts';
import {
  detectableLiftForManyShares,
  powerOfManyShares,
  sampleSizeForManyShares,
} from '#core/stats/power/many-shares.ts';
import { optimalControlRatio, optimalTreatmentRatio } from '#core/stats/power/optimal-ratio.ts';
import { powerOfMeans } from '#core/stats/power/power-means.ts';
import { powerOfProportions, sampleSizePerArm } from '#core/stats/power/power-proportions.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface Row {
  sizes: number[];
  sizeControl: number;
  sides: 1 | 2;
  rule: ManyArmRule;
  critical: number;
  each: number[];
  any: number;
  all: number;
}
const { shares, means } = oracle<{
  shares: (Row & { baselineShare: number; lifts: number[]; alpha: number })[];
  means: (Row & { differences: number[] })[];
}>('power/many-arms');

function expectPower(found: ManyArmPower, row: Row, tolerance: number): void {
  expectClose(found.criticalValue, row.critical, tolerance, row);
  for (const [arm, chance] of row.each.entries()) {
    expectClose(found.each[arm] ?? NaN, chance, tolerance, row, 1e-3);
  }
  expectClose(found.any, row.any, tolerance, row, 1e-3);
  expectClose(found.all, row.all, tolerance, row, 1e-3);
}

describe('several arms against one control', () => {
  it('are found each, any and all as often as mvtnorm says, for shares', () => {
    expect(shares.length).toBeGreaterThan(150);
    for (const row of shares) expectPower(valueOf(powerOfManyShares(row)), row, 1e-9);
  });

  it('are found each, any and all as often as mvtnorm says, for means', () => {
    expect(means.length).toBeGreaterThan(25);
    for (const row of means) {
      const plan = { ...row, alpha: 0.05, standardDeviation: 1 };
      expectPower(valueOf(powerOfManyMeans(plan)), row, 1e-8);
    }
  });

  it('are one comparison of two arms when there is one arm', () => {
    const share = between(0.01, 0.5);
    const size = fc.integer({ min: 20, max: 5000 });
    fc.assert(
      fc.property(
        share,
        size,
        size,
        fc.constantFrom(1 as const, 2 as const),
        (base, n, m, sides) => {
          const plan = { baselineShare: base, alpha: 0.05, sides };
          const many = valueOf(
            powerOfManyShares({ ...plan, lifts: [0.07], sizes: [n], sizeControl: m }),
          );
          const arms = { sizeTreatment: n, sizeControl: m };
          const two = valueOf(powerOfProportions({ ...plan, lift: 0.07, ...arms }));
          for (const chance of [many.each[0] ?? NaN, many.any, many.all]) {
            expectClose(chance, two, 1e-9, { plan, arms }, 1e-9);
          }
        },
      ),
      runs(40),
    );
    const plan = { alpha: 0.05, standardDeviation: 2 };
    const one = valueOf(
      powerOfManyMeans({ ...plan, differences: [1], sizes: [30], sizeControl: 50 }),
    );
    const arms = { sizeTreatment: 30, sizeControl: 50, difference: 1 };
    expectClose(one.any, valueOf(powerOfMeans({ ...plan, ...arms })), 1e-9, arms);
  });

  it('are found with at most the chance of any, at least that of all, in any order', () => {
    const size = fc.integer({ min: 50, max: 3000 });
    const lift = between(0.005, 0.2);
    const arms = fc.array(fc.tuple(size, lift), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(arms, size, (given, sizeControl) => {
        const power = (list: typeof given) =>
          valueOf(
            powerOfManyShares({
              baselineShare: 0.1,
              alpha: 0.05,
              sizeControl,
              sizes: list.map(([customers]) => customers),
              lifts: list.map(([, effect]) => effect),
            }),
          );
        const found = power(given);
        for (const chance of found.each) {
          expect(chance ?? NaN).toBeLessThanOrEqual(found.any + 1e-9);
          expect(chance ?? NaN).toBeGreaterThanOrEqual(found.all - 1e-9);
        }
        const reversed = power(given.toReversed());
        expectClose(reversed.any, found.any, 1e-9, given);
        expectClose(reversed.all, found.all, 1e-9, given, 1e-6);
      }),
      runs(40),
    );
  });

  it('need their sizes for the wanted power, and detect the effect they were reckoned for', () => {
    const plan = { baselineShare: 0.05, alpha: 0.05, power: 0.8 };
    for (const wanted of ['each', 'any', 'all'] as const) {
      for (const controlRatio of [1, 2.5]) {
        const lifts = [0.01, 0.01, 0.01];
        const sizes = valueOf(sampleSizeForManyShares({ ...plan, lifts, wanted, controlRatio }));
        const arms = {
          sizeControl: sizes.exactSizeControl,
          sizes: lifts.map(() => sizes.exactSizePerArm),
        };
        const power = valueOf(powerOfManyShares({ ...plan, ...arms, lifts }));
        const chance = wanted === 'each' ? (power.each[0] ?? NaN) : power[wanted];
        expectClose(chance, 0.8, 1e-9, wanted);
        const detectable = valueOf(detectableLiftForManyShares({ ...plan, ...arms, wanted }));
        expectClose(detectable, 0.01, 1e-7, wanted);
        expect(sizes.total).toBe(3 * sizes.sizePerArm + sizes.sizeControl);
      }
    }
    const spent = { standardDeviation: 1, alpha: 0.05, power: 0.8, wanted: 'any' as const };
    const sizes = valueOf(sampleSizeForManyMeans({ ...spent, differences: [0.5, 0.5] }));
    const arms = {
      sizeControl: sizes.exactSizeControl,
      sizes: [sizes.exactSizePerArm, sizes.exactSizePerArm],
    };
    expectClose(valueOf(detectableDifferenceForManyMeans({ ...spent, ...arms })), 0.5, 1e-7, arms);
  });

  it('need fewer customers by Dunnett than by Bonferroni, and a larger control saves more', () => {
    const plan = { baselineShare: 0.05, lifts: [0.01, 0.01, 0.01, 0.01], alpha: 0.05, power: 0.8 };
    const total = (change: object) =>
      valueOf(sampleSizeForManyShares({ ...plan, ...change })).total;
    expect(total({})).toBeLessThan(total({ rule: 'bonferroni' }));
    const best = valueOf(optimalControlRatio({ arms: 4 }));
    expect(best).toBe(2);
    expect(total({ controlRatio: best })).toBeLessThan(total({}));
    expect(total({ controlRatio: best })).toBeLessThan(total({ controlRatio: 4 }));
    const alone = valueOf(sampleSizePerArm({ ...plan, lift: 0.01 }));
    const uncorrected = valueOf(sampleSizeForManyShares({ ...plan, rule: 'none' }));
    expectClose(uncorrected.exactSizePerArm, alone.exactSizeControl, 1e-9, 'uncorrected');
  });

  it('in the deck’s smallest cell of 445 have a power of .29 for 5% against 10%', () => {
    // 445 over 4 arms are 111 each; .29 is one comparison at two-sided alpha .05, not corrected for the three.
    const arms = { sizeControl: 111, sizes: [111, 111, 111] };
    const plan = { baselineShare: 0.05, lifts: [0.05, 0.05, 0.05], alpha: 0.05, ...arms };
    const uncorrected = valueOf(powerOfManyShares({ ...plan, rule: 'none' }));
    expect(uncorrected.each[0]).toBeCloseTo(0.29, 2);
    const two = { baselineShare: 0.05, lift: 0.05, alpha: 0.05 };
    const alone = powerOfProportions({ ...two, sizeTreatment: 111, sizeControl: 111 });
    expectClose(uncorrected.each[0] ?? NaN, valueOf(alone), 1e-12, 'two arms');
    expect(valueOf(powerOfManyShares(plan)).each[0]).toBeCloseTo(0.17, 2);
  });

  it('are refused where they cannot be', () => {
    const plan = {
      baselineShare: 0.1,
      lifts: [0.1, 0],
      alpha: 0.05,
      sizeControl: 9,
      sizes: [9, 9],
    };
    const code = (change: object) => refusalOf(powerOfManyShares({ ...plan, ...change }));
    expect(code({ baselineShare: 0 })).toBe('invalid-baseline');
    expect(code({ lifts: [0.95, 0] })).toBe('invalid-lift');
    expect(code({ lifts: [0, 0] })).toBe('no-effect');
    expect(code({ lifts: [], sizes: [] })).toBe('invalid-arms');
    expect(code({ sizes: [9] })).toBe('invalid-size');
    expect(code({ alpha: 0.6 })).toBe('invalid-alpha');
    expect(code({ lifts: [0.1, -0.1], sides: 1 })).toBe('mixed-directions');
    const wanted = { ...plan, power: 0.8 };
    expect(refusalOf(sampleSizeForManyShares({ ...wanted, power: 1 }))).toBe('invalid-power');
    expect(refusalOf(sampleSizeForManyShares({ ...wanted, controlRatio: 0 }))).toBe(
      'invalid-ratio',
    );
    const hopeless = { ...wanted, lifts: [1e-9, 0] };
    expect(refusalOf(sampleSizeForManyShares(hopeless))).toBe('effect-too-small');
    const small = { ...wanted, direction: 'fall' as const };
    expect(refusalOf(detectableLiftForManyShares(small))).toBe('no-detectable-effect');
    const outcome = { standardDeviation: 1, alpha: 0.05, differences: [1, 1], sizeControl: 1 };
    expect(refusalOf(powerOfManyMeans({ ...outcome, sizes: [1, 1] }))).toBe('invalid-size');
    expect(refusalOf(powerOfManyMeans({ ...outcome, standardDeviation: 0, sizes: [5, 5] }))).toBe(
      'invalid-standard-deviation',
    );
  });
});

describe('the best ratio of sizes', () => {
  it('follows the root of arms, variances and costs', () => {
    expect(valueOf(optimalControlRatio({ arms: 1, costArm: 9 }))).toBe(3);
    const plan = { treatedShare: 0.05, controlShare: 0.05, costTreatment: 4 };
    expectClose(valueOf(optimalTreatmentRatio(plan)), 0.5, 1e-12, plan);
    expect(refusalOf(optimalControlRatio({ arms: 0 }))).toBe('invalid-arms');
    expect(refusalOf(optimalControlRatio({ arms: 2, costArm: 0 }))).toBe('invalid-cost');
    expect(refusalOf(optimalTreatmentRatio({ ...plan, controlShare: 1 }))).toBe('invalid-share');
    expect(refusalOf(optimalTreatmentRatio({ ...plan, costControl: -1 }))).toBe('invalid-cost');
  });

  it('has the smallest cost for its precision, among all ratios', () => {
    const cost = (ratio: number) => {
      const [treated, control] = [0.12 * 0.88, 0.03 * 0.97];
      return (ratio * 3 + 1) * (treated / ratio + control);
    };
    const plan = { treatedShare: 0.12, controlShare: 0.03, costTreatment: 3 };
    const best = valueOf(optimalTreatmentRatio(plan));
    for (const factor of [0.5, 0.9, 0.99, 1.01, 1.2, 3]) {
      expect(cost(best * factor)).toBeGreaterThan(cost(best));
    }
  });
});
