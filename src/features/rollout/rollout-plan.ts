import { channelOf } from '#core/design/channel.ts';
import type { Design } from '#core/design/design.ts';
import type { ArmTotals, ExperimentTotals } from '#core/results/analysis.ts';
import { findings } from '#core/results/finding.ts';
import type { ExperimentAnalysis } from '#core/results/reading.ts';
import { verdict } from '#core/results/verdict.ts';
import type { RolloutPlan, WinBackInputs } from '#core/rollout/plan.ts';
import type { ProjectionInputs } from '#core/rollout/projection.ts';

/** The win-back funnel of the method, to begin with. */
export const usualWinBack: WinBackInputs = {
  contacted: 100,
  costPerContact: 3500,
  responded: 30,
  costPerFollowUp: 500,
  retained: 20,
  orderValue: 30_000,
  marginShare: 0.3,
  ordersPerResponder: 1,
  months: 6,
};

/** The carrot that the verdict would take, or else the one with the highest response. */
export function bestCarrot(analysis: ExperimentAnalysis): string | null {
  const decision = verdict(analysis);
  if (decision.code === 'winner') return decision.best.arm;
  if (decision.code === 'better-than-control-no-single-winner')
    return decision.better[0]?.arm ?? null;
  return findings(analysis)[0]?.arm ?? null;
}

/** What a responding customer of an arm spent in the experiment, or null without money or responses. */
export function measuredOrderValue(totals: ExperimentTotals, arm: string): number | null {
  const place = totals.arms.indexOf(arm);
  const sums = totals.strata.map(({ totals: arms }) => arms[place]);
  const money = sums.reduce((sum, part) => sum + (part?.moneySum ?? 0), 0);
  const responders = sums.reduce((sum, part) => sum + (part?.responders ?? 0), 0);
  return money > 0 && responders > 0 ? money / responders : null;
}

/** The plan to begin with: costs from the design, sales from the experiment where it measured them. */
export function usualPlan(
  arm: string,
  design: Design | null,
  totals: ExperimentTotals,
): RolloutPlan {
  const measured = measuredOrderValue(totals, arm);
  const planned = design?.arms.find(({ id }) => id === arm);
  const channel = design && planned ? channelOf(design, planned) : null;
  return {
    arm,
    population: null,
    orderValue: measured === null ? usualWinBack.orderValue : Math.round(measured),
    costPerContact: channel?.costPerContact ?? usualWinBack.costPerContact,
    costPerReward: planned?.costPerReward ?? 0,
    marginShare: usualWinBack.marginShare,
    winBack: usualWinBack,
  };
}

const nobody: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };

/**
 * What a projection of one carrot starts from. A population that the reader typed takes the place of the cells' own.
 * `eligible`: customers that the design finds eligible, or null where that is not known.
 */
export function projectionInputs(
  arm: string,
  plan: RolloutPlan,
  costPerReward: number,
  analysis: ExperimentAnalysis,
  totals: ExperimentTotals,
  eligible: number | null,
): ProjectionInputs {
  const treatment = totals.arms.indexOf(arm);
  const control = totals.arms.indexOf(analysis.control);
  return {
    strata: totals.strata.map(({ population, totals: arms }) => ({
      population: plan.population === null ? population : null,
      treatment: arms[treatment] ?? nobody,
      control: arms[control] ?? nobody,
    })),
    population: plan.population ?? eligible,
    orderValue: plan.orderValue,
    marginShare: plan.marginShare,
    costPerContact: plan.costPerContact,
    costPerReward,
    confidenceShare: analysis.confidenceShare,
    carrotsCompared: analysis.comparisons.length,
  };
}
