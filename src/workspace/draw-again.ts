import { listName } from '#core/assignment/assignment.ts';
import { customerSource } from '#core/history/customer-source.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { Answer, Params, RequestName } from '#engine/protocol.ts';
import { changedDraws } from './changed-draws.ts';
import { changedRollouts, rolloutQuestion } from './rollout-question.ts';

type Ask = <Name extends RequestName>(name: Name, params: Params<Name>) => Promise<Answer<Name>>;

/**
 * What brings the rows in line with a document after Undo. Waves that are on the kept list stay as they are; later ones are
 * taken off it. A list that another draw took the place of is brought back; one that is not kept, and a wave, follow from
 * their seed and are drawn again. Null where nothing is to be done.
 */
export function drawsToRepeat(
  before: ProjectDocument,
  after: ProjectDocument,
): ((ask: Ask) => Promise<void>) | null {
  const source = customerSource(after);
  const changed = source ? changedDraws(before, after) : [];
  const rollouts = source ? changedRollouts(before, after) : [];
  if (!source || changed.length + rollouts.length === 0) return null;
  const rules = after.stageRules;
  return async (ask) => {
    for (const { id, design, assignment, keptWaves, hasMore } of changed) {
      const { seed, topUps } = assignment;
      const planned = { source, design, rules, experiment: id, seed };
      const waves = [assignment, ...topUps];
      const replaced = before.experiments.find((each) => each.id === id)?.assignment ?? null;
      const asked = { experiment: id, list: listName(assignment), replaces: replaced && listName(replaced) }; // prettier-ignore
      if (keptWaves < waves.length && (await ask('bring-back-list', asked))) continue;
      // A first draw puts itself in the place of the whole list.
      if (hasMore && keptWaves > 0) {
        await ask('keep-waves', {
          experiment: id,
          customers: customersIn(waves.slice(0, keptWaves)),
        });
      }
      for (const [wave, { counts, runningExperiments, drawnAt }] of waves.entries()) {
        if (wave < keptWaves) continue;
        const drawing = { ...planned, running: runningExperiments, drawnAt, counts: counts.map((arms) => [...arms]) }; // prettier-ignore
        await ask(wave === 0 ? 'draw' : 'top-up', drawing);
      }
    }
    for (const { experiment, list, earlier, replaced } of rollouts) {
      const { id, design, seed, counts, carrots, plan, runningExperiments: running } = list;
      const replaces = replaced?.listFingerprint ?? null;
      const asked = { experiment: id, list: list.listFingerprint, replaces };
      if (await ask('bring-back-list', asked)) continue;
      const question = { design, running, carrots, plan, before: earlier };
      await ask('draw-rollout', { ...rolloutQuestion(after, source, experiment, question), list: id, seed, counts }); // prettier-ignore
    }
  };
}

function customersIn(
  waves: readonly { readonly counts: readonly (readonly number[])[] }[],
): number {
  return waves.flatMap(({ counts }) => counts.flat()).reduce((sum, count) => sum + count, 0);
}
