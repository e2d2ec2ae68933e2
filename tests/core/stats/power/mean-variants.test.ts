import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  minimumDetectableAnovaEffect,
  powerOfAnova,
  sampleSizePerArmForAnova,
} from '#core/stats/power/power-anova.ts';
import {
  cohenEffect,
  minimumDetectableChiSquareEffect,
  powerOfChiSquare,
  sampleSizeForChiSquare,
} from '#core/stats/power/power-chi-square.ts';
import {
  minimumDetectableDifference,
  powerOfMeans,
  sampleSizePerArmForMeans,
} from '#core/stats/power/power-means.ts';
import {
  minimumDetectableChange,
  powerOfOneMean,
  sampleSizeForOneMean,
} from '#core/stats/power/power-one-mean.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Row<Name extends string> = Record<Name, number>;
interface Tables {
  strict: Row<'difference' | 'sd' | 'power' | 'alpha' | 'n' | 'twice'>[];
  one: (Row<'difference' | 'sd' | 'power' | 'alpha' | 'n' | 'larger' | 'detectable'> & {
    sides: 1 | 2;
  })[];
  uneven: Row<'sizeTreatment' | 'sizeControl' | 'difference' | 'alpha' | 'power' | 'oneSided'>[];
  welch: Row<
    'sizeTreatment' | 'sizeControl' | 'difference' | 'alpha' | 'sdControl' | 'power' | 'strict'
  >[];
  anova: (Row<'groups' | 'between' | 'within' | 'alpha' | 'power' | 'byR' | 'detectable'> & {
    n?: number;
  })[];
  fit: Row<'w' | 'df' | 'alpha' | 'power' | 'n' | 'reached' | 'solved'>[];
}
const { strict, one, uneven, welch, anova, fit } = oracle<Tables>('power/mean-variants');
const even = (size: number) => ({ sizeTreatment: size, sizeControl: size });

describe('the power of means', () => {
  it('is strict as in power.t.test where that is asked', () => {
    for (const row of strict) {
      const plan = { standardDeviation: row.sd, alpha: row.alpha, strict: true };
      const wanted = { ...plan, difference: row.difference, power: row.power };
      expectClose(valueOf(sampleSizePerArmForMeans(wanted)).exactSizeControl, row.n, 1e-9, row);
      expectClose(valueOf(powerOfMeans({ ...wanted, ...even(2 * row.n) })), row.twice, 1e-9, row);
    }
  });

  it('is that of pwr.t2n.test for unequal arms (which counts the far tail two-sided)', () => {
    for (const row of uneven) {
      const plan = { ...row, standardDeviation: 1 };
      expectClose(valueOf(powerOfMeans({ ...plan, strict: true })), row.power, 1e-9, row);
      expectClose(valueOf(powerOfMeans({ ...plan, sides: 1 })), row.oneSided, 1e-9, row);
    }
  });

  it("is that of Welch's test for unequal spreads", () => {
    expect(welch.length).toBeGreaterThan(100);
    for (const row of welch) {
      const spreads = { standardDeviation: 1, standardDeviationControl: row.sdControl };
      const plan = { ...row, ...spreads, strict: false };
      expectClose(valueOf(powerOfMeans(plan)), row.power, 1e-9, row);
      expectClose(valueOf(powerOfMeans({ ...plan, strict: true })), row.strict, 1e-9, row);
    }
  });

  it('leads back from size and effect with unequal spreads and arms', () => {
    const spread = between(0.05, 40);
    const ratio = between(0.1, 9);
    fc.assert(
      fc.property(spread, spread, ratio, (standardDeviation, standardDeviationControl, wanted) => {
        const plan = { standardDeviation, standardDeviationControl, alpha: 0.05, power: 0.8 };
        const difference = 0.4;
        const sizes = valueOf(sampleSizePerArmForMeans({ ...plan, difference, ratio: wanted }));
        expect(sizes.method).toBe('noncentral-t-welch');
        const arms = {
          sizeTreatment: sizes.exactSizeTreatment,
          sizeControl: sizes.exactSizeControl,
        };
        const power = valueOf(powerOfMeans({ ...plan, ...arms, difference }));
        expect(power).toBeGreaterThan(0.8 - 1e-9);
        const detectable = valueOf(minimumDetectableDifference({ ...plan, ...arms }));
        expect(detectable).toBeLessThan(difference * (1 + 1e-6));
        if (power < 0.8 + 1e-9) expectClose(detectable, difference, 1e-6, plan);
      }),
    );
  });

  it('with equal spreads and arms is the same by Welch', () => {
    const plan = { standardDeviation: 2, alpha: 0.05, difference: 1, ...even(40) };
    const pooled = valueOf(powerOfMeans(plan));
    expectClose(
      valueOf(powerOfMeans({ ...plan, standardDeviationControl: 2 })),
      pooled,
      1e-12,
      plan,
    );
  });

  it('G53: is .8689528 for 20 per arm, needs 22.02110 for 90%, one-sided 17.84713', () => {
    const plan = { difference: 1, standardDeviation: 1, alpha: 0.05 };
    expect(valueOf(powerOfMeans({ ...plan, ...even(20) }))).toBeCloseTo(0.8689528, 7);
    const both = valueOf(sampleSizePerArmForMeans({ ...plan, power: 0.9 }));
    expect(both.exactSizeControl).toBeCloseTo(22.0211, 4);
    const right = valueOf(sampleSizePerArmForMeans({ ...plan, power: 0.9, sides: 1 }));
    expect(right.exactSizeControl).toBeCloseTo(17.84713, 4);
  });

  it('is refused for impossible spreads and sizes', () => {
    const plan = { difference: 1, standardDeviation: 1, alpha: 0.05, ...even(20) };
    const code = (change: object) => refusalOf(powerOfMeans({ ...plan, ...change }));
    expect(code({ standardDeviationControl: 0 })).toBe('invalid-standard-deviation');
    expect(code({ standardDeviationControl: 1, sizeTreatment: 1 })).toBe('invalid-size');
  });
});

