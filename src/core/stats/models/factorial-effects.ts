import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';

/** One effect of a factorial experiment: what switching its factors on together adds, on average over the others. */
export interface FactorialEffect {
  /** The places of the factors, from 0; one for a main effect, several for an interaction. */
  readonly factors: readonly number[];
  readonly effect: number;
  readonly standardError: number;
  /** z for shares, t for means. */
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: Interval;
}

export interface FactorialResult {
  /** The mean of the cells' means. */
  readonly average: number;
  readonly effects: readonly FactorialEffect[];
  /** Null where the statistic is a z. */
  readonly degreesOfFreedom: number | null;
}

/** `unpooled`: every cell its own spread; `pooled`: one spread for all (for shares that of the overall share). */
export interface FactorialOptions {
  readonly spread?: 'unpooled' | 'pooled';
  readonly confidenceShare?: number;
}

const mostFactors = 12;

/**
 * The sums and differences of Yates' algorithm: from the cells of a two-level factorial to all its contrasts.
 * `cells`: 2^k values in Yates' order (the first factor changes fastest, off before on). The first result is the total,
 * the one at place b the contrast of the factors whose bits are set in b; divided by 2^(k-1) it is the effect.
 * Throws RangeError for a number of cells that is no power of 2.
 * Source: Yates (1937); Box, Hunter & Hunter (2005), chapter 5.
 * Example: 45, 71, 48, 65 gives 229, 43, -3, -9.
 */
export function yatesContrasts(cells: readonly number[]): number[] {
  const factors = Math.log2(cells.length);
  if (!Number.isInteger(factors)) throw new RangeError(`${cells.length} cells`);
  let column = [...cells];
  for (let round = 0; round < factors; round += 1) {
    const half = column.length / 2;
    const pair = (place: number): [number, number] => [
      column[2 * place] ?? Number.NaN,
      column[2 * place + 1] ?? Number.NaN,
    ];
    const sums = Array.from({ length: half }, (_, place) => pair(place)[0] + pair(place)[1]);
    const steps = Array.from({ length: half }, (_, place) => pair(place)[1] - pair(place)[0]);
    column = [...sums, ...steps];
  }
  return column;
}

/**
 * Main effects and interactions of a two-level factorial on the response share, in shares (0.02 is two points).
 * `cells`: whole counts of all 2^k cells in Yates' order (the first factor changes fastest, off before on); `spread`:
 * `unpooled` by default; `confidenceShare`: between 0 and 1, 0.95 by default. With cells of one size and a pooled spread
 * every standard error is sqrt(4 p (1 - p) / N).
 * Refuses `incomplete-factorial` (not 2, 4, 8 ... 4096 cells), `no-trials`, `invalid-counts`, `no-variation` and
 * `invalid-confidence`.
 * Source: Box, Hunter & Hunter (2005), chapter 5; contrasts of independent shares; R `lm` on the cells' shares.
 * Example: 20, 30, 24, 44 of 1000 give 0.015 for the first factor, standard error 0.00534294.
 */
export function factorialShareEffects(
  cells: readonly ArmCounts[],
  { spread = 'unpooled', confidenceShare = 0.95 }: FactorialOptions = {},
): Result<FactorialResult> {
  const problem =
    firstProblem(cells, (cell, place) => countsProblem(String(place), cell)) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const total = cells.reduce((sum, { trials }) => sum + trials, 0);
  const overall = cells.reduce((sum, { events }) => sum + events, 0) / total;
  const variances = cells.map(({ events, trials }) => {
    const share = spread === 'pooled' ? overall : events / trials;
    return (share * (1 - share)) / trials;
  });
  const standardError = contrastError(variances);
  if (!(standardError > 0)) return refuse({ code: 'no-variation' });
  const quantile = -normalQuantile((1 - confidenceShare) / 2);
  const means = cells.map(({ events, trials }) => events / trials);
  return succeed({
    ...withErrors(means, standardError, quantile, normalTwoSided),
    degreesOfFreedom: null,
  });
}

