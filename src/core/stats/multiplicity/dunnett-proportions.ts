import { refuse, succeed, type Result } from '#core/result.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { confidenceProblem } from '../interval.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import { differenceScore, observedDifference } from '../proportions/proportion-difference.ts';
import { dunnettCriticalValue, dunnettUpperTail } from '../distributions/dunnett-distribution.ts';
import {
  firstProblem,
  numberOfArmsProblem,
  type ArmsAndControl,
  type SimultaneousInterval,
} from './dunnett.ts';
import type { Alternative } from '../proportions/alternative.ts';

/** Response shares of several arms compared with one control, in the order they were given. */
export interface DunnettShares {
  readonly method: 'dunnett-score';
  readonly alternative: Alternative;
  /** The z value that takes the place of 1.96. */
  readonly criticalValue: number;
  readonly comparisons: readonly {
    /** In shares: 0.02 is two points. */
    readonly difference: number;
    readonly statistic: number;
    /** Adjusted for all comparisons. */
    readonly pValue: number;
    readonly interval: SimultaneousInterval;
  }[];
}

/**
 * Which of several offers differ in their response share from the one control, with the chance of any false alarm held.
 * `control`, `arms`: whole counts, 1 to 200 arms of any sizes; `confidenceShare`: of all intervals together. Each
 * comparison is the Miettinen-Nurminen score of `compareProportions`; in place of the normal limit stands Dunnett's, for
 * correlations root(n_i / (n_i + n_0)) root(n_j / (n_j + n_0)), which are those of equal shares. Interval and p-value
 * use the same score, so that an interval leaves out 0 exactly when its p-value is below 1 - confidenceShare; with one
 * arm both are those of `compareProportions`. One-sided an interval has no end on the other side.
 * Refuses `too-few-arms`, `too-many-arms`, `no-trials`, `invalid-counts` and `invalid-confidence`.
 * Source: Dunnett (1955) for the limit, Miettinen & Nurminen (1985) for the score; R `mvtnorm::pmvnorm` of the scores.
 * Example: 94, 76 and 54 of 900 against 25 of 900 at 0.95 give 2.34897 as the limit and p 1.803e-10, 5.303e-7, 0.0024549.
 */
export function compareProportionsWithControl(
  question: ArmsAndControl<ArmCounts>,
): Result<DunnettShares> {
  const { control, arms, confidenceShare, alternative = 'two-sided' } = question;
  const problem =
    numberOfArmsProblem(arms.length) ??
    countsProblem('control', control) ??
    firstProblem(arms.map((arm, place) => countsProblem(`treatment ${place + 1}`, arm))) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const family = {
    sizeControl: control.trials,
    sizes: arms.map(({ trials }) => trials),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    alternative,
  };
  const criticalValue = dunnettCriticalValue({ ...family, confidenceShare });
  const comparisons = arms.map((arm) => {
    const statistic = differenceScore(arm, control, 0);
    return {
      difference: observedDifference(arm, control),
      statistic,
      pValue: dunnettUpperTail(statistic, family),
      interval: {
        low: alternative === 'less' ? null : scoreLimit(arm, control, criticalValue),
        high: alternative === 'greater' ? null : scoreLimit(arm, control, -criticalValue),
      },
    };
  });
  return succeed({ method: 'dunnett-score', alternative, criticalValue, comparisons });
}

/** The difference that the observed one lies `scores` standard errors above: a lower limit, or an upper one if negative. */
function scoreLimit(treatment: ArmCounts, control: ArmCounts, scores: number): number {
  const observed = observedDifference(treatment, control);
  if (scores === 0) return observed;
  const end = scores > 0 ? -1 : 1;
  if (observed === end) return end;
  const excess = (assumed: number): number => differenceScore(treatment, control, assumed) - scores;
  return bracketedRoot(excess, Math.min(end, observed), Math.max(end, observed));
}
