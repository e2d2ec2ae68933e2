/** A matrix as its rows. */
export type Rows = readonly (readonly number[])[];

/** The sum of the products of two lists of the same length. */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0);
}

/**
 * Which columns of a matrix say something the columns before them do not, by place.
 * Source: Gram-Schmidt, done twice; a column counts as new when more than 1e-9 of its length is its own.
 * Example: the columns (1,1), (2,2), (0,1) give [0, 2].
 */
export function independentColumns(rows: Rows): number[] {
  const width = rows[0]?.length ?? 0;
  const directions: number[][] = [];
  const kept: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const original = rows.map((row) => row[column] ?? 0);
    let rest = original;
    for (const direction of [...directions, ...directions]) {
      const along = dot(rest, direction);
      rest = rest.map((value, place) => value - along * (direction[place] ?? 0));
    }
    const length = Math.hypot(...rest);
    if (length <= 1e-9 * Math.hypot(...original)) continue;
    directions.push(rest.map((value) => value / length));
    kept.push(column);
  }
  return kept;
}

/**
 * The least-squares answer to `rows · x = targets` with a weight per row, or null when it is not determined.
 * `weights`: 0 or more. Source: normal equations solved by Cholesky's decomposition.
 */
export function weightedLeastSquares(
  rows: Rows,
  targets: readonly number[],
  weights: readonly number[],
): number[] | null {
  const places = (rows[0] ?? []).map((_, place) => place);
  const column = (place: number): number[] => rows.map((row) => row[place] ?? 0);
  const weighted = places.map((place) =>
    column(place).map((value, row) => value * (weights[row] ?? 0)),
  );
  const normal = weighted.map((left) => places.map((place) => dot(left, column(place))));
  const lower = cholesky(normal);
  if (!lower) return null;
  const forward: number[] = [];
  for (const [place, row] of lower.entries()) {
    const right = dot(weighted[place] ?? [], targets);
    forward.push((right - dot(forward, row)) / (row[place] ?? Number.NaN));
  }
  const answer = new Array<number>(places.length).fill(0);
  for (const place of places.toReversed()) {
    const known = dot(
      answer,
      lower.map((row) => row[place] ?? 0),
    );
    answer[place] =
      ((forward[place] ?? Number.NaN) - known) / (lower[place]?.[place] ?? Number.NaN);
  }
  return answer;
}

/** The lower triangle whose product with its mirror image is the matrix, or null when it is not positive definite. */
function cholesky(matrix: Rows): number[][] | null {
  const lower: number[][] = [];
  for (const [place, row] of matrix.entries()) {
    const entries: number[] = [];
    for (const [column, above] of lower.entries()) {
      entries.push(((row[column] ?? 0) - dot(entries, above)) / (above[column] ?? Number.NaN));
    }
    const square = (row[place] ?? 0) - dot(entries, entries);
    if (!(square > 0)) return null;
    lower.push([...entries, Math.sqrt(square)]);
  }
  return lower;
}
