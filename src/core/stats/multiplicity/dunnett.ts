import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { confidenceProblem } from '../interval.ts';
import { dunnettCriticalValue, dunnettUpperTail } from '../distributions/dunnett-distribution.ts';
import { meanProblem, type ArmMean } from '../means/mean-interval.ts';
import type { Alternative } from '../proportions/alternative.ts';

/** An interval that holds together with all others; an end that is not asked for (one-sided) is null. */
export interface SimultaneousInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** One arm compared with the control; `pValue` is adjusted for all comparisons. */
export interface ControlComparison {
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: SimultaneousInterval;
}

/** All arms compared with one control, in the order they were given. */
export interface DunnettComparisons {
  readonly method: 'dunnett';
  readonly alternative: Alternative;
  readonly degreesOfFreedom: number;
  /** How many standard errors every interval is wide, to one side. */
  readonly criticalValue: number;
  readonly comparisons: readonly ControlComparison[];
}

/** The arms of a comparison of many with one control. */
export interface ArmsAndControl<Arm> {
  readonly control: Arm;
  readonly arms: readonly Arm[];
  /** Of all intervals together, between 0 and 1. */
  readonly confidenceShare: number;
  /** 'two-sided' when left out. */
  readonly alternative?: Alternative;
}

const mostArms = 200;

/**
 * Which of several offers differ in their mean from the one control, with the chance of any false alarm held (Dunnett).
 * `control`, `arms`: count of 2 or more, mean, sample standard deviation, 1 to 200 arms of any sizes;
 * `confidenceShare`: of all intervals together. All arms are supposed to vary alike (pooled variance). An interval
 * leaves out 0 exactly when its p-value is below 1 - confidenceShare; one-sided it has no end on the other side.
 * Refuses `too-few-arms`, `too-many-arms`, `too-few-values`, `invalid-mean`, `invalid-confidence`, and `no-variation`
 * when no arm varies.
 * Source: Dunnett (1955), Journal of the American Statistical Association 50; (1964) for unequal sizes;
 * R `multcomp::glht(model, mcp(arm = 'Dunnett'))`.
 * Example: Dunnett's blood counts, control 6 of mean 8.25 against 4 of 8.9 and 5 of 10.878, pooled standard deviation
 * 1.17496: critical value 2.5134829 at 0.95, adjusted p 0.62010198 and 0.00582536.
 */
export function compareMeansWithControl(
  question: ArmsAndControl<ArmMean>,
): Result<DunnettComparisons> {
  const { control, arms, confidenceShare, alternative = 'two-sided' } = question;
  const problem =
    numberOfArmsProblem(arms.length) ??
    meanProblem('control', control) ??
    firstProblem(arms.map((arm, place) => meanProblem(`treatment ${place + 1}`, arm))) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const all = [control, ...arms];
  const degreesOfFreedom = all.reduce((sum, { count }) => sum + count - 1, 0);
  const variance = all.reduce(
    (sum, { count, standardDeviation }) =>
      sum + ((count - 1) / degreesOfFreedom) * standardDeviation * standardDeviation,
    0,
  );
  if (variance === 0) return refuse({ code: 'no-variation' });
  const family = {
    sizeControl: control.count,
    sizes: arms.map(({ count }) => count),
    degreesOfFreedom,
    alternative,
  };
  const criticalValue = dunnettCriticalValue({ ...family, confidenceShare });
  const comparisons = arms.map(({ count, mean }) => {
    const difference = mean - control.mean;
    const standardError = Math.sqrt(variance * (1 / count + 1 / control.count));
    const statistic = difference / standardError;
    const width = criticalValue * standardError;
    return {
      difference,
      standardError,
      statistic,
      pValue: dunnettUpperTail(statistic, family),
      interval: {
        low: alternative === 'less' ? null : difference - width,
        high: alternative === 'greater' ? null : difference + width,
      },
    };
  });
  return succeed({ method: 'dunnett', alternative, degreesOfFreedom, criticalValue, comparisons });
}

/** Codes: `too-few-arms` (none) and `too-many-arms` (more than 200). */
export function numberOfArmsProblem(count: number): Problem | null {
  if (count === 0) return { code: 'too-few-arms', count };
  return count > mostArms ? { code: 'too-many-arms', count, most: mostArms } : null;
}

/** The first that is one, or null. */
export function firstProblem(problems: readonly (Problem | null)[]): Problem | null {
  return problems.find((problem) => problem !== null) ?? null;
}
