import { refuse, succeed, type Result } from '#core/result.ts';
import type { Alternative } from './alternative.ts';
import type { ArmCounts } from './arm-counts.ts';
import {
  conditionalOddsRatio,
  conditionalSupport,
  exactProblem,
  type ConditionalOddsRatio,
  type ConditionalOptions,
} from './conditional-odds-ratio.ts';
import {
  lowerTailShare,
  sidesOfObserved,
  unlikelyShare,
  upperTailShare,
  type SidesOfObserved,
} from './weighted-support.ts';

/** Fisher's answer; the odds ratio is the conditional one, its interval that of the same alternative. */
export interface FisherExact extends ConditionalOddsRatio {
  readonly alternative: Alternative;
  readonly pValue: number;
}

/**
 * Whether chance explains the difference of two response shares, exactly and however few customers there are.
 * `treatment`, `control`: whole counts, at most a hundred million customers in all; `alternative`: two-sided by default,
 * 'greater' when only a higher response of the treated counts; `confidenceShare`: between 0 and 1, 0.95 by default.
 * Two-sided, the p-value adds up all tables not more likely than the observed one, ties within 1e-7 included: it may
 * disagree with the interval, whose two sides are one-sided tests at half of alpha each. A p-value below 1e-300 is given
 * as 5e-324, the smallest number. Where nobody or everybody responded only one table is possible: p is 1, the interval
 * 0 to open.
 * Refuses `no-trials`, `invalid-counts`, `invalid-confidence` and `too-large-for-exact`.
 * Source: Fisher (1935); R `fisher.test`.
 * Example: 3 of 4 against 1 of 4, 'greater', gives p 0.24285714285714285, odds ratio 6.408309, interval from 0.3135693.
 */
export function fisherExactTest(
  treatment: ArmCounts,
  control: ArmCounts,
  options: ConditionalOptions = {},
): Result<FisherExact> {
  const estimate = conditionalOddsRatio(treatment, control, options);
  if (!estimate.ok) return estimate;
  const { alternative = 'two-sided' } = options;
  const pValue = fisherPValue(treatment, control, alternative);
  return succeed({ alternative, pValue, ...estimate.value });
}

/**
 * The p-value of `fisherExactTest` alone, where the odds ratio and its interval are not wanted.
 * Refuses what it refuses.
 */
export function fisherExactPValue(
  treatment: ArmCounts,
  control: ArmCounts,
  alternative: Alternative = 'two-sided',
): Result<number> {
  const problem = exactProblem(treatment, control);
  return problem ? refuse(problem) : succeed(fisherPValue(treatment, control, alternative));
}

function fisherPValue(treatment: ArmCounts, control: ArmCounts, alternative: Alternative): number {
  const sides = sidesOfObserved(treatment.events, conditionalSupport(treatment, control, 1));
  return exactPValueOf(sides, alternative);
}

/** The p-value of an exact test whose distribution is known on both sides of what was observed. */
export function exactPValueOf(sides: SidesOfObserved, alternative: Alternative): number {
  if (alternative === 'greater') return upperTailShare(sides);
  return alternative === 'less' ? lowerTailShare(sides) : unlikelyShare(sides);
}
