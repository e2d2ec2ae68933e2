import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaDensity,
  betaLogLowerTail,
  betaLogUpperTail,
  betaLowerTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from '#core/stats/distributions/beta-distribution.ts';
import {
  binomialLowerTail,
  binomialProbability,
} from '#core/stats/distributions/binomial-distribution.ts';
import {
  chiSquareDensity,
  chiSquareLogUpperTail,
  chiSquareLowerTail,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from '#core/stats/distributions/chi-square-distribution.ts';
import {
  fDensity,
  fLogLowerTail,
  fLogUpperTail,
  fLowerTail,
  fQuantile,
  fUpperQuantile,
  fUpperTail,
} from '#core/stats/distributions/f-distribution.ts';
import {
  gammaDensity,
  gammaLogTails,
  gammaQuantile,
  gammaTails,
  gammaUpperQuantile,
} from '#core/stats/distributions/gamma-distribution.ts';
import {
  millsRatio,
  normalDensity,
  normalLogUpperTail,
  normalLowerTail,
  normalQuantile,
  normalTwoSided,
  normalUpperQuantile,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import {
  studentDensity,
  studentLogUpperTail,
  studentLowerTail,
  studentQuantile,
  studentTwoSided,
  studentUpperQuantile,
  studentUpperTail,
} from '#core/stats/distributions/student-distribution.ts';
import { integratePieces } from '#core/stats/numerics/gauss-legendre.ts';
import { expectClose } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

/** Evenly over the orders of magnitude. */
const magnitude = (low: number, high: number) =>
  between(low, high).map((exponent) => 10 ** exponent);

const anyShape = magnitude(-3, 9);
const anyTail = magnitude(-290, -0.31);

/** What the rounding of a quantile does to its tail: the tail's slope at it, times a few last digits. */
const roundingOf = (density: number, at: number, tail: number): number =>
  1e-12 + (8 * Number.EPSILON * density * Math.abs(at)) / tail;

describe('a quantile has the tail it was asked for, from either side', () => {
  it('of the beta', () => {
    fc.assert(
      fc.property(anyTail, anyShape, anyShape, (tail, alpha, beta) => {
        const shape = { alpha, beta };
        const low = betaQuantile(tail, shape);
        const slack = roundingOf(betaDensity(low, shape), low, tail);
        // Next to 0 and 1 there are not numbers enough.
        if (low > 1e-290 && low < 0.99) {
          expectClose(betaLowerTail(low, shape), tail, slack, { tail, shape, low });
        }
        const high = betaUpperQuantile(tail, shape);
        const upperSlack = roundingOf(betaDensity(high, shape), high, tail);
        if (high > 1e-290 && high < 0.99) {
          expectClose(betaUpperTail(high, shape), tail, upperSlack, { tail, shape, high });
        }
      }),
    );
  });

  it('of the gamma', () => {
    fc.assert(
      fc.property(anyTail, anyShape, (tail, shape) => {
        const low = gammaQuantile(tail, shape);
        const lowSlack = roundingOf(gammaDensity(low, shape), low, tail);
        if (low > 1e-290)
          expectClose(gammaTails(low, shape).lower, tail, lowSlack, { tail, shape });
        const high = gammaUpperQuantile(tail, shape);
        const highSlack = roundingOf(gammaDensity(high, shape), high, tail);
        if (high > 1e-290) {
          expectClose(gammaTails(high, shape).upper, tail, highSlack, { tail, shape });
        }
      }),
    );
  });

  it('of Student t', () => {
    fc.assert(
      fc.property(anyTail, anyShape, (tail, df) => {
        const t = studentUpperQuantile(tail, df);
        expect(studentQuantile(tail, df)).toBe(-t);
        const slack = roundingOf(studentDensity(t, df), t, tail);
        if (t < 1e290) expectClose(studentUpperTail(t, df), tail, slack, { tail, df });
      }),
    );
  });

  it('of F', () => {
    fc.assert(
      fc.property(anyTail, anyShape, anyShape, (tail, numerator, denominator) => {
        const degrees = { numerator, denominator };
        const low = fQuantile(tail, degrees);
        if (low > 1e-290 && low < 1e290) {
          const slack = roundingOf(fDensity(low, degrees), low, tail);
          expectClose(fLowerTail(low, degrees), tail, slack, { tail, degrees, low });
        }
        const high = fUpperQuantile(tail, degrees);
        if (high > 1e-290 && high < 1e290) {
          const slack = roundingOf(fDensity(high, degrees), high, tail);
          expectClose(fUpperTail(high, degrees), tail, slack, { tail, degrees, high });
        }
      }),
    );
  });

  it('of the normal, in the middle in proportion to how near it lies', () => {
    fc.assert(
      fc.property(magnitude(-15, -0.4), (distance) => {
        const share = 0.5 + distance;
        const z = normalQuantile(share);
        const lower = 0.5 * (normalLowerTail(z) - normalUpperTail(z));
        expectClose(lower, share - 0.5, 1e-13, share, 1e-3);
        if (distance < 1e-6) {
          expectClose(z, (share - 0.5) * Math.sqrt(2 * Math.PI), 1e-11, share);
        }
        expect(normalUpperQuantile(share)).toBe(-z);
      }),
    );
  });
});

describe('the tails add up, mirror each other and never turn back', () => {
  it('lower and upper are all there is', () => {
    fc.assert(
      fc.property(anyShape, anyShape, between(1e-9, 1 - 1e-9), (alpha, beta, share) => {
        const shape = { alpha, beta };
        expectClose(betaLowerTail(share, shape) + betaUpperTail(share, shape), 1, 1e-15, shape);
        const { lower, upper } = gammaTails(share * 3 * alpha, alpha);
        expectClose(lower + upper, 1, 1e-15, { alpha, share });
        const t = (share - 0.5) * 20;
        expectClose(studentLowerTail(t, beta) + studentUpperTail(t, beta), 1, 1e-15, { t, beta });
      }),
    );
  });

  it('logarithms are those of the tails, where the tails are numbers', () => {
    fc.assert(
      fc.property(
        magnitude(-2, 4),
        magnitude(-2, 4),
        between(1e-3, 0.999),
        (alpha, beta, share) => {
          const shape = { alpha, beta };
          const pairs = [
            [betaLogLowerTail(share, shape), betaLowerTail(share, shape)],
            [betaLogUpperTail(share, shape), betaUpperTail(share, shape)],
            [
              gammaLogTails(2 * share * alpha, alpha).lower,
              gammaTails(2 * share * alpha, alpha).lower,
            ],
            [
              gammaLogTails(2 * share * alpha, alpha).upper,
              gammaTails(2 * share * alpha, alpha).upper,
            ],
            [studentLogUpperTail(beta - 50, alpha), studentUpperTail(beta - 50, alpha)],
            [normalLogUpperTail(70 * share - 35), normalUpperTail(70 * share - 35)],
          ] as const;
          for (const [logarithm, tail] of pairs) {
            if (tail > 1e-290) expectClose(logarithm, Math.log(tail), 1e-12, tail, 1);
          }
        },
      ),
    );
  });

  it('a share and its opposite change places with the shapes', () => {
    fc.assert(
      fc.property(anyShape, anyShape, fc.integer({ min: 1, max: 1023 }), (alpha, beta, of1024) => {
        const share = of1024 / 1024;
        expect(betaUpperTail(1 - share, { alpha: beta, beta: alpha })).toBeCloseTo(
          betaLowerTail(share, { alpha, beta }),
          13,
        );
        expectClose(
          betaLogUpperTail(1 - share, { alpha: beta, beta: alpha }),
          betaLogLowerTail(share, { alpha, beta }),
          1e-11,
          { alpha, beta, share },
          1e-280,
        );
      }),
    );
  });

  it('farther out there is never more, also where one method gives way to the next', () => {
    const shapes = [
      [0.5, 3],
      [1, 1e5],
      [1.0001, 40],
      [4999, 5001],
      [5001, 5001],
      [5001, 1e9],
      [1e6, 20],
    ] as const;
    for (const [alpha, beta] of shapes) {
      const width = Math.sqrt(1 / alpha + 1 / beta);
      let before = Infinity;
      let gammaBefore = Infinity;
      for (let z = -6; z <= 6; z += 0.01) {
        const share = 1 / (1 + (beta / alpha) * Math.exp(-z * width));
        const upper = betaUpperTail(share, { alpha, beta });
        expect(upper, `${alpha} ${beta} ${z}`).toBeLessThanOrEqual(before * (1 + 1e-13));
        before = upper;
        const value = alpha * Math.exp(z / Math.sqrt(alpha));
        const above = gammaTails(value, alpha).upper;
        expect(above, `${alpha} ${z}`).toBeLessThanOrEqual(gammaBefore * (1 + 1e-13));
        gammaBefore = above;
      }
    }
  });

  it('the methods meet where they change over', () => {
    // Just inside and outside of the quadrature: 1.5 standard deviations, shape 5000.
    const step = 1e-9;
    for (const shape of [5000 * (1 - 1e-12), 5000 * (1 + 1e-12), 1e6]) {
      for (const z of [-1.5, 1.5]) {
        const [inside, outside] = [
          shape + z * Math.sqrt(shape) * (1 - step),
          shape + z * Math.sqrt(shape) * (1 + step),
        ];
        const change = gammaTails(outside, shape).lower - gammaTails(inside, shape).lower;
        const wanted = gammaDensity(shape + z * Math.sqrt(shape), shape) * (outside - inside);
        expectClose(change, wanted, 1e-14, { shape, z }, 1);
      }
    }
  });
});

describe('special cases are the simpler distributions', () => {
  it('F with one numerator degree is the square of Student t', () => {
    fc.assert(
      fc.property(magnitude(-2, 3), magnitude(-1, 7), (t, denominator) => {
        const degrees = { numerator: 1, denominator };
        const both = studentTwoSided(t, denominator);
        // Squaring t rounds it.
        const slack = roundingOf(studentDensity(t, denominator), t, both);
        if (both > 1e-290) expectClose(fUpperTail(t * t, degrees), both, slack, { t, denominator });
      }),
    );
  });

  it('F turned over has its degrees of freedom changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12, max: 12 }),
        magnitude(-1, 2),
        magnitude(-1, 2),
        (power, numerator, denominator) => {
          const f = 2 ** power;
          expectClose(
            fLogUpperTail(f, { numerator, denominator }),
            fLogLowerTail(1 / f, { numerator: denominator, denominator: numerator }),
            1e-13,
            { f, numerator, denominator },
          );
        },
      ),
    );
  });

  it('F with very many denominator degrees is chi-square over its degrees', () => {
    for (const numerator of [1, 4, 30]) {
      for (const f of [0.2, 1, 2.5]) {
        const degrees = { numerator, denominator: 1e13 };
        expectClose(fUpperTail(f, degrees), chiSquareUpperTail(f * numerator, numerator), 1e-10, f);
      }
    }
  });

  it('Student t with one degree of freedom is Cauchy, with two algebraic, with infinitely many normal', () => {
    for (const t of [1e-3, 0.5, 1, 7, 1e4, 1e12]) {
      expectClose(studentUpperTail(t, 1), Math.atan2(1, t) / Math.PI, 1e-13, t);
      const root = Math.sqrt(2 + t * t);
      expectClose(studentUpperTail(t, 2), 1 / (root * (root + t)), 1e-13, t);
      expectClose(studentDensity(t, 1), 1 / (Math.PI * (1 + t * t)), 1e-13, t);
    }
    for (const z of [-4, 0.1, 1.96, 11, 36]) {
      expect(studentUpperTail(z, Infinity)).toBeCloseTo(normalUpperTail(z), 16);
      expectClose(studentLogUpperTail(z, Infinity), normalLogUpperTail(z), 1e-15, z);
      expectClose(studentTwoSided(z, 1e18), normalTwoSided(z), 1e-12, z);
      expect(studentDensity(z, Infinity)).toBe(normalDensity(z));
    }
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expectClose(studentQuantile(0.975, 1e17), normalQuantile(0.975), 1e-13, 'quantile');
  });

  it('chi-square with two degrees of freedom is exponential', () => {
    fc.assert(
      fc.property(magnitude(-6, 2.8), (statistic) => {
        expectClose(chiSquareUpperTail(statistic, 2), Math.exp(-statistic / 2), 1e-13, statistic);
        expectClose(
          chiSquareLowerTail(statistic, 2),
          -Math.expm1(-statistic / 2),
          1e-13,
          statistic,
        );
        expectClose(chiSquareDensity(statistic, 2), Math.exp(-statistic / 2) / 2, 1e-13, statistic);
        expectClose(chiSquareLogUpperTail(100 * statistic, 2), -50 * statistic, 1e-13, statistic);
      }),
    );
  });

  it('critical values of chi-square square those of the normal', () => {
    for (const level of [0.05, 1e-3, 1e-20, 1e-200]) {
      const z = normalUpperQuantile(level / 2);
      expectClose(chiSquareUpperQuantile(level, 1), z * z, 1e-13, level);
    }
    expectClose(chiSquareQuantile(0.95, 1), normalQuantile(0.975) ** 2, 1e-14, 0.95);
  });

  it('a beta with a whole shape counts binomial events', () => {
    const [events, trials, share] = [40, 500, 0.1];
    expectClose(
      betaUpperTail(share, { alpha: events + 1, beta: trials - events }),
      binomialLowerTail(events, { trials, share }),
      1e-14,
      'tail',
    );
    expectClose(
      betaDensity(share, { alpha: events + 1, beta: trials - events + 1 }) / (trials + 1),
      binomialProbability(events, { trials, share }),
      1e-13,
      'density',
    );
  });

  it('Mills ratio lies between its classical bounds', () => {
    for (const z of [0.5, 3, 9.99, 10.01, 40, 1e3, 1e7, 1e9]) {
      expect(millsRatio(z)).toBeLessThanOrEqual(1 / z);
      expect(millsRatio(z)).toBeGreaterThanOrEqual((z / (1 + z * z)) * (1 - 1e-15));
    }
  });

  it('densities integrate to the tails', () => {
    const edges = (low: number, high: number) =>
      Array.from({ length: 41 }, (_, step) => low + ((high - low) * step) / 40);
    const shape = { alpha: 30, beta: 70 };
    const degrees = { numerator: 6, denominator: 40 };
    const between = <Rest extends unknown[]>(
      density: (at: number, ...rest: Rest) => number,
      lower: (at: number, ...rest: Rest) => number,
      [low, high]: readonly [number, number],
      ...rest: Rest
    ): void => {
      const mass = integratePieces((at) => density(at, ...rest), edges(low, high));
      expectClose(mass, lower(high, ...rest) - lower(low, ...rest), 1e-13, rest);
    };
    between(betaDensity, betaLowerTail, [0.2, 0.45], shape);
    between(gammaDensity, (at, of: number) => gammaTails(at, of).lower, [3, 20], 9.5);
    between(chiSquareDensity, chiSquareLowerTail, [1, 30], 7);
    between(fDensity, fLowerTail, [0.1, 4], degrees);
    between(studentDensity, studentLowerTail, [-3, 5], 4.5);
    between(normalDensity, normalLowerTail, [-4, 2]);
  });
});

