import { boxAllocation } from '#core/stats/allocation/box-allocation.ts';
import type { CellBounds } from './cell-bounds.ts';

/**
 * A total shared out over the cells in proportion to their customers, in whole numbers (largest remainder).
 * `population`: whole numbers, not all 0; `total`: whole, from 0 to all customers. Of equal remainders the earlier cell's is
 * rounded up.
 * Source: Hamilton's method; the quota table of the method deck.
 * Example: 3,000 over 501 790 3211 / 445 892 3612 / 562 1009 2690 gives 110 173 702 / 97 195 790 / 123 221 589.
 */
export function largestRemainder(population: readonly number[], total: number): number[] {
  // Whole-number remainders: a quotient in floating point could break a tie the wrong way.
  const exact = BigInt(population.reduce((sum, customers) => sum + customers, 0));
  const shares = population.map((customers, cell) => {
    const scaled = BigInt(customers) * BigInt(total);
    return { cell, customers: Number(scaled / exact), remainder: Number(scaled % exact) };
  });
  const left = total - shares.reduce((sum, { customers }) => sum + customers, 0);
  const roundedUp = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || a.cell - b.cell)
      .slice(0, left)
      .map(({ cell }) => cell),
  );
  return shares.map(({ cell, customers }) => (roundedUp.has(cell) ? customers + 1 : customers));
}

/**
 * The same with a least and a most number per cell: cells whose share lies beyond a limit get the limit, the others share
 * the rest by largest remainder.
 * `bounds`: whole, 0 <= least <= most <= population; `total`: whole, between the sums of the least and of the most numbers.
 * Source: Wesołowski, Wieczorkowski & Wójciak (2024), the algorithm RNABOX; Hamilton's method for whole numbers.
 * Example: 90 over three cells of 100 with at most 10 for the first gives 10, 40, 40.
 */
export function shareWithin(
  population: readonly number[],
  bounds: readonly CellBounds[],
  total: number,
): number[] {
  const open = [...population.keys()].filter((cell) => (bounds[cell]?.most ?? 0) > 0);
  const parts = open.map((cell) => ({
    importance: population[cell] ?? 0,
    low: bounds[cell]?.least ?? 0,
    high: bounds[cell]?.most ?? 0,
  }));
  const shares = boxAllocation(parts, total);
  const counts = population.map(() => 0);
  const free: number[] = [];
  let rest = total;
  for (const [place, cell] of open.entries()) {
    const { low = 0, high = 0 } = parts[place] ?? {};
    const share = shares[place] ?? 0;
    if (share > low && share < high) free.push(cell);
    else {
      counts[cell] = share <= low ? low : high;
      rest -= counts[cell] ?? 0;
    }
  }
  if (free.length === 0) return counts;
  const shared = largestRemainder(
    free.map((cell) => population[cell] ?? 0),
    rest,
  );
  for (const [place, cell] of free.entries()) counts[cell] = shared[place] ?? 0;
  return counts;
}
