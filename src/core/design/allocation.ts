import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { armWeights } from './arm-weights.ts';
import { cellBounds, type CellBounds, type CellRuleProblem } from './cell-bounds.ts';
import type { Design, FoundAllocation } from './design.ts';
import { divideCells } from './divide-cells.ts';
import { shareWithin } from './share-total.ts';
import { spendBudget, type SpendProblem } from './spend-budget.ts';

/** A cell that has fewer customers than the plan wants from it. */
export interface ShortCell {
  readonly cell: number;
  readonly wanted: number;
  readonly available: number;
}

/** What of a design says how many customers are drawn. */
export type AllocatedDesign = Pick<
  Design,
  'arms' | 'allocation' | 'cellRules' | 'channels' | 'power'
>;

export type AllocationProblem =
  | Problem<'no-arms'>
  | Problem<'no-carrot'>
  | Problem<'no-cells'>
  | Problem<'no-eligible'>
  | Problem<'zero-sample'>
  | (Problem<'sample-not-whole'> & { sample: number })
  /** `most`: the largest number per cell and arm that every cell can give; `shortCells`: all that fall short. */
  | (Problem<'quota-exceeds-cell'> & ShortCell & { most: number; shortCells: readonly ShortCell[] })
  | (Problem<'total-exceeds-eligible'> & { wanted: number; available: number })
  /** The cells' limits allow no such total. */
  | (Problem<'total-exceeds-caps'> & { wanted: number; available: number })
  | (Problem<'floors-exceed-total'> & { total: number; floors: number })
  /** What was found was for other cells or arms, or for other limits of them. */
  | Problem<'optimised-outdated'>
  | CellRuleProblem
  | SpendProblem;

/**
 * How many customers to draw in each cell for each arm.
 * `population`: eligible customers per cell, whole numbers, in the order of the quota table. The answer is [cell][arm].
 * A cell without customers, or switched off, gets none. `equal`: as equal as the limits of the cells allow. The others: the
 * cells share the total in proportion within their limits, and the arms of a cell by their weights (`armWeights`).
 * Refuses `no-arms`, `no-carrot`, `no-cells`, `no-eligible`, `zero-sample`, `sample-not-whole`, what `cellBounds` and
 * `spendBudget` refuse, `optimised-outdated`, and what the list cannot give: `quota-exceeds-cell` (the smallest cell that falls
 * short), `total-exceeds-eligible`, `total-exceeds-caps` or `floors-exceed-total`.
 * Example: 100 per cell and arm, four arms, in cells of 501 and 445 gives 100 everywhere; 120 is refused with most 111.
 */
export function allocate(
  design: AllocatedDesign,
  population: readonly number[],
): Result<number[][], AllocationProblem> {
  const { arms, allocation } = design;
  if (arms.length === 0) return refuse({ code: 'no-arms' });
  if (!arms.some(({ role }) => role === 'carrot')) return refuse({ code: 'no-carrot' });
  if (population.length === 0) return refuse({ code: 'no-cells' });
  if (sum(population) === 0) return refuse({ code: 'no-eligible' });
  const bounds = cellBounds(design, population);
  if (!bounds.ok) return bounds;
  if (allocation.kind === 'optimised') return found(allocation, arms.length, bounds.value);
  if (allocation.kind === 'cost-optimal')
    return spendBudget(design, population, bounds.value, allocation.budget);
  const sample = allocation.kind === 'equal' ? allocation.perCellAndArm : allocation.total;
  if (!Number.isSafeInteger(sample)) return refuse({ code: 'sample-not-whole', sample });
  if (sample <= 0) return refuse({ code: 'zero-sample' });
  const cells =
    allocation.kind === 'equal'
      ? equalCells(population, bounds.value, arms.length, sample)
      : proportionalCells(population, bounds.value, sample);
  return cells.ok ? succeed(divideCells(cells.value, armWeights(design))) : cells;
}

/** Every cell the same, or as near to it as its limits allow. */
function equalCells(
  population: readonly number[],
  bounds: readonly CellBounds[],
  arms: number,
  perCellAndArm: number,
): Result<number[], AllocationProblem> {
  const wanted = arms * perCellAndArm;
  // A cap is a wish; too few customers are a fact.
  const shortCells = bounds.flatMap(({ most }, cell): ShortCell[] => {
    const available = population[cell] ?? 0;
    return most === available && available > 0 && available < wanted
      ? [{ cell, wanted, available }]
      : [];
  });
  const tightest = [...shortCells].sort((a, b) => a.available - b.available)[0];
  if (tightest) {
    const most = Math.floor(tightest.available / arms);
    return refuse({ code: 'quota-exceeds-cell', ...tightest, most, shortCells });
  }
  return succeed(bounds.map(({ least, most }) => Math.min(most, Math.max(least, wanted))));
}

function proportionalCells(
  population: readonly number[],
  bounds: readonly CellBounds[],
  total: number,
): Result<number[], AllocationProblem> {
  const available = sum(bounds.map(({ most }) => most));
  if (total > available) {
    const code = available === sum(population) ? 'total-exceeds-eligible' : 'total-exceeds-caps';
    return refuse({ code, wanted: total, available });
  }
  const floors = sum(bounds.map(({ least }) => least));
  if (total < floors) return refuse({ code: 'floors-exceed-total', total, floors });
  return succeed(shareWithin(population, bounds, total));
}

/** What was found, as long as the cells can give it; cells that have been switched off since give nothing. */
function found(
  { counts }: FoundAllocation,
  arms: number,
  bounds: readonly CellBounds[],
): Result<number[][], AllocationProblem> {
  const fits = counts.length === bounds.length && counts.every(({ length }) => length === arms);
  if (!fits) return refuse({ code: 'optimised-outdated' });
  const kept = counts.map((row, cell) => (bounds[cell]?.most === 0 ? row.map(() => 0) : [...row]));
  const isWithin = kept.every((row, cell) => {
    const { least = 0, most = 0 } = bounds[cell] ?? {};
    return sum(row) >= least && sum(row) <= most;
  });
  if (!isWithin) return refuse({ code: 'optimised-outdated' });
  return sum(kept.flat()) > 0 ? succeed(kept) : refuse({ code: 'zero-sample' });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
