import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { countValues, customersOf, type ValueCounts } from './value-counts.ts';

/** A figure of several groups of values (stratum and arm); it must not depend on the order within a group. */
export type GroupStatistic = (groups: readonly Float64Array[]) => number;

/** Value steps of about a second or two. */
const mostSteps = 2e9;

/** Why groups cannot be resampled, or null: every group needs two values or more, all of them finite. */
export function groupsProblem(groups: readonly ArrayLike<number>[]): Problem | null {
  if (groups.length === 0) return { code: 'too-few-values', group: 0, count: 0 };
  for (const [group, values] of groups.entries()) {
    if (values.length < 2) return { code: 'too-few-values', group, count: values.length };
    if (!Array.from(values).every((value) => Math.abs(value) <= 1e75)) {
      return { code: 'invalid-values', group };
    }
  }
  return null;
}

/**
 * How fast the error of an estimate grows with the estimate itself, from leaving out one customer at a time: the
 * acceleration of a BCa interval.
 * `groups`: the values of every stratum and arm, two or more each; `statistic`: the estimate, asked once per distinct value.
 * Refuses `too-few-values`, `invalid-values`, `not-computable` (the statistic has no value without some customer),
 * `no-variation` (no customer changes it) and `too-many-for-jackknife` (more than 2,000 million steps).
 * Source: Davison & Hinkley (1997), 5.3.2, in its form for several samples; R `boot::empinf(type = "jack")`, each
 * group's values divided by its size.
 * Example: the mean of 1, 2, 3, 4, 10 has 0.084853.
 */
export function jackknifeAcceleration(
  groups: readonly (readonly number[])[],
  statistic: GroupStatistic,
): Result<number> {
  const problem = groupsProblem(groups);
  if (problem) return refuse(problem);
  const counted = groups.map((values) => countValues(values));
  const customers = groups.reduce((sum, values) => sum + values.length, 0);
  const asked = counted.reduce((sum, counts) => sum + counts.length, 0);
  if (asked * customers > mostSteps) return refuse({ code: 'too-many-for-jackknife', customers });
  const sorted = groups.map((values) => Float64Array.from(values).sort());
  const estimate = statistic(sorted);
  const influences = counted.map((counts, group) =>
    leaveOneOut(counts, sorted, group, (reduced) => estimate - statistic(reduced)),
  );
  return accelerationOf(influences);
}

/** Every distinct value's influence in one group, with how many customers have it. */
export type Influences = readonly { readonly influence: number; readonly count: number }[];

/** The acceleration of influences: of each group the third and second moments of its mean, added up. */
export function accelerationOf(groups: readonly Influences[]): Result<number> {
  const parts = groups.flatMap((influences) => {
    const size = influences.reduce((sum, { count }) => sum + count, 0);
    return influences.map(({ influence, count }) => ({ part: influence / size, count }));
  });
  // In units of the largest part, so that no cube vanishes.
  const largest = parts.reduce((most, { part }) => Math.max(most, Math.abs(part)), 0);
  let [cubes, squares] = [0, 0];
  for (const { part, count } of largest > 0 ? parts : []) {
    squares += count * (part / largest) ** 2;
    cubes += count * (part / largest) ** 3;
  }
  if (!Number.isFinite(largest + squares)) return refuse({ code: 'not-computable' });
  return squares > 0 ? succeed(cubes / (6 * squares ** 1.5)) : refuse({ code: 'no-variation' });
}

function leaveOneOut(
  counts: ValueCounts,
  sorted: readonly Float64Array[],
  group: number,
  change: (reduced: readonly Float64Array[]) => number,
): Influences {
  const values = sorted[group] ?? new Float64Array(0);
  const others = Float64Array.from(values.subarray(1));
  const reduced = sorted.with(group, others);
  const size = customersOf(counts);
  let place = 0;
  return counts.map(({ count }) => {
    // Leaving out the value at `place` of the sorted list: everything before it moves in front.
    others.set(values.subarray(0, place));
    place += count;
    return { influence: (size - 1) * change(reduced), count };
  });
}
