import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { studentQuantile } from '../distributions/student-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { pairMoments, pairSumsProblem, residualVariance, type PairSums } from './pair-sums.ts';

/**
 * Why the delta method is not to be trusted for a ratio, or null: `few-customers` (30 or fewer), or `weak-denominator`
 * (the standard error of the denominator's mean is more than a tenth of it). After Cochran (1977), chapter 6.
 */
export type RatioCaution = 'few-customers' | 'weak-denominator' | null;

/** A ratio of two sums over the customers of one arm. */
export interface RatioEstimate {
  readonly method: 'delta';
  readonly ratio: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** The standard error of the denominator's mean as a share of it. */
  readonly denominatorVariation: number;
  readonly caution: RatioCaution;
}

/**
 * A ratio whose numerator and denominator both vary by customer (revenue per order, say), with its uncertainty.
 * `arm`: sums over customers, the outcome being the numerator and the companion the denominator; a customer without
 * orders counts with 0. Customers are the units: orders of one customer are not independent. `confidenceShare`: between
 * 0 and 1.
 * Refuses `too-few-values`, `invalid-sums`, `denominator-not-positive`, `no-variation` (every customer has the same
 * ratio) and `invalid-confidence`. Where `caution` is not null, ask `fiellerRatioInterval`.
 * Source: delta method, Deng, Knoblich & Lu (2018); Cochran (1977), chapter 6; R `survey::svyratio`.
 * Example: 2, 4, 6, 8 euros for 1, 2, 2, 4 orders give 2.222222, standard error 0.238541, interval 1.754690 to 2.689754.
 */
export function ratioOfSums(arm: PairSums, confidenceShare: number): Result<RatioEstimate> {
  const problem = ratioProblem('group', arm) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const { ratio, standardError, denominatorVariation, caution } = deltaOf(arm);
  if (!(standardError > 0)) return refuse({ code: 'no-variation' });
  const interval = normalInterval(ratio, standardError, confidenceShare);
  return succeed({
    method: 'delta',
    ratio,
    standardError,
    interval,
    denominatorVariation,
    caution,
  });
}

/**
 * Between which values a ratio plausibly lies when its denominator is weak: the interval is not symmetric, and is refused
 * where the denominator could as well be 0.
 * Arguments as in `ratioOfSums`; t quantile with count - 1 degrees of freedom.
 * Refuses what `ratioOfSums` refuses, and `denominator-not-distinguishable` when every ratio, however large, is possible.
 * Source: Fieller (1954), Journal of the Royal Statistical Society B 16, with the covariance of both means.
 * Example: 2, 4, 6, 8 euros for 1, 2, 2, 4 orders give 1.389397 to 5.547438.
 */
export function fiellerRatioInterval(arm: PairSums, confidenceShare: number): Result<Interval> {
  const problem = ratioProblem('group', arm) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const moments = pairMoments(arm);
  const { count, outcomeMean, companionMean } = moments;
  const ratio = outcomeMean / companionMean;
  const factor = studentQuantile((1 - confidenceShare) / 2, count - 1) ** 2 / count;
  const leading = companionMean ** 2 - factor * moments.companionVariance;
  const residual = residualVariance(moments, ratio);
  if (!(residual > 0)) return refuse({ code: 'no-variation' });
  if (!(leading > 0)) {
    const standardError = Math.sqrt(moments.companionVariance / count);
    return refuse({ code: 'denominator-not-distinguishable', mean: companionMean, standardError });
  }
  // With r the ratio and e the distance from it: (e x)² = factor (s² - 2 e c + e² v), whose roots lie around 0.
  const cross = factor * (moments.covariance - ratio * moments.companionVariance);
  const root = Math.sqrt(cross ** 2 + leading * factor * residual);
  return succeed({
    low: ratio + (-cross - root) / leading,
    high: ratio + (-cross + root) / leading,
  });
}

/** A ratio with its delta-method standard error. */
export function deltaOf(arm: PairSums): Omit<RatioEstimate, 'method' | 'interval'> {
  const moments = pairMoments(arm);
  const ratio = moments.outcomeMean / moments.companionMean;
  const variance = residualVariance(moments, ratio) / moments.count;
  const denominatorVariation =
    Math.sqrt(moments.companionVariance / moments.count) / moments.companionMean;
  return {
    ratio,
    standardError: Math.sqrt(variance) / moments.companionMean,
    denominatorVariation,
    caution: cautionOf(moments.count, denominatorVariation),
  };
}

function cautionOf(count: number, denominatorVariation: number): RatioCaution {
  if (denominatorVariation > 0.1) return 'weak-denominator';
  return count <= 30 ? 'few-customers' : null;
}

/** The interval of an estimate that varies like a normal value. */
export function normalInterval(
  middle: number,
  standardError: number,
  confidenceShare: number,
): Interval {
  const reach = -normalQuantile((1 - confidenceShare) / 2) * standardError;
  return { low: middle - reach, high: middle + reach };
}

/** Why the sums of an arm have no ratio, or null. */
export function ratioProblem(arm: string, sums: PairSums): Problem | null {
  const problem = pairSumsProblem(arm, sums);
  if (problem) return problem;
  const { companionSum, companionSquares } = sums;
  // Amounts that are never negative add up to at least the root of their squares; a sum far below it is rounding.
  return companionSum > 1e-9 * Math.sqrt(companionSquares)
    ? null
    : { code: 'denominator-not-positive', arm, companionSum };
}