describe('the ends of the distributions, and arguments none has', () => {
  it('everything lies above the lower end and below the upper one', () => {
    const shape = { alpha: 0.5, beta: 3 };
    expect(betaLowerTail(0, shape)).toBe(0);
    expect(betaLowerTail(1, shape)).toBe(1);
    expect(betaLogUpperTail(0, shape)).toBe(0);
    expect(betaLogLowerTail(0, shape)).toBe(-Infinity);
    expect(betaDensity(0, shape)).toBe(Infinity);
    expect(betaDensity(1, shape)).toBe(0);
    expect(betaDensity(0, { alpha: 1, beta: 4 })).toBe(4);
    expect(betaQuantile(0, shape)).toBe(0);
    expect(betaQuantile(1, shape)).toBe(1);
    expect(betaUpperQuantile(0, shape)).toBe(1);
    expect(gammaTails(0, 2)).toEqual({ lower: 0, upper: 1 });
    expect(gammaTails(Infinity, 2)).toEqual({ lower: 1, upper: 0 });
    expect(gammaLogTails(0, 2)).toEqual({ lower: -Infinity, upper: 0 });
    expect(gammaDensity(0, 1)).toBe(1);
    expect(gammaDensity(0, 0.5)).toBe(Infinity);
    expect(gammaDensity(0, 2)).toBe(0);
    expect(gammaDensity(Infinity, 2)).toBe(0);
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaQuantile(1, 2)).toBe(Infinity);
    expect(chiSquareUpperQuantile(0, 2)).toBe(Infinity);
    expect(fUpperTail(0, { numerator: 2, denominator: 3 })).toBe(1);
    expect(fUpperTail(Infinity, { numerator: 2, denominator: 3 })).toBe(0);
    expect(fQuantile(1, { numerator: 2, denominator: 3 })).toBe(Infinity);
    expect(studentQuantile(0, 3)).toBe(-Infinity);
    expect(studentQuantile(0.5, 3)).toBeCloseTo(0, 300);
    expect(studentLogUpperTail(Infinity, 3)).toBe(-Infinity);
    expect(normalLogUpperTail(Infinity)).toBe(-Infinity);
    expect(normalLogUpperTail(-Infinity)).toBeCloseTo(0, 300);
    expect(normalDensity(Infinity)).toBe(0);
    expect(millsRatio(Infinity)).toBe(0);
  });

  it('tiny shapes put the quantile below the smallest or above the largest number', () => {
    expect(betaQuantile(1e-10, { alpha: 1e-3, beta: 2 })).toBe(0);
    expect(gammaQuantile(0.1, 1e-4)).toBe(0);
    expect(studentUpperQuantile(1e-10, 1e-3)).toBe(Infinity);
    // t beyond 1e154, whose square is too large for a number.
    expectClose(
      studentUpperTail(1e200, 0.01),
      studentUpperTail(1e150, 0.01) * 10 ** (-50 * 0.01),
      1e-12,
      'heavy tail',
    );
    expectClose(
      studentUpperTail(studentUpperQuantile(1e-9, 0.05), 0.05),
      1e-9,
      1e-12,
      'heavy tail and back',
    );
  });

  it('give no number rather than a wrong one', () => {
    const nowhere = [Number.NaN, -0.1, 1.1];
    for (const share of nowhere) {
      expect(betaLowerTail(share, { alpha: 1, beta: 2 })).toBeNaN();
      expect(betaLogUpperTail(share, { alpha: 1, beta: 2 })).toBeNaN();
      expect(betaDensity(share, { alpha: 1, beta: 2 })).toBeNaN();
      for (const quantile of [betaQuantile, betaUpperQuantile]) {
        expect(quantile(share, { alpha: 1, beta: 2 })).toBeNaN();
      }
      for (const quantile of [gammaQuantile, gammaUpperQuantile, chiSquareQuantile]) {
        expect(quantile(share, 3)).toBeNaN();
      }
      for (const quantile of [studentQuantile, studentUpperQuantile]) {
        expect(quantile(share, 3)).toBeNaN();
        expect(quantile(share, Infinity)).toBeNaN();
      }
      expect(fQuantile(share, { numerator: 1, denominator: 2 })).toBeNaN();
    }
    for (const bad of [Number.NaN, 0, -1]) {
      expect(betaUpperTail(0.5, { alpha: bad, beta: 1 })).toBeNaN();
      expect(betaQuantile(0.5, { alpha: 1, beta: bad })).toBeNaN();
      expect(gammaTails(1, bad).lower).toBeNaN();
      expect(gammaLogTails(1, bad).upper).toBeNaN();
      expect(gammaDensity(1, bad)).toBeNaN();
      expect(gammaQuantile(0.5, bad)).toBeNaN();
      expect(chiSquareUpperQuantile(0.5, bad)).toBeNaN();
      expect(studentUpperTail(1, bad)).toBeNaN();
      expect(studentLogUpperTail(1, bad)).toBeNaN();
      expect(studentDensity(1, bad)).toBeNaN();
      expect(studentQuantile(0.5, bad)).toBeNaN();
      expect(fUpperTail(1, { numerator: bad, denominator: 1 })).toBeNaN();
      expect(fDensity(1, { numerator: 1, denominator: bad })).toBeNaN();
    }
    expect(betaLowerTail(0.5, { alpha: Infinity, beta: 1 })).toBeNaN();
    expect(gammaTails(-1, 1).lower).toBeNaN();
    expect(fLowerTail(-1, { numerator: 1, denominator: 1 })).toBeNaN();
    expect(studentDensity(Number.NaN, 1)).toBeNaN();
    expect(normalDensity(Number.NaN)).toBeNaN();
    expect(normalLogUpperTail(Number.NaN)).toBeNaN();
  });
});
