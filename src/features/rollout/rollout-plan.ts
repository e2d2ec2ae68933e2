import { channelOf } from '#core/design/channel.ts';
import type { Design } from '#core/design/design.ts';
import type { ExperimentTotals } from '#core/results/analysis.ts';
import { findings } from '#core/results/finding.ts';
import type { ExperimentAnalysis } from '#core/results/reading.ts';
import { verdict } from '#core/results/verdict.ts';
import { usualListPlan } from '#core/rollout/list/list-plan.ts';
import type { ListCells } from '#core/rollout/outlook/list-cells.ts';
import type { CarrotMoney, CellOffer } from '#core/rollout/outlook/policy-inputs.ts';
import { usualOutlook } from '#core/rollout/outlook/outlook-plan.ts';
import type { CarrotTerms, RolloutPlan } from '#core/rollout/plan.ts';
import { usualPolicy } from '#core/rollout/policy/policy-plan.ts';
import { usualProcess } from '#core/rollout/process.ts';
import {
  marginPerResponse,
  salesPerResponse,
  usualUnitValue,
  type UnitValue,
} from '#core/rollout/unit-value.ts';
import { usualWinBack } from '#core/rollout/win-back/win-back-inputs.ts';

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

/** The plan to begin with: every carrot on its usual terms. */
export function usualPlan(arm: string): RolloutPlan {
  return {
    arm,
    population: null,
    value: usualUnitValue,
    carrots: [],
    policy: usualPolicy,
    outlook: usualOutlook,
    winBack: usualWinBack,
    listPlan: usualListPlan,
    lists: [],
    process: usualProcess,
  };
}

/** What a carrot costs and sells: as somebody said, or else costs from the design and sales as the experiment measured them. */
export function termsOf(
  arm: string,
  plan: Pick<RolloutPlan, 'carrots'>,
  design: Design | null,
  totals: ExperimentTotals,
): CarrotTerms {
  const said = plan.carrots.find((terms) => terms.arm === arm);
  if (said) return said;
  const measured = measuredOrderValue(totals, arm);
  const planned = design?.arms.find(({ id }) => id === arm);
  const channel = design && planned ? channelOf(design, planned) : null;
  return {
    arm,
    orderValue: measured === null ? usualWinBack.orderValue : Math.round(measured),
    costPerContact: channel?.costPerContact ?? usualWinBack.costPerContact,
    costPerReward: planned?.costPerReward ?? 0,
    redemptionShare: planned?.redemptionShare ?? 1,
  };
}

/** The plan with other terms for one carrot. */
export function withTerms(plan: RolloutPlan, terms: CarrotTerms): RolloutPlan {
  return {
    ...plan,
    carrots: [...plan.carrots.filter(({ arm }) => arm !== terms.arm), terms],
  };
}

/** What a carrot costs and what a response to it brings, by the worth of a response. */
export function moneyOf(terms: CarrotTerms, value: UnitValue): CarrotMoney {
  return {
    salesPerResponse: salesPerResponse(value, terms.orderValue),
    marginPerResponse: marginPerResponse(value, terms.orderValue),
    costPerContact: terms.costPerContact,
    rewardPerResponse: terms.costPerReward * terms.redemptionShare,
  };
}

/** One carrot for everybody on the list. */
export function offersToAll(list: ListCells | null, carrot: number): readonly CellOffer[] {
  return (list?.cells ?? []).map(() => ({ carrot, share: 1 }));
}
