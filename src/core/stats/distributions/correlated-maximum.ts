import { gammaQuantile } from './gamma-distribution.ts';
import { latticePoints, type LatticePoints } from './lattice-points.ts';
import { maximumUpperTail } from './maximum-distribution.ts';
import { normalQuantile, normalUpperTail } from './normal-distribution.ts';
import { productLoadings } from './product-correlation.ts';
import { studentUpperTail } from './student-distribution.ts';
import type { Rows } from '../numerics/linear-algebra.ts';

/**
 * A chance and how far it may be off: 0 where it is exact to about 1e-10, else what the spread among ten shifted lattices
 * allows in 999 of 1,000 cases. An estimate, no bound.
 */
export interface EstimatedChance {
  readonly value: number;
  readonly error: number;
}

/**
 * How likely the largest of several comparisons (of their absolute values, with two sides) exceeds a limit when nothing
 * works, as a function of the limit. `correlation`: symmetric with ones on the diagonal, may be singular;
 * `degreesOfFreedom`: above 0, Infinity for normal comparisons. Null when the matrix is not a correlation matrix.
 * One or two comparisons, and those whose correlations are products, are integrated exactly; the others over a fixed
 * lattice (Genz & Bretz 2009, 4.2, with the chance outside added up, so that small tails keep their size).
 */
export function correlatedMaximum(
  correlation: Rows,
  degreesOfFreedom: number,
  sides: 1 | 2,
): ((critical: number) => EstimatedChance) | null {
  const rows = semidefiniteRoot(correlation);
  if (!rows) return null;
  const kept = differentComparisons(correlation, sides);
  const reduced = kept.map((row) => kept.map((column) => correlation[row]?.[column] ?? Number.NaN));
  const loadings = productLoadings(reduced);
  if (loadings) {
    return (critical) => ({
      value: maximumUpperTail({ loadings, degreesOfFreedom, critical, sides }),
      error: 0,
    });
  }
  const root = semidefiniteRoot(reduced) ?? rows;
  return latticeTail(root, degreesOfFreedom, sides);
}

/** Leaves out what is the same as an earlier comparison (or its mirror image, with two sides). */
function differentComparisons(correlation: Rows, sides: 1 | 2): number[] {
  const kept: number[] = [];
  for (const [place, row] of correlation.entries()) {
    const same = kept.some((earlier) => {
      const value = row[earlier] ?? 0;
      return (sides === 2 ? Math.abs(value) : value) > 1 - 1e-12;
    });
    if (!same) kept.push(place);
  }
  return kept;
}

const rounding = 1e-9;

/**
 * The lower triangle whose product with its mirror image is the matrix, the row with most left of its own always next
 * (so that those with nothing left come last); null when the matrix has a negative direction.
 */
function semidefiniteRoot(matrix: Rows): number[][] | null {
  const places = matrix.map((_, place) => place);
  const own = matrix.map((row, place) => row[place] ?? Number.NaN);
  const factors: number[][] = matrix.map(() => []);
  const order: number[] = [];
  for (const step of places) {
    const rest = places.filter((place) => !order.includes(place));
    const next = rest.reduce((best, place) =>
      (own[place] ?? 0) > (own[best] ?? 0) ? place : best,
    );
    const square = own[next] ?? Number.NaN;
    if (!(square > -rounding)) return null;
    order.push(next);
    const pivot = square > rounding ? Math.sqrt(square) : 0;
    for (const place of rest) {
      const factor = factors[place] ?? [];
      let left = matrix[place]?.[next] ?? Number.NaN;
      for (let column = 0; column < step; column += 1) {
        left -= (factor[column] ?? 0) * (factors[next]?.[column] ?? 0);
      }
      if (pivot === 0 && Math.abs(left) > Math.sqrt(rounding)) return null;
      const entry = place === next ? pivot : pivot === 0 ? 0 : left / pivot;
      factor.push(entry);
      if (place !== next) own[place] = (own[place] ?? 0) - entry * entry;
    }
  }
  return order.map((place) => factors[place] ?? []);
}

const groupCount = 10;
/** Student t with nine degrees of freedom, 99.9% two-sided: ten groups say little about their own spread. */
const standardErrors = 4.780912585931138;

function latticeTail(
  root: readonly (readonly number[])[],
  degreesOfFreedom: number,
  sides: 1 | 2,
): (critical: number) => EstimatedChance {
  const count = root.length;
  // One coordinate for every comparison but the last, and one for the spread.
  const points = latticePoints(count, count > 12 ? 509 : 2039, groupCount);
  const spreads = points.groups.map((group) => spreadsOf(group, points, degreesOfFreedom));
  return (critical) => {
    const means = points.groups.map((group, place) => {
      let sum = 0;
      for (let point = 0; point < points.pointsPerGroup; point += 1) {
        const bound = critical * (spreads[place]?.[point] ?? Number.NaN);
        sum += outsideAt(root, bound, sides, group.subarray(point * count, (point + 1) * count));
      }
      return sum / points.pointsPerGroup;
    });
    const mean = means.reduce((sum, value) => sum + value, 0) / groupCount;
    const squares = means.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const single = Math.min(1, sides * studentUpperTail(critical, degreesOfFreedom));
    return {
      // Never below the chance of one comparison, never above all of them added up.
      value: Math.min(1, count * single, Math.max(single, mean)),
      error: standardErrors * Math.sqrt(squares / (groupCount * (groupCount - 1))),
    };
  };
}

/** The spread that belongs to the last coordinate of each point. */
function spreadsOf(group: Float64Array, points: LatticePoints, degreesOfFreedom: number): number[] {
  const half = degreesOfFreedom / 2;
  return Array.from({ length: points.pointsPerGroup }, (_, point) => {
    const share = group[(point + 1) * points.dimensions - 1] ?? Number.NaN;
    return half > 1e15 ? 1 : Math.sqrt(gammaQuantile(share, half) / half);
  });
}

/** The chance that a comparison is outside its bounds, one after the other, each drawn inside for the next ones. */
function outsideAt(
  root: readonly (readonly number[])[],
  bound: number,
  sides: 1 | 2,
  point: Float64Array,
): number {
  const drawn: number[] = [];
  let inside = 1;
  let outside = 0;
  for (const [place, row] of root.entries()) {
    let known = 0;
    for (const [column, value] of drawn.entries()) known += value * (row[column] ?? 0);
    const own = row[place] ?? 0;
    const above = tailBeyond(bound - known, own);
    const below = sides === 2 ? tailBeyond(bound + known, own) : 0;
    outside += inside * (above + below);
    inside *= Math.max(0, 1 - above - below);
    if (inside === 0) break;
    drawn.push(own === 0 ? 0 : normalQuantile(below + (point[place] ?? 0) * (1 - above - below)));
  }
  return Math.min(1, outside);
}

/** How likely own times a normal value exceeds a distance; where nothing is its own, that is known. */
function tailBeyond(distance: number, own: number): number {
  // A comparison that follows from the others may sit on the bound to the last digit: that is inside.
  if (own === 0) return distance < -1e-9 ? 1 : 0;
  return normalUpperTail(distance / own);
}
