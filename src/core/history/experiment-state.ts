import type { Experiment } from './project-document.ts';

/** How far an experiment is. */
export type ExperimentProgress = 'draft' | 'drawn' | 'read' | 'rolled-out';

/** A step that is still open, in the order of the loop. */
export type MissingStep = 'design' | 'assignment' | 'analysis' | 'outcome' | 'rollout';

export interface ExperimentState {
  readonly progress: ExperimentProgress;
  readonly missing: readonly MissingStep[];
}

/**
 * How far an experiment is, and what it still lacks. A finished experiment that was run elsewhere needs neither a
 * design nor an assignment. A rollout counts once there is an outcome that it rests on.
 * Example: an experiment with a design and a draw is `drawn` and lacks `analysis`, `outcome` and `rollout`.
 */
export function experimentState(experiment: Experiment): ExperimentState {
  const { design, assignment, analysis, outcome, rollout } = experiment;
  const isRunElsewhere = analysis?.source.kind === 'table';
  const steps: readonly (readonly [MissingStep, boolean])[] = [
    ['design', design !== null || isRunElsewhere],
    ['assignment', assignment !== null || isRunElsewhere],
    ['analysis', analysis !== null],
    ['outcome', outcome !== null],
    ['rollout', rollout !== null && outcome !== null],
  ];
  const missing = steps.filter(([, done]) => !done).map(([step]) => step);
  if (outcome !== null)
    return { progress: missing.includes('rollout') ? 'read' : 'rolled-out', missing };
  return { progress: assignment === null ? 'draft' : 'drawn', missing };
}
