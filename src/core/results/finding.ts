import type { Result } from '#core/result.ts';
import type { Interval } from '../stats/interval.ts';
import type { ProportionComparison } from '#core/stats/proportions/proportion-difference.ts';
import type { RelativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import type { Adjusted, DecidingComparison, ExperimentAnalysis } from './reading.ts';

/** One carrot against control, as a sentence needs it. Shares 0..1, money per customer. */
export interface Finding {
  readonly arm: string;
  readonly customers: number;
  readonly share: number;
  readonly controlCustomers: number;
  readonly controlShare: number;
  /** Within the strata, or else of everybody: see `basis`. */
  readonly difference: number;
  readonly interval: Interval;
  readonly pValueAdjusted: number;
  readonly basis: DecidingComparison['basis'];
  /** All customers together would have pointed the other way, or to a clear difference where the strata show none. */
  readonly pooledDisagrees: boolean;
  readonly relativeLift: Result<RelativeLift>;
  /** Null without money, or where the means could not be compared. */
  readonly money: {
    readonly difference: number;
    readonly interval: Interval;
    readonly pValueAdjusted: number;
  } | null;
}

/** The carrots that could be compared with control, the one furthest above it first (of equals the earlier arm). */
export function findings(analysis: ExperimentAnalysis): readonly Finding[] {
  const control = analysis.arms.find(({ isControl }) => isControl);
  const found = analysis.comparisons.flatMap(({ arm, response, deciding, relativeLift, money }) => {
    const reading = analysis.arms.find(({ name }) => name === arm);
    if (!response.ok || !deciding.ok || !reading?.response.ok || !control?.response.ok) return [];
    const { difference, interval, pValueAdjusted, basis } = deciding.value;
    return {
      arm,
      customers: reading.customers,
      share: reading.response.value.share,
      controlCustomers: control.customers,
      controlShare: control.response.value.share,
      difference,
      interval,
      pValueAdjusted,
      basis,
      pooledDisagrees: disagree(response.value, deciding.value, 1 - analysis.confidenceShare),
      relativeLift,
      money: money?.difference.ok
        ? {
            difference: money.difference.value.difference,
            interval: money.difference.value.interval,
            pValueAdjusted: money.difference.value.pValueAdjusted,
          }
        : null,
    };
  });
  return found.sort((one, other) => other.difference - one.difference);
}

/** Two ways to reckon the same difference agree to no more digits than this. */
const rounding = 1e-12;

function disagree(
  pooled: Adjusted<ProportionComparison>,
  deciding: Adjusted<DecidingComparison>,
  alpha: number,
): boolean {
  if (deciding.basis === 'pooled') return false;
  const lower = Math.min(pooled.difference, deciding.difference);
  const upper = Math.max(pooled.difference, deciding.difference);
  const isTurned = lower < -rounding && upper > rounding;
  return isTurned || (pooled.pValueAdjusted < alpha && deciding.pValueAdjusted >= alpha);
}
