import { refuse, type Result } from '#core/result.ts';
import {
  adjustedComparison,
  adjustmentProblem,
  plainVariance,
  type AdjustedComparison,
  type SlopeComparison,
} from './adjusted-comparison.ts';
import {
  addSums,
  pairMoments,
  residualVariance,
  type PairMoments,
  type PairSums,
} from './pair-sums.ts';

/**
 * By how much the mean of the treated customers differs between customers alike in a covariate (analysis of covariance).
 * Arguments as in `cupedDifference`. One slope within both arms; the standard error supposes that all customers vary
 * alike around it and counts that the slope is estimated, so that it also holds for small arms.
 * Refuses what `cupedDifference` refuses (`covariate-does-not-vary` when it varies in neither arm).
 * Source: Fisher (1932); R `lm(outcome ~ arm + covariate)`.
 * Example: outcomes 3, 5, 4, 9 with 1, 2, 3, 4 before against 2, 2, 5, 4 with 1, 2, 3, 5 give 2.25, p 0.114365.
 */
export function covariateAdjustedDifference(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Result<SlopeComparison> {
  const problem = adjustmentProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const [treated, plain] = [pairMoments(treatment), pairMoments(control)];
  const within = (value: (moments: PairMoments) => number): number =>
    (treated.count - 1) * value(treated) + (plain.count - 1) * value(plain);
  const covariateSquares = within(({ companionVariance }) => companionVariance);
  if (!(covariateSquares > 0)) return refuse({ code: 'covariate-does-not-vary' });
  const slope = within(({ covariance }) => covariance) / covariateSquares;
  const imbalance = treated.companionMean - plain.companionMean;
  const degreesOfFreedom = treated.count + plain.count - 3;
  const residual = within((moments) => residualVariance(moments, slope)) / degreesOfFreedom;
  const scale = 1 / treated.count + 1 / plain.count + imbalance ** 2 / covariateSquares;
  return adjustedComparison({
    method: 'ancova',
    slope,
    difference: treated.outcomeMean - plain.outcomeMean - slope * imbalance,
    variance: residual * scale,
    degreesOfFreedom,
    confidenceShare,
    plainVariance: plainVariance(treated, plain),
  });
}

/**
 * The same with a slope of its own in each arm: the average effect over all customers even where the effect depends on
 * the covariate, and never less exact than no adjustment in large arms.
 * Arguments as in `cupedDifference`; at least three customers per arm. Each arm varies around its own line by an amount of
 * its own; degrees of freedom by Satterthwaite. The rows are needed for the HC2 standard error: `regressionAdjustment`.
 * Refuses what `cupedDifference` refuses (`covariate-does-not-vary` with the arm in which it does not).
 * Source: Lin (2013), Annals of Applied Statistics 7; the estimate of R `lm(outcome ~ arm * I(covariate - mean))`, the
 * standard error of two `predict(lm, se.fit = TRUE)` at the mean covariate.
 * Example: outcomes 3, 5, 4, 9 with 1, 2, 3, 4 before against 2, 2, 5, 4 with 1, 2, 3, 5 give 2.2875, standard error
 * 1.118284.
 */
export function interactedDifference(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Result<AdjustedComparison> {
  const problem = adjustmentProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const middle = pairMoments(addSums(treatment, control)).companionMean;
  const lines: Line[] = [];
  for (const [arm, sums] of Object.entries({ treatment, control })) {
    const moments = pairMoments(sums);
    if (moments.count < 3) return refuse({ code: 'too-few-values', arm, count: moments.count });
    if (!(moments.companionVariance > 0)) return refuse({ code: 'covariate-does-not-vary', arm });
    lines.push(lineAt(moments, middle));
  }
  const [treated, plain] = lines;
  if (!treated || !plain) throw new RangeError('Two arms make two lines');
  const variance = treated.variance + plain.variance;
  return adjustedComparison({
    method: 'lin',
    difference: treated.height - plain.height,
    variance,
    degreesOfFreedom:
      1 /
      ((treated.variance / variance) ** 2 / (treatment.count - 2) +
        (plain.variance / variance) ** 2 / (control.count - 2)),
    confidenceShare,
    plainVariance: plainVariance(pairMoments(treatment), pairMoments(control)),
  });
}

/** How high an arm's line is at some covariate, and the variance of that. */
interface Line {
  readonly height: number;
  readonly variance: number;
}

function lineAt(moments: PairMoments, companion: number): Line {
  const { count, outcomeMean, companionMean, companionVariance, covariance } = moments;
  const slope = covariance / companionVariance;
  const distance = companion - companionMean;
  const residual = (residualVariance(moments, slope) * (count - 1)) / (count - 2);
  return {
    height: outcomeMean + slope * distance,
    variance: residual * (1 / count + distance ** 2 / ((count - 1) * companionVariance)),
  };
}
