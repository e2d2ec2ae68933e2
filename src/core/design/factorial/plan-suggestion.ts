import type { Problem } from '#core/result.ts';
import type { AliasTable } from './alias-table.ts';
import { strengthOf } from './array-strength.ts';
import { confoundings, worstMixing, type Confounding, type WorstMixing } from './confounding.ts';
import { dEfficiency } from './d-efficiency.ts';
import {
  coefficientCount,
  mainEffects,
  pairEffects,
  type Effect,
  type EffectModel,
} from './effect.ts';
import { isAllowed, type FactorSpace, type Run } from './factor-space.ts';
import { combinationCount } from './full-factorial.ts';
import type { RegularFraction } from './regular-fraction.ts';

/** What a plan is made by. */
export const planKinds = [
  'full-factorial',
  'regular-fraction',
  'plackett-burman',
  'orthogonal-array',
  'd-optimal',
] as const;

export type PlanKind = (typeof planKinds)[number];

/** A plan of runs, and what it can and cannot tell. */
export interface PlanSuggestion {
  readonly kind: PlanKind;
  readonly runs: readonly Run[];
  /**
   * 3: main effects are kept apart from each other, but mixed with pairs; 4: main effects are clear, pairs mixed with
   * each other; 5 and more: pairs are clear too. Null where the plan is not orthogonal; one more than the factors where it is
   * complete.
   */
  readonly resolution: number | null;
  /** Main effects and pairs that are mixed, strongest first. */
  readonly confoundings: readonly Confounding[];
  readonly worst: WorstMixing;
  /** Main effects and pairs that are mixed with no other main effect or pair. */
  readonly clear: readonly Effect[];
  /** `dEfficiency` for main effects, and with the pairs (0 where those cannot all be told). */
  readonly efficiency: { readonly main: number; readonly mainAndPairs: number };
  /** Of a regular fraction: its generators and words, and what is mixed, with signs. */
  readonly fraction?: RegularFraction;
  readonly aliases?: AliasTable;
  /** Of a D-optimal plan: what it was searched for, how many numbers it tells, and how many of pairs no plan can tell. */
  readonly optimalFor?: {
    readonly model: EffectModel;
    readonly coefficients: number;
    readonly lostCoefficients: number;
  };
  /** Of an orthogonal array: the levels of all its columns, most first. */
  readonly arrayLevels?: readonly number[];
}

/** A way of making plans that does not serve here, and why. */
export interface UnsuitablePlan {
  readonly kind: PlanKind;
  readonly runs: number | null;
  readonly problem: Problem;
}

/** A plan with what it can tell. `made`: what its kind adds. */
export function describePlan(
  kind: PlanKind,
  runs: readonly Run[],
  { levelCounts }: FactorSpace,
  made: Pick<PlanSuggestion, 'fraction' | 'aliases' | 'arrayLevels' | 'optimalFor'> = {},
): PlanSuggestion {
  const mixed = confoundings(runs, levelCounts);
  const touched = new Set(mixed.flatMap(({ first, second }) => [first.join(), second.join()]));
  const factors = levelCounts.length;
  const effects = [...mainEffects(factors), ...pairEffects(factors)];
  const enough = runs.length >= coefficientCount('main-and-pairs', levelCounts);
  return {
    ...{ kind, runs, confoundings: mixed, worst: worstMixing(mixed), ...made },
    resolution: resolutionOf(runs, levelCounts, made.fraction),
    clear: effects.filter((effect) => !touched.has(effect.join())),
    efficiency: {
      main: dEfficiency(runs, levelCounts, 'main'),
      mainAndPairs: enough ? dEfficiency(runs, levelCounts, 'main-and-pairs') : 0,
    },
  };
}

function resolutionOf(
  runs: readonly Run[],
  levelCounts: readonly number[],
  fraction?: RegularFraction,
): number | null {
  if (fraction) return fraction.resolution;
  if (runs.length === combinationCount(levelCounts)) return levelCounts.length + 1;
  const strength = strengthOf(runs, levelCounts);
  return strength < 2 ? null : strength + 1;
}

/** The place of a prohibition of just two levels, which rules out every plan in which all pairs of levels meet; or -1. */
export function forbiddenPair({ forbidden }: FactorSpace): number {
  return forbidden.findIndex((choices) => choices.length === 2);
}

/** Whether no run of a plan is forbidden. */
export function isAllowedPlan(runs: readonly Run[], { forbidden }: FactorSpace): boolean {
  return runs.every((run) => isAllowed(run, forbidden));
}
