import { refuse, succeed, type Result } from '#core/result.ts';
import { countsProblem } from './arm-counts.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';

/**
 * Between which shares the true response share of one group plausibly lies (Wilson score interval).
 * `events`, `trials`: whole numbers, 0 <= events <= trials; `confidenceShare`: between 0 and 1, usually 0.95.
 * Refuses `no-trials`, `invalid-counts` and `invalid-confidence`. The limits never leave 0 to 1.
 * Source: Wilson (1927); R `prop.test(x, n, correct = FALSE)$conf.int`.
 * Example: 4 of 200 at 0.95 gives 0.0078044264 to 0.0502870869.
 */
export function wilsonInterval(
  events: number,
  trials: number,
  confidenceShare: number,
): Result<Interval> {
  const problem = countsProblem('group', { events, trials }) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const z = -normalQuantile((1 - confidenceShare) / 2);
  const high = upperLimit(events, trials, z);
  // The product of the two limits is events² / (trials (trials + z²)): a small lower limit needs no subtraction.
  const low = (events * events) / (trials * (trials + z * z)) / high;
  return succeed({ low, high });
}

function upperLimit(events: number, trials: number, z: number): number {
  if (events === trials) return 1;
  const spread = z * Math.sqrt((events * (trials - events)) / trials + (z * z) / 4);
  return (events + (z * z) / 2 + spread) / (trials + z * z);
}
