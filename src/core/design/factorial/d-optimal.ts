import { createGenerator, type RandomGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { independentColumns } from '#core/stats/numerics/linear-algebra.ts';
import { effectsOf, type EffectModel } from './effect.ts';
import type { Run } from './factor-space.ts';
import { exchangeRows, type ExchangedChoice } from './fedorov-exchange.ts';
import { modelMatrix } from './model-matrix.ts';

/** What to save beside the seed, so that another program can replay the search. */
export const optimalAlgorithm = 'fedorov-exchange';
export const optimalVersion = 1;

/** What a D-optimal plan is searched for. */
export interface OptimalSearch {
  /** The runs there are to choose from (`fullFactorial` without the forbidden ones). */
  readonly candidates: readonly Run[];
  readonly levelCounts: readonly number[];
  readonly model: EffectModel;
  /** Runs wanted: at least as many as coefficients to tell, at most all candidates. No run is taken twice. */
  readonly runs: number;
  /** The same seed gives the same plan. */
  readonly seed: string | number;
  /** Searches from different random beginnings, of which the best is kept; 10 by default. */
  readonly starts?: number;
}

export interface OptimalPlan {
  readonly runs: readonly Run[];
  /** det(X'X / n)^(1/p) over the coefficients that are told, see `dEfficiency`. */
  readonly efficiency: number;
  /** The coefficients that are told, the average included. */
  readonly coefficients: number;
  /** Coefficients of pairs that no choice of the candidates tells, since some levels never meet. */
  readonly lostCoefficients: number;
}

/**
 * The choice of runs that tells the most about all effects of a model together: the largest determinant of X'X found.
 * Coefficients of pairs that not even all candidates together tell are left out of the model.
 * Refuses `too-few-runs` (fewer than coefficients), `too-many-runs` (more than candidates) and `model-not-estimable` (not
 * even all candidates together tell the main effects apart). The runs come in the order of the candidates.
 * Source: Fedorov (1972); Cook & Nachtsheim (1980); R `AlgDesign::optFederov`. The search may end below the optimum: more
 * starts make that rarer.
 * Example: 4 of the 8 runs of three two-level factors for their main effects: a half fraction, efficiency 1.
 */
export function dOptimalPlan(search: OptimalSearch): Result<OptimalPlan> {
  const { candidates, levelCounts, model, runs } = search;
  const told = estimableModel(candidates, levelCounts, model);
  if (!told) return refuse({ code: 'model-not-estimable', model });
  const coefficients = told.rows[0]?.length ?? 0;
  if (runs < coefficients) return refuse({ code: 'too-few-runs', runs, coefficients });
  if (runs > candidates.length) {
    return refuse({ code: 'too-many-runs', runs, combinations: candidates.length });
  }
  const found = optimalChoice(told, search);
  return found ? succeed(found) : refuse({ code: 'model-not-estimable', model });
}

/** The search of `dOptimalPlan` for candidates whose model is known; null where no beginning tells all of it. */
export function optimalChoice(
  { rows, lostCoefficients }: EstimableModel,
  { candidates, runs, seed, starts = 10 }: Omit<OptimalSearch, 'levelCounts' | 'model'>,
): OptimalPlan | null {
  const generator = createGenerator(seed);
  let best: ExchangedChoice | null = null;
  for (let start = 0; start < starts; start += 1) {
    const found = exchangeRows(rows, randomStart(rows, runs, generator));
    if (found && found.logDeterminant > (best?.logDeterminant ?? -Infinity) + 1e-9) best = found;
  }
  if (!best) return null;
  const coefficients = rows[0]?.length ?? 0;
  return {
    runs: best.chosen.toSorted((a, b) => a - b).map((place) => candidates[place] ?? []),
    efficiency: Math.exp(best.logDeterminant / coefficients) / runs,
    ...{ coefficients, lostCoefficients },
  };
}

/** What of a model can be told from some runs together. */
export interface EstimableModel {
  /** The columns that say something new, one row per run. */
  readonly rows: readonly (readonly number[])[];
  /** How many columns of pairs were left out. */
  readonly lostCoefficients: number;
}

/**
 * The columns of a model over some runs without those of pairs that only repeat others; null where a main effect does.
 * Example: two factors of two levels without one of the four combinations lose the one column of their pair.
 */
export function estimableModel(
  runs: readonly Run[],
  levelCounts: readonly number[],
  model: EffectModel,
): EstimableModel | null {
  const effects = effectsOf(model, levelCounts.length);
  const { rows, owners } = modelMatrix(levelCounts, runs, effects);
  const kept = new Set(independentColumns(rows));
  const isLost = (_: unknown, column: number) => !kept.has(column);
  if (owners.filter(isLost).some((owner) => effects[owner]?.length === 1)) return null;
  return {
    rows: rows.map((row) => row.filter((_, column) => kept.has(column))),
    lostCoefficients: owners.length - kept.size,
  };
}

/** Random rows, the first of which are independent of each other as far as there are such. */
function randomStart(
  rows: readonly (readonly number[])[],
  count: number,
  generator: RandomGenerator,
): number[] {
  const order = shuffle(Array.from(rows.keys()), generator);
  const independent: number[] = [];
  const directions: number[][] = [];
  for (const place of order) {
    if (directions.length === (rows[0]?.length ?? 0)) break;
    let rest = [...(rows[place] ?? [])];
    const before = lengthOf(rest);
    // Twice, so that a row that is nearly a combination of others does not pass by rounding.
    for (const direction of [...directions, ...directions]) {
      const along = rest.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0);
      rest = rest.map((value, at) => value - along * (direction[at] ?? 0));
    }
    const length = lengthOf(rest);
    if (length <= 1e-6 * before) continue;
    directions.push(rest.map((value) => value / length));
    independent.push(place);
  }
  const used = new Set(independent);
  return [...independent, ...order.filter((place) => !used.has(place))].slice(0, count);
}

function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
