import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covariateAdjustedDifference,
  interactedDifference,
} from '#core/stats/means/covariance-analysis.ts';
import { cupedDifference } from '#core/stats/means/cuped.ts';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import { pairSums, type PairSums } from '#core/stats/means/pair-sums.ts';
import { regressionAdjustment } from '#core/stats/means/regression-adjustment.ts';
import { countValues, summariseCounts } from '#core/stats/means/value-counts.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { armSums, type SumsRow } from './sums-row.ts';
import { between } from '../even-arbitrary.ts';

type SummedRow = SumsRow &
  Record<
    | 'theta'
    | 'cuped'
    | 'cupedSe'
    | 'cupedDf'
    | 'cupedP'
    | 'cupedLow'
    | 'cupedReduction'
    | 'slope'
    | 'ancova'
    | 'ancovaSe'
    | 'ancovaP'
    | 'ancovaHigh'
    | 'lin'
    | 'linSe',
    number
  >;
type Fit = Record<'difference' | 'se' | 'df' | 'p' | 'reduction', number>;
interface RowsCase {
  outcomes: number[];
  arm: number[];
  covariates: number[][];
  common?: Fit;
  perArm?: Fit;
}
const { summed, rows } = oracle<{ summed: SummedRow[]; rows: RowsCase[] }>('means/adjustment');
const treatment = pairSums([3, 5, 4, 9], [1, 2, 3, 4]);
const control = pairSums([2, 2, 5, 4], [1, 2, 3, 5]);

describe('a difference adjusted by sums', () => {
  it('is by CUPED the t test of R on adjusted outcomes', () => {
    expect(summed.length).toBeGreaterThan(150);
    for (const row of summed) {
      const found = valueOf(cupedDifference(armSums(row, 1), armSums(row, 0), 0.9));
      expectClose(found.slope, row.theta, 1e-9, row, 1e-3);
      expectClose(found.difference, row.cuped, 1e-9, row, row.cupedSe);
      expectClose(found.standardError, row.cupedSe, 1e-9, row);
      expectClose(found.degreesOfFreedom, row.cupedDf, 1e-9, row);
      expectClose(found.pValue, row.cupedP, 1e-9, row);
      expectClose(found.interval.low, row.cupedLow, 1e-9, row, row.cupedSe);
      expectClose(found.varianceReduction, row.cupedReduction, 1e-9, row, 1);
    }
  });

  it('is by covariance analysis the regression of R, and by Lin its interaction', () => {
    for (const row of summed) {
      const [treated, plain] = [armSums(row, 1), armSums(row, 0)];
      const ancova = valueOf(covariateAdjustedDifference(treated, plain, 0.9));
      expectClose(ancova.slope, row.slope, 1e-9, row, 1e-3);
      expectClose(ancova.difference, row.ancova, 1e-9, row, row.ancovaSe);
      expectClose(ancova.standardError, row.ancovaSe, 1e-9, row);
      expectClose(ancova.pValue, row.ancovaP, 1e-9, row);
      expectClose(ancova.interval.high, row.ancovaHigh, 1e-9, row, row.ancovaSe);
      const lin = valueOf(interactedDifference(treated, plain, 0.9));
      expectClose(lin.difference, row.lin, 1e-9, row, row.linSe);
      expectClose(lin.standardError, row.linSe, 1e-9, row);
    }
  });

  it('is for four customers in each arm 2.22973, 2.25 and 2.2875', () => {
    const cuped = valueOf(cupedDifference(treatment, control, 0.95));
    expect(cuped.difference).toBeCloseTo(2.22973, 5);
    expect(cuped.pValue).toBeCloseTo(0.088928, 6);
    const ancova = valueOf(covariateAdjustedDifference(treatment, control, 0.95));
    expect(ancova.difference).toBeCloseTo(2.25, 12);
    expect(ancova.pValue).toBeCloseTo(0.114365, 6);
    const lin = valueOf(interactedDifference(treatment, control, 0.95));
    expect(lin.difference).toBeCloseTo(2.2875, 12);
    expect(lin.standardError).toBeCloseTo(1.118284, 6);
  });

  it('refuses a covariate that does not vary, impossible sums, and an outcome the covariate explains wholly', () => {
    const flat = pairSums([3, 5, 4, 9], [2.1, 2.1, 2.1, 2.1]);
    const all = [cupedDifference, covariateAdjustedDifference, interactedDifference] as const;
    for (const method of all) {
      expect(refusalOf(method(flat, flat, 0.95))).toBe('covariate-does-not-vary');
      expect(refusalOf(method({ ...treatment, count: 1 }, control, 0.95))).toBe('too-few-values');
      expect(refusalOf(method({ ...treatment, products: 1e9 }, control, 0.95))).toBe(
        'invalid-sums',
      );
      expect(refusalOf(method(treatment, control, 1))).toBe('invalid-confidence');
      const line = pairSums([2, 4, 6, 8], [1, 2, 3, 4]);
      expect(refusalOf(method(line, line, 0.95))).toBe('no-variation');
    }
    expect(refusalOf(interactedDifference(treatment, flat, 0.95))).toBe('covariate-does-not-vary');
    const two = pairSums([1, 2], [3, 5]);
    expect(refusalOf(interactedDifference(two, control, 0.95))).toBe('too-few-values');
  });
});

