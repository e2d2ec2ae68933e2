import { isOff } from './cell-bounds.ts';
import type { Design } from './design.ts';

/**
 * The largest sample with the same number of customers in every cell: the smallest cell sets it.
 * `population`: customers per cell, whole numbers; cells without customers are left out.
 * Example: the method deck's table, whose smallest cell has 445 customers in 9 cells, gives 445 per cell, 4,005 in all.
 */
export function equalPerCellLimit(population: readonly number[]): {
  readonly perCell: number;
  readonly total: number;
} {
  const filled = population.filter((customers) => customers > 0);
  const perCell = filled.length === 0 ? 0 : Math.min(...filled);
  return { perCell, total: perCell * filled.length };
}

/**
 * The most customers per cell and arm that every cell can give which is drawn from and has no cap that holds it back.
 * Example: the deck's cells and four arms give 111; with the cell of 445 switched off, 125.
 */
export function mostPerCellAndArm(
  { arms, cellRules }: Pick<Design, 'arms' | 'cellRules'>,
  population: readonly number[],
): number {
  const isCapped = (cell: number, customers: number) =>
    cellRules.some(({ cell: of, most }) => of === cell && most !== null && most < customers);
  const open = population.filter((_, cell) => !isOff(cellRules, cell));
  const bound = population.filter(
    (customers, cell) => !isOff(cellRules, cell) && !isCapped(cell, customers),
  );
  // Where every cell has a cap, the caps say what is drawn.
  const { perCell } = equalPerCellLimit(bound.some((customers) => customers > 0) ? bound : open);
  return Math.floor(perCell / Math.max(1, arms.length));
}

/**
 * A share of every cell kept back as holdout, rounded down so that no cell gives more than the share.
 * `population`: customers per cell, whole numbers; `holdoutPercent`: whole percent, 0..100, so that rounding is exact.
 * Example: 10 percent of the deck's table gives 50 79 321 / 44 89 361 / 56 100 269, 1,369 in all.
 */
export function flooredHoldout(
  population: readonly number[],
  holdoutPercent: number,
): readonly number[] {
  return population.map((customers) => Math.floor((customers * holdoutPercent) / 100));
}
