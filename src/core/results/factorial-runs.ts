import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import type { Design } from '../design/design.ts';
import { levelsOfRun } from '../design/factor-arms.ts';
import type { Run } from '../design/factorial/factor-space.ts';
import type { ExperimentTotals } from './analysis.ts';
import { summariseArms } from './arm-totals.ts';

/** The arms that are runs of a plan of factors, with what came of them over all strata. */
export interface FactorialRuns {
  /** Levels of each factor. */
  readonly levelCounts: readonly number[];
  readonly runs: readonly Run[];
  /** In the order of the runs; every one has customers. */
  readonly counts: readonly ArmCounts[];
}

/**
 * The runs of a design's plan of factors as the experiment had them. Arms of the same levels are one run; arms without
 * customers are none. Null where the design has no factors or no arm is a run of them.
 * Example: holdout and the four arms of carrot × channel give four runs of two factors with two levels.
 */
export function factorialRuns(
  totals: ExperimentTotals,
  design: Pick<Design, 'arms' | 'factorPlan'> | null,
): FactorialRuns | null {
  const plan = design?.factorPlan;
  if (!design || !plan) return null;
  const found = new Map<string, { run: Run; events: number; trials: number }>();
  for (const { name, counts } of summariseArms(totals)) {
    const choices = design.arms.find(({ id }) => id === name)?.run ?? null;
    const levels = choices && levelsOfRun(plan, choices);
    if (!levels || counts.trials === 0) continue;
    const run = levels.map((level, factor) => plan.factors[factor]?.levels.indexOf(level) ?? -1);
    const known = found.get(run.join()) ?? { run, events: 0, trials: 0 };
    found.set(run.join(), {
      run,
      events: known.events + counts.events,
      trials: known.trials + counts.trials,
    });
  }
  if (found.size === 0) return null;
  return {
    levelCounts: plan.factors.map(({ levels }) => levels.length),
    runs: [...found.values()].map(({ run }) => run),
    counts: [...found.values()].map(({ events, trials }) => ({ events, trials })),
  };
}
