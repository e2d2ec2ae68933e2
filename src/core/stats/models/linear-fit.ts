import { refuse, succeed, type Result } from '#core/result.ts';
import { dot, inverseUpper, orthogonalFactors } from '../numerics/linear-algebra.ts';
import { filledGroups, spreadOf, type OutcomeGroup } from './linear-groups.ts';

/** A least-squares fit with everything that its standard errors need. */
export interface LinearFit {
  readonly groups: readonly OutcomeGroup[];
  /** Which columns are estimated: 0 for the intercept, 1 for the first feature. */
  readonly kept: readonly number[];
  readonly solution: readonly number[];
  /** Turns a variance over the orthogonal directions into one over the coefficients: the triangle's inverse. */
  readonly spread: readonly (readonly number[])[];
  /** For every group its entry in every direction, times the root of its count. */
  readonly entries: readonly (readonly number[])[];
  /** How far every group's mean lies from its fit, times the root of its count. */
  readonly distances: readonly number[];
  /** The squared distances of all customers of a group from its fit, summed. */
  readonly squares: readonly number[];
  readonly count: number;
  readonly totalSquares: number;
}

/** What is left of a fit to the last digit is rounding, not spread. */
const exactFit = 1e-24;

/**
 * Least squares with an intercept, from groups of customers who share their features.
 * Refuses what `filledGroups` refuses, `too-few-values` (no customer more than coefficients) and `no-variation` (every
 * customer lies exactly on the fit, so that nothing has a standard error).
 * By orthogonal factors (Golub & Van Loan 2013, 5.3), every column in its own scale; a column that only repeats
 * others is left out, as R does.
 */
export function fitLinear(given: readonly OutcomeGroup[]): Result<LinearFit> {
  const filled = filledGroups(given);
  if (!filled.ok) return filled;
  const groups = filled.value;
  const columns = groups.map(({ features }) => [1, ...features]);
  const scales = (columns[0] ?? []).map((_, column) => {
    return columns.reduce((most, row) => Math.max(most, Math.abs(row[column] ?? 0)), 0) || 1;
  });
  const roots = groups.map(({ count }) => Math.sqrt(count));
  const weighted = columns.map((row, place) =>
    row.map((value, column) => (value / (scales[column] ?? 1)) * (roots[place] ?? 0)),
  );
  const { kept, directions, upper } = orthogonalFactors(weighted);
  const targets = groups.map(({ mean }, place) => mean * (roots[place] ?? 0));
  const [along, distances] = project(directions, targets);
  const inverse = inverseUpper(upper);
  const spread = inverse.map((row, place) =>
    row.map((value) => value / (scales[kept[place] ?? 0] ?? 1)),
  );
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count <= kept.length) {
    return refuse({ code: 'too-few-values', count, coefficients: kept.length });
  }
  const squares = groups.map(
    (group, place) => (group.count - 1) * spreadOf(group) ** 2 + (distances[place] ?? 0) ** 2,
  );
  const left = squares.reduce((sum, value) => sum + value, 0);
  if (left <= exactFit * dot(targets, targets)) return refuse({ code: 'no-variation' });
  const entries = groups.map((_, row) => directions.map((direction) => direction[row] ?? 0));
  const solution = spread.map((row) => dot(row, along));
  return succeed({
    ...{ groups, kept, solution, spread, entries, distances, squares, count },
    totalSquares: squaresAroundMean(groups),
  });
}

/** The parts of a list along orthogonal directions, and what is left; done twice, so that no digit of the rest is lost. */
function project(
  directions: readonly (readonly number[])[],
  targets: readonly number[],
): [along: number[], rest: number[]] {
  let rest = [...targets];
  const along = new Array<number>(directions.length).fill(0);
  for (let round = 0; round < 2; round += 1) {
    for (const [place, direction] of directions.entries()) {
      const part = dot(direction, rest);
      rest = rest.map((value, row) => value - part * (direction[row] ?? 0));
      along[place] = (along[place] ?? 0) + part;
    }
  }
  return [along, rest];
}

function squaresAroundMean(groups: readonly OutcomeGroup[]): number {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const centre = groups.reduce((sum, group) => sum + (group.count / count) * group.mean, 0);
  return groups.reduce(
    (sum, group) =>
      sum + (group.count - 1) * spreadOf(group) ** 2 + group.count * (group.mean - centre) ** 2,
    0,
  );
}
