/** A band of completed months since the last purchase: from `from` to `to`, both inclusive; null where it is open. */
export interface DormancyBand {
  readonly from: number;
  readonly to: number | null;
  readonly customers: number;
}

/**
 * How many customers are in each dormancy band, from the most recent to the longest.
 * `customersByMonth`: counts per completed month 0, 1, 2, …; the last entry holds all longer ones.
 * `cuts`: increasing months at which a new band begins, each at least 1 and at most the last entry's month.
 * Source: the method deck's bands (0 active, 1–2 short, 3–5 mid, 6 and more long).
 * Example: `dormancyBands([5, 1, 2, 3, 4], [1, 3])` has 5, 3 and 7 customers.
 */
export function dormancyBands(
  customersByMonth: readonly number[],
  cuts: readonly number[],
): readonly DormancyBand[] {
  return [0, ...cuts].map((from, band) => {
    const next = cuts[band];
    const customers = customersByMonth.slice(from, next).reduce((sum, count) => sum + count, 0);
    return { from, to: next === undefined ? null : next - 1, customers };
  });
}
