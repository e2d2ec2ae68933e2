import { refuse, succeed, type Result } from '#core/result.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import type { Alternative } from '../proportions/alternative.ts';
import type { Interval } from '../interval.ts';
import { comparisonProblem, squaredError, welchDegreesOfFreedom } from './mean-difference.ts';
import type { ArmMean } from './mean-interval.ts';

/** How two means are tested. By default two-sided, each arm with its own variance, at a confidence of 0.95. */
export interface MeanTestOptions {
  readonly alternative?: Alternative;
  /** `own`: Welch. `pooled`: Student's classic test, which supposes that both arms vary alike. */
  readonly variance?: 'own' | 'pooled';
  readonly confidenceShare?: number;
}

/** Two means tested; an end of the interval that is not asked for (one-sided) is null. */
export interface MeanTest {
  readonly method: 'welch' | 'student';
  readonly alternative: Alternative;
  readonly difference: number;
  readonly standardError: number;
  readonly interval: { readonly low: number | null; readonly high: number | null };
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** A two-sided test: its interval has both ends. */
export type TwoSidedMeanTest = MeanTest & { readonly interval: Interval };

/**
 * By how much the treatment mean lies above the control mean, tested to one side or with a pooled variance.
 * `treatment`, `control`: count of 2 or more, mean, sample standard deviation, in the unit of the outcome;
 * `confidenceShare`: between 0 and 1. With `greater` the interval has no upper end, with `less` no lower one; it leaves
 * out 0 exactly when the p-value is below 1 - confidenceShare. The usual question is answered by `compareMeans`.
 * Refuses `too-few-values`, `invalid-mean`, `invalid-confidence`, and `no-variation` when neither arm varies.
 * Source: Student (1908), Welch (1947); R `t.test(x, y, var.equal = TRUE)` and `alternative = "greater"`.
 * Example: the numbers 1 to 10 against 7 to 20, pooled, give t -5.1473, df 22, p 3.691e-05, interval -11.22344 to
 * -4.77656.
 */
export function testMeans(
  treatment: ArmMean,
  control: ArmMean,
  options?: MeanTestOptions & { readonly alternative?: 'two-sided' },
): Result<TwoSidedMeanTest>;
export function testMeans(
  treatment: ArmMean,
  control: ArmMean,
  options?: MeanTestOptions,
): Result<MeanTest>;
export function testMeans(
  treatment: ArmMean,
  control: ArmMean,
  options: MeanTestOptions = {},
): Result<MeanTest> {
  const { alternative = 'two-sided', variance = 'own', confidenceShare = 0.95 } = options;
  const problem = comparisonProblem(treatment, control, confidenceShare);
  if (problem) return refuse(problem);
  const pooled = variance === 'pooled';
  const degreesOfFreedom = pooled
    ? treatment.count + control.count - 2
    : welchDegreesOfFreedom(treatment, control);
  const standardError = pooled
    ? pooledError(treatment, control)
    : Math.sqrt(squaredError(treatment) + squaredError(control));
  const difference = treatment.mean - control.mean;
  const statistic = difference / standardError;
  const tail = (1 - confidenceShare) / (alternative === 'two-sided' ? 2 : 1);
  const halfWidth = -studentQuantile(tail, degreesOfFreedom) * standardError;
  return succeed({
    method: pooled ? 'student' : 'welch',
    alternative,
    difference,
    standardError,
    interval: {
      low: alternative === 'less' ? null : difference - halfWidth,
      high: alternative === 'greater' ? null : difference + halfWidth,
    },
    statistic,
    degreesOfFreedom,
    pValue: pValueOf(statistic, degreesOfFreedom, alternative),
  });
}

/** The standard error of a difference when both arms share one variance. */
function pooledError(treatment: ArmMean, control: ArmMean): number {
  const degreesOfFreedom = treatment.count + control.count - 2;
  const variance = [treatment, control].reduce(
    (sum, { count, standardDeviation }) =>
      sum + ((count - 1) / degreesOfFreedom) * standardDeviation ** 2,
    0,
  );
  return Math.sqrt(variance / treatment.count + variance / control.count);
}

function pValueOf(statistic: number, degreesOfFreedom: number, alternative: Alternative): number {
  const twoSided = studentTwoSided(statistic, degreesOfFreedom);
  if (alternative === 'two-sided') return twoSided;
  const towards = alternative === 'greater' ? statistic > 0 : statistic < 0;
  return towards ? twoSided / 2 : 1 - twoSided / 2;
}
