import { betaLowerTail } from './beta-distribution.ts';

/** The two degrees of freedom of a ratio of mean squares. Both above 0, whole or not. */
export interface FDegreesOfFreedom {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How likely an F value exceeds `statistic`: the p-value of a ratio of mean squares.
 * `statistic`: 0 or more; both degrees of freedom above 0, whole or not. Anything else gives NaN.
 * Source: regularised incomplete beta function (DLMF 8.17); R: `pf(lower.tail = FALSE)`.
 * Example: `fUpperTail(3, { numerator: 2, denominator: 10 })` is 0.095367431640625.
 */
export function fUpperTail(
  statistic: number,
  { numerator, denominator }: FDegreesOfFreedom,
): number {
  if (!(statistic >= 0 && numerator > 0 && denominator > 0)) return Number.NaN;
  const scaled = numerator * statistic;
  return betaLowerTail(denominator / (denominator + scaled), {
    alpha: denominator / 2,
    beta: numerator / 2,
  });
}