describe('a difference adjusted by regression', () => {
  it('is that of R with the HC2 standard errors of sandwich', () => {
    let fits = 0;
    for (const { outcomes, arm, covariates, common, perArm } of rows) {
      const data = { outcomes, treated: arm.map(Boolean), covariates };
      for (const [slopes, fit] of [
        ['common', common],
        ['per-arm', perArm],
      ] as const) {
        if (!fit) continue;
        const found = valueOf(regressionAdjustment(data, { slopes }));
        expectClose(found.difference, fit.difference, 1e-9, fit, fit.se);
        expectClose(found.standardError, fit.se, 1e-9, fit);
        expect(found.degreesOfFreedom).toBe(fit.df);
        expectClose(found.pValue, fit.p, 1e-9, fit);
        expectClose(found.varianceReduction, fit.reduction, 1e-9, fit, 1);
        fits += 1;
      }
    }
    expect(fits).toBeGreaterThan(50);
  });

  it('without covariates is the plain difference with Welch’s standard error', () => {
    const outcomes = [3, 5, 4, 9, 2, 2, 5];
    const treated = [true, true, true, true, false, false, false];
    const found = valueOf(regressionAdjustment({ outcomes, treated, covariates: [] }));
    const mean = (values: number[]) => valueOf(summariseCounts(countValues(values)));
    const plain = valueOf(compareMeans(mean([3, 5, 4, 9]), mean([2, 2, 5]), 0.95));
    expectClose(found.difference, plain.difference, 1e-12, 'plain');
    expectClose(found.statistic, plain.statistic, 1e-12, 'plain');
    expect(found.varianceReduction).toBeCloseTo(0, 12);
  });

  it('refuses covariates that cannot adjust, and lists that do not belong together', () => {
    const outcomes = [3, 5, 4, 9, 2, 2, 5, 4];
    const treated = [true, true, true, true, false, false, false, false];
    const first = [1, 2, 3, 4, 1, 2, 3, 5];
    const code = (...covariates: number[][]) =>
      refusalOf(regressionAdjustment({ outcomes, treated, covariates }));
    expect(code(first.map(() => 0.3))).toBe('covariate-does-not-vary');
    expect(
      code(
        first,
        first.map((value) => 3 - 2 * value),
      ),
    ).toBe('collinear-covariates');
    expect(code(first.map((value) => (value === 1 ? Number.NaN : value)))).toBe('invalid-values');
    expect(code(first, outcomes, [1, 0, 0, 1, 1, 0, 0, 1])).toBe('too-few-values');
    expect(code([1, 0, 0, 0, 5, 6, 5, 6])).toBe('full-leverage');
    const follows = { outcomes, treated, covariates: [treated.map(Number)] };
    expect(refusalOf(regressionAdjustment(follows, { slopes: 'common' }))).toBe(
      'arm-follows-covariates',
    );
    const explained = { outcomes: first, treated, covariates: [first] };
    expect(refusalOf(regressionAdjustment(explained))).toBe('no-variation');
    expect(() => regressionAdjustment({ outcomes, treated, covariates: [[1]] })).toThrow(
      RangeError,
    );
  });
});

