import { integratePieces } from '../numerics/gauss-legendre.ts';
import { meanOverSpread } from './spread-mixture.ts';
import { normalUpperTail } from './normal-distribution.ts';

/**
 * Several standardised comparisons that share one source of chance, and the limit the largest is held against.
 * Comparison i is (b_i Y + root(1 - b_i²) X_i + shift_i) / S with Y and X_i standard normal and independent.
 */
export interface MaximumQuestion {
  /** b_i, -1 to 1: the comparisons i and j correlate with b_i b_j. */
  readonly loadings: readonly number[];
  /** The true effect of each comparison in its own standard errors; all 0 (nothing works) when left out. */
  readonly shifts?: readonly number[];
  /** Of the estimated spread S; 0.01 or more, Infinity when the spread is known (normal instead of Student t). */
  readonly degreesOfFreedom: number;
  readonly critical: number;
  /** 2: the largest absolute value; 1: the largest value. */
  readonly sides: 1 | 2;
}

/**
 * How likely at least one of several comparisons with correlations b_i b_j exceeds a limit: with shifts the power to
 * find any effect, without shifts the chance of any false alarm.
 * Arguments: see `MaximumQuestion`. Anything outside gives NaN; so does a list of shifts of another length, and a shift
 * beyond 5,000 standard errors that the limit nevertheless leaves in doubt.
 * A small chance keeps its digits; the absolute error stays below 1e-12.
 * Source: Dunnett (1955), equations 3 and 5 (product correlation); the two integrals by trapezoid rules.
 * Example: three arms as large as the control (b = root of 1/2), 20 degrees of freedom, limit 2.54 two-sided: 0.0500359.
 */
export function maximumUpperTail(question: MaximumQuestion): number {
  const { degreesOfFreedom, critical, sides } = question;
  const groups = sameComparisons(question);
  if (!groups || !(degreesOfFreedom >= 0.01) || Number.isNaN(critical)) return Number.NaN;
  if (critical === Number.POSITIVE_INFINITY) return 0;
  if (critical === Number.NEGATIVE_INFINITY || (sides === 2 && critical < 0)) return 1;
  // The spread is larger than this with a chance below e^-40.
  const largestSpread = 1 + Math.sqrt(80 / degreesOfFreedom);
  const lead = Math.max(...groups.map(({ shift }) => (sides === 2 ? Math.abs(shift) : shift)));
  if (lead - Math.max(0, critical) * largestSpread > nearlyCertain) return 1;
  const sharpness = Math.max(...groups.map(({ shift }) => Math.abs(shift)));
  if (sharpness > largestShift) return Number.NaN;
  const chance = (spread: number): number => normalMaximumTail(groups, critical * spread, sides);
  return meanOverSpread(chance, degreesOfFreedom, sharpness);
}

/** So many standard errors are exceeded with a chance below 1e-18. */
const nearlyCertain = 9;
/** The steps over the spread get as narrow as the largest shift is large. */
const largestShift = 5000;

/** Comparisons with the same loading and shift; equal arms are reckoned once. */
interface Group {
  readonly loading: number;
  /** root(1 - loading²): what is the comparison's own. */
  readonly own: number;
  readonly shift: number;
  count: number;
}

function sameComparisons({ loadings, shifts, sides, critical }: MaximumQuestion): Group[] | null {
  if (loadings.length === 0 || (shifts && shifts.length !== loadings.length)) return null;
  const groups = new Map<string, Group>();
  for (const [place, given] of loadings.entries()) {
    const givenShift = shifts?.[place] ?? 0;
    if (!(Math.abs(given) <= 1) || !Number.isFinite(givenShift)) return null;
    // One-sided, a comparison so far on the other side never exceeds a limit of 0 or more.
    const effect = sides === 1 && critical >= 0 ? Math.max(-farthest, givenShift) : givenShift;
    // Two-sided, a comparison and its mirror image are one.
    const sign = sides === 2 && given < 0 ? -1 : 1;
    const [loading, shift] = [sign * given, sign * effect];
    const own = Math.sqrt((1 - loading) * (1 + loading));
    const key = `${loading} ${shift}`;
    const group = groups.get(key) ?? { loading, own, shift, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Beyond so many standard errors a normal tail is too small for a number. */
const farthest = 60;

/** Beyond this many steps of the trapezoid rule the few steep places are integrated piece by piece instead. */
const mostSteps = 1500;

/** The chance for a known spread: an integral over the shared normal value. */
function normalMaximumTail(groups: readonly Group[], bound: number, sides: 1 | 2): number {
  const single = Math.max(
    ...groups.map(({ shift }) => sidesTail(bound - shift, bound + shift, sides)),
  );
  if (single === 0) return 0;
  const weighted = (shared: number): number =>
    Math.exp(-0.5 * shared * shared) * anyBeyond(groups, bound, sides, shared);
  // Farther out the shared value itself is rarer than 1e-17 of the answer.
  const reach = Math.sqrt(80 - 2 * Math.log(single));
  const step = 0.28 * Math.min(...groups.map(({ own }) => own));
  const rootTwoPi = Math.sqrt(2 * Math.PI);
  if (reach > mostSteps * step) {
    const edges = edgesAround(groups, bound, sides, reach);
    return Math.min(1, integratePieces(weighted, edges) / rootTwoPi);
  }
  const mirrored = sides === 2 && groups.every(({ shift }) => shift === 0);
  let sum = weighted(0);
  for (let index = 1; index * step <= reach; index += 1) {
    const above = weighted(index * step);
    sum += above + (mirrored ? above : weighted(-index * step));
  }
  return Math.min(1, (sum * step) / rootTwoPi);
}

/** The chance that any comparison is beyond the bound once the shared value is known: 1 - product, without the loss. */
function anyBeyond(groups: readonly Group[], bound: number, sides: 1 | 2, shared: number): number {
  let logNone = 0;
  for (const { loading, own, shift, count } of groups) {
    const middle = shift + loading * shared;
    const tail = sidesTail((bound - middle) / own, (bound + middle) / own, sides);
    if (tail >= 1) return 1;
    logNone += count * Math.log1p(-tail);
  }
  return -Math.expm1(logNone);
}

function sidesTail(above: number, below: number, sides: 1 | 2): number {
  const upper = normalUpperTail(above);
  return sides === 2 ? upper + normalUpperTail(below) : upper;
}

const stepsAround = [-9, -6, -4.5, -3, -2, -1, 0, 1, 2, 3, 4.5, 6, 9];

/** Where the integrand turns: around each shared value that puts a comparison on its bound. */
function edgesAround(
  groups: readonly Group[],
  bound: number,
  sides: 1 | 2,
  reach: number,
): number[] {
  const cuts = Array.from({ length: 25 }, (_, place) => reach * (place / 12 - 1));
  for (const { loading, own, shift } of groups) {
    if (loading === 0) continue;
    for (const limit of sides === 2 ? [bound, -bound] : [bound]) {
      for (const step of stepsAround) cuts.push((limit - shift + step * own) / loading);
    }
  }
  return cuts.filter((cut) => Math.abs(cut) <= reach).sort((left, right) => left - right);
}
