import type { ReportInterval } from './report.ts';

/** Where the marks of a report's chart stand, in pixels. */
export interface IntervalDrawing {
  readonly width: number;
  readonly height: number;
  readonly zero: number;
  readonly rows: readonly (ReportInterval & {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly at: number;
  })[];
}

const left = 190;
const right = 110;
const rowHeight = 30;

/** The chart of a report: a row per carrot, 0 always on the scale. `width` in pixels. */
export function intervalDrawing(
  intervals: readonly ReportInterval[],
  width: number,
): IntervalDrawing {
  const low = Math.min(0, ...intervals.map((each) => each.low));
  const high = Math.max(0, ...intervals.map((each) => each.high));
  const span = high - low || 1;
  const x = (value: number) => left + ((value - low) / span) * (width - left - right);
  return {
    width,
    height: intervals.length * rowHeight + 8,
    zero: x(0),
    rows: intervals.map((each, place) => ({
      ...each,
      y: place * rowHeight + rowHeight / 2 + 4,
      from: x(each.low),
      to: x(each.high),
      at: x(each.value),
    })),
  };
}
