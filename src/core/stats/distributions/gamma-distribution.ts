import gammainc from '@stdlib/math-base-special-gammainc';

/** Both tails of a gamma distribution at one value; they add up to 1. */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/** For shapes in the hundreds stdlib's gammainc 0.3.1 is wrong by up to 3% (measured against R). */
const largestTrustedShape = 30;

/**
 * How likely a gamma value with scale 1 lies below and above `value`.
 * `value`: 0 or more; `shape`: above 0. Anything else gives NaN. The smaller tail keeps its digits.
 * Source: regularised incomplete gamma function; for large shapes the series below the shape and Lentz's continued
 * fraction above it (Press et al. 2007, 6.2), their common factor by Loader (2000).
 * Example: at 2000 with shape 2000 the upper tail is 0.4970264.
 */
export function gammaTails(value: number, shape: number): GammaTails {
  if (!(value >= 0 && shape > 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (value === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape <= largestTrustedShape) {
    return { lower: gammainc(value, shape), upper: gammainc(value, shape, true, true) };
  }
  if (value <= shape) {
    const lower = commonFactor(value, shape) * risingSeries(value, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = commonFactor(value, shape) * shape * continuedFraction(value, shape);
  return { lower: 1 - upper, upper };
}

/** value^shape e^-value / Gamma(shape + 1), without the huge numbers it is made of. For large shapes. */
function commonFactor(value: number, shape: number): number {
  const square = shape * shape;
  const stirling =
    (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / shape;
  return Math.exp(-deviance(shape, value) - stirling) / Math.sqrt(2 * Math.PI * shape);
}

/** shape ln(shape / value) + value - shape, by a series where the three nearly cancel. */
function deviance(shape: number, value: number): number {
  const gap = shape - value;
  const slope = gap / (shape + value);
  if (Math.abs(slope) > 0.1) return shape * Math.log(shape / value) - gap;
  let sum = gap * slope;
  let term = 2 * shape * slope;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= slope * slope;
    sum += term / odd;
  }
  return sum;
}

function risingSeries(value: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let index = 1; term > 1e-17 * sum; index += 1) {
    term *= value / (shape + index);
    sum += term;
  }
  return sum;
}

function continuedFraction(value: number, shape: number): number {
  let denominator = value + 1 - shape;
  let numeratorRatio = Number.MAX_VALUE;
  let denominatorRatio = 1 / denominator;
  let fraction = denominatorRatio;
  let factor = 0;
  // Nearer to 1 than this the rounding of the factor may go to and fro for ever.
  for (let index = 1; Math.abs(factor - 1) > 2 * Number.EPSILON; index += 1) {
    const coefficient = -index * (index - shape);
    denominator += 2;
    denominatorRatio = 1 / (coefficient * denominatorRatio + denominator);
    numeratorRatio = denominator + coefficient / numeratorRatio;
    factor = denominatorRatio * numeratorRatio;
    fraction *= factor;
    if (index > 1e6) break;
  }
  return fraction;
}