describe('one mean, or pairs', () => {
  it('are planned as by power.t.test', () => {
    expect(one.length).toBeGreaterThan(60);
    for (const row of one) {
      const { difference, alpha, sides, power } = row;
      const plan = { standardDeviation: row.sd, alpha, sides };
      expectClose(valueOf(sampleSizeForOneMean({ ...plan, difference, power })), row.n, 1e-9, row);
      const size = row.n * 1.3;
      expectClose(valueOf(powerOfOneMean({ ...plan, difference, size })), row.larger, 1e-9, row);
      const found = valueOf(minimumDetectableChange({ ...plan, size, power }));
      expectClose(found, row.detectable, 1e-9, row);
    }
  });

  it('are refused where they cannot be', () => {
    const plan = { standardDeviation: 1, alpha: 0.05, difference: 1, size: 10, power: 0.8 };
    expect(refusalOf(powerOfOneMean({ ...plan, size: 1 }))).toBe('invalid-size');
    expect(refusalOf(powerOfOneMean({ ...plan, difference: 0 }))).toBe('invalid-difference');
    expect(refusalOf(powerOfOneMean({ ...plan, alpha: 0.5 }))).toBe('invalid-alpha');
    expect(refusalOf(powerOfOneMean({ ...plan, standardDeviation: NaN }))).toBe(
      'invalid-standard-deviation',
    );
    expect(refusalOf(sampleSizeForOneMean({ ...plan, power: 0.01 }))).toBe('invalid-power');
    expect(refusalOf(sampleSizeForOneMean({ ...plan, difference: 1e-9 }))).toBe('effect-too-small');
  });
});

