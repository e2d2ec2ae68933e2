import type { Result } from '#core/result.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { believeArms, type ArmBeliefs } from './arm-beliefs.ts';
import { summariseArms } from './arm-totals.ts';
import type { ArmsCompared } from './deciding.ts';
import { enlarge, type Enlargement } from './enlargement.ts';
import { exactComparisons, type ExactComparison } from './exact-comparison.ts';
import { readMargin, type MarginReading } from './margin-reading.ts';
import type { CarrotComparison, ExperimentAnalysis, ReadingPlan } from './reading.ts';

/** What stands beside the comparison of one carrot with the control. */
export interface BesideCarrot {
  readonly arm: string;
  /** By the test that the counts ask for. */
  readonly exact: Result<ExactComparison>;
  /** Null without a margin. */
  readonly margin: Result<MarginReading> | null;
  /** The comparison that decides tells the carrot from the control. */
  readonly settled: boolean;
  /** What would settle it; null where it is settled, or cannot be compared at all. */
  readonly enlargement: Enlargement | null;
}

/** Other looks at the same experiment: none of them decides. */
export interface Beside {
  readonly carrots: readonly BesideCarrot[];
  readonly beliefs: ArmBeliefs;
}

/**
 * Other looks at an experiment, beside the comparison that decides: an exact test where counts are small, the margin
 * within which a difference counts as none, how likely each arm is the best, and what would settle an open comparison.
 * `totals`, `plan`: those that `analysis` was made from. A part that cannot be reckoned carries its refusal.
 * Example: the planted sample gives point a chance of 0.926011 to be the best of four arms.
 */
export function readBeside(
  totals: ExperimentTotals,
  plan: ReadingPlan & Pick<AnalysisPlan, 'margin'>,
  analysis: ExperimentAnalysis,
): Beside {
  const arms = summariseArms(totals);
  const control = arms.find(({ name }) => name === analysis.control);
  const carrots = control
    ? analysis.comparisons.flatMap((comparison) => {
        const treatment = arms.find(({ name }) => name === comparison.arm);
        return treatment ? [{ comparison, pair: { treatment, control } }] : [];
      })
    : [];
  const compared = carrots.filter(({ comparison }) => comparison.deciding.ok).length;
  const exact = exactComparisons(
    carrots.map(({ pair: { treatment, control: against } }) => ({
      treatment: treatment.counts,
      control: against.counts,
    })),
    plan.multiplicity,
  );
  return {
    carrots: carrots.map(({ comparison, pair }, place) => ({
      arm: comparison.arm,
      exact: exact[place] as Result<ExactComparison>,
      margin: plan.margin === null ? null : readMargin(totals, plan, pair, plan.margin, compared),
      settled: isSettled(comparison, 1 - plan.confidenceShare),
      enlargement: whatWouldSettle(comparison, pair, plan, compared),
    })),
    beliefs: believeArms(arms, plan.source.moneyColumn !== null),
  };
}

function isSettled({ deciding }: CarrotComparison, alpha: number): boolean {
  return deciding.ok && deciding.value.pValueAdjusted < alpha;
}

function whatWouldSettle(
  comparison: CarrotComparison,
  { treatment, control }: ArmsCompared,
  { multiplicity, confidenceShare }: ReadingPlan,
  carrots: number,
): Enlargement | null {
  const alpha = 1 - confidenceShare;
  const { deciding } = comparison;
  if (!deciding.ok || isSettled(comparison, alpha)) return null;
  return enlarge({
    baselineShare: control.counts.events / control.counts.trials,
    lift: deciding.value.difference,
    sizeControl: control.counts.trials,
    sizeTreatment: treatment.counts.trials,
    // Bonferroni's share, which is enough for Holm and Dunnett too.
    alpha: multiplicity === 'none' ? alpha : alpha / carrots,
  });
}
