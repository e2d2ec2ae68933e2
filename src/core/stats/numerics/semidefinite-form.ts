import type { Rows } from './linear-algebra.ts';

/** The quadratic form of a vector, and how many independent directions it was measured in. */
export interface SemidefiniteForm {
  readonly value: number;
  readonly rank: number;
  /** The largest part of the vector that lies in no direction of the matrix, in standard deviations of its element. */
  readonly outside: number;
}

/** A direction counts when more than this share of its variance is not that of the directions before it. */
const smallestShare = 1e-10;

/**
 * vector' · inverse(covariance) · vector, where directions without variance of their own are left out: a chi-square
 * statistic with its degrees of freedom. `covariance`: symmetric, without negative variances; the unit of each element is
 * divided out first. Refuses nothing.
 * Source: symmetric Gaussian elimination that always takes the element with most variance of its own left (Higham 2002,
 * Accuracy and Stability of Numerical Algorithms, 10.3); the same value as with the Moore-Penrose inverse.
 * Example: (3, 3) with every variance and covariance 9 gives 1 with rank 1.
 */
export function semidefiniteForm(vector: readonly number[], covariance: Rows): SemidefiniteForm {
  const deviations = covariance.map((row, place) => Math.sqrt(row[place] ?? 0));
  const scaled = deviations.map((deviation, row) =>
    deviations.map((other, column) => (covariance[row]?.[column] ?? 0) / (deviation * other)),
  );
  const rest = vector.map((value, place) => value / (deviations[place] ?? 0));
  const open = new Set(deviations.flatMap((deviation, place) => (deviation > 0 ? [place] : [])));
  const entry = (row: number, column: number): number => scaled[row]?.[column] ?? 0;
  let value = 0;
  let rank = 0;
  while (open.size > 0) {
    const pivot = [...open].reduce((best, at) => (entry(at, at) > entry(best, best) ? at : best));
    const variance = entry(pivot, pivot);
    if (!(variance > smallestShare)) break;
    const own = rest[pivot] ?? 0;
    value += (own * own) / variance;
    rank += 1;
    open.delete(pivot);
    for (const row of open) {
      const share = entry(row, pivot) / variance;
      rest[row] = (rest[row] ?? 0) - share * own;
      for (const column of open) {
        const cells = scaled[row];
        if (cells) cells[column] = entry(row, column) - share * entry(pivot, column);
      }
    }
  }
  const outside = vector.map((element, place) => {
    if (open.has(place)) return Math.abs(rest[place] ?? 0);
    return deviations[place] === 0 && element !== 0 ? Number.POSITIVE_INFINITY : 0;
  });
  return { value, rank, outside: Math.max(0, ...outside) };
}
