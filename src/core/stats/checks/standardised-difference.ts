import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import { semidefiniteForm } from '../numerics/semidefinite-form.ts';

/** Arms whose covariate differs by more standard deviations than this are usually called unbalanced. */
export const standardisedDifferenceLimit = 0.1;

/** How far apart the arms lie in one covariate, in its own standard deviations. */
export interface NumericBalance {
  readonly difference: number;
  readonly standardisedDifference: number;
  /** The treatment's variance over the control's; null where the control does not vary. */
  readonly varianceRatio: number | null;
  readonly unbalanced: boolean;
}

/**
 * How far apart two arms were before the experiment in a numeric covariate (past spend), whatever the unit and however
 * many customers there are: no p-value, which only measures the size of the arms.
 * `treatment`, `control`: counts of 2 or more, mean and standard deviation. `unbalanced`: beyond 0.1 either way.
 * Refuses `too-few-values`, `invalid-mean`, and `no-variation` when neither arm varies.
 * Source: Austin (2009), Statistics in Medicine 28, equation 1: the difference over the root of the mean variance.
 * Example: means 12 and 10 with deviations 4 and 3 give 0.565685, variance ratio 1.777778.
 */
export function standardisedMeanDifference(
  treatment: ArmMean,
  control: ArmMean,
): Result<NumericBalance> {
  const problem = meanProblem('treatment', treatment) ?? meanProblem('control', control);
  if (problem) return refuse(problem);
  // The length of the two deviations, so that no square is lost.
  const spread = Math.hypot(treatment.standardDeviation, control.standardDeviation) * Math.SQRT1_2;
  if (!(spread > 0)) return refuse({ code: 'no-variation' });
  const difference = treatment.mean - control.mean;
  const standardisedDifference = difference / spread;
  const ratio = treatment.standardDeviation / control.standardDeviation;
  return succeed({
    difference,
    standardisedDifference,
    varianceRatio: Number.isFinite(ratio * ratio) ? ratio * ratio : null,
    unbalanced: Math.abs(standardisedDifference) > standardisedDifferenceLimit,
  });
}

/** How far apart the arms lie in the shares of a covariate's levels. */
export interface CategoricalBalance {
  /** 0 or more: several levels have no common direction. */
  readonly standardisedDifference: number;
  /** The treatment's share minus the control's, level by level. */
  readonly shareDifferences: readonly number[];
  readonly unbalanced: boolean;
}

/**
 * How far apart two arms were in a covariate with levels (dormancy, favourite shop): the distance of their shares,
 * measured by how much shares vary together (a Mahalanobis distance).
 * `treatmentCounts`, `controlCounts`: customers per level, whole, in the same order; levels of nobody are left out.
 * With two levels it is the size of the difference of shares over the root of their mean variance.
 * Refuses `levels-do-not-match`, `invalid-counts`, `no-trials` (an arm of nobody) and `arms-do-not-overlap` (the arms
 * are so different that the distance is infinite).
 * Source: Yang & Dalton (2012), SAS Global Forum, paper 335.
 * Example: 40, 35 and 25 customers against 30, 30 and 40 give 0.329169.
 */
export function standardisedLevelDifference(
  treatmentCounts: readonly number[],
  controlCounts: readonly number[],
): Result<CategoricalBalance> {
  const problem =
    treatmentCounts.length === controlCounts.length
      ? (levelsProblem('treatment', treatmentCounts) ?? levelsProblem('control', controlCounts))
      : { code: 'levels-do-not-match' };
  if (problem) return refuse(problem);
  const treated = sharesOf(treatmentCounts);
  const untreated = sharesOf(controlCounts);
  const shareDifferences = treated.map((share, level) => share - (untreated[level] ?? 0));
  const covariance = treated.map((_, row) =>
    treated.map(
      (__, column) =>
        (shareCovariance(treated, row, column) + shareCovariance(untreated, row, column)) / 2,
    ),
  );
  const { value, outside } = semidefiniteForm(shareDifferences, covariance);
  if (outside > 1e-6) return refuse({ code: 'arms-do-not-overlap' });
  const standardisedDifference = Math.sqrt(value);
  const unbalanced = standardisedDifference > standardisedDifferenceLimit;
  return succeed({ standardisedDifference, shareDifferences, unbalanced });
}

function shareCovariance(shares: readonly number[], row: number, column: number): number {
  const share = shares[row] ?? 0;
  return row === column ? share * (1 - share) : -share * (shares[column] ?? 0);
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

function levelsProblem(arm: string, counts: readonly number[]): Problem | null {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return { code: 'invalid-counts', arm, counts };
  }
  return counts.some((count) => count > 0) ? null : { code: 'no-trials', arm };
}
