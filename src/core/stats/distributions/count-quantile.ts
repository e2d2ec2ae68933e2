import { normalQuantile } from './normal-distribution.ts';
import { firstCount } from '../numerics/first-count.ts';

/** What is known of a distribution of counts: both tails, where it lies and how wide it is. */
export interface CountDistribution {
  /** P(X <= count) */
  readonly lowerTail: (count: number) => number;
  /** P(X >= count) */
  readonly upperTail: (count: number) => number;
  readonly mean: number;
  readonly variance: number;
  /** The smallest and the largest count that can be. */
  readonly fewest: number;
  readonly most: number;
}

/** A tail that misses its part by no more than its own rounding reaches it; R allows 1.4e-14 for that. */
const allowance = 1e-12;

/** The smallest count with P(X <= count) >= lower; NaN for a part outside 0 to 1. */
export function countQuantile(lower: number, distribution: CountDistribution): number {
  if (!(lower >= 0 && lower <= 1)) return Number.NaN;
  if (lower === 1) return distribution.most;
  const enough = lower * (1 - allowance);
  return search((count) => distribution.lowerTail(count) >= enough, lower, distribution);
}

/** The smallest count with P(X > count) <= upper; NaN for a part outside 0 to 1. */
export function countUpperQuantile(upper: number, distribution: CountDistribution): number {
  if (!(upper >= 0 && upper <= 1)) return Number.NaN;
  if (upper === 0) return distribution.most;
  const few = upper * (1 + allowance);
  return search(
    (count) => distribution.upperTail(count + 1) <= few,
    1 - upper,
    distribution,
    upper,
  );
}

/** From the normal approximation on, in strides as long as skewness usually puts it off. */
function search(
  holds: (count: number) => boolean,
  lower: number,
  { mean, variance, fewest, most }: CountDistribution,
  upper = 1 - lower,
): number {
  const z = lower < upper ? normalQuantile(lower) : -normalQuantile(upper);
  const far = Number.isFinite(z) ? z : 0;
  const guess = mean + far * Math.sqrt(variance);
  return Math.max(fewest, firstCount(holds, { most, guess, stride: 1 + (far * far) / 6 }));
}
