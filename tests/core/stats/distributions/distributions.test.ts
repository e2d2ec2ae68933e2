import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaDensity,
  betaLowerTail,
  betaUpperTail,
} from '#core/stats/distributions/beta-distribution.ts';
import { chiSquareUpperTail } from '#core/stats/distributions/chi-square-distribution.ts';
import { gammaTails } from '#core/stats/distributions/gamma-distribution.ts';
import { integratePieces } from '#core/stats/numerics/gauss-legendre.ts';
import { noncentralStudentUpperTail } from '#core/stats/distributions/noncentral-student-distribution.ts';
import {
  normalQuantile,
  normalTwoSided,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import {
  studentQuantile,
  studentTwoSided,
} from '#core/stats/distributions/student-distribution.ts';
import { expectClose, oracle } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

const expected = oracle<{
  normal: { z: number; upper: number; twoSided: number }[];
  normalQuantile: { share: number; z: number }[];
  student: { t: number; df: number; twoSided: number }[];
  studentQuantile: { share: number; df: number; t: number }[];
  chiSquare: { statistic: number; df: number; upper: number }[];
  noncentral: { t: number; df: number; noncentrality: number; upper: number }[];
  far: { t: number; df: number; noncentrality: number; upper: number }[];
  gamma: { value: number; shape: number; lower: number; upper: number }[];
  beta: { share: number; alpha: number; beta: number; lower: number; upper: number }[];
}>('distributions/distributions');

describe('the distributions agree with R', () => {
  it('in both tails of the normal, down to 1e-300', () => {
    for (const row of expected.normal) {
      expectClose(normalUpperTail(row.z), row.upper, 1e-12, row);
      expectClose(normalTwoSided(row.z), row.twoSided, 1e-12, row);
    }
  });

  it('in the quantiles of the normal, down to a share of 1e-300', () => {
    for (const row of expected.normalQuantile) {
      expectClose(normalQuantile(row.share), row.z, 1e-12, row);
    }
  });

  it('in the two-sided tail of Student t for every size of t and of its degrees of freedom', () => {
    for (const row of expected.student) {
      expectClose(studentTwoSided(row.t, row.df), row.twoSided, 1e-12, row);
      expect(studentTwoSided(-row.t, row.df)).toBe(studentTwoSided(row.t, row.df));
    }
  });

  it('in the quantiles of Student t', () => {
    for (const row of expected.studentQuantile) {
      expectClose(studentQuantile(row.share, row.df), row.t, 1e-12, row);
    }
  });

  it('in the upper tail of chi-square', () => {
    for (const row of expected.chiSquare) {
      expectClose(chiSquareUpperTail(row.statistic, row.df), row.upper, 1e-12, row);
    }
  });

  it('in both tails of the gamma', () => {
    for (const row of expected.gamma) {
      const { lower, upper } = gammaTails(row.value, row.shape);
      expectClose(lower, row.lower, 1e-12, row);
      expectClose(upper, row.upper, 1e-12, row);
    }
  });

  it('in the upper tail of the noncentral t', () => {
    for (const row of expected.noncentral) {
      const upper = noncentralStudentUpperTail(row.t, row.df, row.noncentrality);
      // R itself sums to an absolute error of 1e-12.
      expectClose(upper, row.upper, 2e-12, row, 1);
    }
  });

  it('in the noncentral t far out, where R has to integrate', () => {
    for (const row of expected.far) {
      const upper = noncentralStudentUpperTail(row.t, row.df, row.noncentrality);
      expectClose(upper, row.upper, 1e-10, row, 1);
    }
  });

  it('in both tails of the beta', () => {
    for (const row of expected.beta) {
      expectClose(betaLowerTail(row.share, row), row.lower, 1e-12, row);
      expectClose(betaUpperTail(row.share, row), row.upper, 1e-12, row);
    }
  });
});

describe('the distributions agree with themselves', () => {
  it('a normal quantile has the tail it was asked for', () => {
    fc.assert(
      fc.property(between(-290, -0.31), (exponent) => {
        const tail = 10 ** exponent;
        expectClose(normalUpperTail(-normalQuantile(tail)), tail, 1e-12, tail);
      }),
    );
  });

  it('a squared normal is a chi-square with one degree of freedom', () => {
    fc.assert(
      fc.property(between(-37, 37), (z) => {
        expectClose(chiSquareUpperTail(z * z, 1), normalTwoSided(z), 1e-12, z);
      }),
    );
  });

  it('a Student t with very many degrees of freedom is a normal', () => {
    for (const t of [0.1, 1, 2, 4]) {
      expectClose(studentTwoSided(t, 1e12), normalTwoSided(t), 1e-9, t);
    }
  });

  it('a noncentral t without noncentrality is a Student t', () => {
    for (const t of [0.1, 1, 2.5]) {
      expectClose(2 * noncentralStudentUpperTail(t, 12.5, 0), studentTwoSided(t, 12.5), 1e-12, t);
    }
  });

  it('the sum and the integral of the noncentral t meet where they change over', () => {
    for (const df of [1, 5, 60, 4000]) {
      for (const t of [20, 29.5, 31, 50]) {
        const below = noncentralStudentUpperTail(t, df, 30);
        const above = noncentralStudentUpperTail(t, df, 30 * (1 + 1e-13));
        expectClose(above, below, 1e-10, { t, df }, 0.01);
      }
    }
  });

  it('the sum of the noncentral t and its normal approximation meet where they change over', () => {
    for (const t of [0.5, 1.96, 3]) {
      for (const noncentrality of [0.1, 1, 2.8, 5]) {
        const below = noncentralStudentUpperTail(t, 1e7, noncentrality);
        const above = noncentralStudentUpperTail(t, 1e7 + 1, noncentrality);
        expectClose(above, below, 1e-9, { t, noncentrality });
      }
    }
  });

  it('a very large noncentrality gives certainty, not an underflow', () => {
    expect(noncentralStudentUpperTail(2, 500, 60)).toBeCloseTo(1, 14);
  });

  it('the beta density integrates to one', () => {
    const edges = Array.from({ length: 41 }, (_, step) => step / 40);
    expectClose(
      integratePieces((share) => betaDensity(share, { alpha: 3, beta: 9 }), edges),
      1,
      1e-13,
      'beta(3, 9)',
    );
  });
});

describe('arguments no distribution has', () => {
  it('give no number rather than a wrong one', () => {
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(chiSquareUpperTail(-1, 2)).toBeNaN();
    expect(chiSquareUpperTail(1, 0)).toBeNaN();
    expect(studentTwoSided(Number.NaN, 3)).toBeNaN();
    expect(noncentralStudentUpperTail(1, 0, 1)).toBeNaN();
  });

  it('reach the ends where the ends exist', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(studentTwoSided(Infinity, 3)).toBe(0);
    expect(chiSquareUpperTail(Infinity, 3)).toBe(0);
  });
});
