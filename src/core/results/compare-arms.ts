import { refuse, succeed, type Result } from '#core/result.ts';
import { breslowDay } from '#core/stats/stratified/homogeneity.ts';
import { compareMeans, relativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import { meanInterval } from '#core/stats/means/mean-interval.ts';
import {
  compareProportions,
  pooledChiSquare,
  type ProportionComparison,
} from '#core/stats/proportions/proportion-difference.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import { sampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import {
  cochranMantelHaenszel,
  mantelHaenszelDifference,
} from '#core/stats/stratified/stratified.ts';
import { compareFamily } from './adjusted.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { pairByStratum, summariseArms, type ArmSummary } from './arm-totals.ts';
import { decideFamily } from './deciding.ts';
import { readInteractions } from './interactions.ts';
import type {
  ArmReading,
  CarrotComparison,
  CarrotPair,
  ExperimentAnalysis,
  StratifiedReading,
} from './reading.ts';

/** As much of the analysis plan as the reading needs. */
export type ReadingPlan = Pick<AnalysisPlan, 'control' | 'strata' | 'confidenceShare'> & {
  readonly source: Pick<AnalysisPlan['source'], 'moneyColumn'>;
};

/**
 * What an experiment showed: the split, every arm, every carrot against control, the carrots among themselves, and
 * whether the best carrot depends on who the customer is.
 * `totals`: whole counts by stratum and arm; `plan`: the control's name, the strata, and a confidence of 0..1;
 * `expectedSizes`: planned customers per arm in the order of `totals.arms`, or null where nobody stated any; arms of
 * about the same size are then held to be meant equal, and others (a holdout of a tenth) cannot be checked.
 * Refuses `control-not-found` only. Every figure inside carries its own refusal: `no-trials`, `no-variation` (nobody or
 * everybody responded in both arms), `invalid-counts`, `invalid-confidence` and the others of its method.
 * Source: statistics of `core/stats`; the family of carrots against control, that of the carrots among themselves and
 * that of the attributes are each adjusted by Holm.
 * Example: the bundled sample gives point against control 0.076667, chi-square 42.840646, odds ratio 4.179724.
 */
export function analyseExperiment(
  totals: ExperimentTotals,
  plan: ReadingPlan,
  expectedSizes: readonly number[] | null = null,
): Result<ExperimentAnalysis> {
  const arms = summariseArms(totals);
  const control = arms.find(({ name }) => name === plan.control);
  if (!control)
    return refuse({ code: 'control-not-found', control: plan.control, arms: totals.arms });
  const carrots = arms.filter((arm) => arm !== control);
  const sizes = arms.map(({ counts }) => counts.trials);
  const expectedSplit = expectedSizes ? 'planned' : wereMeantEqual(sizes) ? 'equal' : 'unknown';
  return succeed({
    control: control.name,
    confidenceShare: plan.confidenceShare,
    customers: arms.reduce((sum, { counts }) => sum + counts.trials, 0),
    responders: arms.reduce((sum, { counts }) => sum + counts.events, 0),
    sampleRatio:
      expectedSplit === 'unknown'
        ? refuse({ code: 'split-not-stated' })
        : sampleRatioCheck(sizes, expectedSizes ?? sizes.map(() => 1)),
    expectedSplit,
    arms: arms.map((arm) => readArm(arm, arm === control, plan)),
    comparisons: compareWithControl(totals, plan, carrots, control),
    carrotPairs: compareCarrots(totals, plan, carrots),
    interactions: readInteractions(totals, plan),
  });
}

/** Whether sizes of which no plan is known differ so little (by less than a quarter) that equal ones must be meant. */
function wereMeantEqual(sizes: readonly number[]): boolean {
  const smallest = Math.min(...sizes);
  return smallest === 0 || smallest >= 0.75 * Math.max(...sizes);
}

