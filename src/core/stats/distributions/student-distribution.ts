import type { BetaPoint } from './beta-kernel.ts';
import { betaOdds, leadingLogOdds } from './beta-quantile.ts';
import { betaTail } from './beta-tail.ts';
import {
  normalDensity,
  normalLogUpperTail,
  normalQuantile,
  normalTwoSided,
} from './normal-distribution.ts';
import { logTailShare, tailShare, type OneTail } from './one-tail.ts';
import { logScaledBeta } from '../numerics/log-beta.ts';
import { logGammaRise } from '../numerics/stirling-error.ts';

/**
 * The two-sided p-value of a Student t statistic.
 * `t`: any number; `degreesOfFreedom`: above 0, whole or not (Welch), Infinity for the normal. Anything else gives NaN.
 * Source: regularised incomplete beta function of df / (df + t²) (Abramowitz & Stegun 26.7.1); R: `2 * pt(-abs(t), df)`.
 * Example: `studentTwoSided(2, 10)` is 0.07338803477074037.
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return Number.NaN;
  return degreesOfFreedom === Infinity
    ? normalTwoSided(t)
    : tailShare(bothTails(Math.abs(t), degreesOfFreedom), 'lower');
}

/**
 * How likely a Student t value exceeds `t`.
 * `t`: any number; `degreesOfFreedom`: above 0, whole or not, Infinity for the normal. Anything else gives NaN.
 * Source: regularised incomplete beta function of df / (df + t²); R: `pt(t, df, lower.tail = FALSE)`.
 * Example: `studentUpperTail(2, 10)` is 0.036694017385370196.
 */
export function studentUpperTail(t: number, degreesOfFreedom: number): number {
  const outer = studentTwoSided(t, degreesOfFreedom) / 2;
  return t >= 0 ? outer : 1 - outer;
}

/**
 * How likely a Student t value lies below `t`.
 * Arguments as for `studentUpperTail`.
 * Source: regularised incomplete beta function of df / (df + t²); R: `pt(t, df)`.
 * Example: `studentLowerTail(2, 10)` is 0.9633059826146297.
 */
export function studentLowerTail(t: number, degreesOfFreedom: number): number {
  return studentUpperTail(-t, degreesOfFreedom);
}

/**
 * The logarithm of `studentUpperTail`, right where the tail itself is too small for a number. The logarithm of the lower
 * tail is that of the upper one at `-t`.
 * Arguments and source as for `studentUpperTail`; R: `pt(t, df, lower.tail = FALSE, log.p = TRUE)`.
 * Example: `studentLogUpperTail(1e10, 50)` is -1056.3719210640645.
 */
export function studentLogUpperTail(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return Number.NaN;
  if (degreesOfFreedom === Infinity) return normalLogUpperTail(t);
  return t >= 0
    ? logTailShare(bothTails(t, degreesOfFreedom), 'lower') - Math.LN2
    : Math.log1p(-studentUpperTail(-t, degreesOfFreedom));
}

/**
 * The density of Student t at `t`.
 * Arguments as for `studentUpperTail`.
 * Source: Abramowitz & Stegun 26.7, the constant by Stirling's series; R: `dt`.
 * Example: `studentDensity(2, 10)` is 0.06114576632121818.
 */
export function studentDensity(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return Number.NaN;
  if (degreesOfFreedom === Infinity) return normalDensity(t);
  return Math.exp(logDensity(Math.abs(t), degreesOfFreedom));
}

/**
 * The value below which a given share of a Student t population lies.
 * `share`: 0 to 1; `degreesOfFreedom`: above 0, whole or not, Infinity for the normal. Anything else gives NaN. A value
 * beyond the largest number is infinite.
 * Source: the quantile of the beta distribution of df / (df + t²); R: `qt`.
 * Example: `studentQuantile(0.975, 10)` is 2.2281388519649385.
 */
export function studentQuantile(share: number, degreesOfFreedom: number): number {
  return share <= 0.5
    ? -studentUpperQuantile(share, degreesOfFreedom)
    : studentUpperQuantile(1 - share, degreesOfFreedom);
}

/**
 * The value above which a given share of a Student t population lies, for tails of any smallness.
 * `upper`: that share, 0 to 1; `degreesOfFreedom` as for `studentQuantile`. Anything else gives NaN.
 * Source: the quantile of the beta distribution of df / (df + t²); R: `qt(lower.tail = FALSE)`.
 * Example: `studentUpperQuantile(1e-200, 10)` is 2.5645257189482057e20.
 */
export function studentUpperQuantile(upper: number, degreesOfFreedom: number): number {
  if (!(upper >= 0 && upper <= 1 && degreesOfFreedom > 0)) return Number.NaN;
  if (degreesOfFreedom === Infinity) return -normalQuantile(upper);
  return upper <= 0.5
    ? distanceWithTails(2 * upper, degreesOfFreedom)
    : -distanceWithTails(2 * (1 - upper), degreesOfFreedom);
}

/** The t whose two tails together are so likely. */
function distanceWithTails(both: number, degreesOfFreedom: number): number {
  const shape = degreesOfFreedom / 2;
  const leading = leadingLogOdds(Math.log(both), shape, 0.5);
  const root = Math.sqrt(degreesOfFreedom);
  // The odds df / t² may be smaller than any number where t is none too large.
  if (leading < negligible) return root * Math.exp(-leading / 2);
  return root / Math.sqrt(betaOdds(both, 1 - both, shape, 0.5));
}

/** Where the odds df / t² are below this power of e, nothing but the leading power of the tail is left. */
const negligible = -41;

/** Both tails of |t| together, as the lower tail of a beta distribution. */
function bothTails(distance: number, degreesOfFreedom: number): OneTail {
  const shape = degreesOfFreedom / 2;
  const ratio = distance / Math.sqrt(degreesOfFreedom);
  const logOdds = -2 * Math.log(ratio);
  if (logOdds < negligible) {
    return {
      side: 'lower',
      logFactor: shape * logOdds - logScaledBeta(shape, 0.5),
      fraction: 1,
    };
  }
  return betaTail(pointOf(distance, degreesOfFreedom));
}

function pointOf(distance: number, degreesOfFreedom: number): BetaPoint {
  const square = distance * distance;
  const share = degreesOfFreedom / (degreesOfFreedom + square);
  return {
    alpha: degreesOfFreedom / 2,
    beta: 0.5,
    share,
    rest: square / (degreesOfFreedom + square),
    lead: ((distance - 1) * (distance + 1) * share) / 2,
  };
}

function logDensity(distance: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const ratio = distance / Math.sqrt(degreesOfFreedom);
  const square = ratio * ratio;
  const logGrowth = square < Infinity ? Math.log1p(square) : 2 * Math.log(ratio);
  const logAtZero = logGammaRise(half, 0.5) - 0.5 * Math.log(Math.PI * degreesOfFreedom);
  return logAtZero - (half + 0.5) * logGrowth;
}
