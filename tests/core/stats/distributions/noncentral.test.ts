import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '#core/stats/distributions/chi-square-distribution.ts';
import {
  noncentralChiSquareLowerTail,
  noncentralChiSquareNoncentrality,
  noncentralChiSquareQuantile,
  noncentralChiSquareUpperTail,
} from '#core/stats/distributions/noncentral-chi-square-distribution.ts';
import {
  noncentralFLowerTail,
  noncentralFNoncentrality,
  noncentralFQuantile,
  noncentralFUpperTail,
} from '#core/stats/distributions/noncentral-f-distribution.ts';
import {
  noncentralStudentLowerTail,
  noncentralStudentNoncentrality,
  noncentralStudentQuantile,
  noncentralStudentUpperTail,
} from '#core/stats/distributions/noncentral-student-distribution.ts';
import { normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { evenly } from '../even-arbitrary.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Tails {
  noncentrality: number;
  upper: number;
  lower: number;
}
const expected = oracle<{
  student: (Tails & { t: number; df: number })[];
  studentQuantile: { share: number; df: number; noncentrality: number; t: number }[];
  chiSquare: (Tails & { x: number; df: number })[];
  chiSquareQuantile: { share: number; df: number; noncentrality: number; x: number }[];
  f: (Tails & { f: number; df1: number; df2: number })[];
  fQuantile: { share: number; df1: number; df2: number; noncentrality: number; f: number }[];
}>('distributions/noncentral');

const shift = evenly(-20, 20);
const degrees = evenly(0, 7).map((digits) => 10 ** digits);

describe('the noncentral t', () => {
  it('has both tails of the 50-digit series, however small', () => {
    for (const row of expected.student) {
      const at = [row.t, row.df, row.noncentrality] as const;
      expectClose(noncentralStudentUpperTail(...at), row.upper, 1e-12, row);
      expectClose(noncentralStudentLowerTail(...at), row.lower, 1e-12, row);
    }
  });

  it('has the quantiles of the 50-digit series', () => {
    for (const row of expected.studentQuantile) {
      const t = noncentralStudentQuantile(row.share, row.df, row.noncentrality);
      expectClose(t, row.t, 1e-12, row, 0.01);
    }
  });

  it('G53: has the power .8689528 of R for 20 per arm and a difference of one standard deviation', () => {
    const upper = noncentralStudentUpperTail(2.024394164575136, 38, Math.sqrt(10));
    expect(upper).toBeCloseTo(0.8689528, 7);
  });

  it('seen from the other end is itself with the sign of both changed', () => {
    fc.assert(
      fc.property(evenly(-40, 40), shift, degrees, (t, move, df) => {
        expect(noncentralStudentUpperTail(-t, df, -move)).toBe(
          noncentralStudentLowerTail(t, df, move),
        );
        const total =
          noncentralStudentUpperTail(t, df, move) + noncentralStudentLowerTail(t, df, move);
        expectClose(total, 1, 1e-13, { t, df, move });
      }),
    );
  });

  it('with a known spread is a shifted normal', () => {
    expect(noncentralStudentUpperTail(2, Infinity, 3)).toBe(normalUpperTail(-1));
    expectClose(noncentralStudentUpperTail(2, 1e14, 3), normalUpperTail(-1), 1e-12, '1e14');
  });

  it('does not jump where one integral gives way to the other', () => {
    for (const df of [1, 40, 700]) {
      const below = noncentralStudentUpperTail(39, df, 38);
      const above = noncentralStudentUpperTail(39, df, 38 * (1 + 1e-15));
      expectClose(above, below, 1e-12, df);
    }
  });

  it('knows which noncentrality a power needs', () => {
    for (const [t, df, power] of [
      [2, 38, 0.9],
      [2, 3, 0.999999],
      [-1, 10, 0.01],
      [1.96, 1e7, 0.8],
    ] as const) {
      const needed = noncentralStudentNoncentrality(t, df, power);
      expectClose(noncentralStudentUpperTail(t, df, needed), power, 1e-12, { t, df, power });
    }
  });
});

describe('the noncentral chi-square', () => {
  it('has both tails of the 50-digit sum, up to a noncentrality of 1e5 and 1e7 degrees of freedom', () => {
    for (const row of expected.chiSquare) {
      const at = [row.x, row.df, row.noncentrality] as const;
      expectClose(noncentralChiSquareUpperTail(...at), row.upper, 1e-11, row);
      expectClose(noncentralChiSquareLowerTail(...at), row.lower, 1e-11, row);
    }
  });

  it('has the quantiles of the 50-digit sum', () => {
    for (const row of expected.chiSquareQuantile) {
      const x = noncentralChiSquareQuantile(row.share, row.df, row.noncentrality);
      expectClose(x, row.x, 1e-12, row);
    }
  });

  it('with one degree of freedom is a squared shifted normal', () => {
    fc.assert(
      fc.property(evenly(0, 20), shift, (z, move) => {
        const either = normalUpperTail(z - move) + normalUpperTail(z + move);
        const upper = noncentralChiSquareUpperTail(z * z, 1, move * move);
        // Around z = 20 a last digit of z² moves the tail by z² / 2 last digits.
        expectClose(upper, either, 1e-12, { z, move }, 1e-290);
      }),
    );
  });

  it('is certain to exceed a value far below its noncentrality', () => {
    // The central densities at the middle of the sum are no numbers there, those at its beginning are.
    expectClose(noncentralChiSquareUpperTail(4e-10, 1, 346), 1, 1e-14, 'upper');
    expectClose(noncentralFUpperTail(1e-4, 1, 1, 354), 1, 1e-14, 'upper');
  });

  it('without noncentrality is the central one', () => {
    expect(noncentralChiSquareUpperTail(7, 3, 0)).toBe(chiSquareUpperTail(7, 3));
  });

  it('knows which noncentrality a power needs', () => {
    const needed = noncentralChiSquareNoncentrality(3.841458820694124, 1, 0.8);
    expect(needed).toBeCloseTo(7.8488605, 7);
    fc.assert(
      fc.property(degrees, evenly(0.06, 0.9999), (df, power) => {
        const critical = noncentralChiSquareQuantile(0.95, df, 0);
        const found = noncentralChiSquareNoncentrality(critical, df, power);
        const reached = noncentralChiSquareUpperTail(critical, df, found);
        expectClose(reached, power, 1e-11, { df, power });
      }),
      runs(30),
    );
  });
});

