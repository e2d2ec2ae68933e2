import { succeed, type Result } from '#core/result.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import {
  compareProportions,
  pooledChiSquare,
  type ProportionComparison,
} from '#core/stats/proportions/proportion-difference.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum, type ArmSummary } from './arm-totals.ts';
import type { DecidingComparison } from './reading.ts';

/** Two arms that are compared. */
export interface ArmsCompared {
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
}

/**
 * The comparison of two arms that a verdict may rest on. Customers are compared within their stratum where there are
 * several strata that can tell, and all together otherwise: arms that hold different customers would else win or lose by
 * who is in them (Simpson's paradox).
 * `confidenceShare`: of the interval. Refuses what `compareShares` refuses, where the strata cannot tell either.
 * Source: the Mantel-Haenszel difference with Sato's variance, so that the interval leaves out 0 exactly when the
 * p-value is below 1 - confidenceShare.
 * Example: UCB admissions by department give women 0.0184 above men, p 0.21; all together they are 0.1416 below.
 */
export function decide(
  totals: ExperimentTotals,
  { strata }: Pick<AnalysisPlan, 'strata'>,
  { treatment, control }: ArmsCompared,
  confidenceShare: number,
): Result<DecidingComparison> {
  if (strata.kind !== 'none' && totals.strata.length > 1) {
    const tables = pairByStratum(totals, treatment.place, control.place);
    const within = mantelHaenszelDifference(tables, { confidenceShare });
    if (within.ok) {
      const { difference, interval, statistic, pValue } = within.value;
      return succeed({ basis: 'within-strata', difference, interval, statistic, pValue });
    }
  }
  const pooled = compareShares({ treatment, control }, confidenceShare);
  if (!pooled.ok) return pooled;
  const { difference, interval, statistic, pValue } = pooled.value;
  return succeed({ basis: 'pooled', difference, interval, statistic, pValue });
}

/** Two arms with all their customers together; refuses what `compareShareCounts` refuses. */
export function compareShares(
  { treatment, control }: ArmsCompared,
  confidenceShare: number,
): Result<ProportionComparison> {
  return compareShareCounts(treatment.counts, control.counts, confidenceShare);
}

/**
 * Two response shares by the score.
 * Refuses what `compareProportions` refuses, and `no-variation` where nobody (or everybody) responded in both arms: a
 * p-value of 1 would claim more than is known.
 */
export function compareShareCounts(
  treatment: ArmCounts,
  control: ArmCounts,
  confidenceShare: number,
): Result<ProportionComparison> {
  const variation = pooledChiSquare(treatment, control);
  return variation.ok ? compareProportions(treatment, control, confidenceShare) : variation;
}
