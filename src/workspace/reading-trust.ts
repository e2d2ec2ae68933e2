import { allCounts, type Assignment } from '#core/assignment/assignment.ts';
import { keepsProportions } from '#core/assignment/share-top-up.ts';
import type { Experiment } from '#core/history/project-document.ts';
import type { Trust } from '#core/results/trust/alarm.ts';
import { trustOf } from '#core/results/trust/trust-of.ts';
import type { Reading } from './experiment-reading.svelte.ts';

/** Whether the reading of an experiment can be trusted. */
export function readingTrust(reading: Reading, { assignment }: Experiment): Trust {
  const { plan, totals, analysis, detail } = reading;
  const isOwnList = plan.source.kind === 'drawn' && plan.strata.kind === 'cells' && assignment;
  const counts = isOwnList ? allCounts(isOwnList) : null;
  return trustOf({
    plan,
    totals,
    analysis,
    detail,
    // The strata of an own list are the cells of its design, named by their place.
    plannedCells: counts && totals.strata.map(({ key }) => counts[Number(key[0])] ?? []),
    unevenWaves:
      plan.source.kind === 'drawn' && assignment?.topUps.length ? unevenWaves(assignment) : null,
  });
}

/** The waves, from 2, that divide the arms in other proportions than the first. */
function unevenWaves({ counts: first, topUps }: Assignment): readonly number[] {
  return topUps.flatMap(({ counts }, place) => (keepsProportions(first, counts) ? [] : place + 2));
}
