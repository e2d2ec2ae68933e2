/** A column of numbers, one per customer. */
export type Column = Float64Array;

/** The sum of the products of two columns. */
export function innerProduct(left: Column, right: Column): number {
  let sum = 0;
  for (let place = 0; place < left.length; place += 1) {
    sum += (left[place] ?? 0) * (right[place] ?? 0);
  }
  return sum;
}

/**
 * What is left of a column once the directions (of length 1, at right angles) are taken out.
 * By modified Gram-Schmidt, twice, so that rounding leaves nothing of them.
 */
export function withoutDirections(column: Column, directions: readonly Column[]): Column {
  const rest = Float64Array.from(column);
  for (const direction of [...directions, ...directions]) {
    const along = innerProduct(rest, direction);
    for (let place = 0; place < rest.length; place += 1) {
      rest[place] = (rest[place] ?? 0) - along * (direction[place] ?? 0);
    }
  }
  return rest;
}

/**
 * The column's own direction beside those there are, or null when it has none (less than 1e-9 of its length is its own).
 */
export function ownDirection(column: Column, directions: readonly Column[]): Column | null {
  const rest = withoutDirections(column, directions);
  const length = Math.sqrt(innerProduct(rest, rest));
  if (!(length > 1e-9 * Math.sqrt(innerProduct(column, column)))) return null;
  return rest.map((value) => value / length);
}
