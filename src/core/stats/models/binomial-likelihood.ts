import { refuse, succeed, type Result } from '#core/result.ts';
import {
  dot,
  independentColumns,
  inverseUpper,
  orthogonalFactors,
  rowProducts,
} from '../numerics/linear-algebra.ts';
import { binomialDeviance, shareAt, type BinomialCounts } from './binomial-deviance.ts';
import type { BinomialGroup } from './logistic.ts';

/** Grouped counts with the columns of a model: a one for the intercept first, none that repeats others. */
export interface BinomialDesign {
  readonly groups: readonly BinomialCounts[];
  readonly rows: readonly (readonly number[])[];
}

/** The design of some groups; `kept` are the places of its columns, 0 for the intercept and 1 for the first feature. */
export interface FittedDesign extends BinomialDesign {
  readonly kept: readonly number[];
}

/**
 * Leaves out groups without trials and columns that repeat others.
 * Refuses `no-trials`; throws RangeError for counts that cannot be.
 */
export function binomialDesign(groups: readonly BinomialGroup[]): Result<FittedDesign> {
  for (const { events, trials } of groups) {
    if (!(events >= 0 && events <= trials)) throw new RangeError(`${events} of ${trials}`);
  }
  const filled = groups.filter(({ trials }) => trials > 0);
  if (filled.length === 0) return refuse({ code: 'no-trials', arm: 'all' });
  const columns = filled.map(({ features }) => [1, ...features]);
  const kept = independentColumns(columns);
  const rows = columns.map((row) => kept.map((place) => row[place] ?? 0));
  return succeed({ groups: filled, rows, kept });
}

/** Where a likelihood is highest. `covariance` is the inverse of the information there. */
export interface LikelihoodPeak {
  readonly solution: readonly number[];
  /** Against a perfect fit (minus half the deviance), with the penalty if there is one. */
  readonly height: number;
  readonly covariance: readonly (readonly number[])[];
  readonly iterations: number;
}

export interface PeakOptions {
  /** Adds half the logarithm of the information's determinant (Jeffreys' prior). */
  readonly penalised: boolean;
  /** Coefficients that are held at a value; the penalty still speaks of all of them. */
  readonly held?: ReadonlyMap<number, number>;
  readonly start?: readonly number[];
}

const mostIterations = 300;
const mostHalvings = 40;
/** By how much a group's log odds may move at once: further on the likelihood is flat, and the next step would fly off. */
const longestStep = 4;
/** A step this small, squared and in standard errors, changes nothing that is shown. */
const smallestGain = 1e-21;
/** Where a step is already small and the next is no smaller, rounding has the last word. */
const roundedGain = 1e-16;
/** What rounding may take from a height. */
const rounding = 1e-12;

/**
 * Climbs to the top of a binomial likelihood, or of Firth's penalised one, by Newton steps that never go down.
 * Null when it does not get there: without a penalty the top may be infinitely far.
 * After Firth (1993), Biometrika 80, and Heinze & Schemper (2002), Statistics in Medicine 21.
 */
export function peakLikelihood(
  design: BinomialDesign,
  { penalised, held = new Map(), start }: PeakOptions,
): LikelihoodPeak | null {
  const width = design.rows[0]?.length ?? 0;
  const places = Array.from({ length: width }, (_, place) => place);
  const free = places.filter((place) => !held.has(place));
  let solution = places.map((place) => held.get(place) ?? start?.[place] ?? 0);
  let here = stateAt(design, solution, penalised);
  if (!here) return null;
  let previous = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    const { step, gain } = newtonStep(design, here, free, penalised);
    if (!Number.isFinite(gain)) return null;
    const rounded = gain <= roundedGain && gain >= previous / 4;
    if (gain <= smallestGain || rounded) return { solution, ...here, iterations: iteration };
    previous = gain;
    const furthest = Math.max(...design.rows.map((row) => Math.abs(dot(row, step))));
    let length = Math.min(1, longestStep / furthest);
    let next: State | null = null;
    for (let halving = 0; halving < mostHalvings; halving += 1, length /= 2) {
      const tried = solution.map((value, place) => value + length * (step[place] ?? 0));
      next = stateAt(design, tried, penalised);
      if (next && next.height >= here.height - rounding * (1 + Math.abs(here.height))) {
        solution = tried;
        break;
      }
      next = null;
    }
    if (!next) return null;
    here = next;
  }
  return null;
}