function readArm(arm: ArmSummary, isControl: boolean, plan: ReadingPlan): ArmReading {
  const { events, trials } = arm.counts;
  const interval = wilsonInterval(events, trials, plan.confidenceShare);
  const range = meanInterval(arm.spend, plan.confidenceShare);
  const money = range.ok ? succeed({ mean: arm.spend.mean, interval: range.value }) : range;
  return {
    name: arm.name,
    isControl,
    customers: trials,
    responders: events,
    response: interval.ok
      ? succeed({ share: events / trials, interval: interval.value })
      : interval,
    money: plan.source.moneyColumn === null ? null : money,
  };
}

function compareWithControl(
  totals: ExperimentTotals,
  plan: ReadingPlan,
  carrots: readonly ArmSummary[],
  control: ArmSummary,
): readonly CarrotComparison[] {
  const { confidenceShare, source, strata } = plan;
  const spending = source.moneyColumn === null ? [] : carrots;
  const means = new Map(
    compareFamily(spending, ({ spend }) => compareMeans(spend, control.spend, confidenceShare)).map(
      ({ item, compared }) => [item, compared],
    ),
  );
  const family = compareFamily(carrots, (carrot) => compareShares(carrot, control, plan));
  const pairs = family.map(({ item, compared }) => ({
    treatment: item,
    control,
    pooled: compared,
  }));
  return decideFamily(totals, plan, pairs).map(
    ({ item: { treatment: carrot, pooled: response }, compared: deciding }) => {
      const difference = means.get(carrot);
      const { counts, spend } = carrot;
      return {
        arm: carrot.name,
        response,
        pooled: pooledChiSquare(counts, control.counts),
        deciding,
        relativeLift: relativeLift(counts, control.counts, confidenceShare),
        stratified:
          strata.kind === 'none' ? null : compareWithinStrata(totals, plan, carrot, control),
        money: difference
          ? {
              difference,
              relativeLift: relativeLiftOfMeans(spend, control.spend, confidenceShare),
            }
          : null,
      };
    },
  );
}

function compareWithinStrata(
  totals: ExperimentTotals,
  { confidenceShare }: ReadingPlan,
  carrot: ArmSummary,
  control: ArmSummary,
): StratifiedReading {
  const pairs = pairByStratum(totals, carrot.place, control.place);
  return {
    cochranMantelHaenszel: cochranMantelHaenszel(pairs, { confidenceShare }),
    difference: mantelHaenszelDifference(pairs, { confidenceShare }),
    homogeneity: breslowDay(pairs),
  };
}

function compareCarrots(
  totals: ExperimentTotals,
  plan: ReadingPlan,
  carrots: readonly ArmSummary[],
): readonly CarrotPair[] {
  const pairs = carrots.flatMap((first, place) =>
    carrots.slice(place + 1).map((second) => ({ first, second })),
  );
  const family = compareFamily(pairs, ({ first, second }) => compareShares(first, second, plan));
  const compared = family.map(({ item: { first, second }, compared: pooled }) => ({
    treatment: first,
    control: second,
    pooled,
  }));
  return decideFamily(totals, plan, compared).map(
    ({ item: { treatment: first, control: second, pooled: response }, compared: deciding }) => ({
      first: first.name,
      second: second.name,
      response,
      pooled: pooledChiSquare(first.counts, second.counts),
      deciding,
      cochranMantelHaenszel:
        plan.strata.kind === 'none'
          ? null
          : cochranMantelHaenszel(pairByStratum(totals, first.place, second.place), {
              confidenceShare: plan.confidenceShare,
            }),
    }),
  );
}

/** Refused where nobody (or everybody) responded in both arms: a p-value of 1 would claim more than is known. */
function compareShares(
  treatment: ArmSummary,
  control: ArmSummary,
  { confidenceShare }: ReadingPlan,
): Result<ProportionComparison> {
  const variation = pooledChiSquare(treatment.counts, control.counts);
  return variation.ok
    ? compareProportions(treatment.counts, control.counts, confidenceShare)
    : variation;
}
