import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Design } from './design.ts';

/** A cell that has fewer customers than the plan wants from it. */
export interface ShortCell {
  readonly cell: number;
  readonly wanted: number;
  readonly available: number;
}

export type AllocationProblem =
  | Problem<'no-arms'>
  | Problem<'no-carrot'>
  | Problem<'no-cells'>
  | Problem<'no-eligible'>
  | Problem<'zero-sample'>
  | (Problem<'sample-not-whole'> & { sample: number })
  /** `most`: the largest number per cell and arm that every cell can give; `shortCells`: all that fall short. */
  | (Problem<'quota-exceeds-cell'> & ShortCell & { most: number; shortCells: readonly ShortCell[] })
  | (Problem<'total-exceeds-eligible'> & { wanted: number; available: number });

/**
 * How many customers to draw in each cell for each arm.
 * `population`: eligible customers per cell, whole numbers, in the order of the quota table. The answer is [cell][arm].
 * A cell without customers gets none (the design's checks warn of it). Proportional: the cells share the total by
 * largest remainder, and what does not divide by the arms goes round the arms in turn, so that arms differ by at most 1.
 * Refuses `no-arms`, `no-carrot`, `no-cells`, `no-eligible`, `zero-sample`, `sample-not-whole`, and what the list
 * cannot give: `quota-exceeds-cell` (the smallest cell that falls short) or `total-exceeds-eligible`.
 * Example: 100 per cell and arm, four arms, in cells of 501 and 445 gives 100 everywhere; 120 is refused with most 111.
 */
export function allocate(
  design: Pick<Design, 'arms' | 'allocation'>,
  population: readonly number[],
): Result<number[][], AllocationProblem> {
  const { arms, allocation } = design;
  const eligible = sum(population);
  const sample = allocation.kind === 'equal' ? allocation.perCellAndArm : allocation.total;
  if (arms.length === 0) return refuse({ code: 'no-arms' });
  if (!arms.some(({ role }) => role === 'carrot')) return refuse({ code: 'no-carrot' });
  if (population.length === 0) return refuse({ code: 'no-cells' });
  if (eligible === 0) return refuse({ code: 'no-eligible' });
  if (!Number.isSafeInteger(sample)) return refuse({ code: 'sample-not-whole', sample });
  if (sample <= 0) return refuse({ code: 'zero-sample' });
  if (allocation.kind === 'equal') return equalAllocation(population, arms.length, sample);
  const perCell = proportionalAllocation(population, sample);
  return perCell.ok ? succeed(spreadOverArms(perCell.value, arms.length)) : perCell;
}

/**
 * The same number of customers in every cell and arm.
 * `population`: whole numbers; `arms`, `perCellAndArm`: whole, at least 1.
 * Refuses `quota-exceeds-cell`, with the smallest cell that falls short.
 * Example: cells of 501 and 445, 4 arms of 100 gives [[100, 100, 100, 100], [100, 100, 100, 100]].
 */
export function equalAllocation(
  population: readonly number[],
  arms: number,
  perCellAndArm: number,
): Result<number[][], AllocationProblem> {
  const wanted = arms * perCellAndArm;
  const shortCells = population
    .map((available, cell) => ({ cell, wanted, available }))
    .filter(({ available }) => available > 0 && available < wanted);
  const tightest = [...shortCells].sort((a, b) => a.available - b.available)[0];
  if (tightest) {
    const most = Math.floor(tightest.available / arms);
    return refuse({ code: 'quota-exceeds-cell', ...tightest, most, shortCells });
  }
  return succeed(
    population.map((available) => new Array<number>(arms).fill(available > 0 ? perCellAndArm : 0)),
  );
}

/**
 * A total shared out over the cells in proportion to their customers, in whole numbers (largest remainder).
 * `population`: whole numbers; `total`: whole, 0 or more. Of equal remainders the earlier cell's is rounded up.
 * Refuses `no-eligible` and `total-exceeds-eligible`.
 * Source: Hamilton's method; the quota table of the method deck.
 * Example: 3,000 over 501 790 3211 / 445 892 3612 / 562 1009 2690 gives 110 173 702 / 97 195 790 / 123 221 589.
 */
export function proportionalAllocation(
  population: readonly number[],
  total: number,
): Result<number[], AllocationProblem> {
  const eligible = sum(population);
  if (eligible === 0) return refuse({ code: 'no-eligible' });
  if (total > eligible)
    return refuse({ code: 'total-exceeds-eligible', wanted: total, available: eligible });
  // Whole-number remainders: a quotient in floating point could break a tie the wrong way.
  const exact = BigInt(eligible);
  const shares = population.map((customers, cell) => {
    const scaled = BigInt(customers) * BigInt(total);
    return { cell, customers: Number(scaled / exact), remainder: Number(scaled % exact) };
  });
  const left = total - sum(shares.map(({ customers }) => customers));
  const roundedUp = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || a.cell - b.cell)
      .slice(0, left)
      .map(({ cell }) => cell),
  );
  return succeed(
    shares.map(({ cell, customers }) => (roundedUp.has(cell) ? customers + 1 : customers)),
  );
}

function spreadOverArms(perCell: readonly number[], arms: number): number[][] {
  let turn = 0;
  return perCell.map((customers) => {
    const row = new Array<number>(arms).fill(Math.floor(customers / arms));
    for (let left = customers % arms; left > 0; left--) {
      row[turn] = (row[turn] as number) + 1;
      turn = (turn + 1) % arms;
    }
    return row;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
