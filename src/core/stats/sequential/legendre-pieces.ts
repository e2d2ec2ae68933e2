import { legendrePoints } from '../numerics/gauss-legendre.ts';

/** Points and weights of an integral. */
export interface WeightedPoints {
  readonly at: Float64Array;
  readonly weight: Float64Array;
}

/**
 * The points of an integral from `low` to `high`, ascending, in equal pieces no wider than `widest` (Gauss-Legendre, 16
 * points in each). No points when nothing lies between.
 */
export function legendrePieces(low: number, high: number, widest: number): WeightedPoints {
  const pieces = high > low ? Math.ceil((high - low) / widest) : 0;
  const order = legendrePoints.length;
  const at = new Float64Array(pieces * order);
  const weight = new Float64Array(pieces * order);
  const half = (high - low) / (2 * pieces);
  for (let piece = 0; piece < pieces; piece += 1) {
    const middle = low + (2 * piece + 1) * half;
    for (const [place, point] of legendrePoints.entries()) {
      const ascending = (piece + 1) * order - 1 - place;
      at[ascending] = middle + half * point.at;
      weight[ascending] = half * point.weight;
    }
  }
  return { at, weight };
}
