import { gammaValue } from './gamma-quantile.ts';
import { gammaDensity, gammaLogTails, gammaTails } from './gamma-distribution.ts';
import { isShape } from './one-tail.ts';

/**
 * How likely a chi-square value exceeds `statistic`: the p-value of a chi-square statistic.
 * `statistic`: 0 or more; `degreesOfFreedom`: 1e-99 to 1e100, whole or not. Anything else gives NaN.
 * Source: upper branch of the regularised incomplete gamma function; R: `pchisq(lower.tail = FALSE)`.
 * Example: `chiSquareUpperTail(3.841458820694124, 1)` is 0.05.
 */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  return gammaTails(statistic / 2, degreesOfFreedom / 2).upper;
}

/**
 * How likely a chi-square value lies below `statistic`.
 * `statistic`: 0 or more; `degreesOfFreedom`: 1e-99 to 1e100, whole or not. Anything else gives NaN.
 * Source: lower branch of the regularised incomplete gamma function; R: `pchisq`.
 * Example: `chiSquareLowerTail(3.841458820694124, 1)` is 0.95.
 */
export function chiSquareLowerTail(statistic: number, degreesOfFreedom: number): number {
  return gammaTails(statistic / 2, degreesOfFreedom / 2).lower;
}

/**
 * The logarithm of `chiSquareUpperTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pchisq(lower.tail = FALSE, log.p = TRUE)`.
 * Example: `chiSquareLogUpperTail(20000, 1)` is -10005.177585122665.
 */
export function chiSquareLogUpperTail(statistic: number, degreesOfFreedom: number): number {
  return gammaLogTails(statistic / 2, degreesOfFreedom / 2).upper;
}

/**
 * The logarithm of `chiSquareLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pchisq(log.p = TRUE)`.
 * Example: `chiSquareLogLowerTail(1, 3000)` is -10514.626622590997.
 */
export function chiSquareLogLowerTail(statistic: number, degreesOfFreedom: number): number {
  return gammaLogTails(statistic / 2, degreesOfFreedom / 2).lower;
}

/**
 * The density of a chi-square distribution.
 * `statistic`: 0 or more, at 0 Infinity below two degrees of freedom; `degreesOfFreedom`: 1e-99 to 1e100. Anything
 * else gives NaN.
 * Source: Loader (2000), the saddle-point form; R: `dchisq`.
 * Example: `chiSquareDensity(2, 4)` is 0.18393972058572117.
 */
export function chiSquareDensity(statistic: number, degreesOfFreedom: number): number {
  return gammaDensity(statistic / 2, degreesOfFreedom / 2) / 2;
}

/**
 * The value below which a given part of a chi-square distribution lies.
 * `lower`: that part, 0 to 1; `degreesOfFreedom`: 1e-99 to 1e100. Anything else gives NaN.
 * Source: the quantile of the gamma distribution; R: `qchisq`.
 * Example: `chiSquareQuantile(0.95, 1)` is 3.841458820694124.
 */
export function chiSquareQuantile(lower: number, degreesOfFreedom: number): number {
  return quantile(lower, 1 - lower, degreesOfFreedom);
}

/**
 * The value above which a given part lies: the critical value of a test at that level, however small.
 * `upper`: that part, 0 to 1; `degreesOfFreedom`: 1e-99 to 1e100. Anything else gives NaN.
 * Source: the quantile of the gamma distribution; R: `qchisq(lower.tail = FALSE)`.
 * Example: `chiSquareUpperQuantile(1e-200, 1)` is 913.7627007858809.
 */
export function chiSquareUpperQuantile(upper: number, degreesOfFreedom: number): number {
  return quantile(1 - upper, upper, degreesOfFreedom);
}

function quantile(lower: number, upper: number, degreesOfFreedom: number): number {
  const shape = degreesOfFreedom / 2;
  return isShape(shape) ? 2 * gammaValue(lower, upper, shape) : Number.NaN;
}
