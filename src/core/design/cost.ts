import { refuse, succeed, type Result } from '#core/result.ts';
import { channelOf, liftOfArm } from './channel.ts';
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
 * expected rewards are customers × (baseline + lift × reach of the channel) × redemption share × cost per reward.
 * Refuses `negative-cost`, `response-share-out-of-range` (baseline + lift outside 0..1), `redemption-out-of-range` and
 * `arm-without-channel`.
 * Example: 2,700 contacted at 3,500, three carrots of 900 with rewards of 5,000, 4,800 and 5,000, response 8 percent
 * gives 9,450,000 + 1,065,600 = 10,515,600, at most 22,770,000.
 */
export function planCost(
  counts: readonly (readonly number[])[],
  design: Pick<Design, 'arms' | 'channels' | 'power'>,
): Result<PlanCost> {
  const { arms, channels, power } = design;
  const unitCosts = [
    ...channels.map(({ costPerContact }) => costPerContact),
    ...arms.map(({ costPerReward }) => costPerReward),
  ];
  const negative = unitCosts.find((cost) => !(cost >= 0));
  if (negative !== undefined) return refuse({ code: 'negative-cost', cost: negative });
  const responseShare = power.baselineShare + power.lift;
  if (!(responseShare >= 0 && responseShare <= 1))
    return refuse({ code: 'response-share-out-of-range', responseShare });
  const unredeemed = arms.find(({ redemptionShare: share }) => !(share >= 0 && share <= 1));
  if (unredeemed)
    return refuse({
      code: 'redemption-out-of-range',
      arm: unredeemed.name,
      redemptionShare: unredeemed.redemptionShare,
    });
  const lost = arms.find((arm) => arm.role === 'carrot' && channelOf(design, arm) === null);
  if (lost) return refuse({ code: 'arm-without-channel', arm: lost.name });
  const customers = armSizes(counts, arms.length);
  let contacted = 0;
  let contactCost = 0;
  let rewardCost = 0;
  let highestRewardCost = 0;
  arms.forEach((arm, place) => {
    const channel = channelOf(design, arm);
    if (!channel) return;
    const size = customers[place] as number;
    contacted += size;
    contactCost += size * channel.costPerContact;
    highestRewardCost += size * arm.costPerReward;
    const responders = size * (power.baselineShare + liftOfArm(design, arm));
    rewardCost += responders * arm.redemptionShare * arm.costPerReward;
  });
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
