import { drawnPerArm } from '#core/assignment/assignment.ts';
import { columnsRead } from '#core/history/columns-read.ts';
import { conclusionOf } from '#core/history/conclude.ts';
import type { Conclusion } from '#core/history/conclusion.ts';
import type { ExperimentOutcome } from '#core/history/project-document.ts';
import { resultProcedures } from '#core/results/procedures.ts';
import type { Reading } from './experiment-reading.svelte.ts';
import { workspace } from './workspace.svelte.ts';

/**
 * A reading as a conclusion, with the fingerprint of the rows as they are now. Null where the experiment is no longer there.
 */
export async function concludeReading(
  { experiment: id, plan, totals }: Pick<Reading, 'experiment' | 'plan' | 'totals'>,
  outcome: ExperimentOutcome | null,
  note: string,
): Promise<Conclusion | null> {
  const experiment = workspace.document?.experiments.find((each) => each.id === id);
  if (!experiment) return null;
  const dataFingerprint = await workspace.ask('fingerprint-rows', {
    tables: columnsRead(plan, workspace.source),
  });
  const { assignment } = experiment;
  const drawn = plan.source.kind === 'drawn' ? assignment : null;
  return conclusionOf({
    plan,
    totals,
    plannedSizes: drawn && drawnPerArm(drawn, experiment.design?.arms.length ?? 0),
    outcome,
    procedures: resultProcedures,
    dataFingerprint,
    listFingerprints: drawn
      ? [drawn.listFingerprint, ...drawn.topUps.map(({ listFingerprint }) => listFingerprint)]
      : [],
    concludedAt: new Date().toISOString(),
    note,
  });
}
