import { refuse, succeed, type Result } from '#core/result.ts';
import { strataProblem } from './strata.ts';
import type { ArmCounts, ArmPair } from '../proportions/arm-counts.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/** One stratum of the list: how many eligible customers it has, and what the two arms gave. */
export interface PopulationStratum extends ArmPair {
  readonly population: number;
}

/** The effect on every eligible customer; `forThisListOnly` says which question the standard error answers. */
export interface PostStratifiedDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly forThisListOnly: boolean;
}

/** How to project; by default a confidence of 0.95 and no finite population correction. */
export interface PostStratifiedOptions {
  readonly confidenceShare?: number;
  readonly forThisListOnly?: boolean;
}

/**
 * By how many points the response would change if all eligible customers got the treatment: the difference of every
 * stratum, weighted by the stratum's true share of the list.
 * `population`: whole, 0 or more, not below the customers of either arm; counts whole; `confidenceShare`: 0 to 1.
 * The standard error is for customers like these. `forThisListOnly: true` narrows it to the customers of this very
 * list, never to be used for a later campaign: from each stratum's variance goes (s1 - s0)² / population, the least by
 * which single customers must differ in their effect (arms of dozens at least). The factor 1 - (arm size / population) of a single mean
 * (`projectedMean`) would be too small here, since nobody was seen with and without the treatment.
 * Refuses `invalid-counts`, `invalid-population` and `stratum-without-arm` (customers to project to, but an arm without
 * anybody in it), each with its stratum, `no-population` and `invalid-confidence`.
 * Source: Cochran (1977), Sampling Techniques, 5A.9; the variance is sum W² (p1 q1 / n1 + p0 q0 / n0). For the list:
 * Neyman (1923); Imbens & Rubin (2015), Causal Inference, 6.5.
 * Example: 30 of 100 against 20 of 100 among 1000 customers and 5 of 50 against 5 of 50 among 500 give 0.066667, standard
 * error 0.045216, and 0.045199 for this list only.
 */
export function postStratifiedDifference(
  strata: readonly PopulationStratum[],
  { confidenceShare = 0.95, forThisListOnly = false }: PostStratifiedOptions = {},
): Result<PostStratifiedDifference> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  for (const [stratum, { population, treatment, control }] of strata.entries()) {
    const largest = Math.max(treatment.trials, control.trials);
    if (!Number.isSafeInteger(population) || population < largest) {
      return refuse({ code: 'invalid-population', stratum, population, largest });
    }
    if (population > 0 && Math.min(treatment.trials, control.trials) === 0) {
      const arm = treatment.trials === 0 ? 'treatment' : 'control';
      return refuse({ code: 'stratum-without-arm', stratum, arm, population });
    }
  }
  const total = strata.reduce((sum, { population }) => sum + population, 0);
  if (total === 0) return refuse({ code: 'no-population' });
  let difference = 0;
  let squaredError = 0;
  for (const { population, treatment, control } of strata) {
    if (population === 0) continue;
    const weight = population / total;
    const differing = responseDeviation(treatment) - responseDeviation(control);
    const known = forThisListOnly ? (differing * differing) / population : 0;
    difference += weight * (treatment.events / treatment.trials - control.events / control.trials);
    squaredError += weight * weight * (shareVariance(treatment) + shareVariance(control) - known);
  }
  const standardError = Math.sqrt(squaredError);
  const halfWidth = -normalQuantile((1 - confidenceShare) / 2) * standardError;
  const interval = { low: difference - halfWidth, high: difference + halfWidth };
  return succeed({ difference, standardError, interval, forThisListOnly });
}

/** The squared standard error of an arm's response share. */
function shareVariance({ events, trials }: ArmCounts): number {
  const share = events / trials;
  return (share * (1 - share)) / trials;
}

/** How far single customers of an arm lie from its response share. */
function responseDeviation(arm: ArmCounts): number {
  return Math.sqrt(shareVariance(arm) * arm.trials);
}
