import { refuse, succeed, type Result } from '#core/result.ts';
import {
  readFactorSpace,
  type Factor,
  type ForbiddenCombination,
  type LevelChoice,
} from './factor-space.ts';
import { describePlan, type PlanKind, type PlanSuggestion } from './plan-suggestion.ts';

/** A plan as a design keeps it: its factors, what it was made by, and the run of every arm. */
export interface ChosenPlan {
  readonly factors: readonly Factor[];
  readonly forbidden: readonly ForbiddenCombination[];
  readonly kind: PlanKind;
  readonly runs: readonly (readonly LevelChoice[])[];
}

/**
 * What a chosen plan can and cannot tell, from its runs alone.
 * Refuses what `readFactorSpace` refuses, and `run-off-plan` (the run at place `run` has not one level of every factor).
 * Example: the four runs of 2^(3-1) say that each factor is mixed with the pair of the others.
 */
export function describeChosen({
  factors,
  forbidden,
  kind,
  runs,
}: ChosenPlan): Result<PlanSuggestion> {
  const space = readFactorSpace(factors, forbidden);
  if (!space.ok) return space;
  const placed = runs.map((run) =>
    factors.map(({ id, levels }) => {
      const choice = run.find(({ factor }) => factor === id);
      return levels.findIndex(({ id: level }) => level === choice?.level);
    }),
  );
  const off = placed.findIndex((run) => run.some((level) => level < 0));
  if (off >= 0 || placed.length === 0) return refuse({ code: 'run-off-plan', run: off });
  return succeed(describePlan(kind, placed, space.value));
}
