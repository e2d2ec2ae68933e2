import { refuse, succeed, type Problem } from '#core/result.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { pairSumsProblem, type PairMoments, type PairSums } from './pair-sums.ts';

/** Two means compared after taking out what a covariate from before the experiment foretold. */
export interface AdjustedComparison {
  readonly method: 'cuped' | 'ancova' | 'lin' | 'ancova-hc2' | 'lin-hc2';
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Which share of the plain difference's squared standard error is gone; negative where the adjustment does harm. */
  readonly varianceReduction: number;
}

/** A comparison with the slope that was used: so much outcome is expected per unit of the covariate. */
export interface SlopeComparison extends AdjustedComparison {
  readonly slope: number;
}

/** From an estimate and its variance to what is reported. */
export function adjustedComparison<Extra extends object>({
  variance,
  confidenceShare,
  plainVariance: unadjusted,
  ...rest
}: Extra & {
  readonly method: AdjustedComparison['method'];
  readonly difference: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly confidenceShare: number;
  readonly plainVariance: number;
}) {
  if (!(variance > 0)) return refuse({ code: 'no-variation' });
  const { difference, degreesOfFreedom } = rest;
  const standardError = Math.sqrt(variance);
  const statistic = difference / standardError;
  const reach = -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom) * standardError;
  return succeed({
    ...rest,
    standardError,
    interval: { low: difference - reach, high: difference + reach },
    statistic,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    varianceReduction: 1 - variance / unadjusted,
  });
}

/** The squared standard error of the plain difference, that of no adjustment. */
export function plainVariance(treated: PairMoments, plain: PairMoments): number {
  return treated.outcomeVariance / treated.count + plain.outcomeVariance / plain.count;
}

/** Why the sums of two arms cannot be adjusted, or null. */
export function adjustmentProblem(
  treatment: PairSums,
  control: PairSums,
  confidenceShare: number,
): Problem | null {
  return (
    pairSumsProblem('treatment', treatment) ??
    pairSumsProblem('control', control) ??
    confidenceProblem(confidenceShare)
  );
}
