import { solveSymmetric, type Rows } from '../numerics/linear-algebra.ts';

/** What one question asks of an allocation: enough information about its contrasts. */
export interface Requirement {
  /** One row for a single comparison, several for a joint test; a weight per group. */
  readonly contrasts: Rows;
  /** The value expected of each contrast. */
  readonly effects: readonly number[];
  /** The noncentrality wanted: (z of alpha + z of power)² for one contrast, `neededNoncentrality` for several. */
  readonly needed: number;
}

/** How much information an allocation gives about a requirement, as a multiple of what is needed (its logarithm). */
export interface LogInformation {
  readonly value: number;
  /** Per group: how fast it grows with its customers. */
  readonly slope: Float64Array;
  /** What each group pulls at the solved effects; with the inverse covariance times a group's column the second derivatives follow. */
  readonly pulls: Float64Array;
  readonly inverseColumn: (group: number) => readonly number[];
  readonly noncentrality: number;
}

/**
 * log(noncentrality / needed) of a requirement: 0 where it is just met, concave in the numbers of customers.
 * `customers`, `variances`: per group; a group with weight needs customers. Null where the contrasts are dependent.
 * The noncentrality of Wald (1943); its derivatives are those of an inverse matrix.
 */
export function logInformation(
  requirement: Requirement,
  customers: ArrayLike<number>,
  variances: readonly number[],
): LogInformation | null {
  const { contrasts, effects, needed } = requirement;
  const shares = variances.map((variance, group) => variance / (customers[group] ?? 0));
  const covariance = contrasts.map((left) =>
    contrasts.map((right) => {
      let sum = 0;
      for (let group = 0; group < left.length; group += 1) {
        const weight = (left[group] ?? 0) * (right[group] ?? 0);
        if (weight !== 0) sum += weight * (shares[group] ?? 0);
      }
      return sum;
    }),
  );
  const solved = solveSymmetric(covariance, effects);
  if (!solved) return null;
  const noncentrality = effects.reduce((sum, effect, row) => sum + effect * (solved[row] ?? 0), 0);
  const pulls = Float64Array.from(variances, (_, group) =>
    contrasts.reduce((sum, row, place) => sum + (row[group] ?? 0) * (solved[place] ?? 0), 0),
  );
  const slope = Float64Array.from(variances, (_, group) => {
    const pull = pulls[group] ?? 0;
    return pull === 0
      ? 0
      : (pull * pull * (shares[group] ?? 0)) / (customers[group] ?? 0) / noncentrality;
  });
  // M times the column of a group; asked for only where second derivatives are.
  const inverseColumn = (group: number): readonly number[] =>
    solveSymmetric(
      covariance,
      contrasts.map((row) => row[group] ?? 0),
    ) ?? contrasts.map(() => Number.NaN);
  return { value: Math.log(noncentrality / needed), slope, pulls, inverseColumn, noncentrality };
}

/** Adds `times` the second derivatives of the log information by the customers of the groups `places`. */
export function addInformationBend(
  { contrasts }: Requirement,
  information: LogInformation,
  { customers, variances, places, times, into }: BendTarget,
): void {
  const { slope, pulls, inverseColumn, noncentrality } = information;
  const pulling = [...places.keys()].filter((row) => (pulls[places[row] ?? 0] ?? 0) !== 0);
  const falls = places.map(
    (group) =>
      ((pulls[group] ?? 0) * (variances[group] ?? 0)) / (customers[group] ?? Number.NaN) ** 2,
  );
  for (const row of pulling) {
    const group = places[row] ?? 0;
    const target = into[row] ?? new Float64Array();
    const column = inverseColumn(group);
    const own = slope[group] ?? 0;
    const factor = (2 * (falls[row] ?? 0)) / noncentrality;
    for (const other of pulling) {
      const place = places[other] ?? 0;
      let crossed = 0;
      for (let k = 0; k < column.length; k += 1) {
        crossed += (contrasts[k]?.[place] ?? 0) * (column[k] ?? 0);
      }
      let bend = factor * (falls[other] ?? 0) * crossed - own * (slope[place] ?? 0);
      if (row === other) bend -= (2 * own) / (customers[group] ?? Number.NaN);
      target[other] = (target[other] ?? 0) + times * bend;
    }
  }
}

/** Where the second derivatives go: rows and columns for the groups `places`. */
export interface BendTarget {
  readonly customers: ArrayLike<number>;
  readonly variances: readonly number[];
  readonly places: readonly number[];
  readonly times: number;
  readonly into: readonly Float64Array[];
}
