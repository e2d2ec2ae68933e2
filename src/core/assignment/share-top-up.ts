import { armWeights } from '../design/arm-weights.ts';
import type { Design } from '../design/design.ts';
import { divideCellsBy } from '../design/divide-cells.ts';
import { shareWithin } from '../design/share-total.ts';
import { refuse, succeed, type Problem, type Result } from '../result.ts';
import { allCounts, type Assignment, type TopUp } from './assignment.ts';

export type TopUpProblem =
  | (Problem<'sample-not-whole'> & { sample: number })
  | Problem<'zero-sample'>
  /** All cells that the plan draws from together, within their caps. */
  | (Problem<'total-exceeds-left'> & { wanted: number; available: number });

/** What of a design says in which proportions a wave is drawn. */
type SharingDesign = Pick<Design, 'arms' | 'allocation' | 'cellRules' | 'channels' | 'power'>;

/**
 * How many customers a further wave takes in each cell for each arm, [cell][arm]: cells in the proportions of the first draw, as
 * far as they have customers left and their caps allow, arms of a cell in the proportions of the plan.
 * `left`: eligible customers per cell who are in no wave; `total`: whole, above 0.
 * Refuses `sample-not-whole`, `zero-sample` and `total-exceeds-left`.
 * Source: as the allocation of the plan, `shareWithin` and `divideCellsBy`.
 * Example: 60 of two arms over cells that gave 200 and 100 take 20, 20 and 10, 10; where the second has 12 left, 24, 24 and 6, 6.
 */
export function shareTopUp(
  design: SharingDesign,
  assignment: Pick<Assignment, 'counts' | 'topUps'>,
  left: readonly number[],
  total: number,
): Result<number[][], TopUpProblem> {
  if (!Number.isSafeInteger(total)) return refuse({ code: 'sample-not-whole', sample: total });
  if (total <= 0) return refuse({ code: 'zero-sample' });
  const first = assignment.counts.map(sum);
  const drawn = allCounts(assignment).map(sum);
  const bounds = first.map((weight, cell) => {
    const cap = design.cellRules.find((rule) => rule.cell === cell)?.most ?? null;
    const room = cap === null ? Infinity : Math.max(0, cap - (drawn[cell] ?? 0));
    return { least: 0, most: weight === 0 ? 0 : Math.min(left[cell] ?? 0, room) };
  });
  const available = sum(bounds.map(({ most }) => most));
  if (total > available) return refuse({ code: 'total-exceeds-left', wanted: total, available });
  const perCell = shareWithin(first, bounds, total);
  const { allocation } = design;
  const weights = armWeights(design);
  return succeed(
    divideCellsBy(perCell, (cell) =>
      allocation.kind === 'optimised' ? (allocation.counts[cell] ?? weights) : weights,
    ),
  );
}

/**
 * Whether a wave divides every cell among the arms in the proportions of the first draw, but for rounding. Where it does not,
 * an arm is compared with others whose customers were drawn at another time. A cell the first draw took nobody from says nothing.
 * Example: a first draw of 50 and 50 and a wave of 10 and 11 do, one of 20 and 5 does not.
 */
export function keepsProportions(
  first: readonly (readonly number[])[],
  wave: TopUp['counts'],
): boolean {
  return wave.every((row, cell) => {
    const before = first[cell] ?? [];
    const [all, own] = [sum(before), sum(row)];
    // Both are rounded: a place each.
    return row.every((size, arm) => {
      const expected = all === 0 ? size : (own * (before[arm] ?? 0)) / all;
      return Math.abs(size - expected) <= 1 + own / Math.max(1, all);
    });
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
