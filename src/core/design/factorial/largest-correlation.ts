import {
  dot,
  orthogonalFactors,
  rowProducts,
  type Rows,
} from '#core/stats/numerics/linear-algebra.ts';

/**
 * Orthogonal directions of length 1 that span some columns over the runs, the average taken out.
 * `rows`: one per run, without a column for the average.
 */
export function centredDirections(rows: Rows): Rows {
  const { kept, directions } = orthogonalFactors(rows.map((row) => [1, ...row]));
  return directions.filter((_, place) => kept[place] !== 0);
}

/**
 * How strongly two sets of columns are tied: the largest correlation of any combination of the first with any of the
 * second, 0 to 1. `first`, `second`: their `centredDirections`; none of them gives 0.
 * Source: Hotelling (1936), Relations between two sets of variates (the first canonical correlation).
 * Example: twice the same direction gives 1.
 */
export function largestCorrelation(first: Rows, second: Rows): number {
  if (first.length === 0 || second.length === 0) return 0;
  const products = rowProducts(first, second);
  const [only] = products;
  if (only && products.length === 1) return Math.min(1, Math.sqrt(dot(only, only)));
  return Math.min(1, Math.sqrt(Math.max(0, largestEigenvalue(rowProducts(products, products)))));
}

/** The largest eigenvalue of a symmetric matrix. Source: Jacobi's rotations (Golub & Van Loan 2013, 8.5). */
function largestEigenvalue(symmetric: Rows): number {
  const matrix = symmetric.map((row) => [...row]);
  const size = matrix.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let outside = 0;
    for (let row = 0; row < size; row += 1) {
      for (let column = row + 1; column < size; column += 1) {
        outside += at(row, column) ** 2;
        if (at(row, column) !== 0) rotate(matrix, row, column);
      }
    }
    if (outside < 1e-32) break;
  }
  return Math.max(...matrix.map((row, place) => row[place] ?? 0));
}

/** Turns two axes so that their product vanishes. */
function rotate(matrix: number[][], first: number, second: number): void {
  const entry = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  const ratio = (entry(second, second) - entry(first, first)) / (2 * entry(first, second));
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of matrix) {
    const [left = 0, right = 0] = [row[first], row[second]];
    row[first] = cosine * left - sine * right;
    row[second] = sine * left + cosine * right;
  }
  const [upper = [], lower = []] = [matrix[first], matrix[second]];
  for (let column = 0; column < matrix.length; column += 1) {
    const [top = 0, bottom = 0] = [upper[column], lower[column]];
    upper[column] = cosine * top - sine * bottom;
    lower[column] = sine * top + cosine * bottom;
  }
}
