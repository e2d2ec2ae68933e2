import { estimate } from './policy-rules.ts';
import { bestPlans, type PolicyProblem } from './policy-problem.ts';

/**
 * The carrot that each cell gets where a cell gets one or none: the one that at least half of its customers would get by
 * the best plan for the budget (null: as much as pays); null for none. Numbers are places in `problem.carrots`.
 * Without judging the plan, so that it is there at once.
 * Example: a cell of which the budget's last step reaches a third gets nothing.
 */
export function carrotPerCell(
  problem: PolicyProblem,
  budget: number | null,
): readonly (number | null)[] {
  const { raw, believed } = estimate(problem, problem.counts);
  const { carrots, cells, isKnown } = raw;
  const [plan] = bestPlans(problem, { carrots, isKnown, ...believed }, [budget]);
  const reach = new Float64Array(cells);
  for (const { cell, customers } of problem.parts) reach[cell] = (reach[cell] ?? 0) + customers;
  return Array.from(reach, (customers, cell) => {
    const row = [...(plan?.customers.slice(cell * carrots, (cell + 1) * carrots) ?? [])];
    const most = Math.max(...row);
    return most > 0 && most >= customers / 2 ? row.indexOf(most) : null;
  });
}
