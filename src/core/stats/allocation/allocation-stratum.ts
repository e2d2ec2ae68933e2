import type { Problem } from '#core/result.ts';

/** One stratum (quota cell) to be given customers. */
export interface AllocationStratum {
  /** Its share of the whole, or its number of customers N_h: above 0, in the same unit for all strata. */
  readonly weight: number;
  /** The standard deviation of the outcome within it, above 0; of a response share p it is √(p (1 - p)). */
  readonly spread: number;
  /** What one customer costs, above 0; 1 by default. */
  readonly cost?: number;
  /** The fewest and the most customers it may be given; by default 0 and no limit. */
  readonly lower?: number;
  readonly upper?: number;
}

const largest = 1e100;
const smallest = 1e-100;

/**
 * Why strata cannot be given customers, or null: `no-strata`, or `invalid-stratum` with its place from 1 and its facts (a
 * weight, spread or cost that is not above 0 or is beyond 1e-100 to 1e100, a lower limit below 0 or above the upper one).
 */
export function allocationProblem(strata: readonly AllocationStratum[]): Problem | null {
  if (strata.length === 0) return { code: 'no-strata' };
  for (const [place, stratum] of strata.entries()) {
    const { weight, spread, cost = 1, lower = 0, upper = Number.POSITIVE_INFINITY } = stratum;
    const sizes = [weight, spread, cost, weight * spread];
    const possible = sizes.every((size) => size >= smallest && size <= largest);
    if (!possible || !(lower >= 0 && lower <= upper && lower <= largest)) {
      return { code: 'invalid-stratum', stratum: place + 1, ...stratum };
    }
  }
  return null;
}

/** The variance of the stratified mean (or total, when weights are counts): the sum of (weight · spread)² / customers. */
export function allocationVariance(
  strata: readonly AllocationStratum[],
  customers: readonly number[],
): number {
  return strata.reduce(
    (sum, { weight, spread }, place) => sum + (weight * spread) ** 2 / (customers[place] ?? 0),
    0,
  );
}
