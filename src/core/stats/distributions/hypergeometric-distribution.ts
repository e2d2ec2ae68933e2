import { binomialLogProbability } from './binomial-distribution.ts';

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
 * Source: Loader (2000); R: `dhyper(log = TRUE)`.
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
