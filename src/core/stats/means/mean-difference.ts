import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { meanProblem, type ArmMean } from './mean-interval.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';

/** Two means compared: `difference` and `interval` in the unit of the outcome, `statistic` a t value. */
export interface MeanComparison {
  readonly method: 'welch';
  readonly difference: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** By which share the treatment mean lies above the control mean. */
export interface RelativeLiftOfMeans {
  readonly method: 'fieller';
  readonly lift: number;
  readonly interval: Interval;
}

/**
 * By how much the mean (of spend, say) of the treated customers differs from the control's (Welch's t).
 * `treatment`, `control`: count of 2 or more, mean, sample standard deviation; `confidenceShare`: between 0 and 1.
 * Refuses `too-few-values`, `invalid-mean`, `invalid-confidence`, and `no-variation` when neither arm varies.
 * Source: Welch (1947); R `t.test(x, y)`.
 * Example: the numbers 1 to 10 against 7 to 20 give t -5.4349, df 21.982, p 1.855e-05, interval -11.052802 to -4.947198.
 */
export function compareMeans(
  treatment: ArmMean,
  control: ArmMean,
  confidenceShare: number,
): Result<MeanComparison> {
  const problem = comparisonProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const difference = treatment.mean - control.mean;
  const standardError = Math.sqrt(squaredError(treatment) + squaredError(control));
  const degreesOfFreedom = welchDegreesOfFreedom(treatment, control);
  const statistic = difference / standardError;
  const t = -studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom);
  return succeed({
    method: 'welch',
    difference,
    interval: { low: difference - t * standardError, high: difference + t * standardError },
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
  });
}

/**
 * By which share the treatment mean lies above the control mean, with an interval that knows the control is uncertain.
 * Arguments as in `compareMeans`. The interval leaves out 0 exactly when the Welch p-value is below 1 - confidenceShare,
 * because both use the same degrees of freedom.
 * Refuses what `compareMeans` refuses, `control-mean-not-positive`, and `control-mean-not-distinguishable` when the
 * control mean could as well be 0 at this confidence: then every lift, however large, is possible.
 * Source: Fieller (1954), Journal of the Royal Statistical Society B 16.
 * Example: the numbers 7 to 20 against 1 to 10 at 0.95 give a lift of 1.454545, interval 0.707660 to 2.937206.
 */
export function relativeLiftOfMeans(
  treatment: ArmMean,
  control: ArmMean,
  confidenceShare: number,
): Result<RelativeLiftOfMeans> {
  const problem = comparisonProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  if (control.mean <= 0) return refuse({ code: 'control-mean-not-positive', mean: control.mean });
  const degreesOfFreedom = welchDegreesOfFreedom(treatment, control);
  const t = studentQuantile((1 - confidenceShare) / 2, degreesOfFreedom);
  const controlPart = t * t * squaredError(control);
  const leading = control.mean * control.mean - controlPart;
  if (!(leading > 0)) {
    const standardError = Math.sqrt(squaredError(control));
    return refuse({ code: 'control-mean-not-distinguishable', mean: control.mean, standardError });
  }
  // The limits solve (m1 - r m0)² = t² (v1 + r² v0), written in the lift r - 1 so that small lifts keep their digits.
  const difference = treatment.mean - control.mean;
  const middle = control.mean * difference + controlPart;
  const treatmentPart = t * t * squaredError(treatment);
  const root = Math.sqrt(treatmentPart * leading + treatment.mean * treatment.mean * controlPart);
  return succeed({
    method: 'fieller',
    lift: difference / control.mean,
    interval: { low: (middle - root) / leading, high: (middle + root) / leading },
  });
}

/** Why two means cannot be compared, or null when they can. */
export function comparisonProblem(
  treatment: ArmMean,
  control: ArmMean,
  confidenceShare: number,
): Problem | null {
  const problem =
    meanProblem('treatment', treatment) ??
    meanProblem('control', control) ??
    confidenceProblem(confidenceShare);
  const varies = treatment.standardDeviation > 0 || control.standardDeviation > 0;
  return problem ?? (varies ? null : { code: 'no-variation' });
}

/** The squared standard error of an arm's mean. */
export function squaredError({ count, standardDeviation }: ArmMean): number {
  return (standardDeviation * standardDeviation) / count;
}

/** Welch-Satterthwaite, from the two shares of the variance so that no square overflows. */
export function welchDegreesOfFreedom(treatment: ArmMean, control: ArmMean): number {
  const whole = squaredError(treatment) + squaredError(control);
  const treatmentPart = squaredError(treatment) / whole;
  const controlPart = squaredError(control) / whole;
  return 1 / (treatmentPart ** 2 / (treatment.count - 1) + controlPart ** 2 / (control.count - 1));
}
