import type { Problem, Result } from '#core/result.ts';
import { answerDependsOnLevel } from './answer-by-level.ts';
import type { AnalysisPlan, ExperimentTotals } from './analysis.ts';
import { differingAttributes, type DifferingAttribute } from './differing-attribute.ts';
import { powerToNotice } from './interaction-power.ts';
import type { AttributeInteraction, ExperimentAnalysis } from './reading.ts';
import type { StrataWarning } from './simpson-reading.ts';

/** Whether the interaction test of an attribute could have noticed that the carrots do nothing at one of its levels. */
export interface NoticingPower {
  readonly attribute: string;
  /** False alarms accepted in the test. */
  readonly alpha: number;
  readonly power: Result<{ readonly power: number; readonly level: string }>;
}

/** What the best carrot adds at a level: described, not tested. */
export interface LevelGain {
  readonly level: string;
  readonly difference: number;
}

/** The one answer to "same everywhere, or not?". */
export type EverywhereAnswer =
  /** Nobody asked for strata, or all customers are in one. */
  | { readonly code: 'not-asked' }
  | { readonly code: 'one-stratum' }
  /** All together, carrots look the other way round than within the strata: the first of them, furthest apart first. */
  | { readonly code: 'turned'; readonly warnings: readonly StrataWarning[] }
  /** Levels want different carrots. Strongest first. */
  | { readonly code: 'differs'; readonly differing: readonly DifferingAttribute[] }
  /** How much the carrots do depends on these attributes, which is best does not. Strongest first. */
  | {
      readonly code: 'strength-differs';
      readonly attributes: readonly string[];
      /** Where the best carrot adds the most and the least along the first of them, in shares. */
      readonly most: LevelGain;
      readonly least: LevelGain;
    }
  /** No attribute could be tested; the reason is that of the first. */
  | { readonly code: 'not-computable'; readonly attribute: string; readonly problem: Problem }
  /** No sign of a difference, though these attributes could have hidden one (or could not be tested). */
  | { readonly code: 'cannot-tell'; readonly weak: readonly NoticingPower[] }
  /** No sign of a difference, and one would have been noticed. */
  | { readonly code: 'same'; readonly powers: readonly NoticingPower[] };

/** Below this power a test that finds nothing says little. */
const enoughPower = 0.8;

/**
 * The power to notice of every attribute along which nothing was found, at the share of false alarms that Holm leaves a
 * test when it comes first. `analysis`: of these totals by this plan.
 */
export function noticingPowers(
  totals: ExperimentTotals,
  plan: Pick<AnalysisPlan, 'control' | 'strata'>,
  { interactions, confidenceShare }: Pick<ExperimentAnalysis, 'interactions' | 'confidenceShare'>,
): readonly NoticingPower[] {
  const tested = Math.max(1, interactions.filter(({ test }) => test.ok).length);
  const alpha = (1 - confidenceShare) / tested;
  return interactions.flatMap(({ attribute, test }, place) =>
    test.ok && test.value.pValueAdjusted < 1 - confidenceShare
      ? []
      : {
          attribute,
          alpha,
          power: test.ok ? powerToNotice(totals, plan, place, alpha) : test,
        },
  );
}

/**
 * Whether the carrots do the same everywhere. A comparison that turns round within the strata comes first, since nothing
 * read of all customers together holds then; a difference between levels comes before what cannot be told.
 * `strataCount`: strata of the totals; `powers`: from `noticingPowers`; `warnings`: from `readStrataWarnings`.
 * Example: the bundled sample `differs` along points: point for high and mid, coupon for low.
 */
export function everywhereAnswer(
  analysis: Pick<ExperimentAnalysis, 'interactions' | 'confidenceShare'>,
  strataCount: number,
  powers: readonly NoticingPower[],
  warnings: readonly StrataWarning[],
): EverywhereAnswer {
  const { interactions } = analysis;
  const alpha = 1 - analysis.confidenceShare;
  if (interactions.length === 0) return { code: 'not-asked' };
  if (strataCount < 2) return { code: 'one-stratum' };
  const turned = warnings.filter(({ check }) => check.signsDiffer && check.crude.pValue < alpha);
  if (turned.length > 0) return { code: 'turned', warnings: turned.toSorted(byDistance) };
  const differing = differingAttributes(analysis, alpha);
  if (differing.length > 0) {
    return {
      code: 'differs',
      differing: differing.toSorted((one, other) => one.pValueAdjusted - other.pValueAdjusted),
    };
  }
  const stronger = interactions.filter(isBeyondChance(alpha)).toSorted(byStrength);
  const gains = (stronger[0]?.bestByLevel ?? []).flatMap(({ level, difference }) =>
    difference.ok ? [{ level, difference: difference.value.difference }] : [],
  );
  const [most, least] = [gains.toSorted(byGain)[0], gains.toSorted(byGain).at(-1)];
  if (most && least) {
    const attributes = stronger.map(({ attribute }) => attribute);
    return { code: 'strength-differs', attributes, most, least };
  }
  const [first] = interactions;
  if (first && !first.test.ok && interactions.every(({ test }) => !test.ok)) {
    return { code: 'not-computable', attribute: first.attribute, problem: first.test.problem };
  }
  const weak = powers.filter(({ power }) => !power.ok || power.value.power < enoughPower);
  return weak.length > 0 ? { code: 'cannot-tell', weak } : { code: 'same', powers };
}

function isBeyondChance(alpha: number) {
  return ({ test, bestByLevel }: AttributeInteraction): boolean =>
    test.ok && test.value.pValueAdjusted < alpha && !answerDependsOnLevel(bestByLevel);
}

function byStrength(one: AttributeInteraction, other: AttributeInteraction): number {
  const pOf = ({ test }: AttributeInteraction) => (test.ok ? test.value.pValueAdjusted : 1);
  return pOf(one) - pOf(other);
}

function byGain(one: LevelGain, other: LevelGain): number {
  return other.difference - one.difference;
}

function byDistance(one: StrataWarning, other: StrataWarning): number {
  const apart = ({ check }: StrataWarning) =>
    Math.abs(check.crude.difference - check.stratified.difference);
  return apart(other) - apart(one);
}
