import { customerSource } from '#core/history/customer-source.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Params } from '#engine/protocol.ts';
import { changedDraws } from './changed-draws.ts';

/** The draws that bring the rows in line with a document after Undo: a list follows from its seed. */
export function drawsToRepeat(before: ProjectDocument, after: ProjectDocument): Params<'draw'>[] {
  const source = customerSource(after);
  if (!source) return [];
  const rules = after.stageRules;
  return changedDraws(before, after).map(({ id, design, assignment }) => {
    const { seed, drawnAt } = assignment;
    const counts = assignment.counts.map((arms) => [...arms]);
    const running = assignment.runningExperiments;
    return { source, design, rules, running, experiment: id, seed, counts, drawnAt };
  });
}
