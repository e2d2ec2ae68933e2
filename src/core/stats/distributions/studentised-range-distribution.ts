import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { meanOverSpread } from './spread-mixture.ts';

/** What a range is taken over: so many means (2 or more), their spread estimated with so many degrees of freedom. */
export interface RangeShape {
  readonly means: number;
  /** Above 0, whole or not; Infinity for a known spread. */
  readonly degreesOfFreedom: number;
}

/**
 * How likely the largest of several equal means exceeds the smallest by more than `range` standard errors of one mean.
 * `range`: 0 or more; `means`: a whole number from 2; `degreesOfFreedom`: above 0. Anything else gives NaN.
 * Source: Tukey (1953); Hartley (1942) for the range of normal values, written so that a small tail keeps its digits; R
 * `ptukey(lower.tail = FALSE)`.
 * Example: `studentisedRangeUpperTail(3.5, { means: 3, degreesOfFreedom: 20 })` is 0.055892.
 */
export function studentisedRangeUpperTail(range: number, shape: RangeShape): number {
  const { means, degreesOfFreedom } = shape;
  const valid = Number.isSafeInteger(means) && means >= 2 && degreesOfFreedom > 0;
  if (!valid || !(range >= 0)) return Number.NaN;
  if (range === Number.POSITIVE_INFINITY) return 0;
  return meanOverSpread((spread) => normalRangeTail(range * spread, means), degreesOfFreedom);
}

/**
 * The range that is exceeded with probability `tail`: what a difference of two of several means is held against.
 * `tail`: strictly between 0 and 1; anything else gives NaN, and so does a range beyond 1e150.
 * Source: Tukey (1953); R `qtukey(lower.tail = FALSE)`.
 * Example: `studentisedRangeCriticalValue(0.05, { means: 3, degreesOfFreedom: 20 })` is 3.577935.
 */
export function studentisedRangeCriticalValue(tail: number, shape: RangeShape): number {
  if (!(tail > 0 && tail < 1)) return Number.NaN;
  const excess = (range: number): number =>
    Math.log(studentisedRangeUpperTail(range, shape) / tail);
  if (Number.isNaN(excess(1))) return Number.NaN;
  // Rounding leaves nothing between a range of 0 and a tail this close to 1.
  if (!(excess(0) > 0)) return 0;
  let high = 4;
  while (excess(high) > 0) {
    high *= 2;
    // One degree of freedom and a tiny tail: beyond the numbers.
    if (high > 1e150) return Number.NaN;
  }
  return bracketedRoot(excess, 0, high);
}

const widestRange = 100;

/** The chance that the range of so many standard normal values exceeds `range`: an integral over the largest of them. */
function normalRangeTail(range: number, means: number): number {
  // Beyond this the chance is smaller than any number, and the steps of the sum would be lost beside the range.
  if (range > widestRange) return 0;
  // The more means, the steeper the integrand; the trapezoid rule then needs a finer step.
  const step = 0.8 / Math.sqrt(means + 2);
  // Terms rise up to the middle, or to where the largest of so many values lies; beyond both they only fall.
  const peak = Math.max(range / 2, Math.sqrt(2 * Math.log(means)));
  let sum = chanceAt(range / 2, range, means);
  for (const direction of [1, -1]) {
    for (let index = 1; ; index += 1) {
      const largest = range / 2 + direction * index * step;
      const term = chanceAt(largest, range, means);
      sum += term;
      if (term <= 1e-17 * sum && (direction < 0 || largest > peak)) break;
    }
  }
  return Math.min(1, (means * step * sum) / Math.sqrt(2 * Math.PI));
}

/** The density of one value at `largest`, times the chance that no other is above it but not all lie within the range. */
function chanceAt(largest: number, range: number, means: number): number {
  const below = normalUpperTail(-largest);
  if (below === 0) return 0;
  const tooLow = Math.min(1, normalUpperTail(range - largest) / below);
  // All others below the largest, less all others within the range: as a product in which nothing cancels.
  const others = -(below ** (means - 1)) * Math.expm1((means - 1) * Math.log1p(-tooLow));
  return Math.exp(-0.5 * largest * largest) * others;
}
