import { refuse, succeed, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';
import type { LogisticFit } from './logistic.ts';

/** Whether what a larger model adds is more than chance: a chi-square. */
export interface LikelihoodRatio {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Whether a larger model explains more than a smaller one that it contains.
 * `smaller`, `larger`: two fits of the same customers; every feature of the smaller is a feature of the larger (which
 * cannot be seen from the fits, so it is the caller's to see to). The statistic is the difference of the deviances.
 * Refuses `not-nested` when the larger has no more independent columns than the smaller, or fits worse.
 * Source: Wilks (1938); R `anova(smaller, larger, test = "LRT")`.
 * Example: deviances 43.2 with rank 3 and 35.1 with rank 5 give 8.1, df 2, p 0.01742237.
 */
export function likelihoodRatioTest(
  smaller: Pick<LogisticFit, 'deviance' | 'rank'>,
  larger: Pick<LogisticFit, 'deviance' | 'rank'>,
): Result<LikelihoodRatio> {
  const degreesOfFreedom = larger.rank - smaller.rank;
  const statistic = smaller.deviance - larger.deviance;
  // Both deviances are rounded, so that a model that adds nothing may seem to lose the last digits.
  const lost = statistic < -1e-8 * (1 + smaller.deviance);
  if (!(degreesOfFreedom > 0) || lost || Number.isNaN(statistic)) {
    return refuse({ code: 'not-nested', smaller: smaller.rank, larger: larger.rank });
  }
  return succeed(chiSquareOf(Math.max(0, statistic), degreesOfFreedom));
}

/** A chi-square with its p-value. */
export function chiSquareOf(statistic: number, degreesOfFreedom: number): LikelihoodRatio {
  const pValue = chiSquareUpperTail(statistic, degreesOfFreedom);
  return { statistic, degreesOfFreedom, pValue };
}
