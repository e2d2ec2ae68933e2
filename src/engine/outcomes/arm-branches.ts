import type { ArmBranches } from '#core/results/outcome-detail.ts';
import { noArm, unknown, type CustomerOutcomes } from './customer-outcomes.ts';
import { takesPart } from './total-outcomes.ts';

type Counts = { -readonly [Branch in keyof ArmBranches]: number };

/**
 * The response tree of every arm. Who purchased has responded and who responded was reached, whatever a file says of them:
 * those against which a file speaks are counted.
 */
export function branchesOf(outcomes: CustomerOutcomes): readonly ArmBranches[] {
  const { arms, arm, responded, blank, delivered, purchased, several } = outcomes;
  const branches = arms.map(noCustomers);
  for (let place = 0; place < arm.length; place++) {
    if (arm[place] === noArm) continue;
    const counts = branches[arm[place] as number] as Counts;
    if (responded[place] === unknown || (blank?.[place] === 1 && responded[place] === 0))
      counts.missingOutcome++;
    if (!takesPart(outcomes, place)) continue;
    const buys = purchased?.[place] === 1;
    const responds = responded[place] === 1 || buys;
    counts.customers++;
    if (buys && responded[place] !== 1) counts.purchasedWithoutResponse++;
    if (!delivered || delivered[place] === unknown) counts.deliveryUnknown++;
    else if (delivered[place] === 0) {
      if (responds) counts.respondedThoughBounced++;
      else counts.bounced++;
    }
    if (responds) counts.responded++;
    if (!buys) continue;
    counts.purchased++;
    if (!several || several[place] === unknown) counts.basketUnknown++;
    else if (several[place] === 1) counts.severalProducts++;
  }
  return branches;
}

function noCustomers(): Counts {
  return {
    customers: 0,
    bounced: 0,
    deliveryUnknown: 0,
    responded: 0,
    purchased: 0,
    severalProducts: 0,
    basketUnknown: 0,
    respondedThoughBounced: 0,
    purchasedWithoutResponse: 0,
    missingOutcome: 0,
  };
}
