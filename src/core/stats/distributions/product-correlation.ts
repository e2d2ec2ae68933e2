import type { Rows } from '../numerics/linear-algebra.ts';

const exactEnough = 1e-13;

/**
 * The numbers b_i whose products are the correlations (b_i b_j for every pair), or null when there are none: then one
 * shared source of chance does not explain them. Two comparisons always have them, arms against one control too.
 * Example: three correlations of 1/2 give 0.7071 each.
 */
export function productLoadings(correlation: Rows): number[] | null {
  const at = (row: number, column: number): number => correlation[row]?.[column] ?? Number.NaN;
  const places = correlation.map((_, place) => place);
  const pairs = places.flatMap((row) => places.slice(row + 1).map((column) => ({ row, column })));
  const strongest = largestBy(pairs, ({ row, column }) => Math.abs(at(row, column)));
  if (!strongest || Math.abs(at(strongest.row, strongest.column)) <= exactEnough) {
    return places.map(() => 0);
  }
  const { row: first, column: second } = strongest;
  const others = places.filter((place) => place !== first && place !== second);
  const towards = (place: number): number =>
    Math.min(Math.abs(at(first, place)), Math.abs(at(second, place)));
  const third = largestBy(others, towards);
  const together = at(first, second);
  const square =
    third === undefined || towards(third) <= exactEnough
      ? Math.abs(together)
      : (together * at(first, third)) / at(second, third);
  if (!(square > 0 && square <= 1 + exactEnough)) return null;
  const own = Math.min(1, Math.sqrt(square));
  const loadings = places.map((place) => (place === first ? own : at(first, place) / own));
  const explained = pairs.every(({ row, column }) => {
    const product = (loadings[row] ?? Number.NaN) * (loadings[column] ?? Number.NaN);
    return Math.abs(product - at(row, column)) <= exactEnough;
  });
  if (!explained || loadings.some((loading) => Math.abs(loading) > 1 + exactEnough)) return null;
  return loadings.map((loading) => Math.min(1, Math.max(-1, loading)));
}

function largestBy<Item>(items: readonly Item[], value: (item: Item) => number): Item | undefined {
  let best: Item | undefined;
  for (const item of items) if (best === undefined || value(item) > value(best)) best = item;
  return best;
}
