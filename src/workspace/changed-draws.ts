import type { Assignment } from '#core/assignment/assignment.ts';
import type { Design } from '#core/design/design.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';

/** An experiment whose list has been drawn. */
export interface DrawnExperiment {
  readonly id: number;
  readonly design: Design;
  readonly assignment: Assignment;
}

/** The experiments whose list is another one after a step of Undo: the rows must follow. */
export function changedDraws(
  before: ProjectDocument,
  after: ProjectDocument,
): readonly DrawnExperiment[] {
  const listBefore = new Map(
    before.experiments.map(({ id, assignment }) => [id, assignment?.listFingerprint]),
  );
  return after.experiments.flatMap(({ id, design, assignment }) =>
    design && assignment && listBefore.get(id) !== assignment.listFingerprint
      ? [{ id, design, assignment }]
      : [],
  );
}
