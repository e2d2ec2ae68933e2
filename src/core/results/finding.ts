import type { Result } from '#core/result.ts';
import type { Interval } from '../stats/interval.ts';
import type { RelativeLift } from '../stats/proportion-ratio.ts';
import type { ExperimentAnalysis } from './reading.ts';

/** One carrot against control, as a sentence needs it. Shares 0..1, money per customer. */
export interface Finding {
  readonly arm: string;
  readonly customers: number;
  readonly share: number;
  readonly controlCustomers: number;
  readonly controlShare: number;
  readonly difference: number;
  readonly interval: Interval;
  readonly pValueAdjusted: number;
  readonly relativeLift: Result<RelativeLift>;
  /** Null without money, or where the means could not be compared. */
  readonly money: {
    readonly difference: number;
    readonly interval: Interval;
    readonly pValueAdjusted: number;
  } | null;
}

/** The carrots that could be compared with control, the highest response first (of equals the earlier arm). */
export function findings(analysis: ExperimentAnalysis): readonly Finding[] {
  const control = analysis.arms.find(({ isControl }) => isControl);
  const found = analysis.comparisons.flatMap(({ arm, response, relativeLift, money }) => {
    const reading = analysis.arms.find(({ name }) => name === arm);
    if (!response.ok || !reading?.response.ok || !control?.response.ok) return [];
    const { difference, interval, pValueAdjusted } = response.value;
    return {
      arm,
      customers: reading.customers,
      share: reading.response.value.share,
      controlCustomers: control.customers,
      controlShare: control.response.value.share,
      difference,
      interval,
      pValueAdjusted,
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
  return found.sort((one, other) => other.share - one.share);
}
