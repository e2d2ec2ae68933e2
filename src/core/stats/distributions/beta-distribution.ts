import { betaPoint, logBetaKernel, type BetaPoint } from './beta-kernel.ts';
import { betaOdds } from './beta-quantile.ts';
import { betaTail } from './beta-tail.ts';
import { isShape, logTailShare, tailShare } from './one-tail.ts';

/** A beta distribution: what is believed of a share. Both 1e-100 to 1e100; 1 and 1 is "every share equally likely". */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * How likely the share lies below `share`.
 * `share`: 0 to 1; both shapes 1e-100 to 1e100. Anything else gives NaN.
 * Source: Didonato & Morris (1992), Algorithm TOMS 708, with quadrature for large shapes; R: `pbeta`.
 * Example: `betaLowerTail(0.3, { alpha: 1, beta: 1 })` is 0.3.
 */
export function betaLowerTail(share: number, shape: BetaShape): number {
  const place = placeOn(share, shape);
  return place ? tailShare(betaTail(place), 'lower') : Number.NaN;
}

/**
 * How likely the share lies above `share`, without the loss of digits of `1 - lower`.
 * `share`: 0 to 1; both shapes 1e-100 to 1e100. Anything else gives NaN.
 * Source: Didonato & Morris (1992), Algorithm TOMS 708, with quadrature for large shapes; R: `pbeta(lower.tail = FALSE)`.
 * Example: `betaUpperTail(0.9, { alpha: 2, beta: 3 })` is 0.0037.
 */
export function betaUpperTail(share: number, shape: BetaShape): number {
  const place = placeOn(share, shape);
  return place ? tailShare(betaTail(place), 'upper') : Number.NaN;
}

/**
 * The logarithm of `betaLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as `betaLowerTail`; R: `pbeta(log.p = TRUE)`.
 * Example: `betaLogLowerTail(0.001, { alpha: 2000, beta: 2000 })` is -11049.986861244748.
 */
export function betaLogLowerTail(share: number, shape: BetaShape): number {
  const place = placeOn(share, shape);
  return place ? logTailShare(betaTail(place), 'lower') : Number.NaN;
}

/**
 * The logarithm of `betaUpperTail`, right where the tail itself is too small for a number.
 * Arguments and source as `betaLowerTail`; R: `pbeta(lower.tail = FALSE, log.p = TRUE)`.
 * Example: `betaLogUpperTail(0.999, { alpha: 2000, beta: 2000 })` is -11049.986861244748.
 */
export function betaLogUpperTail(share: number, shape: BetaShape): number {
  const place = placeOn(share, shape);
  return place ? logTailShare(betaTail(place), 'upper') : Number.NaN;
}

/**
 * The density at `share`.
 * `share`: 0 to 1, at the ends Infinity where the shape there is below 1; both shapes 1e-100 to 1e100. Anything else
 * gives NaN.
 * Source: Loader (2000), the saddle-point form; R: `dbeta`.
 * Example: `betaDensity(0.3, { alpha: 2, beta: 1 })` is 0.6.
 */
export function betaDensity(share: number, { alpha, beta }: BetaShape): number {
  const place = placeOn(share, { alpha, beta });
  if (!place) return Number.NaN;
  if (share === 0) return densityAtEnd(alpha, beta);
  if (share === 1) return densityAtEnd(beta, alpha);
  return Math.exp(logBetaKernel(place) - Math.log(share) - Math.log1p(-share));
}

/** At 0, for the shape that counts there and the other one; with a shape of 1 the density starts at the other shape. */
function densityAtEnd(shape: number, other: number): number {
  if (shape === 1) return other;
  return shape < 1 ? Infinity : 0;
}

/**
 * The share below which a given part of the distribution lies.
 * `lower`: that part, 0 to 1; both shapes 1e-100 to 1e100. Anything else gives NaN. A quantile below the smallest
 * number is 0.
 * Source: Newton steps on the logarithm of the tail over the log-odds, where it is concave; R: `qbeta`.
 * Example: `betaQuantile(0.025, { alpha: 11, beta: 91 })` is 0.055637223835302986.
 */
export function betaQuantile(lower: number, shape: BetaShape): number {
  return areShapes(shape)
    ? shareOf(betaOdds(lower, 1 - lower, shape.alpha, shape.beta))
    : Number.NaN;
}

/**
 * The share above which a given part of the distribution lies: `betaQuantile(1 - upper)` for tails of any smallness.
 * Arguments and source as there; R: `qbeta(lower.tail = FALSE)`.
 * Example: `betaUpperQuantile(1e-200, { alpha: 11, beta: 91 })` is 0.9954664455716435.
 */
export function betaUpperQuantile(upper: number, shape: BetaShape): number {
  return areShapes(shape)
    ? shareOf(betaOdds(1 - upper, upper, shape.alpha, shape.beta))
    : Number.NaN;
}

function shareOf(odds: number): number {
  return odds <= 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
}

function areShapes({ alpha, beta }: BetaShape): boolean {
  return isShape(alpha) && isShape(beta);
}

function placeOn(share: number, shape: BetaShape): BetaPoint | undefined {
  if (!(share >= 0 && share <= 1 && areShapes(shape))) return undefined;
  return betaPoint(share, shape.alpha, shape.beta);
}
