import { binomialLogProbability } from './binomial-distribution.ts';
import { countQuantile, countUpperQuantile, type CountDistribution } from './count-quantile.ts';
import { logTailShare, nothingAbove, nothingBelow, tailShare, type OneTail } from './one-tail.ts';

/** A draw without replacement. All three whole; `marked` and `drawn` at most `population`. */
export interface HypergeometricDraw {
  readonly population: number;
  /** How many of the population are of the counted kind. */
  readonly marked: number;
  readonly drawn: number;
}

/**
 * How likely exactly `events` of those drawn are marked ones.
 * `events`: a count (an impossible one has probability 0); the draw's three numbers whole, 0 or more. Anything else
 * gives NaN.
 * Source: Loader (2000), three binomial probabilities; R: `dhyper(events, marked, population - marked, drawn)`.
 * Example: `hypergeometricProbability(1, { population: 10, marked: 5, drawn: 3 })` is 5/12.
 */
export function hypergeometricProbability(events: number, draw: HypergeometricDraw): number {
  return Math.exp(hypergeometricLogProbability(events, draw));
}

/**
 * The logarithm of `hypergeometricProbability`; an impossible count gives -Infinity.
 * Arguments and source as there; R: `dhyper(log = TRUE)`.
 * Example: `hypergeometricLogProbability(0, { population: 200000, marked: 100000, drawn: 100000 })` is -138623.10728306364.
 */
export function hypergeometricLogProbability(events: number, draw: HypergeometricDraw): number {
  const { population, marked, drawn } = draw;
  if (!isDraw(draw) || Number.isNaN(events)) return Number.NaN;
  if (!(Number.isInteger(events) && events >= fewestEvents(draw) && events <= mostEvents(draw))) {
    return -Infinity;
  }
  if (population === 0) return 0;
  const share = drawn / population;
  return (
    binomialLogProbability(events, { trials: marked, share }) +
    binomialLogProbability(drawn - events, { trials: population - marked, share }) -
    binomialLogProbability(drawn, { trials: population, share })
  );
}

/**
 * How likely at most `events` of those drawn are marked ones: P(X <= events).
 * `events`: any number; the draw's three numbers whole, 0 or more. Anything else gives NaN.
 * Source: the probabilities from `events` outward, summed until nothing is added; R: `phyper`.
 * Example: `hypergeometricLowerTail(1, { population: 10, marked: 5, drawn: 3 })` is 0.5.
 */
export function hypergeometricLowerTail(events: number, draw: HypergeometricDraw): number {
  const tail = tailUpTo(Math.floor(events), draw);
  return tail ? tailShare(tail, 'lower') : Number.NaN;
}

/**
 * How likely at least `events` of those drawn are marked ones: P(X >= events), the count itself included.
 * Arguments as for `hypergeometricLowerTail`.
 * Source: the probabilities from `events` outward, summed until nothing is added; R: `phyper(events - 1, lower.tail = FALSE)`.
 * Example: `hypergeometricUpperTail(1, { population: 10, marked: 5, drawn: 3 })` is 11/12.
 */
export function hypergeometricUpperTail(events: number, draw: HypergeometricDraw): number {
  const tail = tailUpTo(Math.ceil(events) - 1, draw);
  return tail ? tailShare(tail, 'upper') : Number.NaN;
}

/**
 * The logarithm of `hypergeometricLowerTail`, right where the tail itself is too small for a number.
 * Arguments and source as there; R: `phyper(log.p = TRUE)`.
 * Example: `hypergeometricLogLowerTail(0, { population: 200000, marked: 100000, drawn: 100000 })` is -138623.10728306364.
 */
export function hypergeometricLogLowerTail(events: number, draw: HypergeometricDraw): number {
  const tail = tailUpTo(Math.floor(events), draw);
  return tail ? logTailShare(tail, 'lower') : Number.NaN;
}

