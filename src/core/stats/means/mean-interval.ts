import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';

/** What one arm spent: how many customers, their mean, and the sample standard deviation (divisor count - 1). */
export interface ArmMean {
  readonly count: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Beyond these a square, or a ratio of squares, is no longer a number. */
const smallestSpread = 1e-100;
const largestAmount = 1e100;

/**
 * Why a mean cannot be analysed, or null when it can.
 * Codes: `too-few-values` (fewer than two) and `invalid-mean` (not finite, a negative standard deviation, or amounts
 * whose squares are beyond the numbers).
 */
export function meanProblem(arm: string, summary: ArmMean): Problem | null {
  const { count, mean, standardDeviation } = summary;
  const valid =
    Number.isSafeInteger(count) &&
    count >= 0 &&
    (count < 2 || (Math.abs(mean) <= largestAmount && standardDeviation <= largestAmount)) &&
    !(standardDeviation < 0) &&
    !(standardDeviation > 0 && standardDeviation < smallestSpread);
  if (!valid) return { code: 'invalid-mean', arm, count, mean, standardDeviation };
  return count < 2 ? { code: 'too-few-values', arm, count } : null;
}

/**
 * Between which values the true mean of one group plausibly lies (Student t interval).
 * `count`: 2 or more; `mean`, `standardDeviation`: in the unit of the outcome; `confidenceShare`: between 0 and 1.
 * Refuses `too-few-values`, `invalid-mean` and `invalid-confidence`.
 * Source: Student (1908); R `t.test(x)$conf.int`.
 * Example: count 10, mean 5.5, standard deviation 3.02765 at 0.95 gives 3.334149 to 7.665851.
 */
export function meanInterval(summary: ArmMean, confidenceShare: number): Result<Interval> {
  const problem = meanProblem('group', summary) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const { count, mean, standardDeviation } = summary;
  const t = -studentQuantile((1 - confidenceShare) / 2, count - 1);
  const halfWidth = (t * standardDeviation) / Math.sqrt(count);
  return succeed({ low: mean - halfWidth, high: mean + halfWidth });
}
