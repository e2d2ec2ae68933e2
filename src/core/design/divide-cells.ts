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
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const owed = weights.map(() => 0);
  return perCell.map((customers) => {
    const row = weights.map((weight, arm) => {
      const exact = (customers * weight) / all;
      const whole = Math.floor(exact + near);
      owed[arm] = (owed[arm] ?? 0) + exact - whole;
      return whole;
    });
    const left = customers - row.reduce((sum, size) => sum + size, 0);
    for (const arm of mostOwed(owed).slice(0, left)) {
      row[arm] = (row[arm] ?? 0) + 1;
      owed[arm] = (owed[arm] ?? 0) - 1;
    }
    return row;
  });
}

/** Arms by what they are owed; of equal claims the earlier one first, whatever rounding did to the last digits. */
function mostOwed(owed: readonly number[]): readonly number[] {
  return [...owed.keys()].sort((one, other) => {
    const ahead = (owed[other] ?? 0) - (owed[one] ?? 0);
    return Math.abs(ahead) < near ? one - other : ahead;
  });
}
