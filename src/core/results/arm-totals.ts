import type { ArmCounts, ArmPair } from '#core/stats/proportions/arm-counts.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import type { ArmTotals, ExperimentTotals } from './analysis.ts';
import type { Moments } from './outcome-detail.ts';

const nothing: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };

/** Sums of squares agree to no more digits than this. */
const rounding = 1e-13;

/** One arm over all strata: its yes/no outcome as counts and its money per customer. */
export interface ArmSummary {
  readonly name: string;
  /** Its place in `totals.arms`. */
  readonly place: number;
  readonly counts: ArmCounts;
  readonly spend: ArmMean;
}

/** Every arm over all strata, in the order of the totals. */
export function summariseArms(totals: ExperimentTotals): readonly ArmSummary[] {
  return totals.arms.map((name, place) => {
    const sum = totals.strata.reduce<ArmTotals>((before, { totals: arms }) => {
      const part = arms[place] ?? nothing;
      return {
        customers: before.customers + part.customers,
        responders: before.responders + part.responders,
        moneySum: before.moneySum + part.moneySum,
        moneySumOfSquares: before.moneySumOfSquares + part.moneySumOfSquares,
      };
    }, nothing);
    return { name, place, counts: responseCounts(sum), spend: moneyPerCustomer(sum) };
  });
}

/** Two arms side by side in every stratum. `treatment`, `control`: places in `totals.arms`. */
export function pairByStratum(
  totals: ExperimentTotals,
  treatment: number,
  control: number,
): readonly ArmPair[] {
  return totals.strata.map(({ totals: arms }) => ({
    treatment: responseCounts(arms[treatment] ?? nothing),
    control: responseCounts(arms[control] ?? nothing),
  }));
}

/** The yes/no outcome of an arm as counts. */
export function responseCounts({ customers, responders }: ArmTotals): ArmCounts {
  return { events: responders, trials: customers };
}

/** The money of an arm per customer, zeros included, with the sample standard deviation. */
export function moneyPerCustomer({ customers, moneySum, moneySumOfSquares }: ArmTotals): ArmMean {
  return perCustomer(customers, { sum: moneySum, sumOfSquares: moneySumOfSquares });
}

/**
 * A measure per customer, those with 0 included, with the sample standard deviation.
 * Example: 2 customers with 0 and 10 (sum 10, sum of squares 100) have a mean of 5 and a deviation of 7.0711.
 */
export function perCustomer(customers: number, { sum, sumOfSquares }: Moments): ArmMean {
  const mean = customers > 0 ? sum / customers : 0;
  const spread = sumOfSquares - sum * mean;
  // Equal amounts leave a spread of pure rounding, a hair beside 0: a p-value of that would be made of nothing.
  const varies = customers > 1 && spread > rounding * sumOfSquares;
  const standardDeviation = varies ? Math.sqrt(spread / (customers - 1)) : 0;
  return { count: customers, mean, standardDeviation };
}