/**
 * The logarithm of `hypergeometricUpperTail`, P(X >= events), right where the tail itself is too small for a number.
 * Arguments and source as there; R: `phyper(events - 1, lower.tail = FALSE, log.p = TRUE)`.
 * Example: `hypergeometricLogUpperTail(100000, { population: 200000, marked: 100000, drawn: 100000 })` is
 * -138623.10728306364.
 */
export function hypergeometricLogUpperTail(events: number, draw: HypergeometricDraw): number {
  const tail = tailUpTo(Math.ceil(events) - 1, draw);
  return tail ? logTailShare(tail, 'upper') : Number.NaN;
}

/**
 * The smallest count whose lower tail P(X <= count) reaches a given part.
 * `lower`: that part, 0 to 1; the draw's three numbers whole, 0 or more. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qhyper`.
 * Example: `hypergeometricQuantile(0.975, { population: 10, marked: 5, drawn: 3 })` is 3.
 */
export function hypergeometricQuantile(lower: number, draw: HypergeometricDraw): number {
  return isDraw(draw) ? countQuantile(lower, counts(draw)) : Number.NaN;
}

/**
 * The smallest count with at most a given part above it, P(X > count) <= upper: the lower quantile of `1 - upper` for
 * tails of any smallness.
 * `upper`: that part, 0 to 1; the draw's three numbers whole, 0 or more. Anything else gives NaN.
 * Source: search from the normal approximation, with an allowance for rounding; R: `qhyper(lower.tail = FALSE)`.
 * Example: `hypergeometricUpperQuantile(0.1, { population: 10, marked: 5, drawn: 3 })` is 2.
 */
export function hypergeometricUpperQuantile(upper: number, draw: HypergeometricDraw): number {
  return isDraw(draw) ? countUpperQuantile(upper, counts(draw)) : Number.NaN;
}

function counts(draw: HypergeometricDraw): CountDistribution {
  const { population, marked, drawn } = draw;
  const share = population === 0 ? 0 : marked / population;
  const left = population > 1 ? (population - drawn) / (population - 1) : 0;
  return {
    lowerTail: (count) => hypergeometricLowerTail(count, draw),
    upperTail: (count) => hypergeometricUpperTail(count, draw),
    mean: drawn * share,
    variance: drawn * share * (1 - share) * left,
    fewest: fewestEvents(draw),
    most: mostEvents(draw),
  };
}

/** The tail up to and including a count, or from the next one on, whichever side of the mean the count lies. */
function tailUpTo(events: number, draw: HypergeometricDraw): OneTail | undefined {
  if (!isDraw(draw) || Number.isNaN(events)) return undefined;
  if (events < fewestEvents(draw)) return nothingBelow;
  if (events >= mostEvents(draw)) return nothingAbove;
  const { population, marked, drawn } = draw;
  if (events * population <= marked * drawn) {
    return {
      side: 'lower',
      logFactor: hypergeometricLogProbability(events, draw),
      fraction: sumDown(events, draw),
    };
  }
  // Seen from those not marked, what lies above lies below.
  const mirror = { population, marked: population - marked, drawn };
  const others = drawn - events - 1;
  return {
    side: 'upper',
    logFactor: hypergeometricLogProbability(others, mirror),
    fraction: sumDown(others, mirror),
  };
}

/** The probabilities of `events` and fewer, over that of `events`. */
function sumDown(events: number, { population, marked, drawn }: HypergeometricDraw): number {
  const offset = population - marked - drawn;
  let term = 1;
  let sum = 1;
  for (let count = events; term > 1e-17 * sum; count -= 1) {
    term *= (count / (marked - count + 1)) * ((offset + count) / (drawn - count + 1));
    sum += term;
  }
  return sum;
}

function fewestEvents({ population, marked, drawn }: HypergeometricDraw): number {
  return Math.max(0, drawn - (population - marked));
}

function mostEvents({ marked, drawn }: HypergeometricDraw): number {
  return Math.min(marked, drawn);
}

function isDraw({ population, marked, drawn }: HypergeometricDraw): boolean {
  return (
    [population, marked, drawn].every((count) => Number.isInteger(count) && count >= 0) &&
    marked <= population &&
    drawn <= population
  );
}
