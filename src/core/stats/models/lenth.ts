import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile } from '../distributions/normal-distribution.ts';
import { studentQuantile, studentTwoSided } from '../distributions/student-distribution.ts';
import { confidenceProblem } from '../interval.ts';

/** What is noise among effects of which only a few can be real. All in the unit of the effects. */
export interface LenthMethod {
  readonly pseudoStandardError: number;
  /** An effect beyond it is called active on its own. */
  readonly marginOfError: number;
  /** An effect beyond it is called active although all were looked at. */
  readonly simultaneousMargin: number;
  readonly degreesOfFreedom: number;
  /** In the order of the effects. The p-value takes effect / pseudo standard error for a Student t. */
  readonly effects: readonly { readonly ratio: number; readonly pValue: number }[];
}

/**
 * Which effects of an unreplicated experiment stand out, with nothing but the effects themselves to judge by.
 * `effects`: three or more contrasts of the same precision, in any unit; `confidenceShare`: between 0 and 1, 0.95 by
 * default. The pseudo standard error is 1.5 times the median size of those below 2.5 times a first such guess; margins
 * use Student t with a third as many degrees of freedom as there are effects.
 * Refuses `too-few-effects`, `invalid-effects` (not finite), `no-variation` (more than half of the effects are 0) and
 * `invalid-confidence`.
 * Source: Lenth (1989), Quick and easy analysis of unreplicated factorials, Technometrics 31, 469-473.
 * Example: the 15 effects of Montgomery's filtration rates give 2.625, margins 6.747777 and 13.69896.
 */
export function lenthMethod(
  effects: readonly number[],
  { confidenceShare = 0.95 }: { readonly confidenceShare?: number } = {},
): Result<LenthMethod> {
  const problem = confidenceProblem(confidenceShare) ?? effectsProblem(effects);
  if (problem) return refuse(problem);
  const sizes = effects.map(Math.abs);
  const firstGuess = 1.5 * median(sizes);
  const pseudoStandardError = 1.5 * median(sizes.filter((size) => size < 2.5 * firstGuess));
  if (!(pseudoStandardError > 0)) return refuse({ code: 'no-variation' });
  const degreesOfFreedom = effects.length / 3;
  // The simultaneous tail is (1 - confidence^(1 / effects)) / 2, written so that a tail near 0 keeps its digits.
  const simultaneousTail = -Math.expm1(Math.log(confidenceShare) / effects.length) / 2;
  const margin = (tail: number): number =>
    -studentQuantile(tail, degreesOfFreedom) * pseudoStandardError;
  return succeed({
    pseudoStandardError,
    marginOfError: margin((1 - confidenceShare) / 2),
    simultaneousMargin: margin(simultaneousTail),
    degreesOfFreedom,
    effects: effects.map((effect) => {
      const ratio = effect / pseudoStandardError;
      return { ratio, pValue: studentTwoSided(ratio, degreesOfFreedom) };
    }),
  });
}

/** One effect in a half-normal plot. */
export interface HalfNormalPoint {
  /** The effect's place in the list that was given. */
  readonly place: number;
  readonly size: number;
  /** What a standard normal value of this rank would have as its size. */
  readonly quantile: number;
}

/**
 * Where the effects lie in a half-normal plot: those of pure chance lie on a line through 0, real ones to its right.
 * `effects`: three or more, in any unit. Ascending by size.
 * Refuses `too-few-effects` and `invalid-effects`.
 * Source: Daniel (1959), Technometrics 1; ranks as (i - 1/2) / m; R `qnorm(0.5 + 0.5 * ppoints(m, a = 0.5))`.
 * Example: the largest of 15 effects lies at 2.12804523.
 */
export function halfNormalPlot(effects: readonly number[]): Result<HalfNormalPoint[]> {
  const problem = effectsProblem(effects);
  if (problem) return refuse(problem);
  const ordered = effects
    .map((effect, place) => ({ place, size: Math.abs(effect) }))
    .sort((left, right) => left.size - right.size);
  return succeed(
    ordered.map((point, rank) => {
      const upper = (effects.length - rank - 0.5) / (2 * effects.length);
      return { ...point, quantile: -normalQuantile(upper) };
    }),
  );
}

function effectsProblem(
  effects: readonly number[],
): { code: 'too-few-effects' | 'invalid-effects'; effects: number } | null {
  if (effects.length < 3) return { code: 'too-few-effects', effects: effects.length };
  const usable = effects.every((effect) => Math.abs(effect) <= 1e100);
  return usable ? null : { code: 'invalid-effects', effects: effects.length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
