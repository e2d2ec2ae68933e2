import { countQuantile, countUpperQuantile, type CountDistribution } from './count-quantile.ts';
import { gammaTail, poissonDeviance } from './gamma-tail.ts';
import { logTailShare, nothingAbove, nothingBelow, tailShare, type OneTail } from './one-tail.ts';
import { stirlingError } from '../numerics/stirling-error.ts';

/**
 * How likely exactly `events` events are where `mean` are expected.
 * `events`: a count (others have probability 0); `mean`: 0 or more and finite. Anything else gives NaN.
 * Source: Loader (2000), the saddle-point expansion; R: `dpois`.
 * Example: `poissonProbability(3, 2.5)` is 0.2137630172497364.
 */
export function poissonProbability(events: number, mean: number): number {
  return Math.exp(poissonLogProbability(events, mean));
}

/**
 * The logarithm of `poissonProbability`, right where the probability itself is too small for a number; an impossible
 * count gives -Infinity.
 * Arguments and source as there; R: `dpois(log = TRUE)`.
 * Example: `poissonLogProbability(0, 1000)` is -1000.
 */
export function poissonLogProbability(events: number, mean: number): number {
  if (!isMean(mean) || Number.isNaN(events)) return Number.NaN;
  if (!(Number.isInteger(events) && events >= 0)) return -Infinity;
  if (events === 0) return -mean;
  if (mean === 0) return -Infinity;
  const spread = 0.5 * Math.log(2 * Math.PI * events);
  return -poissonDeviance(events, mean) - stirlingError(events) - spread;
}

/**
 * How likely at most `events` events are: P(X <= events).
 * `events`: any number; `mean`: 0 or more and finite. Anything else gives NaN.
 * Source: the gamma distribution's upper tail (DLMF 8.4.10); R: `ppois`.
 * Example: `poissonLowerTail(3, 2.5)` is 0.7575761331330659.
 */
export function poissonLowerTail(events: number, mean: number): number {
  return shareOf(arrival(Math.floor(events) + 1, mean), 'upper');
}

/**
 * How likely at least `events` events are: P(X >= events), the count itself included.
 * `events`: any number; `mean`: 0 or more and finite. Anything else gives NaN.
 * Source: the gamma distribution's lower tail (DLMF 8.4.10); R: `ppois(events - 1, lower.tail = FALSE)`.
 * Example: `poissonUpperTail(3, 2.5)` is 0.4561868841166704.
 */
export function poissonUpperTail(events: number, mean: number): number {
  return shareOf(arrival(Math.ceil(events), mean), 'lower');
}

/**
 * The logarithm of `poissonLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `ppois(log.p = TRUE)`.
 * Example: `poissonLogLowerTail(10, 5000)` is -4929.93047905769.
 */
export function poissonLogLowerTail(events: number, mean: number): number {
  return logShareOf(arrival(Math.floor(events) + 1, mean), 'upper');
}

/**
 * The logarithm of `poissonUpperTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `ppois(events - 1, lower.tail = FALSE, log.p = TRUE)`.
 * Example: `poissonLogUpperTail(5000, 10)` is -26088.216042305387.
 */
export function poissonLogUpperTail(events: number, mean: number): number {
  return logShareOf(arrival(Math.ceil(events), mean), 'lower');
}

/**
 * The smallest count whose lower tail P(X <= count) reaches a given part.
 * `lower`: that part, 0 to 1, where 1 gives Infinity; `mean`: 0 or more and finite. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qpois`.
 * Example: `poissonQuantile(0.975, 2.5)` is 6.
 */
export function poissonQuantile(lower: number, mean: number): number {
  return isMean(mean) ? countQuantile(lower, counts(mean)) : Number.NaN;
}

/**
 * The smallest count with at most a given part above it, P(X > count) <= upper: `poissonQuantile(1 - upper, mean)` for
 * tails of any smallness.
 * `upper`: that part, 0 to 1, where 0 gives Infinity; `mean`: 0 or more and finite. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qpois(lower.tail = FALSE)`.
 * Example: `poissonUpperQuantile(1e-200, 2.5)` is 147.
 */
export function poissonUpperQuantile(upper: number, mean: number): number {
  return isMean(mean) ? countUpperQuantile(upper, counts(mean)) : Number.NaN;
}

function counts(mean: number): CountDistribution {
  return {
    lowerTail: (count) => poissonLowerTail(count, mean),
    upperTail: (count) => poissonUpperTail(count, mean),
    mean,
    variance: mean,
    fewest: 0,
    most: mean === 0 ? 0 : Infinity,
  };
}

/** The mean at which event number `event` comes has a gamma distribution; event 0 has always happened. */
function arrival(event: number, mean: number): OneTail | undefined {
  if (!isMean(mean) || Number.isNaN(event)) return undefined;
  if (event <= 0) return nothingAbove;
  return event === Infinity ? nothingBelow : gammaTail(mean, event);
}

function shareOf(tail: OneTail | undefined, side: 'lower' | 'upper'): number {
  return tail ? tailShare(tail, side) : Number.NaN;
}

function logShareOf(tail: OneTail | undefined, side: 'lower' | 'upper'): number {
  return tail ? logTailShare(tail, side) : Number.NaN;
}

function isMean(mean: number): boolean {
  return mean >= 0 && mean < Infinity;
}
