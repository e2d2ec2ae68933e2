import type { Assignment } from '#core/assignment/assignment.ts';
import type { Design } from '#core/design/design.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';

/** An experiment whose list has been drawn. */
export interface DrawnExperiment {
  readonly id: number;
  readonly design: Design;
  readonly assignment: Assignment;
  /** Waves, from the first on, that are on the kept list already. */
  readonly keptWaves: number;
  /** The kept list has further waves, which are no longer part of it. */
  readonly hasMore: boolean;
}

/** The experiments whose list is another one after a step of Undo: the rows must follow. */
export function changedDraws(
  before: ProjectDocument,
  after: ProjectDocument,
): readonly DrawnExperiment[] {
  const listBefore = new Map(
    before.experiments.map(({ id, assignment }) => [id, wavesOf(assignment)]),
  );
  return after.experiments.flatMap(({ id, design, assignment }) => {
    if (!design || !assignment) return [];
    const kept = listBefore.get(id) ?? [];
    const wanted = wavesOf(assignment);
    const differs = wanted.findIndex((wave, place) => kept[place] !== wave);
    const keptWaves = differs < 0 ? wanted.length : differs;
    const hasMore = kept.length > keptWaves;
    return keptWaves === wanted.length && !hasMore
      ? []
      : [{ id, design, assignment, keptWaves, hasMore }];
  });
}

/** The fingerprints of the waves of a list. */
function wavesOf(assignment: Assignment | null): readonly string[] {
  if (!assignment) return [];
  return [assignment, ...assignment.topUps].map(({ listFingerprint }) => listFingerprint);
}
