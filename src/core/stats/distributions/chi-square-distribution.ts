import erfc from '@stdlib/math-base-special-erfc';
import { gammaTails } from './gamma-distribution.ts';

/**
 * How likely a chi-square value exceeds `statistic`: the p-value of a chi-square statistic.
 * `statistic`: 0 or more; `degreesOfFreedom`: above 0. Anything else gives NaN.
 * Source: upper branch of the regularised incomplete gamma function; for one degree of freedom the error function.
 * Example: `chiSquareUpperTail(3.841458820694124, 1)` is 0.05.
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  if (!(statistic >= 0 && degreesOfFreedom > 0)) return Number.NaN;
  if (statistic === Number.POSITIVE_INFINITY) return 0;
  return degreesOfFreedom === 1
    ? erfc(Math.sqrt(statistic / 2))
    : gammaTails(statistic / 2, degreesOfFreedom / 2).upper;
}