const customers = fc
  .array(fc.tuple(between(0, 50), between(-20, 20)), { minLength: 3, maxLength: 25 })
  .map((list) => [...list, [1, 2], [6, -3], [9, 4]] as [number, number][]);
const sumsOf = (list: [number, number][], covariateShift = 0, covariateScale = 1): PairSums =>
  pairSums(
    list.map(([covariate, noise]) => covariate + noise),
    list.map(([covariate]) => covariateScale * covariate + covariateShift),
  );

describe('every adjusted difference', () => {
  it('does not change when all covariates are shifted and scaled together', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        const about = { first, second };
        for (const method of [cupedDifference, covariateAdjustedDifference, interactedDifference]) {
          const plain = valueOf(method(sumsOf(first), sumsOf(second), 0.95));
          const moved = valueOf(method(sumsOf(first, 30, 7), sumsOf(second, 30, 7), 0.95));
          expectClose(moved.difference, plain.difference, 1e-9, about, plain.standardError);
          expectClose(moved.standardError, plain.standardError, 1e-9, about);
        }
      }),
    );
  });

  it('mirrors when the arms are swapped', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        const about = { first, second };
        for (const method of [cupedDifference, covariateAdjustedDifference, interactedDifference]) {
          const there = valueOf(method(sumsOf(first), sumsOf(second), 0.95));
          const back = valueOf(method(sumsOf(second), sumsOf(first), 0.95));
          expectClose(back.difference, -there.difference, 1e-9, about, there.standardError);
          expectClose(back.pValue, there.pValue, 1e-9, about);
        }
      }),
    );
  });

  it('is the plain one when the covariate is balanced and tells nothing', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        // Every outcome once with a low and once with a high covariate: no correlation, no imbalance.
        const doubled = (list: [number, number][]) =>
          pairSums(
            list.flatMap(([value]) => [value, value]),
            list.flatMap(() => [1, 3]),
          );
        const [treated, plain] = [doubled(first), doubled(second)];
        const mean = (list: [number, number][]) =>
          valueOf(summariseCounts(countValues(list.flatMap(([value]) => [value, value]))));
        const welch = valueOf(compareMeans(mean(first), mean(second), 0.95));
        const cuped = valueOf(cupedDifference(treated, plain, 0.95));
        const about = { first, second };
        expectClose(cuped.difference, welch.difference, 1e-9, about, cuped.standardError);
        expectClose(cuped.statistic, welch.statistic, 1e-9, about, 1);
        expect(cuped.varianceReduction).toBeCloseTo(0, 9);
      }),
    );
  });

  it('by rows and by sums agree in the estimate', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        const all = [...first, ...second];
        const data = {
          outcomes: all.map(([covariate, noise]) => covariate + noise),
          treated: all.map((_, place) => place < first.length),
          covariates: [all.map(([covariate]) => covariate)],
        };
        const about = { first, second };
        const lin = regressionAdjustment(data);
        const ancova = regressionAdjustment(data, { slopes: 'common' });
        if (!lin.ok || !ancova.ok) return;
        const [treated, plain] = [sumsOf(first), sumsOf(second)];
        const interacted = valueOf(interactedDifference(treated, plain, 0.95));
        const common = valueOf(covariateAdjustedDifference(treated, plain, 0.95));
        const scale = interacted.standardError;
        expectClose(lin.value.difference, interacted.difference, 1e-9, about, scale);
        expectClose(ancova.value.difference, common.difference, 1e-9, about, scale);
      }),
    );
  });
});
