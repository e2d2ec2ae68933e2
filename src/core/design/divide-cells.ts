/** So near to each other, two claims to the next customer are equal. */
const near = 1e-9;

/**
 * The customers of each cell divided among the arms by their weights, in whole numbers.
 * `perCell`: whole; `weights`: above 0, one per arm. Every cell keeps its number, every arm gets its exact share of a cell
 * rounded down or up; what is rounded away in one cell is made good in the next, so that the arms' totals come out as well.
 * Source: Cox (1987), JASA 82, controlled rounding, one cell after the other.
 * Example: cells of 3 and 3 and equal weights of two arms give 2, 1 and 1, 2.
 */
export function divideCells(perCell: readonly number[], weights: readonly number[]): number[][] {
  return divideCellsBy(perCell, () => weights);
}

/**
 * The same where every cell has weights of its own, none below 0 and in a cell with customers not all 0: an arm of weight 0
 * gets nobody there. Example: cells of 3 and 3 with weights 1, 1 and 0, 1 give 2, 1 and 0, 3.
 */
export function divideCellsBy(
  perCell: readonly number[],
  weightsOf: (cell: number) => readonly number[],
): number[][] {
  const owed: number[] = [];
  return perCell.map((customers, cell) => {
    const weights = weightsOf(cell);
    if (customers === 0) return weights.map(() => 0);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const row = weights.map((weight, arm) => {
      const exact = (customers * weight) / all;
      const whole = Math.floor(exact + near);
      owed[arm] = (owed[arm] ?? 0) + exact - whole;
      return whole;
    });
    const left = customers - row.reduce((sum, size) => sum + size, 0);
    const taking = [...weights.keys()].filter((arm) => (weights[arm] ?? 0) > 0);
    for (const arm of mostOwed(taking, owed).slice(0, left)) {
      row[arm] = (row[arm] ?? 0) + 1;
      owed[arm] = (owed[arm] ?? 0) - 1;
    }
    return row;
  });
}

/** Arms by what they are owed; of equal claims the earlier one first, whatever rounding did to the last digits. */
function mostOwed(arms: readonly number[], owed: readonly number[]): readonly number[] {
  return [...arms].sort((one, other) => {
    const ahead = (owed[other] ?? 0) - (owed[one] ?? 0);
    return Math.abs(ahead) < near ? one - other : ahead;
  });
}
