import { refuse, succeed, type Result } from '#core/result.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import { mantelHaenszelOddsRatio, robinsBreslowGreenland } from './common-odds-ratio.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import {
  comparableTables,
  hasVariation,
  strataProblem,
  sumOver,
  type StratumTable,
} from './strata.ts';

/** How the stratified comparison is made; by default no continuity correction and a confidence of 0.95. */
export interface StratifiedOptions {
  readonly continuityCorrection?: boolean;
  readonly confidenceShare?: number;
}

/** One comparison over all strata; `usedStrata` counts those that can speak about it. */
export interface CochranMantelHaenszel {
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly pValue: number;
  /** Null when infinite (no response among the controls can be set against one of the treated). */
  readonly oddsRatio: number | null;
  /** Null when the odds ratio is 0 or infinite. */
  readonly oddsRatioInterval: Interval | null;
  readonly usedStrata: number;
}

/**
 * Whether the treatment changes the response once customers are compared only within their stratum.
 * `strata`: whole counts per stratum; strata with an empty arm, or with all or none responding, add nothing.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence`, and `no-informative-strata`.
 * Source: Mantel & Haenszel (1959); R `mantelhaen.test(correct = FALSE)`. The option makes it `correct = TRUE`, except
 * that the correction never exceeds the distance it corrects (R drops it there, and a smaller distance then tells more).
 * Example: UCB admissions with the correction give X2 1.4269, p 0.2323, odds ratio 0.9046968 (0.7719074 to 1.0603298).
 */
export function cochranMantelHaenszel(
  strata: readonly ArmPair[],
  { continuityCorrection = false, confidenceShare = 0.95 }: StratifiedOptions = {},
): Result<CochranMantelHaenszel> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata).filter(hasVariation);
  if (tables.length === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const distance = Math.abs(
    sumOver(tables, (t) => t.treatmentEvents - (t.treatmentTrials * t.events) / t.total),
  );
  const variance = sumOver(
    tables,
    (t) =>
      ((t.treatmentTrials / t.total) *
        (t.controlTrials / t.total) *
        t.events *
        (t.total - t.events)) /
      (t.total - 1),
  );
  const corrected = continuityCorrection ? Math.max(0, distance - 0.5) : distance;
  const statistic = (corrected * corrected) / variance;
  const z = -normalQuantile((1 - confidenceShare) / 2);
  return succeed({
    statistic,
    degreesOfFreedom: 1,
    pValue: chiSquareUpperTail(statistic, 1),
    oddsRatio: mantelHaenszelOddsRatio(tables),
    oddsRatioInterval: robinsBreslowGreenland(tables, z),
    usedStrata: tables.length,
  });
}

/** A difference of response shares over all strata, in shares. */
export interface StratifiedDifference {
  readonly method: 'mantel-haenszel-sato' | 'mantel-haenszel-greenland-robins';
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
  readonly usedStrata: number;
}

/**
 * By how many points the treatment changes the response, each stratum weighted by how much it can tell.
 * `strata`: whole counts; strata with an empty arm are left out; `confidenceShare`: between 0 and 1, 0.95 by default.
 * `variance`: by default Sato's, which holds for many small strata as well as for few large ones; `greenland-robins`,
 * the one Stata's `metan` prints, holds for large strata only. Cells of zero are taken as they are.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence`, `no-informative-strata` (no stratum with customers
 * in both arms) and `no-variation` (no standard error: nobody, or everybody, responded).
 * Source: Greenland & Robins (1985), Biometrics 41, for the weights; Sato (1989), Biometrics 45, for the variance; R
 * `metafor::rma.mh(measure = "RD")` (Sato) and `epiR::epi.2by2` (both).
 * Example: the thirteen tuberculosis trials give -0.0033, z -11.4708 with Sato's variance and -11.5571 with the other.
 */
export function mantelHaenszelDifference(
  strata: readonly ArmPair[],
  {
    confidenceShare = 0.95,
    variance = 'sato',
  }: {
    readonly confidenceShare?: number;
    readonly variance?: 'sato' | 'greenland-robins';
  } = {},
): Result<StratifiedDifference> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata);
  if (tables.length === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const weight = sumOver(tables, (t) => (t.treatmentTrials * t.controlTrials) / t.total);
  const difference =
    sumOver(
      tables,
      (t) => (t.treatmentEvents * t.controlTrials - t.controlEvents * t.treatmentTrials) / t.total,
    ) / weight;
  const squaredError =
    variance === 'sato'
      ? satoVariance(tables, difference, weight)
      : greenlandRobinsVariance(tables, weight);
  if (!(squaredError > 0)) return refuse({ code: 'no-variation' });
  const standardError = Math.sqrt(squaredError);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  return succeed({
    method: `mantel-haenszel-${variance}`,
    difference,
    standardError,
    interval: { low: difference - z * standardError, high: difference + z * standardError },
    statistic: difference / standardError,
    pValue: normalTwoSided(difference / standardError),
    usedStrata: tables.length,
  });
}

/** Sato's squared standard error of the common difference; `weight`: the sum of n1 n0 / n. */
function satoVariance(tables: readonly StratumTable[], difference: number, weight: number): number {
  const sloping = sumOver(tables, (t) => {
    const treatmentPart = t.treatmentTrials / t.total;
    const controlPart = t.controlTrials / t.total;
    return (
      t.controlEvents * treatmentPart ** 2 -
      t.treatmentEvents * controlPart ** 2 +
      (treatmentPart * controlPart * (t.controlTrials - t.treatmentTrials)) / 2
    );
  });
  const level = sumOver(
    tables,
    (t) =>
      (t.treatmentEvents * t.controlMisses + t.controlEvents * t.treatmentMisses) / t.total / 2,
  );
  return (difference * sloping + level) / (weight * weight);
}

/** The squared standard error as the sum of those of the strata, each weighted by its n1 n0 / n. */
function greenlandRobinsVariance(tables: readonly StratumTable[], weight: number): number {
  const spread = sumOver(tables, (t) => {
    const treatmentPart = t.treatmentTrials / t.total;
    const controlPart = t.controlTrials / t.total;
    return (
      (t.treatmentEvents * t.treatmentMisses * controlPart ** 2) / t.treatmentTrials +
      (t.controlEvents * t.controlMisses * treatmentPart ** 2) / t.controlTrials
    );
  });
  return spread / (weight * weight);
}
