import type { Problem } from '#core/result.ts';
import { rolloutWords } from '#text/rollout-words.ts';

/** Why a rollout or a win-back sum cannot be computed, in the current language. */
export function rolloutProblem({ code }: Problem): string {
  const t = rolloutWords().problem;
  const words: Readonly<Record<string, string>> = {
    'no-population': t.noPopulation,
    'no-variation': t.noVariation,
    'stratum-without-arm': t.stratumWithoutArm,
    'invalid-population': t.invalidPopulation,
    'negative-input': t.negativeInput,
    'margin-out-of-range': t.margin,
    'not-whole': t.whole,
    'more-responded-than-contacted': t.moreResponded,
    'more-retained-than-responded': t.moreRetained,
    'nobody-contacted': t.nobody,
    'reward-exceeds-margin': t.rewardExceedsMargin,
    'everybody-is-not-enough': t.everybodyIsNotEnough,
    'never-breaks-even': t.everybodyIsNotEnough,
    'no-cost': t.noCost,
    'nobody-is-sent': t.nobodyIsSent,
    'response-above-everybody': t.responseAboveEverybody,
    'effect-does-not-pay': t.effectDoesNotPay,
    'invalid-effect': t.noCommonScale,
    'denominator-not-distinguishable': t.costCouldBeNothing,
  };
  return words[code] ?? t.other;
}
