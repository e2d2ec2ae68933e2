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
