import { refuse, succeed, type Result } from '#core/result.ts';
import type { EffectModel } from './effect.ts';
import { readFactorSpace, type Factor, type ForbiddenCombination } from './factor-space.ts';
import { combinationCount, fullFactorial } from './full-factorial.ts';
import { fractionSizes } from './minimum-aberration.ts';
import { plackettBurmanSizes } from './plackett-burman.ts';
import {
  describePlan,
  type PlanKind,
  type PlanSuggestion,
  type UnsuitablePlan,
} from './plan-suggestion.ts';
import { suggestOptimal } from './suggest-optimal.ts';
import {
  hasTwoLevels,
  suggestArray,
  suggestFraction,
  suggestScreening,
} from './suggest-orthogonal.ts';

export interface SuggestionLimits {
  /** The most runs (groups of customers who get the same) there may be, 2 or more. */
  readonly maxRuns: number;
  /** Of the search for D-optimal plans: the same seed gives the same plans. */
  readonly seed: string | number;
}

export interface PlanSuggestions {
  /** Plans within the limit: the full factorial first, then orthogonal plans from few runs to many, then D-optimal ones. */
  readonly plans: readonly PlanSuggestion[];
  /** Kinds that do not serve, and why. */
  readonly unsuitable: readonly UnsuitablePlan[];
}

/** A plan of chosen runs beside the complete one has at most this share of its runs. */
const worthwhileShare = 0.75;

/**
 * Which plans of runs suit these factors: all combinations, regular fractions and screening plans for factors of two
 * levels, orthogonal arrays for others, and D-optimal plans where orthogonal ones are ruled out by forbidden combinations,
 * do not fit, or mix pairs.
 * Refuses what `readFactorSpace` refuses, `invalid-run-limit` (not a whole number from 2), and `no-run-left`,
 * `level-never-allowed` and `too-many-combinations` of the full factorial.
 * Example: five factors of two levels and at most 16 runs: 2^(5-2) in 8 runs, Plackett-Burman in 12, 2^(5-1) in 16.
 */
export function suggestPlans(
  factors: readonly Factor[],
  forbidden: readonly ForbiddenCombination[],
  { maxRuns, seed }: SuggestionLimits,
): Result<PlanSuggestions> {
  const read = readFactorSpace(factors, forbidden);
  if (!read.ok) return read;
  if (!Number.isInteger(maxRuns) || maxRuns < 2)
    return refuse({ code: 'invalid-run-limit', maxRuns });
  const space = read.value;
  const all = fullFactorial(space);
  if (!all.ok) return all;
  const plans: PlanSuggestion[] = [];
  const unsuitable: UnsuitablePlan[] = [];
  const offer = (kind: PlanKind, runs: number | null, found: Result<PlanSuggestion>) => {
    if (found.ok) plans.push(found.value);
    else unsuitable.push({ kind, runs, problem: found.problem });
  };
  const within = (runs: number, plan: () => Result<PlanSuggestion>) =>
    runs <= maxRuns ? plan() : refuse({ code: 'more-runs-than-limit', runs, maxRuns });
  offer(
    'full-factorial',
    all.value.length,
    within(all.value.length, () => succeed(describePlan('full-factorial', all.value, space))),
  );
  const { levelCounts } = space;
  if (hasTwoLevels(space)) {
    for (const runs of fractionSizes(levelCounts.length)) {
      offer(
        'regular-fraction',
        runs,
        within(runs, () => suggestFraction(space, runs)),
      );
    }
    const screening = plackettBurmanSizes.filter(
      (runs) => levelCounts.length < runs && runs < combinationCount(levelCounts),
    );
    for (const runs of screening) {
      offer(
        'plackett-burman',
        runs,
        within(runs, () => suggestScreening(space, runs)),
      );
    }
  } else if (levelCounts.length > 2) {
    offer('orthogonal-array', null, suggestArray(space, maxRuns));
  }
  plans.sort(
    (a, b) =>
      Number(b.kind === 'full-factorial') - Number(a.kind === 'full-factorial') ||
      a.runs.length - b.runs.length,
  );
  const fewer = plans.filter(({ kind }) => kind !== 'full-factorial');
  const optimal = (model: EffectModel) => {
    // Beside a complete plan that fits, one that spares hardly any runs is no help.
    const fits = all.value.length <= maxRuns;
    const mostRuns = fits ? Math.floor(worthwhileShare * all.value.length) : maxRuns;
    const limits = { mostRuns, seed };
    offer('d-optimal', null, suggestOptimal(space, all.value, model, limits));
  };
  if (fewer.length === 0) optimal('main');
  if (!fewer.some(({ confoundings }) => confoundings.length === 0)) optimal('main-and-pairs');
  return succeed({ plans, unsuitable });
}
