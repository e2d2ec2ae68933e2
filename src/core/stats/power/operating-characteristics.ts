import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Alternative } from '../proportions/alternative.ts';
import { binomialWeights } from './event-weights.ts';
import type { ArmSizesInCustomers, ShareTest } from './share-tests.ts';
import { significantChances, type CountedTest } from './significant-outcomes.ts';

/** A two-arm experiment on a response share, and the test that will judge it. */
export interface CountedPlan extends ArmSizesInCustomers {
  /** The control's response share, strictly between 0 and 1. */
  readonly baselineShare: number;
  /** The chance of a false alarm that the test allows, above 0 and below one half. */
  readonly alpha: number;
  /** `two-sided` by default. */
  readonly alternative?: Alternative;
  /** `score` by default, the test of `compareProportions`. */
  readonly test?: ShareTest;
}

/** What an experiment does in the long run. All chances are exact for the test named. */
export interface OperatingCharacteristics {
  readonly test: ShareTest;
  /** The chance of a significant result in either direction. */
  readonly power: number;
  /** The chance that it is significant and shows a rise, and a fall. */
  readonly significantRise: number;
  readonly significantFall: number;
  /** The same two chances when the treatment does nothing: the false alarms. */
  readonly falseRise: number;
  readonly falseFall: number;
  /** Of the significant results, the share with the wrong sign (type S); null without an effect or significance. */
  readonly signError: number | null;
  /** How many times larger than the true effect a significant result shows it on average (type M); null likewise. */
  readonly exaggeration: number | null;
}

/** The largest arm that is counted out; beyond it the normal approximation has no error that could be seen. */
export const mostCounted = 1_000_000;

/**
 * What an experiment of this size does in the long run: its exact power, false alarms, wrong signs and exaggeration.
 * `lift`: the true effect in shares, 0 allowed; sizes: whole customers, 1 to a million; `alpha`: 0 to 0.5.
 * Refuses `invalid-baseline`, `invalid-alpha`, `invalid-lift`, `invalid-size`, and `too-large-to-count` (above a
 * million in an arm).
 * Source: Gelman & Carlin (2014), Perspectives on Psychological Science 9 (type S and M errors); every outcome counted.
 * Example: 2% against 3% with 500 per arm gives a power of 0.1723455, and a significant result shows 2.44 times the effect.
 */
export function operatingCharacteristics(
  plan: CountedPlan & { readonly lift: number },
): Result<OperatingCharacteristics> {
  const { baselineShare, lift } = plan;
  const problem = countedPlanProblem(plan) ?? countedLiftProblem(baselineShare, lift);
  if (problem) return refuse(problem);
  const counted = countedTest(plan);
  const control = binomialWeights(plan.sizeControl, baselineShare);
  const withEffect = binomialWeights(plan.sizeTreatment, baselineShare + lift);
  const without = binomialWeights(plan.sizeTreatment, baselineShare);
  const found = significantChances(counted, withEffect, control);
  const falsely = lift === 0 ? found : significantChances(counted, without, control);
  const power = found.higher + found.lower;
  const told = lift !== 0 && power > 0;
  const shown = found.differenceWhenHigher - found.differenceWhenLower;
  // An effect next to nothing is exaggerated beyond the numbers.
  const exaggeration = shown / power / Math.abs(lift);
  return succeed({
    test: counted.test,
    power,
    significantRise: found.higher,
    significantFall: found.lower,
    falseRise: falsely.higher,
    falseFall: falsely.lower,
    signError: told ? (lift > 0 ? found.lower : found.higher) / power : null,
    exaggeration: told && Number.isFinite(exaggeration) ? exaggeration : null,
  });
}

/** The plan as the counting needs it, with its defaults. */
export function countedTest({
  sizeTreatment,
  sizeControl,
  alpha,
  alternative = 'two-sided',
  test = 'score',
}: Omit<CountedPlan, 'baselineShare'>): CountedTest {
  return { sizeTreatment, sizeControl, alpha, alternative, test };
}

/** Why a plan cannot be counted out, or null. */
export function countedPlanProblem(plan: CountedPlan): Problem | null {
  const { baselineShare, alpha, sizeTreatment, sizeControl } = plan;
  if (!(baselineShare > 0 && baselineShare < 1)) return { code: 'invalid-baseline', baselineShare };
  if (!(alpha >= 1e-100 && alpha < 0.5)) return { code: 'invalid-alpha', alpha };
  const whole = (size: number): boolean => Number.isSafeInteger(size) && size >= 1;
  if (!whole(sizeTreatment) || !whole(sizeControl)) {
    return { code: 'invalid-size', sizeTreatment, sizeControl };
  }
  return Math.max(sizeTreatment, sizeControl) > mostCounted
    ? { code: 'too-large-to-count', sizeTreatment, sizeControl, most: mostCounted }
    : null;
}

export function countedLiftProblem(baselineShare: number, lift: number): Problem | null {
  const treatedShare = baselineShare + lift;
  return treatedShare >= 0 && treatedShare <= 1
    ? null
    : { code: 'invalid-lift', lift, baselineShare };
}
