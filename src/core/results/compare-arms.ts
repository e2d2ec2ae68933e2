import { refuse, succeed, type Result } from '#core/result.ts';
import { meanInterval } from '#core/stats/means/mean-interval.ts';
import { pooledChiSquare } from '#core/stats/proportions/proportion-difference.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { sampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import { cochranMantelHaenszel } from '#core/stats/stratified/stratified.ts';
import { compareFamily } from './adjusted.ts';
import type { ExperimentTotals } from './analysis.ts';
import { pairByStratum, summariseArms, type ArmSummary } from './arm-totals.ts';
import { compareCarrotsWithControl } from './carrots-against-control.ts';
import { compareShares, decide } from './deciding.ts';
import { readInteractions } from './interactions.ts';
import type { ArmReading, CarrotPair, ExperimentAnalysis, ReadingPlan } from './reading.ts';

/**
 * What an experiment showed: the split, every arm, every carrot against control, the carrots among themselves, and
 * whether the best carrot depends on who the customer is.
 * `totals`: whole counts by stratum and arm; `plan`: the control's name, the strata, and a confidence of 0..1;
 * `expectedSizes`: planned customers per arm in the order of `totals.arms`, or null where nobody stated any; arms of
 * about the same size are then held to be meant equal, and others (a holdout of a tenth) cannot be checked.
 * Refuses `control-not-found` only. Every figure inside carries its own refusal: `no-trials`, `no-variation` (nobody or
 * everybody responded in both arms), `invalid-counts`, `invalid-confidence` and the others of its method.
 * Source: statistics of `core/stats`; the family of carrots against control is adjusted as the plan declares, that of the
 * carrots among themselves and that of the attributes by Holm.
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
    multiplicity: plan.multiplicity,
    customers: arms.reduce((sum, { counts }) => sum + counts.trials, 0),
    responders: arms.reduce((sum, { counts }) => sum + counts.events, 0),
    sampleRatio:
      expectedSplit === 'unknown'
        ? refuse({ code: 'split-not-stated' })
        : sampleRatioCheck(sizes, expectedSizes ?? sizes.map(() => 1)),
    expectedSplit,
    arms: arms.map((arm) => readArm(arm, arm === control, plan)),
    comparisons: compareCarrotsWithControl(totals, plan, carrots, control),
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

function compareCarrots(
  totals: ExperimentTotals,
  plan: ReadingPlan,
  carrots: readonly ArmSummary[],
): readonly CarrotPair[] {
  const { confidenceShare } = plan;
  const pairs = carrots.flatMap((treatment, place) =>
    carrots.slice(place + 1).map((control) => ({ treatment, control })),
  );
  const pooled = compareFamily(pairs, (pair) => compareShares(pair, confidenceShare));
  const deciding = compareFamily(pairs, (pair) => decide(totals, plan, pair, confidenceShare));
  return pooled.map(({ item: { treatment: first, control: second }, compared }, place) => ({
    first: first.name,
    second: second.name,
    response: compared,
    pooled: pooledChiSquare(first.counts, second.counts),
    deciding: (deciding[place] as (typeof deciding)[number]).compared,
    cochranMantelHaenszel:
      plan.strata.kind === 'none'
        ? null
        : cochranMantelHaenszel(pairByStratum(totals, first.place, second.place), {
            confidenceShare,
          }),
  }));
}
