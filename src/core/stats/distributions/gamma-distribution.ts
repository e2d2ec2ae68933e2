import { gammaValue } from './gamma-quantile.ts';
import { gammaTail, logGammaKernel } from './gamma-tail.ts';
import { isShape, logTailShare, tailShare } from './one-tail.ts';

/** Both tails of a gamma distribution at one value; they add up to 1. */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * How likely a gamma value with scale 1 lies below and above `value`.
 * `value`: 0 or more; `shape`: 1e-100 to 1e100. Anything else gives NaN. Both tails keep their digits.
 * Source: regularised incomplete gamma function (Press et al. 2007, 6.2), their common factor by Loader (2000), for
 * large shapes by quadrature; R: `pgamma`.
 * Example: `gammaTails(2000, 2000).upper` is 0.49702645155579744.
 */
export function gammaTails(value: number, shape: number): GammaTails {
  if (!isPlace(value, shape)) return { lower: Number.NaN, upper: Number.NaN };
  const tail = gammaTail(value, shape);
  return { lower: tailShare(tail, 'lower'), upper: tailShare(tail, 'upper') };
}

/**
 * The logarithms of `gammaTails`, right where a tail itself is too small for a number.
 * Arguments and source as there; R: `pgamma(log.p = TRUE)`.
 * Example: `gammaLogTails(20000, 100).upper` is -19378.68397562661.
 */
export function gammaLogTails(value: number, shape: number): GammaTails {
  if (!isPlace(value, shape)) return { lower: Number.NaN, upper: Number.NaN };
  const tail = gammaTail(value, shape);
  return { lower: logTailShare(tail, 'lower'), upper: logTailShare(tail, 'upper') };
}

/**
 * The density of a gamma distribution with scale 1.
 * `value`: 0 or more, at 0 Infinity for a shape below 1; `shape`: 1e-100 to 1e100. Anything else gives NaN.
 * Source: Loader (2000), the saddle-point form; R: `dgamma`.
 * Example: `gammaDensity(2, 3)` is 0.2706705664732254.
 */
export function gammaDensity(value: number, shape: number): number {
  if (!isPlace(value, shape)) return Number.NaN;
  if (value === Infinity) return 0;
  if (value > 0) return Math.exp(logGammaKernel(value, shape) - Math.log(value));
  if (shape === 1) return 1;
  return shape < 1 ? Infinity : 0;
}

/**
 * The value below which a given part of a gamma distribution with scale 1 lies.
 * `lower`: that part, 0 to 1; `shape`: 1e-100 to 1e100. Anything else gives NaN. A quantile below the smallest
 * number is 0.
 * Source: Newton steps on the logarithm of the tail over the logarithm of the value, where it is concave; R: `qgamma`.
 * Example: `gammaQuantile(0.5, 3)` is 2.674060313723561.
 */
export function gammaQuantile(lower: number, shape: number): number {
  return isShape(shape) ? gammaValue(lower, 1 - lower, shape) : Number.NaN;
}

/**
 * The value above which a given part lies: `gammaQuantile(1 - upper, shape)` for tails of any smallness.
 * Arguments and source as there; R: `qgamma(lower.tail = FALSE)`.
 * Example: `gammaUpperQuantile(1e-200, 3)` is 472.14266982633995.
 */
export function gammaUpperQuantile(upper: number, shape: number): number {
  return isShape(shape) ? gammaValue(1 - upper, upper, shape) : Number.NaN;
}

function isPlace(value: number, shape: number): boolean {
  return value >= 0 && isShape(shape);
}
