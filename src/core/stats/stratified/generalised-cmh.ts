import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { semidefiniteForm } from '../numerics/semidefinite-form.ts';
import { addMoments, scoreMoments, type CountTable } from './score-moments.ts';

/** One association of arms and outcome over all strata; `usedStrata` counts those that can speak about it. */
export interface GeneralisedAssociation {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly usedStrata: number;
}

/** The same for ordered arms: `direction` is 1 when the outcome rises with the arms' scores, -1 when it falls. */
export interface ScoreCorrelation extends GeneralisedAssociation {
  readonly direction: -1 | 0 | 1;
}

/**
 * Whether the outcome has to do with the arm at all, in any way, once customers are compared within their stratum.
 * `strata`: per stratum a table of whole counts, one row per arm, one column per outcome (spend band, carrot chosen);
 * neither has an order. Strata in which fewer than two arms or outcomes occur add nothing, and where arms or outcomes
 * never meet in any stratum their degrees of freedom go.
 * Refuses `invalid-counts` and `tables-do-not-match` (rows or columns differ in number, or fewer than two), each with
 * its stratum, and `no-informative-strata`.
 * Source: Landis, Heyman & Koch (1978), International Statistical Review 46; R `mantelhaen.test` of an r x c x k table,
 * `vcdExtra::CMHtest(types = "general")`. With two arms and two outcomes it is `cochranMantelHaenszel`.
 * Example: job satisfaction by income of men and women (R `example(mantelhaen.test)`) gives 10.2000888, df 9, p 0.3345.
 */
export function generalAssociation(strata: readonly CountTable[]): Result<GeneralisedAssociation> {
  const { arms, outcomes } = shapeOf(strata);
  return associate(strata, units(arms), units(outcomes));
}

/**
 * Whether the mean score of the outcome differs between the arms within the strata, for outcomes in an order (spend
 * bands). Arguments and refusals as in `generalAssociation`; `outcomeScores`: one finite number per column, by default
 * 1, 2, 3, …; also refuses `invalid-scores`.
 * Source: Landis, Heyman & Koch (1978); R `vcdExtra::CMHtest(types = "rmeans")`.
 * Example: job satisfaction by income (rows) gives 9.225859, df 3, p 0.0264.
 */
export function rowMeanScoresDiffer(
  strata: readonly CountTable[],
  outcomeScores?: readonly number[],
): Result<GeneralisedAssociation> {
  const { arms, outcomes } = shapeOf(strata);
  const scores = outcomeScores ?? equidistant(outcomes);
  return scoresProblem('outcome', scores, outcomes) ?? associate(strata, units(arms), [scores]);
}

/**
 * Whether the outcome rises or falls with the arms within the strata, for arms in an order as well (0, 500, 1000 points).
 * Arguments and refusals as in `rowMeanScoresDiffer`; `armScores`: one finite number per row, by default 1, 2, 3, ….
 * Source: Mantel (1963), Journal of the American Statistical Association 58; R `vcdExtra::CMHtest(types = "cor")`.
 * Example: job satisfaction by income gives 6.623479, df 1, p 0.0101, rising.
 */
export function scoresCorrelate(
  strata: readonly CountTable[],
  scores: {
    readonly armScores?: readonly number[];
    readonly outcomeScores?: readonly number[];
  } = {},
): Result<ScoreCorrelation> {
  const { arms, outcomes } = shapeOf(strata);
  const { armScores = equidistant(arms), outcomeScores = equidistant(outcomes) } = scores;
  const problem =
    scoresProblem('arm', armScores, arms) ?? scoresProblem('outcome', outcomeScores, outcomes);
  if (problem) return problem;
  const found = associate(strata, [armScores], [outcomeScores]);
  if (!found.ok) return found;
  return succeed({ ...found.value, direction: directionOf(strata, armScores, outcomeScores) });
}

function associate(
  strata: readonly CountTable[],
  armScores: readonly (readonly number[])[],
  outcomeScores: readonly (readonly number[])[],
): Result<GeneralisedAssociation> {
  const problem = tablesProblem(strata);
  if (problem) return refuse(problem);
  const informative = strata.filter(isInformative);
  const moments = informative.map((table) => scoreMoments(table, armScores, outcomeScores));
  const { distance, covariance } = addMoments(moments, armScores.length * outcomeScores.length);
  const { value, rank } = semidefiniteForm(distance, covariance);
  if (rank === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  return succeed({
    statistic: value,
    degreesOfFreedom: rank,
    pValue: chiSquareUpperTail(value, rank),
    usedStrata: informative.length,
  });
}

/** Whether scored counts lie above (1) or below (-1) what the margins let expect. */
function directionOf(
  strata: readonly CountTable[],
  armScores: readonly number[],
  outcomeScores: readonly number[],
): -1 | 0 | 1 {
  const moments = strata
    .filter(isInformative)
    .map((table) => scoreMoments(table, [armScores], [outcomeScores]));
  const [distance = 0] = addMoments(moments, 1).distance;
  if (distance === 0) return 0;
  return distance > 0 ? 1 : -1;
}

function shapeOf(strata: readonly CountTable[]): { arms: number; outcomes: number } {
  return { arms: strata[0]?.length ?? 0, outcomes: strata[0]?.[0]?.length ?? 0 };
}

/** Whether at least two arms and two outcomes occur. */
function isInformative(table: CountTable): boolean {
  const filledArms = table.filter((row) => row.some((count) => count > 0));
  const outcomes = (table[0] ?? []).filter((_, place) =>
    table.some((row) => (row[place] ?? 0) > 0),
  );
  return filledArms.length > 1 && outcomes.length > 1;
}

function tablesProblem(strata: readonly CountTable[]): Problem | null {
  const { arms, outcomes } = shapeOf(strata);
  for (const [stratum, table] of strata.entries()) {
    const matches =
      Math.min(arms, outcomes) > 1 &&
      table.length === arms &&
      table.every((row) => row.length === outcomes);
    if (!matches) return { code: 'tables-do-not-match', stratum, arms, outcomes };
    const valid = table.flat().every((count) => Number.isSafeInteger(count) && count >= 0);
    if (!valid) return { code: 'invalid-counts', stratum };
  }
  return null;
}

function scoresProblem(of: string, scores: readonly number[], wanted: number) {
  const valid = scores.length === wanted && scores.every((score) => Math.abs(score) <= 1e100);
  return valid ? null : refuse({ code: 'invalid-scores', of, scores, wanted });
}

function equidistant(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

/** One score per level that is 1 there and 0 elsewhere. */
function units(count: number): number[][] {
  return equidistant(count).map((at) => equidistant(count).map((other) => Number(other === at)));
}
