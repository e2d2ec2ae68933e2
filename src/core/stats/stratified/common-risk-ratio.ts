import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import { comparableTables, strataProblem, sumOver } from './strata.ts';

/** How many times as high the response share is in all strata; `logStandardError` is that of its logarithm. */
export interface CommonRiskRatio {
  readonly method: 'mantel-haenszel-greenland-robins';
  readonly riskRatio: number;
  readonly interval: Interval;
  readonly logStandardError: number;
  readonly statistic: number;
  readonly pValue: number;
  readonly usedStrata: number;
}

/**
 * How many times as high the response share is with the treatment, once customers are compared within their stratum.
 * `strata`: whole counts; strata with an empty arm are left out; `confidenceShare`: between 0 and 1, 0.95 by default.
 * A stratum enters by sums and not by a ratio of its own, so that a cell of zero is taken as it is: nothing is added.
 * Refuses `invalid-counts` with its stratum, `invalid-confidence`, `no-informative-strata` (no stratum with customers in
 * both arms), `no-control-events` (the ratio is infinite), `no-treatment-events` (it is 0: no standard error of its
 * logarithm) and `no-variation` (everybody responded).
 * Source: Greenland & Robins (1985), Biometrics 41; R `metafor::rma.mh(measure = "RR")`, `epiR::epi.2by2`.
 * Example: the thirteen tuberculosis trials give 0.635267 (0.588129 to 0.686184), z -11.5338.
 */
export function mantelHaenszelRiskRatio(
  strata: readonly ArmPair[],
  { confidenceShare = 0.95 }: { readonly confidenceShare?: number } = {},
): Result<CommonRiskRatio> {
  const problem = strataProblem(strata) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const tables = comparableTables(strata);
  if (tables.length === 0) return refuse({ code: 'no-informative-strata', strata: strata.length });
  const treated = sumOver(tables, (t) => (t.treatmentEvents * t.controlTrials) / t.total);
  const untreated = sumOver(tables, (t) => (t.controlEvents * t.treatmentTrials) / t.total);
  if (untreated === 0) return refuse({ code: 'no-control-events', treated });
  if (treated === 0) return refuse({ code: 'no-treatment-events', untreated });
  // Greenland and Robins' n1 n0 (a + c) - a c n, written so that nothing is subtracted.
  const spread = sumOver(
    tables,
    (t) =>
      (t.treatmentEvents * t.treatmentTrials * t.controlMisses +
        t.controlEvents * t.controlTrials * t.treatmentMisses) /
      (t.total * t.total),
  );
  if (spread === 0) return refuse({ code: 'no-variation' });
  const riskRatio = treated / untreated;
  const logStandardError = Math.sqrt(spread / treated / untreated);
  const factor = Math.exp(-normalQuantile((1 - confidenceShare) / 2) * logStandardError);
  const statistic = Math.log(riskRatio) / logStandardError;
  return succeed({
    method: 'mantel-haenszel-greenland-robins',
    riskRatio,
    interval: { low: riskRatio / factor, high: riskRatio * factor },
    logStandardError,
    statistic,
    pValue: normalTwoSided(statistic),
    usedStrata: tables.length,
  });
}
