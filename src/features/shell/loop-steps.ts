import { allCounts } from '#core/assignment/assignment.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

export const loopSteps = [
  'import',
  'customers',
  'ideas',
  'design',
  'assignment',
  'results',
  'rollout',
  'history',
] as const;

export type LoopStep = (typeof loopSteps)[number];

export interface StepState {
  readonly step: LoopStep;
  readonly done: boolean;
  /** What has been reached in this step, in a few words. */
  readonly note: string | null;
}

/** How far the open project is, step by step. */
export function stepStates(
  document: ProjectDocument | null,
  experiment: Experiment | null,
): readonly StepState[] {
  const notes = document ? notesOf(document, experiment) : {};
  return loopSteps.map((step) => ({
    step,
    done: typeof notes[step] === 'string',
    note: notes[step] ?? null,
  }));
}

function notesOf(
  document: ProjectDocument,
  experiment: Experiment | null,
): Partial<Record<LoopStep, string | null>> {
  const t = catalogue().common.progress;
  const count = (number: number) => formatCount(number, language.code);
  const customers = document.tables.find(({ role }) => role === 'customers');
  const drawn = experiment?.assignment
    ? allCounts(experiment.assignment)
        .flat()
        .reduce((sum, size) => sum + size, 0)
    : 0;
  return {
    import: document.tables.length
      ? customers
        ? t.importWithCustomers(count(customers.rowCount), count(document.tables.length))
        : t.importFiles(count(document.tables.length))
      : null,
    customers: customers && document.asOf ? t.asOf(document.asOf) : null,
    ideas: document.ideas.length ? t.ideas(count(document.ideas.length)) : null,
    design: experiment?.design
      ? t.design(count(experiment.design.attributes.length), count(experiment.design.arms.length))
      : null,
    assignment: drawn ? t.drawn(count(drawn)) : null,
    results: experiment?.outcome ? t.read(count(experiment.outcome.customers)) : null,
    rollout: experiment?.rollout ? t.planned : null,
    history: document.experiments.length ? t.experiments(count(document.experiments.length)) : null,
  };
}
