import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { ArmMean } from './mean-interval.ts';

/** How many customers have exactly this value. `count`: a whole number, 1 or more. */
export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** Beyond this the square of a value is no longer a number that can be summed. */
const largestValue = 1e100;

/** Every distinct value of one arm with its customers, ascending. What a database groups, a list of values becomes. */
export type ValueCounts = readonly ValueCount[];

/**
 * The distinct values of a list, ascending, each with how often it occurs.
 * `values`: any numbers; NaN and infinite ones are the caller's mistake and throw RangeError.
 * Example: the values 3, 0, 3 give 0 once and 3 twice.
 */
export function countValues(values: ArrayLike<number>): ValueCounts {
  const sorted = Float64Array.from(values).sort();
  const counts: { value: number; count: number }[] = [];
  for (const value of sorted) {
    if (!Number.isFinite(value))
      throw new RangeError(`${value} is not a value that can be counted`);
    const last = counts.at(-1);
    if (last?.value === value) last.count += 1;
    // Typed arrays sort -0 before 0: they are one value.
    else counts.push({ value: value === 0 ? 0 : value, count: 1 });
  }
  return counts;
}

/**
 * Why value counts cannot be analysed, or null when they can.
 * Codes: `too-few-values` (nobody in the arm) and `invalid-counts` (values not ascending or beyond 1e100, or counts that
 * are not whole numbers above 0).
 */
export function valueCountsProblem(arm: string, counts: ValueCounts): Problem | null {
  if (counts.length === 0) return { code: 'too-few-values', arm, count: 0 };
  let previous = Number.NEGATIVE_INFINITY;
  for (const { value, count } of counts) {
    const valid = Math.abs(value) <= largestValue && Number.isSafeInteger(count) && count > 0;
    if (!valid || value <= previous) return { code: 'invalid-counts', arm, value, count };
    previous = value;
  }
  return Number.isSafeInteger(customersOf(counts)) ? null : { code: 'invalid-counts', arm };
}

/** How many customers there are in all. */
export function customersOf(counts: ValueCounts): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Several lists of value counts as one, ascending. */
export function mergeCounts(lists: readonly ValueCounts[]): ValueCounts {
  const all = lists.flat().sort((left, right) => left.value - right.value);
  const merged: { value: number; count: number }[] = [];
  for (const { value, count } of all) {
    const last = merged.at(-1);
    if (last?.value === value) last.count += count;
    else merged.push({ value, count });
  }
  return merged;
}

/**
 * The mean and standard deviation of an arm given as value counts: what the t methods take.
 * `counts`: ascending, two customers or more.
 * Refuses `too-few-values` and `invalid-counts`.
 * Source: two passes, the spread around the mean found first; R `mean(rep(value, count))` and `sd`.
 * Example: 0 for eight customers, 10 and 20 for one each give a mean of 3 and a standard deviation of 6.749486.
 */
export function summariseCounts(counts: ValueCounts): Result<ArmMean> {
  const problem = valueCountsProblem('group', counts);
  if (problem) return refuse(problem);
  const count = customersOf(counts);
  if (count < 2) return refuse({ code: 'too-few-values', arm: 'group', count });
  const mean = counts.reduce((sum, { value, count: times }) => sum + value * (times / count), 0);
  const squares = counts.reduce(
    (sum, { value, count: times }) => sum + times * (value - mean) ** 2,
    0,
  );
  return succeed({ count, mean, standardDeviation: Math.sqrt(squares / (count - 1)) });
}
