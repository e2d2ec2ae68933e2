import { normalDensity, normalUpperTail } from '../distributions/normal-distribution.ts';

/** What is known of one of two arms beforehand, in money (or response shares) per customer. */
export interface ArmPrior {
  /** What it is expected to earn per customer, its costs taken off. */
  readonly meanProfit: number;
  /** How uncertain that is: the standard deviation of what its true mean may be. */
  readonly offerSpread: number;
  /** The standard deviation of one customer's profit. */
  readonly customerSpread: number;
}

/** Two arms known unequally well: a new offer against the usual one, or one that costs more than the other. */
export interface UnequalPlan {
  readonly population: number;
  readonly first: ArmPrior;
  readonly second: ArmPrior;
}

/** How much the posterior mean of an arm varies: the prior's variance, as far as so many customers show it. */
export function shownVariance({ offerSpread, customerSpread }: ArmPrior, size: number): number {
  return (offerSpread ** 2 * size) / (size + (customerSpread / offerSpread) ** 2);
}

/** The mean of max(0, X) for a normal X. */
export function expectedExcess(mean: number, deviation: number): number {
  if (deviation === 0) return Math.max(0, mean);
  const z = mean / deviation;
  return mean * normalUpperTail(-z) + deviation * normalDensity(z);
}
