import { channelOf, liftOfArm } from './channel.ts';
import type { Allocation, Arm, Design } from './design.ts';

type Priced = Pick<Design, 'arms' | 'channels' | 'power'>;

/** Response shares are taken to lie within these limits: nobody is so sure that a share of 0 has no spread. */
const [leastShare, mostShare] = [0.001, 0.999];

/** The share of an arm's customers that is expected to respond: the baseline, and a carrot's lift as far as its channel reaches. */
export function expectedShare(design: Pick<Design, 'channels' | 'power'>, arm: Arm): number {
  const { baselineShare } = design.power;
  return arm.role === 'holdout' ? baselineShare : baselineShare + liftOfArm(design, arm);
}

/** Money per customer of an arm: contact, and the reward as far as it is expected to be taken. The holdout costs nothing. */
export function costPerCustomer(design: Pick<Design, 'channels' | 'power'>, arm: Arm): number {
  const channel = channelOf(design, arm);
  if (!channel) return 0;
  return (
    channel.costPerContact + expectedShare(design, arm) * arm.redemptionShare * arm.costPerReward
  );
}

/**
 * What a customer of each arm counts as when money is weighed against precision: a carrot's what it costs, a holdout's the
 * mean of the carrots, since a customer who is held out could have had one. 1 for all where nothing costs anything.
 * Example: carrots of 3,900 and 3,500 make a holdout customer count as 3,700.
 */
export function weighedCosts(design: Priced): readonly number[] {
  const costs = design.arms.map((arm) => costPerCustomer(design, arm));
  const carrots = costs.filter((_, arm) => design.arms[arm]?.role === 'carrot');
  const mean = carrots.reduce((sum, cost) => sum + cost, 0) / carrots.length;
  if (!(mean > 0)) return costs.map(() => 1);
  // A carrot that is given away still takes a customer: no arm may become endlessly large.
  return costs.map((cost, arm) =>
    design.arms[arm]?.role === 'carrot' ? Math.max(cost, mean / 100) : mean,
  );
}

/**
 * How large the arms are within a cell, relative to each other.
 * `root-control`: √k for the holdout, 1 for each of k carrots. `neyman`: the standard deviation of the response. `cost-optimal`:
 * that over the root of what a customer counts as. Otherwise alike.
 * Source: Dunnett (1955), JASA 50; Neyman (1934); Cochran (1977), 5.5.
 * Example: 3% of the holdout and 8% with a carrot give 0.1706 and 0.2713 by Neyman.
 */
export function armWeights(
  design: Priced & { readonly allocation: Pick<Allocation, 'kind'> },
): readonly number[] {
  const { arms, allocation } = design;
  switch (allocation.kind) {
    case 'root-control': {
      const carrots = arms.filter(({ role }) => role === 'carrot').length;
      return arms.map(({ role }) => (role === 'holdout' ? Math.sqrt(carrots) : 1));
    }
    case 'neyman':
      return arms.map((arm) => spread(design, arm));
    case 'cost-optimal': {
      const costs = weighedCosts(design);
      return arms.map((arm, place) => spread(design, arm) / Math.sqrt(costs[place] ?? 1));
    }
    default:
      return arms.map(() => 1);
  }
}

function spread(design: Priced, arm: Arm): number {
  const share = Math.min(mostShare, Math.max(leastShare, expectedShare(design, arm)));
  return Math.sqrt(share * (1 - share));
}
