import { betaPoint, binomialDeviance } from './beta-kernel.ts';
import { betaTail } from './beta-tail.ts';
import { countQuantile, countUpperQuantile, type CountDistribution } from './count-quantile.ts';
import { logTailShare, nothingAbove, nothingBelow, tailShare, type OneTail } from './one-tail.ts';
import { stirlingError } from '../numerics/stirling-error.ts';

/** So many independent trials, each an event with the same probability `share`. */
export interface BinomialTrials {
  /** Whole, 0 or more. */
  readonly trials: number;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * How likely exactly `events` of the trials are events.
 * `events`: a count, 0 to `trials` (others have probability 0); `trials`: whole, 0 or more; `share`: 0 to 1. Anything
 * else gives NaN.
 * Source: Loader (2000), the saddle-point expansion; R: `dbinom`.
 * Example: `binomialProbability(3, { trials: 10, share: 0.3 })` is 0.266827932.
 */
export function binomialProbability(events: number, binomial: BinomialTrials): number {
  return Math.exp(binomialLogProbability(events, binomial));
}

/**
 * The logarithm of `binomialProbability`, right where the probability itself is too small for a number.
 * Arguments and source as there; an impossible count gives -Infinity. R: `dbinom(log = TRUE)`.
 * Example: `binomialLogProbability(0, { trials: 100000, share: 0.5 })` is -69314.71805599453.
 */
export function binomialLogProbability(events: number, binomial: BinomialTrials): number {
  if (!areTrials(binomial) || Number.isNaN(events)) return Number.NaN;
  const { trials, share } = binomial;
  if (!(Number.isInteger(events) && events >= 0 && events <= trials)) return -Infinity;
  const others = trials - events;
  if (share === 0) return events === 0 ? 0 : -Infinity;
  if (share === 1) return others === 0 ? 0 : -Infinity;
  if (events === 0) return trials * Math.log1p(-share);
  if (others === 0) return trials * Math.log(share);
  return (
    stirlingError(trials) -
    stirlingError(events) -
    stirlingError(others) -
    binomialDeviance(betaPoint(share, events, others)) -
    0.5 * Math.log(2 * Math.PI * events * (others / trials))
  );
}

/**
 * How likely at most `events` of the trials are events: P(X <= events).
 * `events`: any number; `trials`: whole, 0 or more; `share`: 0 to 1. Anything else gives NaN.
 * Source: the beta distribution's upper tail (DLMF 8.17.5); R: `pbinom`.
 * Example: `binomialLowerTail(3, { trials: 10, share: 0.3 })` is 0.6496107184.
 */
export function binomialLowerTail(events: number, binomial: BinomialTrials): number {
  const tail = nextEvent(Math.floor(events) + 1, binomial);
  return tail ? tailShare(tail, 'upper') : Number.NaN;
}

/**
 * How likely at least `events` of the trials are events: P(X >= events), the count itself included.
 * `events`: any number; `trials`: whole, 0 or more; `share`: 0 to 1. Anything else gives NaN.
 * Source: the beta distribution's lower tail (DLMF 8.17.5); R: `pbinom(events - 1, lower.tail = FALSE)`.
 * Example: `binomialUpperTail(3, { trials: 10, share: 0.3 })` is 0.6172172136.
 */
export function binomialUpperTail(events: number, binomial: BinomialTrials): number {
  const tail = nextEvent(Math.ceil(events), binomial);
  return tail ? tailShare(tail, 'lower') : Number.NaN;
}

/**
 * The logarithm of `binomialLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pbinom(log.p = TRUE)`.
 * Example: `binomialLogLowerTail(10, { trials: 100000, share: 0.2 })` is -22204.
 */
export function binomialLogLowerTail(events: number, binomial: BinomialTrials): number {
  const tail = nextEvent(Math.floor(events) + 1, binomial);
  return tail ? logTailShare(tail, 'upper') : Number.NaN;
}

/**
 * The logarithm of `binomialUpperTail`, P(X >= events), right where the tail itself is too small for a number.
 * Arguments and source as there; R: `pbinom(events - 1, lower.tail = FALSE, log.p = TRUE)`.
 * Example: `binomialLogUpperTail(90000, { trials: 100000, share: 0.2 })` is -114577.99355948479.
 */
export function binomialLogUpperTail(events: number, binomial: BinomialTrials): number {
  const tail = nextEvent(Math.ceil(events), binomial);
  return tail ? logTailShare(tail, 'lower') : Number.NaN;
}

/**
 * The smallest count whose lower tail P(X <= count) reaches a given part.
 * `lower`: that part, 0 to 1; `trials`: whole, 0 or more; `share`: 0 to 1. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qbinom`.
 * Example: `binomialQuantile(0.975, { trials: 100, share: 0.1 })` is 16.
 */
export function binomialQuantile(lower: number, binomial: BinomialTrials): number {
  return areTrials(binomial) ? countQuantile(lower, counts(binomial)) : Number.NaN;
}

/**
 * The smallest count with at most a given part above it, P(X > count) <= upper: the lower quantile of `1 - upper` for
 * tails of any smallness.
 * `upper`: that part, 0 to 1; `trials`: whole, 0 or more; `share`: 0 to 1. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qbinom(lower.tail = FALSE)`.
 * Example: `binomialUpperQuantile(1e-50, { trials: 100, share: 0.1 })` is 73.
 */
export function binomialUpperQuantile(upper: number, binomial: BinomialTrials): number {
  return areTrials(binomial) ? countUpperQuantile(upper, counts(binomial)) : Number.NaN;
}

function counts(binomial: BinomialTrials): CountDistribution {
  const { trials, share } = binomial;
  return {
    lowerTail: (count) => binomialLowerTail(count, binomial),
    upperTail: (count) => binomialUpperTail(count, binomial),
    mean: trials * share,
    variance: trials * share * (1 - share),
    fewest: share === 1 ? trials : 0,
    most: share === 0 ? 0 : trials,
  };
}

/** The share at which the event of that rank comes has a beta distribution; event 0 has always happened. */
function nextEvent(event: number, binomial: BinomialTrials): OneTail | undefined {
  if (!areTrials(binomial) || Number.isNaN(event)) return undefined;
  const { trials, share } = binomial;
  if (event <= 0) return nothingAbove;
  if (event > trials) return nothingBelow;
  return betaTail(betaPoint(share, event, trials - event + 1));
}

function areTrials({ trials, share }: BinomialTrials): boolean {
  return Number.isInteger(trials) && trials >= 0 && share >= 0 && share <= 1;
}
