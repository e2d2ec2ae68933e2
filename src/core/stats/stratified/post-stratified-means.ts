import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import type { PostStratifiedOptions } from './post-stratified.ts';

/** One stratum of the list: how many eligible customers it has, and the mean of those that were seen. */
export interface PopulationMean {
  readonly population: number;
  readonly sample: ArmMean;
}

/** One stratum of the list: how many eligible customers it has, and the mean of each arm. */
export interface PopulationMeanPair {
  readonly population: number;
  readonly treatment: ArmMean;
  readonly control: ArmMean;
}

/** The mean of all eligible customers, and their total; `forThisListOnly` says which question the error answers. */
export interface ProjectedMean {
  readonly mean: number;
  readonly standardError: number;
  /** Null where the sample is the whole list, so that nothing is estimated. */
  readonly degreesOfFreedom: number | null;
  readonly interval: Interval;
  readonly total: number;
  readonly totalInterval: Interval;
  readonly forThisListOnly: boolean;
}

/** The effect on the mean of all eligible customers. */
export interface ProjectedMeanDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
  readonly forThisListOnly: boolean;
}

/**
 * The mean (of spend, say) and the total of all eligible customers if they did what the customers of one arm did: the
 * mean of every stratum, weighted by the stratum's true share of the list.
 * `population`: whole, not below the customers seen; `sample`: 2 or more customers wherever there is somebody to project
 * to; `confidenceShare`: 0 to 1. The error is for customers like these; `forThisListOnly: true` narrows it to this very
 * list (each stratum's variance times 1 - seen / population), down to 0 where everybody was seen.
 * Refuses `invalid-population`, `stratum-without-sample`, `too-few-values` and `invalid-mean`, each with its stratum,
 * `no-population`, `no-variation` and `invalid-confidence`. Strata are never merged: that is a decision for people.
 * Source: Cochran (1977), Sampling Techniques, 5.9 and 5A.9, degrees of freedom 5.16; R `survey::svymean` of
 * `svydesign(ids = ~1, strata = ~stratum, fpc = ~population)`.
 * Example: 40 customers of 400 with mean 12 and deviation 5, and 10 of 600 with 30 and 8, give 22.8, standard error
 * 1.5505, and 1.5348 for this list only.
 */
export function projectedMean(
  strata: readonly PopulationMean[],
  { confidenceShare = 0.95, forThisListOnly = false }: PostStratifiedOptions = {},
): Result<ProjectedMean> {
  const problem = confidenceProblem(confidenceShare) ?? firstProblem(strata, ['sample']);
  if (problem) return refuse(problem);
  const filled = strata.filter(({ population }) => population > 0);
  const customers = customersOf(filled);
  const parts = filled.map(({ population, sample }) => {
    const unseen = forThisListOnly ? 1 - sample.count / population : 1;
    return { sample, weight: population / customers, squaredError: squaredError(sample) * unseen };
  });
  const mean = parts.reduce((sum, { weight, sample }) => sum + weight * sample.mean, 0);
  const components = parts.map(({ weight, squaredError: own, sample }) => ({
    squaredError: weight * weight * own,
    degreesOfFreedom: sample.count - 1,
  }));
  const wholeListSeen = parts.every(
    ({ sample }, place) => sample.count === filled[place]?.population,
  );
  const standardError = Math.sqrt(sumOfErrors(components));
  if (standardError === 0 && !(forThisListOnly && wholeListSeen)) {
    return refuse({ code: 'no-variation' });
  }
  const degreesOfFreedom = standardError === 0 ? null : satterthwaite(components);
  const halfWidth =
    degreesOfFreedom === null
      ? 0
      : -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom) * standardError;
  const interval = { low: mean - halfWidth, high: mean + halfWidth };
  return succeed({
    mean,
    standardError,
    degreesOfFreedom,
    interval,
    total: mean * customers,
    totalInterval: { low: interval.low * customers, high: interval.high * customers },
    forThisListOnly,
  });
}

