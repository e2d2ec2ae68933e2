import { refuse, succeed, type Result } from '#core/result.ts';
import {
  allocationProblem,
  allocationVariance,
  type AllocationStratum,
} from './allocation-stratum.ts';
import { boxAllocation } from './box-allocation.ts';

/** Customers per stratum, not yet whole; `variance` is that of the weighted mean (total) they give. */
export interface Allocation {
  readonly customers: readonly number[];
  readonly variance: number;
  readonly cost: number;
}

/**
 * How many customers of each stratum give the most exact overall figure for a given number of customers or money.
 * `strata`: weight, spread, cost, limits (see `AllocationStratum`); `budget`: what may be spent, in the unit of the costs;
 * without costs it is the number of customers. With costs the optimum is n ~ weight · spread / √cost.
 * Refuses `no-strata`, `invalid-stratum`, `budget-below-limits` (the lower limits alone cost more) and
 * `budget-above-limits` (all upper limits together cost less: nothing more can be bought), both with the bound.
 * Source: Neyman (1934); Cochran (1977), 5.5; Wesołowski, Wieczorkowski & Wójciak (2024), the algorithm RNABOX of R
 * `stratallo::opt`.
 * Example: weights 3000, 4000, 5000, 2000, spreads 48, 79, 76, 16, budget 190: 31.376, 68.853, 82.798, 6.972.
 */
export function optimalAllocation(
  strata: readonly AllocationStratum[],
  budget: number,
): Result<Allocation> {
  const problem = allocationProblem(strata);
  if (problem) return refuse(problem);
  // In money instead of customers each stratum has the same form again: (W S √c)² / money.
  const parts = strata.map(({ weight, spread, cost = 1, lower = 0, upper = Infinity }) => ({
    importance: weight * spread * Math.sqrt(cost),
    low: lower * cost,
    high: upper * cost,
  }));
  const least = parts.reduce((sum, { low }) => sum + low, 0);
  const most = parts.reduce((sum, { high }) => sum + high, 0);
  if (!(budget > 0 && budget >= least))
    return refuse({ code: 'budget-below-limits', budget, least });
  if (!(budget <= most && budget <= 1e100)) {
    return refuse({ code: 'budget-above-limits', budget, most });
  }
  return succeed(costed(strata, inCustomers(strata, boxAllocation(parts, budget))));
}

/**
 * The cheapest numbers of customers per stratum that make the overall figure as exact as required.
 * `strata`: weight, spread, cost, limits (an upper limit also for what the list has); `variance`: the largest allowed one of
 * the weighted mean, in the outcome's unit squared (the standard error wanted, squared), above 0.
 * Refuses `no-strata`, `invalid-stratum` and `variance-out-of-reach` (even all upper limits give more; with that `least`).
 * Source: Cochran (1977), 5.5; R `stratallo::optcost`.
 * Example: weights 3000, 4000, 5000, 2000, spread 1, costs 0.5, 0.6, 0.6, 0.3, upper limits 100, 90, 70, 80, variance
 * 1070000: 40.39682, 49.16944, 61.46181, 34.76805.
 */
export function cheapestAllocation(
  strata: readonly AllocationStratum[],
  variance: number,
): Result<Allocation> {
  const problem = allocationProblem(strata);
  if (problem) return refuse(problem);
  // Each stratum's part of the variance is what is divided now: cost · (W S)² / part is what it costs.
  const parts = strata.map(({ weight, spread, cost = 1, lower = 0, upper = Infinity }) => ({
    importance: weight * spread * Math.sqrt(cost),
    low: (weight * spread) ** 2 / upper,
    high: (weight * spread) ** 2 / lower,
  }));
  const least = parts.reduce((sum, { low }) => sum + low, 0);
  const most = parts.reduce((sum, { high }) => sum + high, 0);
  if (!(variance > 0 && variance >= least && variance <= 1e100)) {
    return refuse({ code: 'variance-out-of-reach', variance, least });
  }
  const shares = variance >= most ? parts.map(({ high }) => high) : boxAllocation(parts, variance);
  return succeed(
    costed(
      strata,
      strata.map(({ weight, spread, lower = 0, upper = Infinity }, place) =>
        Math.min(upper, Math.max(lower, (weight * spread) ** 2 / (shares[place] ?? 0))),
      ),
    ),
  );
}

/** Money back into customers; a limit comes back as itself, not as what dividing by the cost made of it. */
function inCustomers(strata: readonly AllocationStratum[], money: readonly number[]): number[] {
  return strata.map(({ cost = 1, lower = 0, upper = Infinity }, place) => {
    const spent = money[place] ?? 0;
    if (spent === lower * cost) return lower;
    return spent === upper * cost ? upper : Math.min(upper, Math.max(lower, spent / cost));
  });
}

function costed(strata: readonly AllocationStratum[], customers: readonly number[]): Allocation {
  const cost = strata.reduce((sum, { cost = 1 }, place) => sum + cost * (customers[place] ?? 0), 0);
  return { customers, variance: allocationVariance(strata, customers), cost };
}
