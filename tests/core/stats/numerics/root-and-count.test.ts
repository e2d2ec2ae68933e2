import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concaveRoot } from '#core/stats/numerics/concave-root.ts';
import { firstCount } from '#core/stats/numerics/first-count.ts';
import { tailIntegral } from '#core/stats/numerics/tail-integral.ts';
import { expectClose } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

describe('the root of a concave function', () => {
  it('is found from either side', () => {
    const logarithm = (x: number) => ({ value: Math.log(x), slope: 1 / x });
    expectClose(concaveRoot(logarithm, 0.1), 1, 1e-15, 'from below');
    expectClose(concaveRoot(logarithm, 2.5), 1, 1e-15, 'from above');
  });

  it('is found for every concave parabola that has one', () => {
    fc.assert(
      fc.property(between(0.1, 100), between(0.001, 1), (root, share) => {
        // Rising up to twice the root.
        const parabola = (x: number) => ({
          value: (x - root) * (3 * root - x),
          slope: 4 * root - 2 * x,
        });
        expectClose(concaveRoot(parabola, root * share), root, 1e-12, { root, share });
      }),
    );
  });

  it('is no number where the function is none', () => {
    expect(concaveRoot(() => ({ value: Number.NaN, slope: 1 }), 0)).toBeNaN();
  });
});

describe('the first count', () => {
  it('is found from every guess and with every stride', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5000 }),
        fc.integer({ min: -10, max: 6000 }),
        fc.integer({ min: 0, max: 900 }),
        (first, guess, stride) => {
          const found = firstCount((count) => count >= first, { most: 5000, guess, stride });
          expect(found).toBe(first);
        },
      ),
    );
  });

  it('takes few questions near the guess and some dozens anywhere', () => {
    let questions = 0;
    const asked = (count: number) => {
      questions += 1;
      return count >= 123456;
    };
    firstCount(asked, { most: Infinity, guess: 123450, stride: 4 });
    expect(questions).toBeLessThan(10);
    questions = 0;
    firstCount(asked, { most: Infinity, guess: 0, stride: 1 });
    expect(questions).toBeLessThan(40);
  });

  it('comes to an end where neighbouring counts are one number', () => {
    const huge = 2 ** 80;
    const found = firstCount((count) => count >= huge, { most: Infinity, guess: 1e20, stride: 1 });
    expectClose(found, huge, 1e-15, huge);
  });
});

describe('the integral of a tail', () => {
  it('is one over the slope for an exponential', () => {
    const powers = { fall: 0, fallPower: 0, rise: 0, risePower: 0 };
    for (const slope of [0.01, 1, 300]) {
      expectClose(tailIntegral({ ...powers, slope }), 1 / slope, 1e-14, slope);
    }
  });

  it('is a beta function for a falling power alone', () => {
    // (1 - v)^power from 0 to 1.
    for (const power of [200, 6000, 1e9]) {
      const integral = tailIntegral({
        fall: 1,
        fallPower: power,
        rise: 0,
        risePower: 0,
        slope: power,
      });
      expectClose(integral, 1 / (power + 1), 1e-14, power);
    }
  });

  it('is the reciprocal difference of exponents for a rising power', () => {
    // (1 + v)^-k written as a rising power against a steeper slope has no closed form; whole powers do.
    for (const [power, rest] of [
      [2, 30],
      [3, 100],
    ] as const) {
      let wanted = 0;
      let term = 1 / rest;
      for (let index = 0; index <= power; index += 1) {
        wanted += term;
        term *= (power - index) / rest;
      }
      const integral = tailIntegral({
        fall: 0,
        fallPower: 0,
        rise: 1,
        risePower: power,
        slope: rest - power,
      });
      expectClose(integral, wanted, 1e-14, { power, rest });
    }
  });
});
