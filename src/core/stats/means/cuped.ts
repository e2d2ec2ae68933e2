import { refuse, succeed, type Result } from '#core/result.ts';
import { adjustmentProblem, plainVariance, type SlopeComparison } from './adjusted-comparison.ts';
import { compareMeans } from './mean-difference.ts';
import type { ArmMean } from './mean-interval.ts';
import {
  addSums,
  pairMoments,
  residualVariance,
  type PairMoments,
  type PairSums,
} from './pair-sums.ts';

/**
 * By how much the mean of the treated customers differs, made more exact by what was known before the experiment (CUPED).
 * `treatment`, `control`: sums over customers of the outcome and of one covariate that the treatment cannot have changed
 * (spend in a period before; never one seen afterwards); `confidenceShare`: between 0 and 1. One slope is taken from all
 * customers of both arms; then Welch's t on outcome less slope times covariate. For large arms: that the slope is
 * estimated is not counted.
 * Refuses `too-few-values`, `invalid-sums`, `invalid-confidence`, `covariate-does-not-vary`, and `no-variation` when nothing
 * of the outcome is left.
 * Source: Deng, Xu, Kohavi & Walker (2013), WSDM, slope from the pooled arms; R `t.test` on the
 * adjusted outcomes.
 * Example: outcomes 3, 5, 4, 9 with 1, 2, 3, 4 before against 2, 2, 5, 4 with 1, 2, 3, 5 give 2.229730, p 0.088928.
 */
export function cupedDifference(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Result<SlopeComparison> {
  const problem = adjustmentProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const pooled = pairMoments(addSums(treatment, control));
  if (!(pooled.companionVariance > 0)) return refuse({ code: 'covariate-does-not-vary' });
  const slope = pooled.covariance / pooled.companionVariance;
  const [treated, plain] = [pairMoments(treatment), pairMoments(control)];
  const adjusted = (moments: PairMoments): ArmMean => ({
    count: moments.count,
    mean: moments.outcomeMean - slope * (moments.companionMean - pooled.companionMean),
    standardDeviation: Math.sqrt(residualVariance(moments, slope)),
  });
  const comparison = compareMeans(adjusted(treated), adjusted(plain), confidenceShare);
  if (!comparison.ok) return comparison;
  const { difference, interval, statistic, degreesOfFreedom, pValue } = comparison.value;
  const left = residualVariance(treated, slope) / treated.count;
  const variance = left + residualVariance(plain, slope) / plain.count;
  return succeed({
    method: 'cuped',
    slope,
    difference,
    standardError: Math.sqrt(variance),
    interval,
    statistic,
    degreesOfFreedom,
    pValue,
    varianceReduction: 1 - variance / plainVariance(treated, plain),
  });
}
