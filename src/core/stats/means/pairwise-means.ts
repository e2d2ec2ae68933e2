import { refuse, succeed, type Result } from '#core/result.ts';
import {
  studentisedRangeCriticalValue,
  studentisedRangeUpperTail,
} from '../distributions/studentised-range-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { squaredError, welchDegreesOfFreedom } from './mean-difference.ts';
import type { ArmMean } from './mean-interval.ts';
import { armsProblem } from './one-way.ts';

/** One of all differences between arms; `first` and `second` are the places of the arms, from 0. */
export interface PairwiseDifference {
  readonly first: number;
  readonly second: number;
  /** The mean of `first` less that of `second`. */
  readonly difference: number;
  /** Of the difference itself; the range is held against it divided by the root of 2. */
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Adjusted: how likely any two of equal arms would lie so far apart. */
  readonly pValue: number;
  /** Simultaneous: all of them hold together with the confidence asked for. */
  readonly interval: Interval;
}

/**
 * Which of several arms differ in their means from which, all pairs at once with one error rate for the whole family.
 * `arms`: two or more, each a count of 2 or more, mean and sample standard deviation; `confidenceShare`: between 0 and 1;
 * `variance`: `pooled` (Tukey and Kramer, by default) supposes that all arms vary alike, `own` (Games and Howell) does not.
 * Refuses `too-few-arms`, `too-few-values`, `invalid-mean`, `invalid-confidence`, and `no-variation` (in no arm; with `own` in
 * one of them).
 * Source: Tukey (1953), Kramer (1956); R `TukeyHSD(aov(y ~ arm))`; for own variances Games & Howell (1976).
 * Example: R's `PlantGrowth`, treatment 2 less treatment 1, gives 0.865, interval 0.173784 to 1.556216, p 0.012006.
 */
export function allPairwiseDifferences(
  arms: readonly ArmMean[],
  confidenceShare: number,
  variance: 'pooled' | 'own' = 'pooled',
): Result<readonly PairwiseDifference[]> {
  const problem = armsProblem(arms) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const within = arms.reduce((sum, { count }) => sum + count - 1, 0);
  const pooled = arms.reduce(
    (sum, { count, standardDeviation }) => sum + ((count - 1) / within) * standardDeviation ** 2,
    0,
  );
  const flat = ({ standardDeviation }: ArmMean) => !(standardDeviation > 0);
  if (variance === 'own' ? arms.some(flat) : !(pooled > 0)) return refuse({ code: 'no-variation' });
  const pooledCritical = criticalValue(confidenceShare, arms.length, within);
  const differences = arms.flatMap((first, place) =>
    arms.slice(place + 1).map((second, further): PairwiseDifference => {
      const own = variance === 'own';
      const squared = own
        ? squaredError(first) + squaredError(second)
        : pooled / first.count + pooled / second.count;
      const degreesOfFreedom = own ? welchDegreesOfFreedom(first, second) : within;
      const standardError = Math.sqrt(squared);
      const difference = first.mean - second.mean;
      const shape = { means: arms.length, degreesOfFreedom };
      const critical = own
        ? criticalValue(confidenceShare, arms.length, degreesOfFreedom)
        : pooledCritical;
      const reach = (critical * standardError) / Math.SQRT2;
      return {
        first: place,
        second: place + 1 + further,
        difference,
        standardError,
        degreesOfFreedom,
        pValue: studentisedRangeUpperTail(
          (Math.abs(difference) / standardError) * Math.SQRT2,
          shape,
        ),
        interval: { low: difference - reach, high: difference + reach },
      };
    }),
  );
  return succeed(differences);
}

function criticalValue(confidenceShare: number, means: number, degreesOfFreedom: number): number {
  return studentisedRangeCriticalValue(1 - confidenceShare, { means, degreesOfFreedom });
}
