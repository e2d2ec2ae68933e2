import type { Capacity } from './capped-plan.ts';
import { cappedPlan } from './capped-plan.ts';
import type { CarrotMoney, ProfitBasis } from './cell-profits.ts';
import { addCustomers, offersOf, type CellAmounts, type PolicyPart } from './offers.ts';
import { mostUseful, planAt } from './path-plan.ts';
import { profitPath } from './profit-path.ts';
import type { TestCounts } from './test-counts.ts';

/** Everything that a policy is found from. */
export interface PolicyProblem {
  readonly counts: TestCounts;
  /** In the order of the arms after the control. */
  readonly carrots: readonly CarrotMoney[];
  readonly basis: ProfitBasis;
  /** Whom the rollout may reach, the holdout taken off. */
  readonly parts: readonly PolicyPart[];
  readonly capacities: readonly Capacity[];
}

/** The best plan for one budget in customers of cells × carrots, by the amounts that it was made from. */
export interface CellPlan {
  readonly customers: Float64Array;
  readonly cost: number;
  readonly profit: number;
  /** What the next unit of money would earn. */
  readonly slope: number;
  /** How much more some other plan may earn at most; 0 but where the search was cut short. */
  readonly shortfall: number;
  /** What one more contact through each limited channel would earn. */
  readonly worthOfContact: readonly number[];
}

/**
 * The best plan for each budget (null: as much as pays). Without capacities all come from one path; with them each is a
 * linear programme of its own.
 */
export function bestPlans(
  { parts, capacities, carrots }: Pick<PolicyProblem, 'parts' | 'capacities' | 'carrots'>,
  amounts: CellAmounts,
  budgets: readonly (number | null)[],
): readonly CellPlan[] {
  const offers = offersOf(parts, amounts);
  const inCells = (shares: Float64Array) => {
    const customers = new Float64Array(amounts.isKnown.length);
    addCustomers(parts, shares, carrots.length, customers);
    return customers;
  };
  if (capacities.length > 0)
    return budgets.map((budget) => {
      const { shares, cost, profit, slope, bound, worthOfContact } = cappedPlan(
        offers,
        budget,
        capacities,
      );
      const gap = bound - profit;
      const shortfall = gap > 1e-9 * Math.max(1, Math.abs(bound)) ? gap : 0;
      return { customers: inCells(shares), cost, profit, slope, shortfall, worthOfContact };
    });
  const path = profitPath(offers);
  return budgets.map((budget) => {
    const { shares, ...plan } = planAt(path, budget ?? mostUseful(path));
    return { customers: inCells(shares), ...plan, shortfall: 0, worthOfContact: [] };
  });
}
