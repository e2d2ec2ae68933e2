import { refuse, succeed, type Result } from '#core/result.ts';
import { estimableModel, optimalChoice } from './d-optimal.ts';
import { coefficientCount, type EffectModel } from './effect.ts';
import type { FactorSpace, Run } from './factor-space.ts';
import { describePlan, type PlanSuggestion } from './plan-suggestion.ts';

const sizesTried = 6;

/** A size is large enough when its runs tell this much of what those of the best size tell. */
const largeEnough = 0.95;

/**
 * A D-optimal plan of at most so many runs: of six sizes between as many runs as coefficients and `mostRuns` the smallest
 * whose efficiency is 95% of the best. (The customers are divided among the runs, so a larger plan is no more precise by
 * itself, only more work.)
 * `candidates`: runs that are allowed, as many as can be candidates; `seed`: as for `dOptimalPlan`.
 * Refuses `too-few-runs`, `model-not-estimable`, and `no-fewer-runs` where the model needs all candidates.
 */
export function suggestOptimal(
  space: FactorSpace,
  candidates: readonly Run[],
  model: EffectModel,
  { mostRuns, seed }: { readonly mostRuns: number; readonly seed: string | number },
): Result<PlanSuggestion> {
  const { levelCounts, forbidden } = space;
  const most = coefficientCount(forbidden.length > 0 ? 'main' : model, levelCounts);
  if (most > mostRuns) {
    return refuse({ code: 'too-few-runs', model, runs: mostRuns, coefficients: most });
  }
  const told = estimableModel(candidates, levelCounts, model);
  if (!told) return refuse({ code: 'model-not-estimable', model });
  const fewest = told.rows[0]?.length ?? 0;
  if (fewest > mostRuns) {
    return refuse({ code: 'too-few-runs', model, runs: mostRuns, coefficients: fewest });
  }
  if (fewest >= candidates.length) {
    return refuse({ code: 'no-fewer-runs', model, combinations: candidates.length });
  }
  const tried = spreadSizes(fewest, Math.min(mostRuns, candidates.length - 1, 3 * fewest)).flatMap(
    (runs) => optimalChoice(told, { candidates, runs, seed, starts: 3 }) ?? [],
  );
  const best = Math.max(...tried.map(({ efficiency }) => efficiency));
  const runs = tried.find(({ efficiency }) => efficiency >= largeEnough * best)?.runs.length;
  const found = optimalChoice(told, { candidates, runs: runs ?? fewest, seed });
  if (!found) return refuse({ code: 'model-not-estimable', model });
  const { coefficients, lostCoefficients } = found;
  const optimalFor = { model, coefficients, lostCoefficients };
  return succeed(describePlan('d-optimal', found.runs, space, { optimalFor }));
}

/** Whole numbers spread evenly over a range, both ends among them. */
function spreadSizes(from: number, to: number): number[] {
  const steps = Math.min(sizesTried - 1, to - from);
  const sizes = Array.from({ length: steps + 1 }, (_, step) =>
    Math.round(from + ((to - from) * step) / Math.max(1, steps)),
  );
  return [...new Set(sizes)];
}
