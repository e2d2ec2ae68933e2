import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { allCounts, type Assignment, type TopUp } from '../assignment/assignment.ts';
import type { Design } from '../design/design.ts';
import { followCells } from '../design/follow-cells.ts';
import type { PlanFreeze } from '../design/plan-freeze.ts';
import { questionsAfter } from '../design/questions/follow-design.ts';
import type { AnalysisPlan } from '../results/analysis.ts';
import type { RolloutPlan } from '../rollout/plan.ts';
import type { Experiment, ExperimentOutcome, ProjectDocument } from './project-document.ts';

/** What a new experiment begins with. `createdAt` is an ISO date and time. */
export interface ExperimentStart {
  readonly name: string;
  readonly createdAt: string;
  readonly ideaId?: number | null;
  readonly design?: Design | null;
  readonly analysis?: AnalysisPlan | null;
  readonly versionOf?: number | null;
}

/** Starts an experiment under the next id, from an idea or without one, and opens it. */
export function startExperiment(
  document: ProjectDocument,
  {
    name,
    createdAt,
    ideaId = null,
    design = null,
    analysis = null,
    versionOf = null,
  }: ExperimentStart,
): ProjectDocument {
  const id = document.nextId;
  const knownIdea = document.ideas.some((idea) => idea.id === ideaId) ? ideaId : null;
  const experiment: Experiment = {
    id,
    name,
    createdAt,
    ideaId: knownIdea,
    design,
    freeze: null,
    versionOf,
    assignment: null,
    analysis,
    outcome: null,
    conclusions: [],
    rollout: null,
  };
  return {
    ...document,
    experiments: [...document.experiments, experiment],
    currentExperiment: id,
    nextId: id + 1,
  };
}

/** Opens an experiment, to go on with it at any step; null closes the one that is open. */
export function openExperiment(document: ProjectDocument, id: number | null): ProjectDocument {
  const isKnown = id === null || document.experiments.some((experiment) => experiment.id === id);
  return isKnown ? { ...document, currentExperiment: id } : document;
}

/** Takes an experiment out of the history; if it was open, the latest of the others opens. */
export function removeExperiment(document: ProjectDocument, id: number): ProjectDocument {
  const experiments = document.experiments.filter((experiment) => experiment.id !== id);
  const latest = experiments[experiments.length - 1]?.id ?? null;
  const currentExperiment = document.currentExperiment === id ? latest : document.currentExperiment;
  return { ...document, experiments, currentExperiment };
}

/** Changes the name of an experiment. */
export function renameExperiment(
  document: ProjectDocument,
  id: number,
  name: string,
): ProjectDocument {
  return changeExperiment(document, id, () => ({ name }));
}

/**
 * Replaces the design of an experiment that is still open; the rules of its cells and its questions follow the edited
 * attributes.
 * Refuses `design-is-drawn` with the time of the draw and the customers on the list, and `design-is-frozen` with the
 * time of the freeze: what changes then is a new version.
 */
export function editDesign(
  document: ProjectDocument,
  id: number,
  design: Design,
): Result<
  ProjectDocument,
  | (Problem<'design-is-drawn'> & { drawnAt: string; customers: number })
  | (Problem<'design-is-frozen'> & { frozenAt: string })
> {
  const experiment = document.experiments.find((each) => each.id === id);
  if (experiment?.assignment) {
    const { drawnAt } = experiment.assignment;
    const customers = allCounts(experiment.assignment)
      .flat()
      .reduce((sum, count) => sum + count, 0);
    return refuse({ code: 'design-is-drawn', drawnAt, customers });
  }
  if (experiment?.freeze)
    return refuse({ code: 'design-is-frozen', frozenAt: experiment.freeze.frozenAt });
  return succeed(
    changeExperiment(document, id, (before) => ({
      design: {
        ...followCells(before.design, design),
        // Questions name attributes and cells by their places, which an edit of the attributes moves.
        questionPlan: before.design ? questionsAfter(before.design, design) : design.questionPlan,
      },
    })),
  );
}

/**
 * Freezes the plan of an experiment. Freezing it anew, for another seed or other data, takes the place of the freeze
 * before; a list that was drawn from that one goes with the new draw.
 */
export function freezeExperiment(
  document: ProjectDocument,
  id: number,
  freeze: PlanFreeze,
): ProjectDocument {
  return changeExperiment(document, id, ({ design }) => (design === null ? {} : { freeze }));
}

/** Keeps a draw. A new draw makes what was read from the old one void. */
export function recordAssignment(
  document: ProjectDocument,
  id: number,
  assignment: Assignment,
): ProjectDocument {
  return changeExperiment(document, id, ({ analysis, outcome }) => ({
    assignment,
    outcome: analysis?.source.kind === 'table' ? outcome : null,
  }));
}

/** Keeps a further wave of a draw. What was read from the list without it is void. */
export function recordTopUp(document: ProjectDocument, id: number, topUp: TopUp): ProjectDocument {
  return changeExperiment(document, id, ({ analysis, assignment, outcome }) => ({
    assignment: assignment && { ...assignment, topUps: [...assignment.topUps, topUp] },
    outcome: analysis?.source.kind === 'table' ? outcome : null,
  }));
}

/** Says how an experiment is read, or null to read it anew. What was found by another plan is void. */
export function planAnalysis(
  document: ProjectDocument,
  id: number,
  analysis: AnalysisPlan | null,
): ProjectDocument {
  return changeExperiment(document, id, () => ({ analysis, outcome: null }));
}

/** Keeps what was found. The same finding again is no edit: the document stays the same object. */
export function recordOutcome(
  document: ProjectDocument,
  id: number,
  outcome: ExperimentOutcome | null,
): ProjectDocument {
  const known = document.experiments.find((experiment) => experiment.id === id)?.outcome ?? null;
  if (JSON.stringify(known) === JSON.stringify(outcome)) return document;
  return changeExperiment(document, id, () => ({ outcome }));
}

/** Says how the chosen carrot is taken to all eligible customers. */
export function planRollout(
  document: ProjectDocument,
  id: number,
  rollout: RolloutPlan | null,
): ProjectDocument {
  return changeExperiment(document, id, () => ({ rollout }));
}

function changeExperiment(
  document: ProjectDocument,
  id: number,
  change: (experiment: Experiment) => Partial<Omit<Experiment, 'id'>>,
): ProjectDocument {
  if (!document.experiments.some((experiment) => experiment.id === id)) return document;
  return {
    ...document,
    experiments: document.experiments.map((experiment) =>
      experiment.id === id ? { ...experiment, ...change(experiment) } : experiment,
    ),
  };
}
