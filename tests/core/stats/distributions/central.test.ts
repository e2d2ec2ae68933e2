import { describe, expect, it } from 'vitest';
import { betaLogLowerTail, betaLogUpperTail } from '#core/stats/distributions/beta-distribution.ts';
import {
  binomialQuantile,
  binomialUpperQuantile,
} from '#core/stats/distributions/binomial-distribution.ts';
import { fLogUpperTail, fUpperTail } from '#core/stats/distributions/f-distribution.ts';
import { gammaLogTails } from '#core/stats/distributions/gamma-distribution.ts';
import {
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
} from '#core/stats/distributions/hypergeometric-distribution.ts';
import {
  poissonQuantile,
  poissonUpperQuantile,
} from '#core/stats/distributions/poisson-distribution.ts';
import { studentLogUpperTail } from '#core/stats/distributions/student-distribution.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Quantiles {
  part: number;
  lower: number;
  upper: number;
}

const expected = oracle<{
  binomial: ({ trials: number; share: number } & Quantiles)[];
  poisson: ({ mean: number } & Quantiles)[];
  hypergeometric: ({ population: number; marked: number; drawn: number } & Quantiles)[];
  logs: { share: number; alpha: number; beta: number; lower: number; upper: number }[];
  gamma: { value: number; shape: number; lower: number; upper: number }[];
  student: { t: number; df: number; upper: number }[];
  f: {
    statistic: number;
    numerator: number;
    denominator: number;
    upper: number;
    logUpper: number;
  }[];
}>('distributions/central');

describe('the quantiles of counts are those of R, from either tail', () => {
  it('of the binomial', () => {
    for (const row of expected.binomial) {
      expect(binomialQuantile(row.part, row), JSON.stringify(row)).toBe(row.lower + 0);
      expect(binomialUpperQuantile(row.part, row), JSON.stringify(row)).toBe(row.upper + 0);
    }
  });

  it('of the Poisson', () => {
    for (const row of expected.poisson) {
      expect(poissonQuantile(row.part, row.mean), JSON.stringify(row)).toBe(row.lower + 0);
      expect(poissonUpperQuantile(row.part, row.mean), JSON.stringify(row)).toBe(row.upper + 0);
    }
  });

  it('of the hypergeometric', () => {
    for (const row of expected.hypergeometric) {
      expect(hypergeometricQuantile(row.part, row), JSON.stringify(row)).toBe(row.lower + 0);
      expect(hypergeometricUpperQuantile(row.part, row), JSON.stringify(row)).toBe(row.upper + 0);
    }
  });
});

describe('the tails in logarithms are those of R', () => {
  it('of the beta', () => {
    for (const row of expected.logs) {
      expectClose(betaLogLowerTail(row.share, row), row.lower, 1e-12, row, 1e-280);
      expectClose(betaLogUpperTail(row.share, row), row.upper, 1e-12, row, 1e-280);
    }
  });

  it('of the gamma', () => {
    for (const row of expected.gamma) {
      const { lower, upper } = gammaLogTails(row.value, row.shape);
      expectClose(lower, row.lower, 1e-12, row, 1e-280);
      expectClose(upper, row.upper, 1e-12, row, 1e-280);
    }
  });

  it('of Student t and of F', () => {
    for (const { t, df, upper } of expected.student) {
      expectClose(studentLogUpperTail(t, df), upper, 1e-12, { t, df }, 1e-280);
    }
    for (const row of expected.f) {
      expectClose(fUpperTail(row.statistic, row), row.upper, 1e-12, row, 1e-300);
      // Far out R itself is off by 1e-12: at 300 with 7.5 and 100000 degrees mpmath has -1094.755672797759.
      expectClose(fLogUpperTail(row.statistic, row), row.logUpper, 2e-12, row, 1e-280);
    }
  });
});
