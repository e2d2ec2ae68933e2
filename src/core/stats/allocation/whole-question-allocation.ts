import { refuse, succeed, type Result } from '#core/result.ts';
import type { AllocationProblem } from './allocation-region.ts';
import { allocationAt, type QuestionAllocation } from './question-allocation.ts';
import { logInformation } from './requirement.ts';
import { wholeStart } from './whole-start.ts';

/** Until what the customers are handed out: all requirements are met, or the money is gone. */
export type WholeGoal =
  { readonly kind: 'requirements' } | { readonly kind: 'budget'; readonly budget: number };

const metUpTo = 1e-9;

/**
 * Whole customers next to an optimal allocation: everything is rounded down, then one customer after the other goes where it
 * tells most about the worst question per coin (Wright's priority values), within all limits, until the goal is reached; for
 * requirements, customers that are then not needed are taken back.
 * `exact`: an allocation of the same problem, as `bestWorstAllocation` or `cheapestForRequirements` gives it.
 * Refuses `requirements-out-of-reach` when whole customers within the limits do not meet all requirements, with `reached`, and
 * `cell-below-limits` or `budget-below-limits` when one customer wherever a question looks is already too many.
 * Source: Wright (2017), Statistics & Probability Letters 129, algorithm III: the value of the next customer is that of
 * weight² · variance / (n (n + 1)).
 * Example: 31.376, 68.853, 82.798 and 6.972 for Neyman's four strata and 190 become 31, 69, 83 and 7.
 */
export function wholeQuestionAllocation(
  problem: AllocationProblem,
  exact: readonly number[],
  goal: WholeGoal,
): Result<QuestionAllocation> {
  const budget = goal.kind === 'budget' ? goal.budget : Number.POSITIVE_INFINITY;
  const start = wholeStart(problem, exact, budget);
  if (!start.ok) return start;
  const { customers, fewest } = start.value;
  for (;;) {
    const now = allocationAt(problem, customers);
    const worst = now.reached.indexOf(Math.min(...now.reached));
    const met = (now.reached[worst] ?? 0) >= 1 - metUpTo;
    if (goal.kind === 'requirements' && met)
      return succeed(withoutSpare(problem, customers, fewest));
    const next = nextCustomer(problem, customers, { worst, money: budget - now.cost });
    if (next < 0) {
      return goal.kind === 'budget'
        ? succeed(now)
        : refuse({ code: 'requirements-out-of-reach', reached: now.reached, customers });
    }
    customers[next] = (customers[next] ?? 0) + 1;
  }
}

/** The group whose next customer tells most about a requirement per coin, or -1. */
function nextCustomer(
  { groups, available, requirements }: AllocationProblem,
  customers: readonly number[],
  { worst, money }: { readonly worst: number; readonly money: number },
): number {
  const requirement = requirements[worst];
  const variances = groups.map(({ variance }) => variance);
  const information = requirement && logInformation(requirement, customers, variances);
  if (!information) return -1;
  const taken = available.map((_, cell) =>
    groups.reduce((sum, group, at) => sum + (group.cell === cell ? (customers[at] ?? 0) : 0), 0),
  );
  let best = -1;
  let most = 0;
  for (const [place, { cell, cost, upper }] of groups.entries()) {
    const here = customers[place] ?? 0;
    const full = here + 1 > upper || (taken[cell] ?? 0) + 1 > (available[cell] ?? 0);
    if (full || cost > money) continue;
    // Slope · n / (n + 1): what one whole customer more adds, not what the slope at n promises.
    const value = ((information.slope[place] ?? 0) * here) / (here + 1) / cost;
    if (value > most) [best, most] = [place, value];
  }
  return best;
}

/** The dearest customers that no requirement needs are taken back. */
function withoutSpare(
  problem: AllocationProblem,
  customers: readonly number[],
  fewest: readonly number[],
): QuestionAllocation {
  let kept = allocationAt(problem, customers);
  const dearest = [...problem.groups.keys()].sort(
    (left, right) => (problem.groups[right]?.cost ?? 0) - (problem.groups[left]?.cost ?? 0),
  );
  for (const place of dearest) {
    for (;;) {
      const here = kept.customers[place] ?? 0;
      if (here - 1 < (fewest[place] ?? 0)) break;
      const fewer = allocationAt(
        problem,
        kept.customers.map((count, at) => (at === place ? count - 1 : count)),
      );
      if (Math.min(...fewer.reached) < 1 - metUpTo) break;
      kept = fewer;
    }
  }
  return kept;
}
