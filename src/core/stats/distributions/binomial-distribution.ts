import { betaLowerTail, betaUpperTail } from './beta-distribution.ts';
import { betaPoint, binomialDeviance } from './beta-kernel.ts';
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
 * Arguments as there; an impossible count gives -Infinity.
 * Source: Loader (2000); R: `dbinom(log = TRUE)`.
 * Example: `binomialLogProbability(0, { trials: 100000, share: 0.5 })` is -69314.71805599453.
 */
export function binomialLogProbability(events: number, { trials, share }: BinomialTrials): number {
  if (!areTrials(trials, share) || Number.isNaN(events)) return Number.NaN;
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
export function binomialLowerTail(events: number, { trials, share }: BinomialTrials): number {
  if (!areTrials(trials, share) || Number.isNaN(events)) return Number.NaN;
  const most = Math.floor(events);
  if (most < 0) return 0;
  if (most >= trials) return 1;
  return betaUpperTail(share, { alpha: most + 1, beta: trials - most });
}

/**
 * How likely at least `events` of the trials are events: P(X >= events), the count itself included.
 * `events`: any number; `trials`: whole, 0 or more; `share`: 0 to 1. Anything else gives NaN.
 * Source: the beta distribution's lower tail (DLMF 8.17.5); R: `pbinom(events - 1, lower.tail = FALSE)`.
 * Example: `binomialUpperTail(3, { trials: 10, share: 0.3 })` is 0.6172172136.
 */
export function binomialUpperTail(events: number, { trials, share }: BinomialTrials): number {
  if (!areTrials(trials, share) || Number.isNaN(events)) return Number.NaN;
  const fewest = Math.ceil(events);
  if (fewest <= 0) return 1;
  if (fewest > trials) return 0;
  return betaLowerTail(share, { alpha: fewest, beta: trials - fewest + 1 });
}

function areTrials(trials: number, share: number): boolean {
  return Number.isInteger(trials) && trials >= 0 && share >= 0 && share <= 1;
}
