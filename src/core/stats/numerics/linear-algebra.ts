/** A matrix as its rows. */
export type Rows = readonly (readonly number[])[];

/** The sum of the products of two lists of the same length. */
export function dot(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  // A plain loop: everything here stands on it, and a callback per entry takes several times as long.
  for (let place = 0; place < left.length; place += 1) {
    sum += (left[place] ?? 0) * (right[place] ?? 0);
  }
  return sum;
}

/** A matrix of independent columns as orthogonal directions of length 1 times an upper triangle. */
export interface OrthogonalFactors {
  /** The places of the columns that say something the columns before them do not. */
  readonly kept: readonly number[];
  /** One direction for each kept column, with an entry per row of the matrix. */
  readonly directions: Rows;
  /** The triangle, by rows. */
  readonly upper: Rows;
}

/**
 * The factors of a matrix; a column that only repeats those before it is left out.
 * `ownShare`: the share of its length that a column must have to itself to be kept.
 * Source: Gram-Schmidt, done twice (Golub & Van Loan 2013, 5.2).
 */
export function orthogonalFactors(rows: Rows, ownShare = 1e-9): OrthogonalFactors {
  const width = rows[0]?.length ?? 0;
  const directions: number[][] = [];
  const kept: number[] = [];
  const above: number[][] = [];
  for (let column = 0; column < width; column += 1) {
    const rest = rows.map((row) => row[column] ?? 0);
    const whole = lengthOf(rest);
    const shares = new Array<number>(directions.length).fill(0);
    for (let round = 0; round < 2; round += 1) {
      for (const [place, direction] of directions.entries()) {
        const along = dot(rest, direction);
        for (let row = 0; row < rest.length; row += 1) {
          rest[row] = (rest[row] ?? 0) - along * (direction[row] ?? 0);
        }
        shares[place] = (shares[place] ?? 0) + along;
      }
    }
    const length = lengthOf(rest);
    if (length <= ownShare * whole) continue;
    directions.push(rest.map((value) => value / length));
    kept.push(column);
    above.push([...shares, length]);
  }
  const upper = above.map((_, row) => above.map((entries) => entries[row] ?? 0));
  return { kept, directions, upper };
}

/** The length of a list of numbers of any size, however many they are. */
function lengthOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  const squares = values.reduce((sum, value) => sum + (value / largest) ** 2, 0);
  return largest * Math.sqrt(squares);
}

/**
 * Which columns of a matrix say something the columns before them do not, by place.
 * Source: Gram-Schmidt, done twice; a column counts as new when more than 1e-9 of its length is its own.
 * Example: the columns (1,1), (2,2), (0,1) give [0, 2].
 */
export function independentColumns(rows: Rows): number[] {
  return [...orthogonalFactors(rows).kept];
}

/** The answer to `upper · x = right` for an upper triangle. */
export function solveUpper(upper: Rows, right: readonly number[]): number[] {
  const answer = new Array<number>(right.length).fill(0);
  for (let place = right.length - 1; place >= 0; place -= 1) {
    const row = upper[place] ?? [];
    answer[place] = ((right[place] ?? 0) - dot(row, answer)) / (row[place] ?? Number.NaN);
  }
  return answer;
}

/** The inverse of an upper triangle, by rows. */
export function inverseUpper(upper: Rows): number[][] {
  const columns = upper.map((_, place) =>
    solveUpper(
      upper,
      upper.map((__, row) => (row === place ? 1 : 0)),
    ),
  );
  return transpose(columns);
}

/** Rows become columns. */
export function transpose(rows: Rows): number[][] {
  return (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? 0));
}

/** Every row of one list times every row of another: `left · right'`. */
export function rowProducts(left: Rows, right: Rows): number[][] {
  return left.map((row) => right.map((other) => dot(row, other)));
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
  return solveTriangles(
    lower,
    weighted.map((column) => dot(column, targets)),
  );
}

/**
 * The answer to `matrix · x = right` for a positive definite matrix, or null when it is none. Every row and column in its
 * own scale, and a matrix that is definite only by rounding counts as none.
 */
export function solveSymmetric(matrix: Rows, right: readonly number[]): number[] | null {
  const scales = matrix.map((row, place) => Math.sqrt(row[place] ?? Number.NaN));
  const scaled = matrix.map((row, place) =>
    row.map((value, column) => value / (scales[place] ?? 1) / (scales[column] ?? 1)),
  );
  const lower = cholesky(scaled);
  const singular = lower?.some((row, place) => !((row[place] ?? 0) > 1e-6));
  if (!lower || singular) return null;
  const solved = solveTriangles(
    lower,
    right.map((value, place) => value / (scales[place] ?? 1)),
  );
  return solved.map((value, place) => value / (scales[place] ?? 1));
}

/** The answer to `lower · lower' · x = right`. */
function solveTriangles(lower: Rows, right: readonly number[]): number[] {
  const forward: number[] = [];
  for (const [place, row] of lower.entries()) {
    forward.push(((right[place] ?? 0) - dot(forward, row)) / (row[place] ?? Number.NaN));
  }
  return solveUpper(
    transpose(lower.map((row) => lower.map((_, place) => row[place] ?? 0))),
    forward,
  );
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
