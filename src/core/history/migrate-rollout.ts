import { usualListPlan } from '../rollout/list/list-plan.ts';
import { usualOutlook } from '../rollout/outlook/outlook-plan.ts';
import { usualPolicy } from '../rollout/policy/policy-plan.ts';
import { usualProcess } from '../rollout/process.ts';
import { usualUnitValue } from '../rollout/unit-value.ts';
import { isFields, ownValue, withFields, type Fields } from './migration-fields.ts';

/** A rollout gets terms of its own for every carrot, a policy, what will be other than in the experiment, and lists. */
export function experimentOfVersion6(experiment: Fields): Fields {
  const rollout = ownValue(experiment, 'rollout');
  return { ...experiment, rollout: isFields(rollout) ? rolloutOfVersion6(rollout) : rollout };
}

/** Every response took the reward, and sold its one order. */
function rolloutOfVersion6(rollout: Fields): Fields {
  const { orderValue, costPerContact, costPerReward, marginShare, ...kept } = rollout;
  const { arm } = kept;
  return {
    ...kept,
    value: { ...usualUnitValue, marginShare },
    carrots: [{ arm, orderValue, costPerContact, costPerReward, redemptionShare: 1 }],
    policy: usualPolicy,
    outlook: usualOutlook,
    listPlan: usualListPlan,
    lists: [],
    process: usualProcess,
    winBack: withFields(ownValue(rollout, 'winBack'), plainChain),
  };
}

/** One follow-up, no reward, no discount and no holdout: a chain sums up as it did. */
const plainChain = {
  costPerReward: 0,
  discountPerMonth: 0,
  holdoutShare: null,
  holdoutRetainedShare: null,
  retainedShareWithout: null,
  followUps: [],
};
