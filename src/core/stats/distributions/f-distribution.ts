import { logBetaKernel, type BetaPoint } from './beta-kernel.ts';
import { betaOdds } from './beta-quantile.ts';
import { betaTail } from './beta-tail.ts';
import { isShape, logTailShare, tailShare } from './one-tail.ts';

/** The two degrees of freedom of a ratio of mean squares. Both 1e-99 to 1e100, whole or not. */
export interface FDegreesOfFreedom {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * How likely an F value exceeds `statistic`: the p-value of a ratio of mean squares.
 * `statistic`: 0 or more; both degrees of freedom 1e-99 to 1e100, whole or not. Anything else gives NaN.
 * Source: regularised incomplete beta function (Abramowitz & Stegun 26.6.2); R: `pf(lower.tail = FALSE)`.
 * Example: `fUpperTail(3, { numerator: 2, denominator: 10 })` is 0.095367431640625.
 */
export function fUpperTail(statistic: number, degrees: FDegreesOfFreedom): number {
  const point = pointOf(statistic, degrees);
  return point ? tailShare(betaTail(point), 'upper') : Number.NaN;
}

/**
 * How likely an F value lies below `statistic`.
 * Arguments as for `fUpperTail`.
 * Source: regularised incomplete beta function (Abramowitz & Stegun 26.6.2); R: `pf`.
 * Example: `fLowerTail(3, { numerator: 2, denominator: 10 })` is 0.904632568359375.
 */
export function fLowerTail(statistic: number, degrees: FDegreesOfFreedom): number {
  const point = pointOf(statistic, degrees);
  return point ? tailShare(betaTail(point), 'lower') : Number.NaN;
}

/**
 * The logarithm of `fUpperTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pf(lower.tail = FALSE, log.p = TRUE)`.
 * Example: `fLogUpperTail(1e6, { numerator: 2, denominator: 1000 })` is -3800.7011672918666.
 */
export function fLogUpperTail(statistic: number, degrees: FDegreesOfFreedom): number {
  const point = pointOf(statistic, degrees);
  return point ? logTailShare(betaTail(point), 'upper') : Number.NaN;
}

/**
 * The logarithm of `fLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pf(log.p = TRUE)`.
 * Example: `fLogLowerTail(1e-4, { numerator: 1000, denominator: 10 })` is -2285.8996610735394.
 */
export function fLogLowerTail(statistic: number, degrees: FDegreesOfFreedom): number {
  const point = pointOf(statistic, degrees);
  return point ? logTailShare(betaTail(point), 'lower') : Number.NaN;
}

/**
 * The density of an F distribution.
 * `statistic`: above 0 (at 0 and Infinity NaN); both degrees of freedom 1e-99 to 1e100. Anything else gives NaN.
 * Source: Loader (2000), the saddle-point form of the beta density; R: `df`.
 * Example: `fDensity(3, { numerator: 2, denominator: 10 })` is 0.05960464477539061.
 */
export function fDensity(statistic: number, degrees: FDegreesOfFreedom): number {
  const point = pointOf(statistic, degrees);
  return point ? Math.exp(logBetaKernel(point) - Math.log(statistic)) : Number.NaN;
}

/**
 * The value below which a given part of an F distribution lies.
 * `lower`: that part, 0 to 1; both degrees of freedom 1e-99 to 1e100. Anything else gives NaN.
 * Source: the quantile of the beta distribution; R: `qf`.
 * Example: `fQuantile(0.95, { numerator: 2, denominator: 10 })` is 4.1028210151304.
 */
export function fQuantile(lower: number, degrees: FDegreesOfFreedom): number {
  return quantile(lower, 1 - lower, degrees);
}

/**
 * The value above which a given part of an F distribution lies: the critical value of a test at that level.
 * `upper`: that part, 0 to 1, of any smallness; both degrees of freedom 1e-99 to 1e100. Anything else gives NaN.
 * Source: the quantile of the beta distribution; R: `qf(lower.tail = FALSE)`.
 * Example: `fUpperQuantile(0.05, { numerator: 2, denominator: 10 })` is 4.1028210151304.
 */
export function fUpperQuantile(upper: number, degrees: FDegreesOfFreedom): number {
  return quantile(1 - upper, upper, degrees);
}

function quantile(lower: number, upper: number, degrees: FDegreesOfFreedom): number {
  if (!areDegrees(degrees)) return Number.NaN;
  const { numerator, denominator } = degrees;
  return betaOdds(lower, upper, numerator / 2, denominator / 2) * (denominator / numerator);
}

/** The place of the share numerator F / (numerator F + denominator), which has a beta distribution. */
function pointOf(statistic: number, degrees: FDegreesOfFreedom): BetaPoint | undefined {
  if (!(statistic >= 0 && areDegrees(degrees))) return undefined;
  const { numerator, denominator } = degrees;
  const odds = (numerator / denominator) * statistic;
  const alpha = numerator / 2;
  const rest = 1 / (1 + odds);
  return {
    alpha,
    beta: denominator / 2,
    share: odds === Infinity ? 1 : odds * rest,
    rest,
    lead: odds === Infinity ? -denominator / 2 : alpha * rest * (1 - statistic),
  };
}

function areDegrees({ numerator, denominator }: FDegreesOfFreedom): boolean {
  return isShape(numerator / 2) && isShape(denominator / 2);
}
