/** How many values lie in a stretch of a histogram, `from` inclusive, `to` exclusive. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}