interface State {
  readonly height: number;
  readonly covariance: readonly (readonly number[])[];
  readonly shares: readonly number[];
  readonly misses: readonly number[];
  /** How much each group determines its own fit; 0 without a penalty. */
  readonly leverages: readonly number[];
}

function stateAt(
  { groups, rows }: BinomialDesign,
  solution: readonly number[],
  penalised: boolean,
): State | null {
  const logOdds = rows.map((row) => dot(row, solution));
  const shares = logOdds.map(shareAt);
  const misses = logOdds.map((value) => shareAt(-value));
  const roots = groups.map(({ trials }, place) =>
    Math.sqrt(trials * (shares[place] ?? 0) * (misses[place] ?? 0)),
  );
  const { kept, upper, directions } = orthogonalFactors(weighted(rows, roots), 1e-13);
  if (kept.length < solution.length) return null;
  const inverse = inverseUpper(upper);
  const logDeterminant = upper.reduce(
    (sum, row, place) => sum + 2 * Math.log(row[place] ?? Number.NaN),
    0,
  );
  const height = -binomialDeviance(groups, logOdds) / 2 + (penalised ? logDeterminant / 2 : 0);
  const leverages = rows.map((_, row) =>
    penalised ? directions.reduce((sum, direction) => sum + (direction[row] ?? 0) ** 2, 0) : 0,
  );
  return { height, covariance: rowProducts(inverse, inverse), shares, misses, leverages };
}

/** The step of the free coefficients, and its squared length in standard errors. */
function newtonStep(
  { groups, rows }: BinomialDesign,
  { shares, misses, leverages }: State,
  free: readonly number[],
  penalised: boolean,
): { step: number[]; gain: number } {
  const freeRows = rows.map((row) => free.map((place) => row[place] ?? 0));
  // Firth's score is that of a table with half a leverage more responders, and as many more others, in each group.
  const size = (place: number): number => (groups[place]?.trials ?? 0) + (leverages[place] ?? 0);
  const roots = groups.map((_, place) =>
    Math.sqrt(size(place) * (shares[place] ?? 0) * (misses[place] ?? 0)),
  );
  const excess = groups.map(({ events, trials }, place) => {
    const share = shares[place] ?? 0;
    const rest = misses[place] ?? 0;
    const plain = share < 0.5 ? events - trials * share : trials * rest - (trials - events);
    return penalised ? plain + (leverages[place] ?? 0) * ((rest - share) / 2) : plain;
  });
  const score = free.map((_, column) =>
    freeRows.reduce((sum, row, place) => sum + (row[column] ?? 0) * (excess[place] ?? 0), 0),
  );
  const { upper, kept } = orthogonalFactors(weighted(freeRows, roots), 1e-13);
  if (kept.length < free.length) return { step: [], gain: Number.NaN };
  const inverse = inverseUpper(upper);
  const forward = score.map((_, column) =>
    inverse.reduce((sum, row, place) => sum + (row[column] ?? 0) * (score[place] ?? 0), 0),
  );
  const change = inverse.map((row) => dot(row, forward));
  const step = new Array<number>(rows[0]?.length ?? 0).fill(0);
  for (const [place, column] of free.entries()) step[column] = change[place] ?? Number.NaN;
  return { step, gain: dot(forward, forward) };
}

function weighted(rows: readonly (readonly number[])[], roots: readonly number[]): number[][] {
  return rows.map((row, place) => row.map((value) => value * (roots[place] ?? 0)));
}
