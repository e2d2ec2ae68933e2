import { planCost } from '../design/cost.ts';
import { levelCount, type Design } from '../design/design.ts';
import type { Experiment } from './project-document.ts';

/** The plan of an experiment in a few numbers. */
export interface PlanFacts {
  readonly cells: number;
  /** Customers drawn, or planned where that does not depend on the quota table. */
  readonly sample: number | null;
  readonly cost: number | null;
}

/** What the plan of an experiment comes to; null for one that was run elsewhere. */
export function planFacts({ design, assignment }: Experiment): PlanFacts | null {
  if (!design) return null;
  const cells = design.attributes.reduce(
    (product, attribute) => product * levelCount(attribute),
    1,
  );
  const counts = assignment?.counts ?? plannedCounts(design, cells);
  if (!counts) return { cells, sample: plannedTotal(design), cost: null };
  const cost = planCost(counts, design);
  const sample = counts.flat().reduce((sum, count) => sum + count, 0);
  return { cells, sample, cost: cost.ok ? cost.value.totalCost : null };
}

/** [cell][arm] where every cell gets the same; null where it depends on the quota table. */
function plannedCounts({ allocation, arms }: Design, cells: number) {
  if (allocation.kind !== 'equal') return null;
  return Array.from({ length: cells }, () => arms.map(() => allocation.perCellAndArm));
}

function plannedTotal({ allocation }: Design): number | null {
  return allocation.kind === 'proportional' ? allocation.total : null;
}
