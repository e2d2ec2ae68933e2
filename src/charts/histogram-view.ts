import type { HistogramBin } from '#core/design/histogram-bin.ts';

/** What of a histogram is drawn: a long thin tail would squeeze the rest flat. */
export interface HistogramView {
  readonly bins: readonly HistogramBin[];
  readonly from: number;
  readonly to: number;
  /** Values beyond `to`, said in words. */
  readonly tail: number;
}

const shownShare = 0.92;

/** The stretch with nearly all values, and as much room again beyond the last cut. */
export function histogramView(
  bins: readonly HistogramBin[],
  cuts: readonly number[],
): HistogramView {
  const values = bins.reduce((sum, { count }) => sum + count, 0);
  const from = bins[0]?.from ?? 0;
  const lastCut = Math.max(from, ...cuts);
  const wanted = lastCut + (lastCut - from);
  let seen = 0;
  const shown = bins.filter((bin) => {
    const isShown = seen < shownShare * values || bin.from < wanted;
    if (isShown) seen += bin.count;
    return isShown;
  });
  const to = Math.max(shown.at(-1)?.to ?? from, lastCut);
  return { bins: shown, from, to: to > from ? to : from + 1, tail: values - seen };
}

/** A step that is easy to say, about a hundredth of the width. Example: 20,000 wide gives 100. */
export function easyStep(width: number): number {
  return 10 ** Math.floor(Math.log10(width / 100));
}
