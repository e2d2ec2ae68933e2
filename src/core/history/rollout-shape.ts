import { effectBeliefs, outlookScopes, type OutlookPlan } from '../rollout/outlook/outlook-plan.ts';
import type { CarrotTerms, RolloutPlan } from '../rollout/plan.ts';
import type { CrossFittingMethod } from '../rollout/policy/cross-fitting.ts';
import type { PolicyPlan } from '../rollout/policy/policy-plan.ts';
import type { UnitValue } from '../rollout/unit-value.ts';
import { listPlanShape, processShape, rolloutListShape } from './rollout-list-shape.ts';
import { count, listOf, number, oneOf, orNull, record, text } from './shape.ts';
import { winBackShape } from './win-back-shape.ts';

const value = record<UnitValue>({
  marginShare: number,
  cannibalisedShare: number,
  laterOrdersPerMonth: number,
  months: count,
  discountPerMonth: number,
});

const carrot = record<CarrotTerms>({
  arm: text,
  orderValue: number,
  costPerContact: number,
  costPerReward: number,
  redemptionShare: number,
});

const policy = record<PolicyPlan>({
  budget: orNull(number),
  capacities: listOf(record<PolicyPlan['capacities'][number]>({ channel: text, most: count })),
  holdoutShare: number,
  sameWithin: orNull(text),
  basis: oneOf(['response', 'money']),
  judgedBy: record<CrossFittingMethod>({
    name: text,
    version: count,
    folds: count,
    seed: text,
  }),
});

const outlook = record<OutlookPlan>({
  scope: oneOf(outlookScopes),
  effects: oneOf(effectBeliefs),
  effectKept: number,
  responseFactor: number,
  costFactor: number,
  lossLimit: orNull(number),
});

/** The shape of how the carrots are taken to all eligible customers. */
export const rolloutShape = record<RolloutPlan>({
  arm: text,
  population: orNull(count),
  value,
  carrots: listOf(carrot),
  policy,
  outlook,
  listPlan: listPlanShape,
  lists: listOf(rolloutListShape),
  process: processShape,
  winBack: winBackShape,
});