/**
 * By how much the mean (of spend, say) would change if all eligible customers got the treatment: the difference of every
 * stratum, weighted by the stratum's true share of the list.
 * `population`: whole, not below the customers of either arm; arms of 2 or more customers wherever there is somebody to
 * project to; `confidenceShare`: 0 to 1. `forThisListOnly` as in `postStratifiedDifference`.
 * Refuses what `projectedMean` refuses, `stratum-without-arm` in place of `stratum-without-sample`.
 * Source: Cochran (1977), Sampling Techniques, 5A.9; Satterthwaite (1946) for the degrees of freedom; Neyman (1923) for
 * the list. With one stratum it is Welch's `compareMeans`.
 * Example: 50 treated with mean 12 and deviation 5 against 50 with 10 and 4 among 1000 customers, and 20 with 30 and 9
 * against 20 with 30 and 6 among 500, give 1.3333, standard error 1.0072, and 1.0060 for this list only.
 */
export function postStratifiedMeanDifference(
  strata: readonly PopulationMeanPair[],
  { confidenceShare = 0.95, forThisListOnly = false }: PostStratifiedOptions = {},
): Result<ProjectedMeanDifference> {
  const problem =
    confidenceProblem(confidenceShare) ?? firstProblem(strata, ['treatment', 'control']);
  if (problem) return refuse(problem);
  const filled = strata.filter(({ population }) => population > 0);
  const customers = customersOf(filled);
  let difference = 0;
  let known = 0;
  const components = filled.flatMap(({ population, treatment, control }) => {
    const weight = population / customers;
    difference += weight * (treatment.mean - control.mean);
    known +=
      (weight * weight * (treatment.standardDeviation - control.standardDeviation) ** 2) /
      population;
    return [treatment, control].map((arm) => ({
      squaredError: weight * weight * squaredError(arm),
      degreesOfFreedom: arm.count - 1,
    }));
  });
  const whole = sumOfErrors(components);
  const standardError = Math.sqrt(forThisListOnly ? whole - known : whole);
  if (!(standardError > 0)) return refuse({ code: 'no-variation' });
  const degreesOfFreedom = satterthwaite(components);
  const halfWidth = -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom) * standardError;
  const statistic = difference / standardError;
  return succeed({
    difference,
    standardError,
    degreesOfFreedom,
    interval: { low: difference - halfWidth, high: difference + halfWidth },
    statistic,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    forThisListOnly,
  });
}

interface ErrorComponent {
  readonly squaredError: number;
  readonly degreesOfFreedom: number;
}

function sumOfErrors(components: readonly ErrorComponent[]): number {
  return components.reduce((sum, component) => sum + component.squaredError, 0);
}

/** Satterthwaite, from shares of the variance so that no square overflows. */
function satterthwaite(components: readonly ErrorComponent[]): number {
  const whole = sumOfErrors(components);
  return (
    1 /
    components.reduce(
      (sum, component) => sum + (component.squaredError / whole) ** 2 / component.degreesOfFreedom,
      0,
    )
  );
}

function squaredError({ count, standardDeviation }: ArmMean): number {
  return (standardDeviation * standardDeviation) / count;
}

function customersOf(strata: readonly { readonly population: number }[]): number {
  return strata.reduce((sum, { population }) => sum + population, 0);
}

/** The first stratum that cannot be projected to, or null. */
function firstProblem<Arm extends string>(
  strata: readonly ({ readonly population: number } & Readonly<Record<Arm, ArmMean>>)[],
  arms: readonly Arm[],
): Problem | null {
  for (const [stratum, given] of strata.entries()) {
    const { population } = given;
    const largest = Math.max(...arms.map((arm) => given[arm].count));
    if (!Number.isSafeInteger(population) || population < largest) {
      return { code: 'invalid-population', stratum, population, largest };
    }
    if (population === 0) continue;
    for (const arm of arms) {
      if (given[arm].count === 0) {
        const code = arm === 'sample' ? 'stratum-without-sample' : 'stratum-without-arm';
        return { code, stratum, arm, population };
      }
      const problem = meanProblem(arm, given[arm]);
      if (problem) return { ...problem, stratum };
    }
  }
  return customersOf(strata) > 0 ? null : { code: 'no-population' };
}
