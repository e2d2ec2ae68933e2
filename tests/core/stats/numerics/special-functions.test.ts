import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfProducts } from '#core/stats/numerics/difference-of-products.ts';
import { logBeta, logScaledBeta } from '#core/stats/numerics/log-beta.ts';
import { logChoose } from '#core/stats/numerics/log-choose.ts';
import { logGammaOnePlus } from '#core/stats/numerics/log-gamma-one-plus.ts';
import { logOneMinusExp, logOnePlusExp, logSumExp } from '#core/stats/numerics/log-sum.ts';
import { logarithmGap } from '#core/stats/numerics/logarithm-gap.ts';
import { logGammaRise, stirlingError } from '#core/stats/numerics/stirling-error.ts';
import { expectClose, oracle } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

const expected = oracle<{
  gap: { u: number; value: number }[];
  stirling: { x: number; value: number }[];
  rises: { start: number; by: number; value: number }[];
  onePlus: { x: number; value: number }[];
  choose: { total: number; chosen: number; value: number }[];
  beta: { alpha: number; beta: number; value: number; scaled: number }[];
}>('numerics/special-functions');

describe('the building blocks agree with mpmath', () => {
  it('in the gap below the tangent of the logarithm', () => {
    for (const { u, value } of expected.gap) expectClose(logarithmGap(u), value, 1e-15, u);
  });

  it('in what Stirling misses, to sixteen digits after the point', () => {
    for (const { x, value } of expected.stirling) {
      expectClose(stirlingError(x), value, 1e-15, x, 1);
    }
  });

  it('in the rise of ln Gamma, in proportion to how little it rises', () => {
    for (const { start, by, value } of expected.rises) {
      // Near 1.46 ln Gamma turns, and what rises is the difference of two larger parts in proportion to `by`.
      expectClose(logGammaRise(start, by), value, 2e-14, { start, by }, Math.min(by, 1));
    }
  });

  it('in ln Gamma just above 1', () => {
    for (const { x, value } of expected.onePlus) {
      expectClose(logGammaOnePlus(x), value, 2e-15, x, Math.abs(x) * 0.1);
    }
  });

  it('in the logarithm of binomial coefficients', () => {
    for (const row of expected.choose) {
      expectClose(logChoose(row.total, row.chosen), row.value, 1e-14, row);
    }
  });

  it('in the logarithm of the beta function', () => {
    for (const row of expected.beta) {
      expectClose(logBeta(row.alpha, row.beta), row.value, 1e-14, row, 1);
      expectClose(
        logScaledBeta(row.alpha, row.beta),
        row.scaled,
        1e-13,
        row,
        Math.min(1, row.alpha),
      );
    }
  });
});

describe('the building blocks agree with themselves', () => {
  it('choosing none or all is possible in one way, and more than all in none', () => {
    expect(logChoose(7, 0)).toBe(0);
    expect(logChoose(7, 7)).toBe(0);
    expect(logChoose(7, 8)).toBeNaN();
    expect(logChoose(7, -1)).toBeNaN();
    expect(logBeta(0, 1)).toBeNaN();
  });

  it('binomial coefficients follow Pascal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.nat(), (total, seed) => {
        const chosen = 1 + (seed % (total - 1));
        const fromBoth = logSumExp([
          logChoose(total - 1, chosen - 1),
          logChoose(total - 1, chosen),
        ]);
        expectClose(fromBoth, logChoose(total, chosen), 1e-13, { total, chosen });
      }),
    );
  });

  it('a difference of products is exact where whole numbers tell', () => {
    const whole = fc.integer({ min: -94906265, max: 94906265 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const exact = Number(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
        expect(differenceOfProducts(a, b, c, d) - exact).toBe(0);
      }),
    );
    expect(differenceOfProducts(1e200, 1e200, 1, 1)).toBe(Infinity);
  });

  it('sums of numbers too large or too small keep their logarithm', () => {
    expect(logSumExp([])).toBe(-Infinity);
    expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(logSumExp([Infinity, 1])).toBe(Infinity);
    expectClose(logSumExp([-1000, -1000]), -1000 + Math.LN2, 1e-15, 'small');
    expectClose(logSumExp([1000, 1000, 1000]), 1000 + Math.log(3), 1e-15, 'large');
    expect(logOnePlusExp(1000)).toBe(1000);
    expectClose(logOnePlusExp(-1000), 0, 1e-300, 'nothing', 1);
    expectClose(logOneMinusExp(-1e-20), Math.log(1e-20), 1e-15, 'nearly all gone');
    expectClose(logOneMinusExp(-50), -Math.exp(-50), 1e-15, 'nearly nothing gone');
    expect(logOneMinusExp(1)).toBeNaN();
  });

  it('one plus and one minus undo each other', () => {
    fc.assert(
      fc.property(between(-30, 30), (x) => {
        const log = logOnePlusExp(x);
        expectClose(log + logOneMinusExp(-log), x, 1e-12, x, 1);
      }),
    );
  });
});
