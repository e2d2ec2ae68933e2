/** What an arm's covariates look like: means, and covariances with the divisor count - 1 (0 for one customer). */
export interface CovariateMoments {
  readonly count: number;
  readonly means: readonly number[];
  readonly covariances: readonly (readonly number[])[];
}

/**
 * The moments of an arm from its customers: one row each, one column per covariate (`width` of them), all finite.
 * Throws RangeError when a row has another width: that is a mistake of the caller.
 */
export function covariateMoments(
  rows: readonly (readonly number[])[],
  width: number,
): CovariateMoments {
  const narrow = rows.find((row) => row.length !== width);
  if (narrow) throw new RangeError(`A row has ${narrow.length} covariates instead of ${width}`);
  const count = rows.length;
  const places = Array.from({ length: width }, (_, place) => place);
  // From the first row on, so that equal values give themselves as their mean and no variance at all.
  const [start = []] = rows;
  const means = places.map((place) => {
    const first = start[place] ?? 0;
    return first + rows.reduce((sum, row) => sum + ((row[place] ?? 0) - first), 0) / count;
  });
  const centred = rows.map((row) => row.map((value, place) => value - (means[place] ?? 0)));
  const covariances = places.map((left) =>
    places.map((right) => {
      const products = centred.reduce((sum, row) => sum + (row[left] ?? 0) * (row[right] ?? 0), 0);
      return count > 1 ? products / (count - 1) : 0;
    }),
  );
  return { count, means, covariances };
}
