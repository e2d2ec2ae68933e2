import {
  compareMeans,
  relativeLiftOfMeans,
  squaredError,
} from '#core/stats/means/mean-difference.ts';
import { pooledChiSquare } from '#core/stats/proportions/proportion-difference.ts';
import { relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import { breslowDay } from '#core/stats/stratified/homogeneity.ts';
import {
  cochranMantelHaenszel,
  mantelHaenszelDifference,
} from '#core/stats/stratified/stratified.ts';
import type { ExperimentTotals } from './analysis.ts';
import { pairByStratum, type ArmSummary } from './arm-totals.ts';
import { compareWithControl, loadingsOfVariances } from './control-family.ts';
import { compareShares, decide } from './deciding.ts';
import type { CarrotComparison, ReadingPlan, StratifiedReading } from './reading.ts';
import { decidingLoadings, loadingOfSizes } from './deciding-loadings.ts';

/**
 * Every carrot against the control: the response of all customers together, the comparison that decides, and money. Each
 * of the three is a family of its own, adjusted by the rule that the plan declares.
 * By `dunnett` the shares correlate as those of equal shares do, the money by the variance of every arm's mean (Welch, no
 * pooled variance), and differences within the strata through the control's share of every stratum.
 */
export function compareCarrotsWithControl(
  totals: ExperimentTotals,
  plan: ReadingPlan,
  carrots: readonly ArmSummary[],
  control: ArmSummary,
): readonly CarrotComparison[] {
  const pairs = carrots.map((treatment) => ({ treatment, control }));
  const response = compareWithControl(pairs, plan, compareShares, (members) =>
    members.map(({ item }) => loadingOfSizes(item)),
  );
  const deciding = compareWithControl(
    pairs,
    plan,
    (pair, confidenceShare) => decide(totals, plan, pair, confidenceShare),
    (members) =>
      decidingLoadings(
        totals,
        members.map(({ item, comparison: { basis } }) => ({ ...item, basis })),
      ),
  );
  const money = plan.source.moneyColumn === null ? [] : compareMoney(plan, carrots, control);
  return pairs.map(({ treatment: carrot }, place) => {
    const own = response[place] as (typeof response)[number];
    return {
      arm: carrot.name,
      intervalShare: own.intervalShare,
      response: own.compared,
      pooled: pooledChiSquare(carrot.counts, control.counts),
      deciding: (deciding[place] as (typeof deciding)[number]).compared,
      relativeLift: relativeLift(carrot.counts, control.counts, own.intervalShare),
      stratified:
        plan.strata.kind === 'none' ? null : compareWithinStrata(totals, plan, carrot, control),
      money: money[place] ?? null,
    };
  });
}

function compareMoney(
  plan: ReadingPlan,
  carrots: readonly ArmSummary[],
  control: ArmSummary,
): readonly CarrotComparison['money'][] {
  const family = compareWithControl(
    carrots,
    plan,
    ({ spend }, confidenceShare) => compareMeans(spend, control.spend, confidenceShare),
    (members) =>
      loadingsOfVariances(
        squaredError(control.spend),
        members.map(({ item: { spend } }) => squaredError(spend)),
      ),
  );
  return family.map(({ item: { spend }, compared, intervalShare }) => ({
    difference: compared,
    relativeLift: relativeLiftOfMeans(spend, control.spend, intervalShare),
  }));
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