/**
 * Main effects and interactions of a two-level factorial on an amount, in the amount's unit.
 * `cells`: count, mean and standard deviation of all 2^k cells in Yates' order (the first factor changes fastest, off
 * before on); `spread`: `unpooled` by default, with the degrees of freedom of Welch and Satterthwaite; `confidenceShare`:
 * between 0 and 1, 0.95 by default.
 * Refuses `incomplete-factorial`, `too-few-values`, `invalid-mean`, `no-variation` and `invalid-confidence`.
 * Source: Box, Hunter & Hunter (2005), chapter 5; pooled: R `lm` with factors coded -1/2 and 1/2; unpooled: Satterthwaite
 * (1946).
 * Example: with one factor and an unpooled spread it is Welch's t test.
 */
export function factorialMeanEffects(
  cells: readonly ArmMean[],
  { spread = 'unpooled', confidenceShare = 0.95 }: FactorialOptions = {},
): Result<FactorialResult> {
  const problem =
    firstProblem(cells, (cell, place) => meanProblem(String(place), cell)) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const spare = cells.reduce((sum, { count }) => sum + count - 1, 0);
  const squares = cells.map(({ standardDeviation }) => standardDeviation ** 2);
  const pooled = cells.reduce(
    (sum, { count }, place) => sum + ((count - 1) / spare) * (squares[place] ?? 0),
    0,
  );
  const variances = cells.map(({ count }, place) => {
    return (spread === 'pooled' ? pooled : (squares[place] ?? 0)) / count;
  });
  const standardError = contrastError(variances);
  if (!(standardError > 0)) return refuse({ code: 'no-variation' });
  const whole = variances.reduce((sum, value) => sum + value, 0);
  const degreesOfFreedom =
    spread === 'pooled'
      ? spare
      : 1 /
        cells.reduce(
          (sum, { count }, place) => sum + ((variances[place] ?? 0) / whole) ** 2 / (count - 1),
          0,
        );
  const quantile = -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom);
  const means = cells.map(({ mean }) => mean);
  const twoSided = (t: number): number => studentTwoSided(t, degreesOfFreedom);
  return succeed({ ...withErrors(means, standardError, quantile, twoSided), degreesOfFreedom });
}

function firstProblem<Cell>(
  cells: readonly Cell[],
  problemOf: (cell: Cell, place: number) => Problem | null,
): Problem | null {
  const factors = Math.log2(cells.length);
  if (!(Number.isInteger(factors) && factors >= 1 && factors <= mostFactors)) {
    return { code: 'incomplete-factorial', cells: cells.length };
  }
  for (const [place, cell] of cells.entries()) {
    const problem = problemOf(cell, place);
    if (problem) return problem;
  }
  return null;
}

/** Every effect adds and subtracts all cells, so that all have the same standard error. */
function contrastError(variances: readonly number[]): number {
  return (Math.sqrt(variances.reduce((sum, value) => sum + value, 0)) * 2) / variances.length;
}

function withErrors(
  means: readonly number[],
  standardError: number,
  quantile: number,
  twoSided: (statistic: number) => number,
): Pick<FactorialResult, 'average' | 'effects'> {
  const [total = Number.NaN, ...contrasts] = yatesContrasts(means);
  const effects = contrasts.map((contrast, place) => {
    const effect = (2 * contrast) / means.length;
    const statistic = effect / standardError;
    const interval = {
      low: effect - quantile * standardError,
      high: effect + quantile * standardError,
    };
    const pValue = twoSided(statistic);
    return { factors: bitsOf(place + 1), effect, standardError, statistic, pValue, interval };
  });
  return { average: total / means.length, effects };
}

function bitsOf(value: number): number[] {
  return Array.from({ length: mostFactors }, (_, bit) => bit).filter((bit) => value & (1 << bit));
}
