import type { RolloutList } from '../rollout/list/rollout-list.ts';
import type { RolloutPlan } from '../rollout/plan.ts';
import { planRollout } from './edit-experiment.ts';
import type { ProjectDocument } from './project-document.ts';

/** Takes the next id of a project for something that is about to be made. */
export function reserveId(document: ProjectDocument): ProjectDocument {
  return { ...document, nextId: document.nextId + 1 };
}

/**
 * Keeps a rollout list: in the place of the one that has its id, or after the others. `plan`: the rollout as it is, for an
 * experiment that keeps none yet.
 */
export function recordRolloutList(
  document: ProjectDocument,
  id: number,
  plan: RolloutPlan,
  list: RolloutList,
): ProjectDocument {
  const rollout = rolloutOf(document, id) ?? plan;
  const isKnown = rollout.lists.some((each) => each.id === list.id);
  const lists = isKnown
    ? rollout.lists.map((each) => (each.id === list.id ? list : each))
    : [...rollout.lists, list];
  return planRollout(document, id, { ...rollout, lists });
}

function rolloutOf({ experiments }: ProjectDocument, id: number): RolloutPlan | null {
  return experiments.find((experiment) => experiment.id === id)?.rollout ?? null;
}
