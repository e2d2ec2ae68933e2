import { succeed, type Result } from '#core/result.ts';
import type { ProportionComparison } from '#core/stats/proportions/proportion-difference.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import { compareFamily } from './adjusted.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum, type ArmSummary } from './arm-totals.ts';
import type { Adjusted, DecidingComparison } from './reading.ts';

/** Two arms whose customers were already compared all together. */
export interface PooledPair {
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  readonly pooled: Result<Adjusted<ProportionComparison>>;
}

/**
 * The comparisons that a verdict may rest on, in the order of `pairs`, adjusted among themselves by Holm. Customers are
 * compared within their stratum where there are several strata that can tell, and all together otherwise: arms that
 * hold different customers would else win or lose by who is in them (Simpson's paradox).
 * Refuses what the pooled comparison refuses, where the strata cannot tell either.
 * Source: the Mantel-Haenszel difference with Sato's variance, so that the interval leaves out 0 exactly when the
 * p-value is below 1 - confidence.
 * Example: UCB admissions by department give women 0.0184 above men, p 0.21; all together they are 0.1416 below.
 */
export function decideFamily(
  totals: ExperimentTotals,
  { strata, confidenceShare }: Pick<AnalysisPlan, 'strata' | 'confidenceShare'>,
  pairs: readonly PooledPair[],
): readonly {
  readonly item: PooledPair;
  readonly compared: Result<Adjusted<DecidingComparison>>;
}[] {
  const isStratified = strata.kind !== 'none' && totals.strata.length > 1;
  return compareFamily(pairs, ({ treatment, control, pooled }): Result<DecidingComparison> => {
    if (isStratified) {
      const tables = pairByStratum(totals, treatment.place, control.place);
      const within = mantelHaenszelDifference(tables, { confidenceShare });
      if (within.ok) {
        const { difference, interval, pValue } = within.value;
        return succeed({ basis: 'within-strata', difference, interval, pValue });
      }
    }
    if (!pooled.ok) return pooled;
    const { difference, interval, pValue } = pooled.value;
    return succeed({ basis: 'pooled', difference, interval, pValue });
  });
}
