import type { Interval } from '../interval.ts';

/** One coefficient of a model: its estimate, how sure that is, and whether it differs from 0. */
export interface Coefficient {
  readonly estimate: number;
  readonly standardError: number;
  /** z, t or chi-square, as the fit's method says. */
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: Interval;
}