describe('the noncentral F', () => {
  it('has both tails of the 50-digit sum, up to a noncentrality of 1e5 and 1e7 degrees of freedom', () => {
    for (const row of expected.f) {
      const at = [row.f, row.df1, row.df2, row.noncentrality] as const;
      expectClose(noncentralFUpperTail(...at), row.upper, 1e-11, row);
      expectClose(noncentralFLowerTail(...at), row.lower, 1e-11, row);
    }
  });

  it('has the quantiles of the 50-digit sum', () => {
    for (const row of expected.fQuantile) {
      const f = noncentralFQuantile(row.share, row.df1, row.df2, row.noncentrality);
      expectClose(f, row.f, 1e-12, row);
    }
  });

  it('G55: has the power .3535594 of R for four groups of five', () => {
    expect(noncentralFUpperTail(3.238871517453585, 3, 16, 5)).toBeCloseTo(0.3535594, 7);
  });

  it('with one numerator is a squared noncentral t', () => {
    fc.assert(
      fc.property(evenly(0.01, 30), shift, degrees, (t, move, df) => {
        const either =
          noncentralStudentUpperTail(t, df, move) + noncentralStudentLowerTail(-t, df, move);
        expectClose(noncentralFUpperTail(t * t, 1, df, move * move), either, 1e-11, {
          t,
          move,
          df,
        });
      }),
    );
  });

  it('with very many denominators is a chi-square over its degrees of freedom', () => {
    expectClose(
      noncentralFUpperTail(4, 3, 1e14, 5),
      noncentralChiSquareUpperTail(12, 3, 5),
      1e-11,
      'df2 = 1e14',
    );
  });

  it('knows which noncentrality a power needs', () => {
    for (const power of [0.06, 0.5, 0.8, 0.999999]) {
      const needed = noncentralFNoncentrality(3.238871517453585, 3, 16, power);
      const reached = noncentralFUpperTail(3.238871517453585, 3, 16, needed);
      expectClose(reached, power, 1e-12, power);
    }
  });
});

describe('the noncentral distributions', () => {
  it('give no number rather than a wrong one', () => {
    expect(noncentralStudentUpperTail(1, 0, 1)).toBeNaN();
    expect(noncentralStudentUpperTail(1, 3, Infinity)).toBeNaN();
    expect(noncentralStudentLowerTail(Number.NaN, 3, 1)).toBeNaN();
    expect(noncentralStudentQuantile(1.1, 3, 1)).toBeNaN();
    expect(noncentralStudentNoncentrality(2, 3, 1)).toBeNaN();
    expect(noncentralChiSquareUpperTail(-1, 3, 1)).toBeNaN();
    expect(noncentralChiSquareUpperTail(1, 3, 1e11)).toBeNaN();
    expect(noncentralChiSquareQuantile(0.5, 0, 1)).toBeNaN();
    expect(noncentralChiSquareNoncentrality(3.84, 1, 0.04)).toBeNaN();
    expect(noncentralFUpperTail(1, 3, 0, 1)).toBeNaN();
    expect(noncentralFQuantile(0.5, 3, 3, -1)).toBeNaN();
    expect(noncentralFNoncentrality(3, 3, 16, 0.01)).toBeNaN();
  });

  it('reach the ends where the ends exist', () => {
    expect(noncentralStudentUpperTail(Infinity, 3, 1)).toBe(0);
    expect(noncentralStudentUpperTail(-Infinity, 3, 1)).toBe(1);
    expect(noncentralStudentQuantile(0, 3, 1)).toBe(-Infinity);
    expect(noncentralChiSquareUpperTail(0, 3, 1)).toBe(1);
    expect(noncentralChiSquareLowerTail(Infinity, 3, 1)).toBe(1);
    expect(noncentralChiSquareQuantile(1, 3, 1)).toBe(Infinity);
    expect(noncentralFLowerTail(0, 3, 4, 1)).toBe(0);
    expect(noncentralFQuantile(0, 3, 4, 1)).toBe(0);
  });

  it('answer for every size of their arguments', () => {
    const power = (least: number, most: number) =>
      evenly(least, most).map((digits) => 10 ** digits);
    const [size, small] = [power(-300, 300), power(-1.9, 6)];
    fc.assert(
      fc.property(size, small, small, small, (value, first, second, noncentrality) => {
        for (const tail of [
          noncentralStudentUpperTail(value, first, noncentrality),
          noncentralStudentUpperTail(-value, first, noncentrality),
          noncentralChiSquareUpperTail(value, first, noncentrality),
          noncentralFUpperTail(value, first, second, noncentrality),
        ]) {
          expect(tail >= 0 && tail <= 1, `${tail}`).toBe(true);
        }
      }),
      runs(100),
    );
  });
});
