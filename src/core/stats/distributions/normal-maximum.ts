import { integratePieces } from '../numerics/gauss-legendre.ts';
import { normalLowerTail, normalUpperTail } from './normal-distribution.ts';

/** A normal value; a deviation of 0 is a number known for certain. */
export interface NormalValue {
  readonly mean: number;
  readonly deviation: number;
}

const steps = [-12, -9, -7, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 9, 12];

/**
 * The mean of the largest of several independent normal values with means and deviations of their own.
 * `values`: at least one, deviations 0 or more; anything else gives NaN.
 * Source: Clark (1961), Operations Research 9, by the integral of the distribution of the maximum instead of moments.
 * Example: means 0 and 1, deviations 1 and 2: 1.4798107.
 */
export function expectedMaximum(values: readonly NormalValue[]): number {
  const possible = values.every(
    ({ mean, deviation }) => Number.isFinite(mean) && deviation >= 0 && Number.isFinite(deviation),
  );
  if (values.length === 0 || !possible) return Number.NaN;
  const middle = Math.max(...values.map(({ mean }) => mean));
  const certain = Math.max(
    ...values.map(({ mean, deviation }) => (deviation === 0 ? mean : Number.NEGATIVE_INFINITY)),
  );
  const uncertain = values.filter(({ deviation }) => deviation > 0);
  if (uncertain.length === 0) return certain;
  const edges = [
    middle,
    ...(Number.isFinite(certain) ? [certain] : []),
    ...uncertain.flatMap(({ mean, deviation }) => steps.map((step) => mean + step * deviation)),
  ].sort((left, right) => left - right);
  // E[max] = middle + ∫ above it P(max > x) - ∫ below it P(max < x): small terms only.
  const above = integratePieces(
    (x) => {
      if (x < certain) return 1;
      let none = 0;
      for (const { mean, deviation } of uncertain) {
        none += Math.log1p(-normalUpperTail((x - mean) / deviation));
      }
      return -Math.expm1(none);
    },
    edges.filter((edge) => edge >= middle),
  );
  const below = integratePieces(
    (x) => {
      if (x < certain) return 0;
      return uncertain.reduce(
        (all, { mean, deviation }) => all * normalLowerTail((x - mean) / deviation),
        1,
      );
    },
    edges.filter((edge) => edge <= middle),
  );
  return middle + above - below;
}
