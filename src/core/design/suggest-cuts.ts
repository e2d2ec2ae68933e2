/** How many values lie in a stretch of a histogram. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Two cuts that put about a third of the values below, between and above, at numbers that are easy to say (two
 * significant digits); one or none where the values do not allow it.
 * `bins`: a histogram in rising order.
 * Example: 300 values spread evenly over 0 to 9,000 give 3000 and 6000.
 */
export function suggestCuts(bins: readonly HistogramBin[]): readonly number[] {
  const values = bins.reduce((sum, { count }) => sum + count, 0);
  const first = bins[0];
  if (!first || values === 0) return [];
  const cuts = [1 / 3, 2 / 3].map((share) => roundToTwoDigits(quantile(bins, share * values)));
  return [...new Set(cuts)].filter((cut) => cut > first.from);
}

function quantile(bins: readonly HistogramBin[], wanted: number): number {
  let below = 0;
  for (const { from, to, count } of bins) {
    if (below + count >= wanted && count > 0)
      return from + ((wanted - below) / count) * (to - from);
    below += count;
  }
  return bins[bins.length - 1]?.to ?? 0;
}

function roundToTwoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
