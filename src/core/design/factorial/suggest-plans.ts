import { refuse, succeed, type Result } from '#core/result.ts';
import type { EffectModel } from './effect.ts';
import { drawnRuns, someOf } from './candidate-runs.ts';
import {
  readFactorSpace,
  type Factor,
  type FactorSpace,
  type ForbiddenCombination,
} from './factor-space.ts';
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

/** A way of making a plan, and what came of it. */
interface Attempt {
  readonly kind: PlanKind;
  readonly runs: number | null;
  readonly found: Result<PlanSuggestion>;
}

/**
 * Which plans of runs suit these factors: all combinations, regular fractions and screening plans for factors of two
 * levels, orthogonal arrays for others, and D-optimal plans where orthogonal ones are ruled out by forbidden combinations,
 * do not fit, or mix pairs. D-optimal plans are searched among at most 1,500 of the combinations.
 * Refuses what `readFactorSpace` refuses, `invalid-run-limit` (not a whole number from 2), and `no-run-left` and
 * `level-never-allowed` of the full factorial.
 * Example: five factors of two levels and at most 16 runs: 2^(5-2) in 8 runs, Plackett-Burman in 12, 2^(5-1) in 16.
 */
export function suggestPlans(
  factors: readonly Factor[],
  forbidden: readonly ForbiddenCombination[],
  { maxRuns, seed }: SuggestionLimits,
): Result<PlanSuggestions> {
  const read = readFactorSpace(factors, forbidden);
  if (!read.ok) return read;
  if (!Number.isInteger(maxRuns) || maxRuns < 2) {
    return refuse({ code: 'invalid-run-limit', maxRuns });
  }
  const space = read.value;
  const all = fullFactorial(space);
  if (!all.ok && all.problem.code !== 'too-many-combinations') return all;
  const complete: Attempt = {
    kind: 'full-factorial',
    runs: all.ok ? all.value.length : null,
    found: all.ok
      ? within(maxRuns, all.value.length, () => describePlan('full-factorial', all.value, space))
      : all,
  };
  const orthogonal = orthogonalAttempts(space, maxRuns);
  // Beside a complete plan that fits, one that spares hardly any runs is no help.
  const mostRuns =
    complete.found.ok && complete.runs ? Math.floor(worthwhileShare * complete.runs) : maxRuns;
  const candidates = all.ok ? someOf(all.value, seed) : drawnRuns(space, seed);
  const optimal = modelsWanted(orthogonal).map((model): Attempt => {
    const found = suggestOptimal(space, candidates, model, { mostRuns, seed });
    return { kind: 'd-optimal', runs: null, found };
  });
  const attempts = [complete, ...orthogonal, ...optimal];
  return succeed({
    plans: attempts.flatMap(({ found }) => (found.ok ? [found.value] : [])),
    unsuitable: attempts.flatMap(({ kind, runs, found }) =>
      found.ok ? [] : [{ kind, runs, problem: found.problem }],
    ),
  });
}

/** Regular fractions and screening plans, by their runs, or for mixed levels the smallest orthogonal array. */
function orthogonalAttempts(space: FactorSpace, maxRuns: number): Attempt[] {
  const { levelCounts } = space;
  if (!hasTwoLevels(space)) {
    const found = levelCounts.length > 2 ? [suggestArray(space, maxRuns)] : [];
    return found.map((array) => ({ kind: 'orthogonal-array', runs: null, found: array }));
  }
  const screening = plackettBurmanSizes.filter(
    (runs) => levelCounts.length < runs && runs < combinationCount(levelCounts),
  );
  const attempts = [
    ...fractionSizes(levelCounts.length).map((runs) => ({
      ...{ kind: 'regular-fraction' as const, runs, suggest: suggestFraction },
    })),
    ...screening.map((runs) => ({
      ...{ kind: 'plackett-burman' as const, runs, suggest: suggestScreening },
    })),
  ];
  return attempts
    .toSorted((a, b) => a.runs - b.runs)
    .map(({ kind, runs, suggest }) => ({
      ...{ kind, runs },
      found: runs <= maxRuns ? suggest(space, runs) : tooLarge(runs, maxRuns),
    }));
}

/** What orthogonal plans leave to tell: everything where there is none, pairs where all of them mix some. */
function modelsWanted(orthogonal: readonly Attempt[]): EffectModel[] {
  const plans = orthogonal.flatMap(({ found }) => (found.ok ? [found.value] : []));
  const tellsPairs = plans.some(({ confoundings }) => confoundings.length === 0);
  return [
    ...(plans.length === 0 ? ['main' as const] : []),
    ...(tellsPairs ? [] : ['main-and-pairs' as const]),
  ];
}

function within(maxRuns: number, runs: number, plan: () => PlanSuggestion): Result<PlanSuggestion> {
  return runs <= maxRuns ? succeed(plan()) : tooLarge(runs, maxRuns);
}

function tooLarge(runs: number, maxRuns: number) {
  return refuse({ code: 'more-runs-than-limit', runs, maxRuns });
}
