import { refuse, succeed, type Result } from '#core/result.ts';
import type { Design } from './design.ts';

/** What an experiment costs, in the project's currency. The holdout is not contacted and costs nothing. */
export interface PlanCost {
  readonly contacted: number;
  readonly contactCost: number;
  /** Expected: every carrot's customers respond at the planned share. */
  readonly rewardCost: number;
  readonly totalCost: number;
  /** The bill if every contacted customer takes the offer. */
  readonly highestRewardCost: number;
  readonly highestTotalCost: number;
}

/**
 * What the experiment will cost, and what it costs at most.
 * `counts`: customers drawn, [cell][arm], arms in the order of the design. `design`: unit costs in money, 0 or more;
 * expected rewards are customers × (baseline + lift) × cost per reward.
 * Refuses `negative-cost` and `response-share-out-of-range` (baseline + lift outside 0..1).
 * Example: 2,700 contacted at 3,500, three carrots of 900 with rewards of 5,000, 4,800 and 5,000, response 8 percent
 * gives 9,450,000 + 1,065,600 = 10,515,600, at most 22,770,000.
 */
export function planCost(
  counts: readonly (readonly number[])[],
  design: Pick<Design, 'arms' | 'costPerContact' | 'power'>,
): Result<PlanCost> {
  const { arms, costPerContact, power } = design;
  const unitCosts = [costPerContact, ...arms.map(({ costPerReward }) => costPerReward)];
  const negative = unitCosts.find((cost) => !(cost >= 0));
  if (negative !== undefined) return refuse({ code: 'negative-cost', cost: negative });
  const responseShare = power.baselineShare + power.lift;
  if (!(responseShare >= 0 && responseShare <= 1))
    return refuse({ code: 'response-share-out-of-range', responseShare });
  const customers = armSizes(counts, arms.length);
  let contacted = 0;
  let highestRewardCost = 0;
  arms.forEach(({ role, costPerReward }, arm) => {
    if (role === 'holdout') return;
    contacted += customers[arm] as number;
    highestRewardCost += (customers[arm] as number) * costPerReward;
  });
  const contactCost = contacted * costPerContact;
  const rewardCost = highestRewardCost * responseShare;
  return succeed({
    contacted,
    contactCost,
    rewardCost,
    totalCost: contactCost + rewardCost,
    highestRewardCost,
    highestTotalCost: contactCost + highestRewardCost,
  });
}

/** Customers drawn for each arm over all cells. Example: `armSizes([[1, 2], [3, 4]], 2)` is `[4, 6]`. */
export function armSizes(counts: readonly (readonly number[])[], arms: number): readonly number[] {
  return Array.from({ length: arms }, (_, arm) =>
    counts.reduce((customers, row) => customers + (row[arm] ?? 0), 0),
  );
}
