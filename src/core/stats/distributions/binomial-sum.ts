import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { binomialWeights } from '../power/event-weights.ts';
import { normalQuantile } from './normal-distribution.ts';

/** Customers who each cost (or bring) a value with some chance: an arm's rewards. */
export interface BinomialPart {
  /** The value of one event, 0 or more. */
  readonly value: number;
  readonly trials: number;
  readonly share: number;
}

/** How a sum of such parts is spread. */
export interface BinomialSum {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly low: number;
  readonly high: number;
  /** `exact`: every total counted out; `normal`: too many different totals for that, the skewness taken into account. */
  readonly method: 'exact' | 'normal';
}

/** So many products are a fraction of a second. */
const mostProducts = 3e7;

/**
 * Between which totals a sum of binomial numbers, each times a value, lies with a given chance: what rewards will cost.
 * `parts`: whole trials (0 allowed), shares 0 to 1, values of 0 or more; `confidenceShare`: of the interval, as much left out on
 * either side at most.
 * Refuses `no-parts`, `invalid-part` with its place from 1, `invalid-confidence`.
 * Source: Feller (1968), volume 1, XI.1 (convolution); where the totals are too many Cornish & Fisher (1938), first term.
 * Example: 100 customers at 0.3 and value 5, 50 at 0.2 and value 8, 95%: 168 to 295 around 230.
 */
export function binomialSumInterval(
  parts: readonly BinomialPart[],
  confidenceShare: number,
): Result<BinomialSum> {
  const problem = partsProblem(parts, confidenceShare);
  if (problem) return refuse(problem);
  const moments = (order: (part: BinomialPart) => number): number =>
    parts.reduce((sum, part) => sum + order(part), 0);
  const mean = moments(({ value, trials, share }) => value * trials * share);
  const variance = moments(({ value, trials, share }) => value ** 2 * trials * share * (1 - share));
  const standardDeviation = Math.sqrt(variance);
  const tail = (1 - confidenceShare) / 2;
  const exact = exactTotals(parts);
  if (exact) {
    const [low, high] = [totalAt(exact, tail), totalAt(exact, 1 - tail)];
    return succeed({ mean, standardDeviation, low, high, method: 'exact' });
  }
  const third = moments(
    ({ value, trials, share }) => value ** 3 * trials * share * (1 - share) * (1 - 2 * share),
  );
  const skewness = third / standardDeviation ** 3;
  const at = (lower: number): number => {
    const z = normalQuantile(lower);
    return mean + standardDeviation * (z + ((z * z - 1) * skewness) / 6);
  };
  const most = moments(({ value, trials }) => value * trials);
  return succeed({
    mean,
    standardDeviation,
    low: Math.max(0, at(tail)),
    high: Math.min(most, at(1 - tail)),
    method: 'normal',
  });
}

/** The chance of every total: `first + place` times the unit. */
interface Totals {
  readonly unit: number;
  readonly first: number;
  readonly weights: Float64Array;
}

/** Every total with its chance, or null when they are too many. */
function exactTotals(parts: readonly BinomialPart[]): Totals | null {
  const paying = together(parts);
  const unit = paying.reduce((common, { value }) => commonUnit(common, value), 0);
  if (unit === 0) return { unit: 1, first: 0, weights: new Float64Array([1]) };
  if (!(unit >= 1)) return null;
  let first = 0;
  let weights = new Float64Array([1]);
  for (const { value, trials, share } of paying) {
    const events = binomialWeights(trials, share);
    const stride = value / unit;
    if (weights.length * events.weights.length > mostProducts) return null;
    if (weights.length + events.weights.length * stride > mostProducts) return null;
    const next = new Float64Array(weights.length + (events.weights.length - 1) * stride);
    for (let place = 0; place < events.weights.length; place += 1) {
      const chance = events.weights[place] ?? 0;
      const from = place * stride;
      for (let at = 0; at < weights.length; at += 1) {
        next[from + at] = (next[from + at] ?? 0) + chance * (weights[at] ?? 0);
      }
    }
    first += events.first * stride;
    weights = next;
  }
  return { unit, first, weights };
}

/** Parts of the same value and share are one. */
function together(parts: readonly BinomialPart[]): BinomialPart[] {
  const known = new Map<string, BinomialPart>();
  for (const { value, trials, share } of parts) {
    if (value === 0 || trials === 0) continue;
    const key = `${value} ${share}`;
    known.set(key, { value, share, trials: trials + (known.get(key)?.trials ?? 0) });
  }
  return [...known.values()];
}

/** The greatest common divisor; NaN when a value is not whole. */
function commonUnit(one: number, other: number): number {
  if (!Number.isSafeInteger(other)) return Number.NaN;
  return other === 0 || Number.isNaN(one) ? one : commonUnit(other, one % other);
}

/** The smallest total that is not exceeded with at least the given chance. */
function totalAt({ unit, first, weights }: Totals, lower: number): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) {
    sum += weights[place] ?? 0;
    if (sum >= lower * (1 - 1e-13)) return (first + place) * unit;
  }
  return (first + weights.length - 1) * unit;
}

function partsProblem(parts: readonly BinomialPart[], confidenceShare: number): Problem | null {
  if (parts.length === 0) return { code: 'no-parts' };
  for (const [place, { value, trials, share }] of parts.entries()) {
    const possible =
      value >= 0 &&
      value <= 1e12 &&
      Number.isSafeInteger(trials) &&
      trials >= 0 &&
      trials <= 1e9 &&
      share >= 0 &&
      share <= 1;
    if (!possible) return { code: 'invalid-part', part: place + 1, value, trials, share };
  }
  const possible = confidenceShare > 0 && confidenceShare < 1;
  return possible ? null : { code: 'invalid-confidence', confidenceShare };
}