describe('the analysis of variance', () => {
  it('is planned as by power.anova.test', () => {
    expect(anova.length).toBeGreaterThan(40);
    for (const row of anova) {
      const plan = { arms: row.groups, varianceWithin: row.within, alpha: row.alpha };
      const power = valueOf(
        powerOfAnova({ ...plan, varianceBetween: row.between, sizePerArm: 12 }),
      );
      expectClose(power, row.power, 1e-9, row);
      // R's own noncentral F stops at an absolute error of 1e-9 (against the mixture of central ones, summed in R).
      expectClose(power, row.byR, 1e-7, row);
      if (row.n !== undefined) {
        const wanted = { ...plan, varianceBetween: row.between, power: 0.85 };
        expectClose(valueOf(sampleSizePerArmForAnova(wanted)), row.n, 1e-9, row);
      }
      const detectable = minimumDetectableAnovaEffect({ ...plan, sizePerArm: 12, power: 0.85 });
      expectClose(valueOf(detectable), row.detectable, 1e-9, row);
    }
  });

  it('G55: is .3535594 for 4 arms of 5; 11.92613 for 80%; 15.18834 for the means 120 to 150', () => {
    const plan = { arms: 4, varianceWithin: 3, alpha: 0.05, varianceBetween: 1 };
    expect(valueOf(powerOfAnova({ ...plan, sizePerArm: 5 }))).toBeCloseTo(0.3535594, 7);
    // R prints 11.92613; its search stops at a tolerance of 1e-4.
    expect(valueOf(sampleSizePerArmForAnova({ ...plan, power: 0.8 }))).toBeCloseTo(11.92613, 4);
    const means = { arms: 4, varianceWithin: 500, alpha: 0.05, varianceBetween: 500 / 3 };
    expect(valueOf(sampleSizePerArmForAnova({ ...means, power: 0.9 }))).toBeCloseTo(15.18834, 4);
  });

  it('with two arms is the strict two-sided t test', () => {
    const size = fc.integer({ min: 2, max: 2000 });
    const effect = between(0.01, 2);
    fc.assert(
      fc.property(size, effect, (sizePerArm, difference) => {
        const plan = { alpha: 0.05, arms: 2, varianceWithin: 1, sizePerArm };
        const found = valueOf(powerOfAnova({ ...plan, varianceBetween: difference ** 2 / 2 }));
        const arms = { alpha: 0.05, standardDeviation: 1, strict: true, ...even(sizePerArm) };
        expectClose(found, valueOf(powerOfMeans({ ...arms, difference })), 1e-9, plan);
      }),
    );
  });

  it('is refused where it cannot be', () => {
    const plan = { arms: 4, varianceWithin: 3, alpha: 0.05, varianceBetween: 1, sizePerArm: 5 };
    const code = (change: object) => refusalOf(powerOfAnova({ ...plan, ...change }));
    expect(code({ arms: 1 })).toBe('invalid-arms');
    expect(code({ varianceWithin: 0 })).toBe('invalid-standard-deviation');
    expect(code({ varianceBetween: 0 })).toBe('invalid-difference');
    expect(code({ alpha: 1 })).toBe('invalid-alpha');
    expect(code({ sizePerArm: 1 })).toBe('invalid-size');
    const tiny = { ...plan, varianceBetween: 1e-300, power: 0.8 };
    expect(refusalOf(sampleSizePerArmForAnova(tiny))).toBe('effect-too-small');
    expect(refusalOf(minimumDetectableAnovaEffect({ ...plan, power: 0.05 }))).toBe('invalid-power');
  });
});

describe('the chi-square test', () => {
  it('is planned as by pwr.chisq.test', () => {
    expect(fit.length).toBeGreaterThan(60);
    for (const row of fit) {
      const plan = { degreesOfFreedom: row.df, alpha: row.alpha };
      const power = valueOf(powerOfChiSquare({ ...plan, effect: row.w, size: row.n }));
      expectClose(power, row.reached, 1e-9, row);
      const size = valueOf(sampleSizeForChiSquare({ ...plan, effect: row.w, power: row.power }));
      expectClose(size, row.solved, 1e-9, row);
      const effect = minimumDetectableChiSquareEffect({ ...plan, size, power: row.power });
      expectClose(valueOf(effect), row.w, 1e-9, row);
    }
  });

  it('has the effect .2886751 of Cohen’s cells, and the power of 100 customers', () => {
    const shares = [0.375, ...Array<number>(3).fill((1 - 0.375) / 3)];
    expect(valueOf(cohenEffect(shares, Array<number>(4).fill(0.25)))).toBeCloseTo(0.2886751, 7);
    const plan = { degreesOfFreedom: 1, alpha: 0.05, effect: 0.3, size: 100 };
    expect(valueOf(powerOfChiSquare(plan))).toBeCloseTo(0.8508388, 7);
  });

  it('is refused where it cannot be', () => {
    const plan = { degreesOfFreedom: 1, alpha: 0.05, effect: 0.3, size: 100, power: 0.8 };
    const code = (change: object) => refusalOf(powerOfChiSquare({ ...plan, ...change }));
    expect(code({ degreesOfFreedom: 0 })).toBe('invalid-degrees-of-freedom');
    expect(code({ alpha: 0 })).toBe('invalid-alpha');
    expect(code({ effect: 0 })).toBe('invalid-difference');
    expect(code({ size: 0 })).toBe('invalid-size');
    expect(refusalOf(sampleSizeForChiSquare({ ...plan, power: 0.05 }))).toBe('invalid-power');
    expect(refusalOf(sampleSizeForChiSquare({ ...plan, effect: 1e-200 }))).toBe('effect-too-small');
    expect(refusalOf(cohenEffect([0.5, 0.5], [1]))).toBe('invalid-shares');
    expect(refusalOf(cohenEffect([0.5, 0.4], [0.5, 0.5]))).toBe('invalid-shares');
  });
});
