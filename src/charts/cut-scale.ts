import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { HistogramBin } from '#core/design/histogram-bin.ts';
import { easyStep, histogramView, type HistogramView } from './histogram-view.ts';

/** A scale on which cuts are moved: even steps of values, or of their logarithms. */
export interface CutScale {
  readonly view: HistogramView;
  /** Where a value lies, in pixels. */
  readonly at: (value: number) => number;
  /** The value at a place. */
  readonly valueAt: (pixels: number) => number;
  /** Values to be written at the axis. */
  readonly ticks: readonly number[];
  /** How far a key moves a cut that lies there: a number that is easy to say. */
  readonly stepAt: (value: number) => number;
}

/**
 * The scale of a histogram that is so many pixels wide.
 * `log`: by log(1 + value), for values with a long tail; none is negative. `whole`: cuts are whole numbers.
 */
export function cutScale(
  bins: readonly HistogramBin[],
  cuts: readonly number[],
  { width, log, whole }: { width: number; log: boolean; whole: boolean },
): CutScale {
  const view = log ? wholeView(bins, cuts) : histogramView(bins, cuts);
  const scale = scaleLinear()
    .domain(log ? [Math.log1p(view.from), Math.log1p(view.to)] : [view.from, view.to])
    .range([1, Math.max(40, width - 14)]);
  const most = Math.max(2, Math.floor(width / 110));
  const least = whole ? 1 : 0;
  return {
    view,
    at: (value) => scale(log ? Math.log1p(value) : value),
    valueAt: (pixels) => (log ? Math.expm1(scale.invert(pixels)) : scale.invert(pixels)),
    ticks: log ? powersOfTen(view, most) : ticks(view.from, view.to, most),
    // On the log scale two digits of the value are said, whatever its size.
    stepAt: (value) =>
      Math.max(least, log ? 10 ** (Math.floor(Math.log10(Math.max(1, value))) - 1) : easyStep(view.to - view.from)), // prettier-ignore
  };
}

/**
 * Where a cut comes to lie that is wanted somewhere: on a step, and at least a step away from its neighbours.
 * Example: the second of the cuts 3 and 6 is put at 4 where 2 is wanted.
 */
export function placedCut(
  scale: CutScale,
  cuts: readonly number[],
  index: number,
  wanted: number,
): number {
  const step = scale.stepAt(wanted);
  const before = cuts[index - 1];
  const after = cuts[index + 1];
  const least = (before ?? scale.view.from) + scale.stepAt(before ?? scale.view.from);
  const most = after === undefined ? scale.view.to : after - scale.stepAt(after);
  const rounded = Number((Math.round(wanted / step) * step).toPrecision(12));
  return Math.min(Math.max(rounded, least), Math.max(least, most));
}

function wholeView(bins: readonly HistogramBin[], cuts: readonly number[]): HistogramView {
  const from = bins[0]?.from ?? 0;
  const to = Math.max(bins.at(-1)?.to ?? from, ...cuts);
  return { bins, from, to: to > from ? to : from + 1, tail: 0 };
}

function powersOfTen({ from, to }: HistogramView, most: number): readonly number[] {
  const highest = Math.floor(Math.log10(Math.max(1, to)));
  const powers = Array.from({ length: highest + 1 }, (_, power) => 10 ** power);
  const all = [...(from <= 0 ? [0] : []), ...powers].filter((value) => value >= from);
  const stride = Math.ceil(all.length / most);
  // The largest is always said: it shows how far the scale goes.
  return all.filter((_, place) => (all.length - 1 - place) % stride === 0);
}
