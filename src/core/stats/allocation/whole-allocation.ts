import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  allocationProblem,
  allocationVariance,
  type AllocationStratum,
} from './allocation-stratum.ts';

/** Whole customers per stratum. */
export interface WholeAllocation {
  readonly customers: readonly number[];
  readonly variance: number;
}

/**
 * The whole numbers of customers per stratum that give the most exact overall figure: optimal among all whole numbers, not
 * an optimum rounded.
 * `strata`: weight, spread and limits as for `optimalAllocation` (whole limits; every stratum gets at least one customer;
 * costs are not looked at); `total`: whole, how many customers in all.
 * Refuses `no-strata`, `invalid-stratum` (also limits that are not whole), `invalid-size` (total not whole, or beyond
 * 1e12), `budget-below-limits` and `budget-above-limits`.
 * Source: Wright (2017), Statistics & Probability Letters 129, algorithm III: the next customer goes where
 * weight · spread / √(n (n + 1)) is largest.
 * Example: weights 3000, 4000, 5000, 2000, spreads 48, 79, 76, 16, total 190: 31, 69, 83, 7.
 */
export function wholeAllocation(
  strata: readonly AllocationStratum[],
  total: number,
): Result<WholeAllocation> {
  const problem = allocationProblem(strata) ?? wholeLimitsProblem(strata);
  if (problem) return refuse(problem);
  if (!(Number.isSafeInteger(total) && total > 0 && total <= 1e12)) {
    return refuse({ code: 'invalid-size', total });
  }
  const parts = strata.map(({ weight, spread, lower = 0, upper = Infinity }) => ({
    importance: weight * spread,
    low: Math.max(1, lower),
    high: upper,
  }));
  const least = parts.reduce((sum, { low }) => sum + low, 0);
  const most = parts.reduce((sum, { high }) => sum + high, 0);
  if (total < least) return refuse({ code: 'budget-below-limits', budget: total, least });
  if (total > most) return refuse({ code: 'budget-above-limits', budget: total, most });
  const customers = byPriority(parts, total);
  return succeed({ customers, variance: allocationVariance(strata, customers) });
}

interface Part {
  readonly importance: number;
  readonly low: number;
  readonly high: number;
}

/** What the next customer of a stratum that has n takes off the variance, as a root. */
function priority(importance: number, customers: number): number {
  return importance / Math.sqrt(customers * (customers + 1));
}

/** All customers above a common priority at once, then the last few one by one. */
function byPriority(parts: readonly Part[], total: number): number[] {
  const above = (limit: number): number[] =>
    parts.map(({ importance, low, high }) => {
      // The largest n whose last customer still had this priority: n (n - 1) <= (importance / limit)².
      const reached = Math.floor(0.5 + Math.sqrt(0.25 + (importance / limit) ** 2));
      return Math.min(high, Math.max(low, reached));
    });
  const sum = (customers: readonly number[]): number => customers.reduce((all, n) => all + n, 0);
  let [tooMany, fewEnough] = [0, Math.max(...parts.map(({ importance }) => importance))];
  while (sum(above(fewEnough)) > total) fewEnough *= 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = tooMany === 0 ? fewEnough / 4 : (tooMany + fewEnough) / 2;
    if (middle <= tooMany || middle >= fewEnough) break;
    if (sum(above(middle)) > total) tooMany = middle;
    else fewEnough = middle;
  }
  // A hair above the common priority, so that rounding there cannot hand out a customer too early.
  const customers = above(fewEnough * (1 + 1e-12));
  for (let rest = total - sum(customers); rest > 0; rest -= 1) {
    let best = -1;
    for (const [place, { importance, high }] of parts.entries()) {
      const here = customers[place] ?? 0;
      if (here >= high) continue;
      const challenger = parts[best];
      const current = challenger ? priority(challenger.importance, customers[best] ?? 0) : -1;
      if (priority(importance, here) > current) best = place;
    }
    customers[best] = (customers[best] ?? 0) + 1;
  }
  return customers;
}

function wholeLimitsProblem(strata: readonly AllocationStratum[]): Problem | null {
  for (const [place, { lower = 0, upper = Infinity }] of strata.entries()) {
    const whole = Number.isSafeInteger(lower) && (upper === Infinity || Number.isInteger(upper));
    if (!whole || upper < 1) {
      return { code: 'invalid-stratum', stratum: place + 1, lower, upper };
    }
  }
  return null;
}
