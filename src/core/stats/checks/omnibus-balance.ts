import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { normalTwoSided } from '../distributions/normal-distribution.ts';
import { semidefiniteForm } from '../numerics/semidefinite-form.ts';
import type { CovariateMoments } from './covariate-moments.ts';

/** The covariates of both arms of one stratum. */
export interface CovariatePair {
  readonly treatment: CovariateMoments;
  readonly control: CovariateMoments;
}

/** One covariate on its own: the difference of the arms within strata, and its z value under the draw. */
export interface CovariateDifference {
  readonly difference: number;
  /** Null where the covariate never varies within a stratum. */
  readonly statistic: number | null;
  readonly pValue: number | null;
}

/** All covariates judged at once. */
export interface OmnibusBalance {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly covariates: readonly CovariateDifference[];
  readonly usedStrata: number;
}

/** Differences below this share of the values themselves are what rounding leaves of equal ones. */
const rounding = 1e-13;

/**
 * Whether the arms differ in what was known before the experiment, in any covariate or mixture of them, by more than a
 * draw within strata explains.
 * `strata`: per stratum the moments of both arms (`covariateMoments`), the covariates in the same order; a covariate
 * with levels enters as one column of 0 and 1 per level. Strata with an empty arm add nothing, and covariates that follow
 * from others add no degree of freedom.
 * Refuses `invalid-moments` with its stratum and `no-informative-strata` (no covariate varies within a stratum that has
 * both arms).
 * Source: Hansen & Bowers (2008), Statistical Science 23, with the weights n1 n0 / n; R
 * `coin::independence_test(x1 + x2 ~ arm | stratum, teststat = "quadratic")`. One covariate of 0 and 1 gives
 * `cochranMantelHaenszel`, one column per level `generalAssociation`.
 * Example: one stratum, values 1, 2, 3, 4, 5 against 3, 4, 5, 6, 9 give 2.8421, df 1, p 0.0918.
 */
export function omnibusBalance(strata: readonly CovariatePair[]): Result<OmnibusBalance> {
  const width = strata[0]?.treatment.means.length ?? 0;
  const problem = strata
    .map(({ treatment, control }, stratum) => momentsProblem(stratum, [treatment, control], width))
    .find((found) => found !== null);
  if (problem) return refuse(problem);
  const used = strata.filter(({ treatment, control }) => treatment.count > 0 && control.count > 0);
  const parts = used.map(stratumMoments);
  const places = Array.from({ length: width }, (_, place) => place);
  const add = (figure: (part: (typeof parts)[number]) => number | undefined): number =>
    parts.reduce((sum, part) => sum + (figure(part) ?? 0), 0);
  const distances = places.map((place) => add(({ distance }) => distance[place]));
  const covariance = places.map((row) =>
    places.map((column) => add((part) => part.covariance[row]?.[column])),
  );
  const weight = add((part) => part.weight);
  const { value, rank } = semidefiniteForm(distances, covariance);
  if (rank === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  return succeed({
    statistic: value,
    degreesOfFreedom: rank,
    pValue: chiSquareUpperTail(value, rank),
    covariates: distances.map((distance, place) =>
      alone(distance, covariance[place]?.[place] ?? 0, weight),
    ),
    usedStrata: used.length,
  });
}

function alone(distance: number, variance: number, weight: number): CovariateDifference {
  const statistic = variance > 0 ? distance / Math.sqrt(variance) : null;
  const pValue = statistic === null ? null : normalTwoSided(statistic);
  return { difference: distance / weight, statistic, pValue };
}

interface StratumBalance {
  readonly weight: number;
  readonly distance: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** The weighted differences of one stratum, and their covariance over all ways to draw its arms. */
function stratumMoments({ treatment, control }: CovariatePair): StratumBalance {
  const total = treatment.count + control.count;
  const weight = (treatment.count / total) * control.count;
  const differences = treatment.means.map((mean, place) => {
    const other = control.means[place] ?? 0;
    const size = Math.max(Math.abs(mean), Math.abs(other));
    return Math.abs(mean - other) <= rounding * size ? 0 : mean - other;
  });
  const squares = (
    { count, covariances }: CovariateMoments,
    row: number,
    column: number,
  ): number => (count > 1 ? (count - 1) * (covariances[row]?.[column] ?? 0) : 0);
  return {
    weight,
    distance: differences.map((difference) => weight * difference),
    covariance: differences.map((left, row) =>
      differences.map((right, column) => {
        const within = squares(treatment, row, column) + squares(control, row, column);
        return (weight * (within + weight * left * right)) / (total - 1);
      }),
    ),
  };
}

function momentsProblem(
  stratum: number,
  arms: readonly CovariateMoments[],
  width: number,
): Problem | null {
  const possible = (value: number): boolean => Math.abs(value) <= 1e100;
  const valid = arms.every(
    ({ count, means, covariances }) =>
      Number.isSafeInteger(count) &&
      count >= 0 &&
      means.length === width &&
      covariances.length === width &&
      (count < 1 || means.every(possible)) &&
      (count < 2 ||
        covariances.every(
          (row, place) =>
            row.length === width && row.every(possible) && (row[place] ?? Number.NaN) >= 0,
        )),
  );
  return valid ? null : { code: 'invalid-moments', stratum };
}
