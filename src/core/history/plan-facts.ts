import { allCounts } from '../assignment/assignment.ts';
import { isOff } from '../design/cell-bounds.ts';
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
  const counts = (assignment && allCounts(assignment)) ?? plannedCounts(design, cells);
  if (!counts) return { cells, sample: plannedTotal(design), cost: null };
  const cost = planCost(counts, design);
  const sample = counts.flat().reduce((sum, count) => sum + count, 0);
  return { cells, sample, cost: cost.ok ? cost.value.totalCost : null };
}

/** [cell][arm] where it is known without the quota table; null where it depends on that. */
function plannedCounts({ allocation, arms, cellRules }: Design, cells: number) {
  if (allocation.kind === 'optimised') return allocation.counts;
  const isLimited = cellRules.some(({ least, most }) => least !== null || most !== null);
  if (allocation.kind !== 'equal' || isLimited) return null;
  return Array.from({ length: cells }, (_, cell) =>
    arms.map(() => (isOff(cellRules, cell) ? 0 : allocation.perCellAndArm)),
  );
}

function plannedTotal({ allocation }: Design): number | null {
  return 'total' in allocation ? allocation.total : null;
}
