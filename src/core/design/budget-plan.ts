import { allocate } from './allocation.ts';
import { costPerCustomer } from './arm-weights.ts';
import { planCost } from './cost.ts';
import type { Allocation, Arm, Design } from './design.ts';

/** A plan that the money allows: with a smaller sample, and without the carrots that were too dear for any. */
export interface BudgetPlan {
  readonly allocation: Allocation;
  readonly arms: readonly Arm[];
  /** The names of the carrots that are left out. */
  readonly leftOut: readonly string[];
  /** Customers in all, and what they are expected to cost. */
  readonly sample: number;
  readonly cost: number;
}

/**
 * The largest sample of the same kind whose expected cost the money allows. Where not even the smallest one can be paid, the
 * dearest carrots are left out one by one, as long as one remains. Null where nothing helps.
 * `population`: eligible customers per cell; `budget`: money above 0.
 * Example: the deck's 100 per cell and arm at 10,515,600, with 5,000,000 to spend: 47 per cell and arm.
 */
export function budgetPlan(
  design: Design,
  population: readonly number[],
  budget: number,
): BudgetPlan | null {
  const largest = largestSample(design, population, budget);
  if (largest) return { ...largest, arms: design.arms, leftOut: [] };
  const carrots = design.arms.filter(({ role }) => role === 'carrot');
  const [dearest] = [...carrots].sort(
    (one, other) => costPerCustomer(design, other) - costPerCustomer(design, one),
  );
  if (!dearest || carrots.length < 2) return null;
  const arms = design.arms.filter((arm) => arm !== dearest);
  const fewer = budgetPlan({ ...design, arms }, population, budget);
  return fewer && { ...fewer, leftOut: [dearest.name, ...fewer.leftOut] };
}

function largestSample(
  design: Design,
  population: readonly number[],
  budget: number,
): Pick<BudgetPlan, 'allocation' | 'sample' | 'cost'> | null {
  const paid = (allocation: Allocation) => {
    const counts = allocate({ ...design, allocation }, population);
    const cost = counts.ok ? planCost(counts.value, design) : null;
    if (!counts.ok || !cost?.ok || cost.value.totalCost > budget) return null;
    const sample = counts.value.flat().reduce((sum, size) => sum + size, 0);
    return { allocation, sample, cost: cost.value.totalCost };
  };
  const { kind } = design.allocation;
  if (kind === 'cost-optimal') return paid({ kind, budget });
  const sized = (size: number): Allocation =>
    kind === 'equal'
      ? { kind, perCellAndArm: size }
      : { kind: kind === 'optimised' ? 'proportional' : kind, total: size };
  // The floors of the cells may make the smallest samples impossible: the search begins at what is possible.
  const floors = design.cellRules.reduce(
    (sum, { isOff, least }) => sum + (isOff ? 0 : (least ?? 0)),
    0,
  );
  // Fewer customers than arms are no comparison.
  const fewest = kind === 'equal' ? 1 : Math.max(design.arms.length, floors);
  let best = paid(sized(fewest));
  if (!best) return null;
  let [fits, tooMany] = [fewest, population.reduce((sum, customers) => sum + customers, 1)];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    const plan = paid(sized(middle));
    if (plan) [fits, best] = [middle, plan];
    else tooMany = middle;
  }
  return best;
}
