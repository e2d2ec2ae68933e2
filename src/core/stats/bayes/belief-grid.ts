import { legendrePoints } from '../numerics/gauss-legendre.ts';
import type { Belief } from './belief.ts';

/** Where something changes on the scale: what a grid has to follow closely. */
export type Feature = Pick<Belief, 'bendAt'>;

/** A place where the functions under an integral are asked, and the logarithm of its weight. */
export interface GridPoint {
  readonly place: number;
  readonly logWeight: number;
}

/** How long a piece may be, in bends of everything together. */
const pieceLength = 2.8;

/**
 * The points of a quadrature over a scale that follows every feature: pieces as short as everything together bends, 16
 * points in each. What is made of the features' densities and tails is integrated to about 1e-13.
 */
export function beliefGrid(
  features: readonly Feature[],
  [low, high]: readonly [number, number],
): GridPoint[] {
  const lengthAt = (place: number): number =>
    pieceLength / Math.sqrt(features.reduce((sum, { bendAt }) => sum + bendAt(place) ** -2, 0));
  const points: GridPoint[] = [];
  let from = low;
  while (from < high) {
    const length = lengthAt(from);
    const shortest = 4 * Number.EPSILON * Math.abs(from) + Number.MIN_VALUE;
    const to = Math.min(high, from + Math.max(shortest, Math.min(length, lengthAt(from + length))));
    const half = (to - from) / 2;
    for (const { at, weight } of legendrePoints) {
      points.push({ place: from + half * (1 + at), logWeight: Math.log(half * weight) });
    }
    from = to;
  }
  return points;
}

/** From where to where some of the beliefs have anything to say. */
export function commonReach(beliefs: readonly Belief[]): [number, number] {
  return [
    Math.min(...beliefs.map((belief) => reach(belief, -1))),
    Math.max(...beliefs.map((belief) => reach(belief, 1))),
  ];
}

/** Where the density has fallen by the belief's depth, to about a tenth of the way. */
function reach({ centre, spread, depth, logDensity }: Belief, side: 1 | -1): number {
  const floor = logDensity(centre) - depth;
  const above = (distance: number): boolean => logDensity(centre + side * distance) > floor;
  let near = 0;
  let far = 8 * spread;
  while (above(far)) [near, far] = [far, 2 * far];
  while (far - near > 0.1 * far) {
    const middle = (near + far) / 2;
    if (above(middle)) near = middle;
    else far = middle;
  }
  return centre + side * far;
}
