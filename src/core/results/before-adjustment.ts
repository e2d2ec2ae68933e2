import type { Result } from '#core/result.ts';
import type { SlopeComparison } from '#core/stats/means/adjusted-comparison.ts';
import { cupedDifference } from '#core/stats/means/cuped.ts';
import { compareMeans, type MeanComparison } from '#core/stats/means/mean-difference.ts';
import { pairMoments, residualVariance, type PairSums } from '#core/stats/means/pair-sums.ts';
import { perCustomer } from './arm-totals.ts';
import type { NamedArm } from './arm-measures.ts';
import { compareWithControl, loadingsOfVariances } from './control-family.ts';
import type { MetricPlan } from './metric.ts';
import type { BeforeMoments, Moments } from './outcome-detail.ts';
import type { Adjusted } from './reading.ts';

/** The outcomes that can be made more exact by what was known before. */
export const adjustedOutcomes = ['response', 'whole-money', 'capped-money'] as const;
export type AdjustedOutcome = (typeof adjustedOutcomes)[number];

/** One outcome of the carrots against control, without and with what was known before; the same customers in both. */
export interface BeforeAdjustment {
  readonly outcome: AdjustedOutcome;
  /** Customers of all arms for whom the number is known. */
  readonly known: number;
  readonly carrots: readonly {
    readonly arm: string;
    readonly plain: Result<Adjusted<MeanComparison>>;
    readonly adjusted: Result<Adjusted<SlopeComparison>>;
    /** By which share the interval got shorter, below 0 where it got longer; null where one of the two has none. */
    readonly shrunkBy: number | null;
  }[];
}

/**
 * How much more exact the comparisons get by a number that was known before the start (CUPED): for the response (as the
 * mean of 0 and 1), money, and capped money, each a family of its own for the plan's rule.
 * `arms`: sums by arm; empty where no number is known of them or the control is not among them.
 * Source: Deng, Xu, Kohavi & Walker (2013), `cupedDifference`.
 * Example: a number that goes with the outcome by a correlation of 0.6 makes intervals a fifth shorter.
 */
export function adjustForBefore(
  arms: readonly NamedArm[],
  plan: MetricPlan,
): readonly BeforeAdjustment[] {
  return adjustedOutcomes.flatMap((outcome) => {
    const told = arms.flatMap(({ name, measures: { before } }) => {
      const sums = before && sumsOf(outcome, before);
      return sums ? [{ name, sums }] : [];
    });
    const control = told.find(({ name }) => name === plan.control);
    if (!control || told.length < arms.length) return [];
    const carrots = told.filter((arm) => arm !== control);
    const plain = compareWithControl(
      carrots,
      plan,
      ({ sums }, share) => compareMeans(outcomeMean(sums), outcomeMean(control.sums), share),
      (members) =>
        loadingsOfVariances(
          varianceAlong(control.sums, 0),
          members.map(({ item }) => varianceAlong(item.sums, 0)),
        ),
    );
    const adjusted = compareWithControl(
      carrots,
      plan,
      ({ sums }, share) => cupedDifference(sums, control.sums, share),
      (members) =>
        // Every pair has a slope of its own; the control's part is that of its own pair.
        members.flatMap(({ item, comparison: { slope } }) =>
          loadingsOfVariances(varianceAlong(control.sums, slope), [
            varianceAlong(item.sums, slope),
          ]),
        ),
    );
    return {
      outcome,
      known: told.reduce((sum, { sums }) => sum + sums.count, 0),
      carrots: carrots.map(({ name }, place) => {
        const [without, withBefore] = [plain[place]?.compared, adjusted[place]?.compared];
        if (!without || !withBefore) throw new Error('Every carrot is compared twice.');
        return {
          arm: name,
          plain: without,
          adjusted: withBefore,
          shrunkBy:
            without.ok && withBefore.ok
              ? 1 - widthOf(withBefore.value.interval) / widthOf(without.value.interval)
              : null,
        };
      }),
    };
  });
}

function widthOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return high - low;
}

function outcomeMean({ count, outcomeSum, outcomeSquares }: PairSums) {
  return perCustomer(count, { sum: outcomeSum, sumOfSquares: outcomeSquares });
}

/** The squared standard error of the mean of outcome less slope times the number from before. */
function varianceAlong(sums: PairSums, slope: number): number {
  return residualVariance(pairMoments(sums), slope) / sums.count;
}

/** The sums of the outcome and of the number from before; null where the outcome is not told. */
function sumsOf(outcome: AdjustedOutcome, before: BeforeMoments): PairSums | null {
  switch (outcome) {
    case 'response':
      return together(
        before,
        { sum: before.responders, sumOfSquares: before.responders },
        before.byResponse,
      );
    case 'whole-money':
      return together(before, before.money, before.byMoney);
    case 'capped-money':
      return together(before, before.cappedMoney, before.byCappedMoney);
  }
}

function together(
  before: BeforeMoments,
  outcome: Moments | null,
  products: number | null,
): PairSums | null {
  if (outcome === null || products === null) return null;
  return {
    count: before.customers,
    outcomeSum: outcome.sum,
    outcomeSquares: outcome.sumOfSquares,
    companionSum: before.sum,
    companionSquares: before.sumOfSquares,
    products,
  };
}
