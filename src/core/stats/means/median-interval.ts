import { refuse, succeed, type Result } from '#core/result.ts';
import { binomialLowerTail } from '../distributions/binomial-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { customersOf, valueCountsProblem, type ValueCounts } from './value-counts.ts';

/** A median with an interval between two of the values. */
export interface MedianInterval {
  readonly median: number;
  readonly interval: Interval;
  /** What the interval really covers: whole values cannot hit the wanted share. */
  readonly coveredShare: number;
}

/**
 * Between which values the median plausibly lies, whatever the distribution: as many values lie below it as heads fall in
 * fair throws, so that two ordered values hold it with a binomial chance. `counts`: ascending; `confidenceShare`: between
 * 0 and 1. With ties it covers more rather than less. The median is the lower of the two middle values where there are two, so that it is
 * a value that occurs.
 * Refuses what value counts refuse, `invalid-confidence`, and `too-few-values` where even the smallest and the largest
 * value do not hold it so surely (fewer than six at 0.95).
 * Source: Thompson (1936); Hollander & Wolfe (1999), 3.6; R `sort(x)[qbinom(alpha / 2, n, 0.5)]`.
 * Example: 1 to 10 at 0.95 have the median 5 within 2 to 9, which covers 0.978516.
 */
export function medianInterval(
  counts: ValueCounts,
  confidenceShare: number,
): Result<MedianInterval> {
  const problem = valueCountsProblem('group', counts) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const trials = customersOf(counts);
  const tail = (1 - confidenceShare) / 2;
  const below = (place: number) => binomialLowerTail(place - 1, { trials, share: 0.5 });
  // The largest place whose value is above the median with at most the chance of a tail.
  let [low, high] = [0, Math.floor(trials / 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (below(middle) <= tail) low = middle;
    else high = middle - 1;
  }
  if (low === 0) return refuse({ code: 'too-few-values', arm: 'group', count: trials });
  const at = valueAt(counts);
  return succeed({
    median: at(Math.ceil(trials / 2)),
    interval: { low: at(low), high: at(trials + 1 - low) },
    coveredShare: 1 - 2 * below(low),
  });
}

/** The value with a place, from 1, in ascending order. */
function valueAt(counts: ValueCounts): (place: number) => number {
  return (place) => {
    let passed = 0;
    return counts.find(({ count }) => (passed += count) >= place)?.value ?? Number.NaN;
  };
}
