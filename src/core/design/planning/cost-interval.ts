import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { binomialSumInterval } from '#core/stats/distributions/binomial-sum.ts';
import type { Interval } from '#core/stats/interval.ts';
import { channelOf, liftOfArm } from '../channel.ts';
import type { Design } from '../design.ts';

/** What an arm costs: money per contacted customer, and per customer who takes the reward. */
export interface ArmCost {
  readonly costPerContact: number;
  readonly costPerReward: number;
}

/** Redemption shares, [cell][arm], 0..1. */
export type Redemption = readonly (readonly number[])[];

/** A plan and what its customers are expected to redeem. */
export interface CostPlan {
  /** Customers drawn, [cell][arm], whole. */
  readonly counts: readonly (readonly number[])[];
  readonly arms: readonly ArmCost[];
  readonly expected: Redemption;
  /** What the redemption may also be, when the expectation is itself uncertain. */
  readonly range?: { readonly low: Redemption; readonly high: Redemption };
}

/** What a plan costs, in the currency of its unit costs. */
export interface CostInterval {
  readonly contactCost: number;
  readonly rewardCost: number;
  readonly totalCost: number;
  /** The total with the chance that was asked for, the expectation taken as it is: customers redeem by chance. */
  readonly byChance: Interval;
  /** The same, from the low end of the range's lower redemption to the high end of its higher one; null without a range. */
  readonly withRange: Interval | null;
  readonly highestTotalCost: number;
  readonly method: 'exact' | 'normal';
}

/**
 * What a plan will cost, and between which amounts.
 * Arms in the order of the counts; unit costs 0 or more (a holdout has 0); `confidenceShare`: 0..1, 0.95 by default.
 * Refuses `no-arms`, `negative-cost`, `plan-mismatch` (a redemption share is missing), `range-reversed` (a low share above a
 * high one), and what `binomialSumInterval` refuses.
 * Source: the exact distribution of the rewards (`binomialSumInterval`); the range is an envelope, not a chance.
 * Example: 2,700 contacted at 3,500, 900 each with rewards of 5,000, 4,800 and 5,000 at 8%: 10,515,600, by chance
 * 10,381,600 to 10,653,800.
 */
export function costInterval(plan: CostPlan, confidenceShare = 0.95): Result<CostInterval> {
  const problem = planProblem(plan);
  if (problem) return refuse(problem);
  const { counts, arms, expected, range } = plan;
  const groups = counts.flatMap((row, cell) => row.map((count, arm) => ({ cell, arm, count })));
  const perArm = (cost: (arm: ArmCost) => number): number =>
    groups.reduce((sum, { arm, count }) => sum + count * cost(arms[arm] ?? noCost), 0);
  const contactCost = perArm(({ costPerContact }) => costPerContact);
  const rewards = (redemption: Redemption) =>
    binomialSumInterval(
      groups.map(({ cell, arm, count }) => ({
        value: arms[arm]?.costPerReward ?? 0,
        trials: count,
        share: redemption[cell]?.[arm] ?? 0,
      })),
      confidenceShare,
    );
  const middle = rewards(expected);
  if (!middle.ok) return middle;
  const low = rewards(range?.low ?? expected);
  if (!low.ok) return low;
  const high = rewards(range?.high ?? expected);
  if (!high.ok) return high;
  const { mean, method } = middle.value;
  return succeed({
    contactCost,
    rewardCost: mean,
    totalCost: contactCost + mean,
    byChance: { low: contactCost + middle.value.low, high: contactCost + middle.value.high },
    withRange: range
      ? { low: contactCost + low.value.low, high: contactCost + high.value.high }
      : null,
    highestTotalCost: contactCost + perArm(({ costPerReward }) => costPerReward),
    method,
  });
}

/**
 * The same of a design: customers redeem as expected; the range goes from carrots that do nothing to carrots that do twice as
 * much as expected.
 * `counts`: [cell][arm]. Refuses what `costInterval` refuses.
 */
export function designCostInterval(
  design: Pick<Design, 'arms' | 'channels' | 'power'>,
  counts: readonly (readonly number[])[],
): Result<CostInterval> {
  const { arms, power } = design;
  const redeemed = (times: number): Redemption => {
    const row = arms.map((arm) => {
      const share = power.baselineShare + times * liftOfArm(design, arm);
      return channelOf(design, arm) ? Math.min(1, Math.max(0, share)) * arm.redemptionShare : 0;
    });
    return counts.map(() => row);
  };
  const [nothing, twice] = [redeemed(0), redeemed(2)];
  // A carrot that is expected to do harm costs less the more it does.
  const either = (choose: (one: number, other: number) => number): Redemption =>
    nothing.map((row, cell) => row.map((share, arm) => choose(share, twice[cell]?.[arm] ?? share)));
  return costInterval({
    counts,
    arms: arms.map((arm) => {
      const channel = channelOf(design, arm);
      return channel
        ? { costPerContact: channel.costPerContact, costPerReward: arm.costPerReward }
        : noCost;
    }),
    expected: redeemed(1),
    range: { low: either(Math.min), high: either(Math.max) },
  });
}

const noCost: ArmCost = { costPerContact: 0, costPerReward: 0 };

function planProblem({ counts, arms, expected, range }: CostPlan): Problem | null {
  if (arms.length === 0) return { code: 'no-arms' };
  const costs = arms.flatMap(({ costPerContact, costPerReward }) => [
    costPerContact,
    costPerReward,
  ]);
  const negative = costs.find((cost) => !(cost >= 0));
  if (negative !== undefined) return { code: 'negative-cost', cost: negative };
  for (const [cell, row] of counts.entries()) {
    for (const arm of row.keys()) {
      const shares = [expected, ...(range ? [range.low, range.high] : [])].map(
        (redemption) => redemption[cell]?.[arm],
      );
      if (arm >= arms.length || shares.some((share) => share === undefined)) {
        return { code: 'plan-mismatch', cell, arm };
      }
      if (range && (shares[1] ?? 0) > (shares[2] ?? 0))
        return { code: 'range-reversed', cell, arm };
    }
  }
  return null;
}
