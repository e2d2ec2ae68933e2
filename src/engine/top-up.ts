import type { TopUp } from '#core/assignment/assignment.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { DrawProblem, DrawProgress, DuplicateCustomers } from './assignment-protocol.ts';
import { smallCell } from './draw.ts';
import { drawList, namedList } from './draw-list.ts';
import { DrawPauses } from './draw-pauses.ts';
import { fingerprint, keepList } from './drawn-list.ts';
import { eligibleIds, type EligibleIds } from './eligible-ids.ts';
import type { Engine, RequestContext } from './engine.ts';
import type { Params } from './protocol.ts';
import type { Viewpoint } from './variables.ts';

/**
 * Draws a further wave of a list: by the same order, from the eligible customers who are in no wave of it, and below what
 * was drawn before. Refuses: duplicate-customers, cell-too-small (with those who are left), cancelled; the list stays then.
 */
export async function topUp(
  engine: Engine,
  view: Viewpoint,
  params: Omit<Params<'top-up'>, 'rules'>,
  context: RequestContext<DrawProgress>,
): Promise<Result<TopUp, DrawProblem>> {
  const { experiment, counts, seed, running, drawnAt } = params;
  const found = customersLeft(engine, view, params);
  if (!found.ok) return found;
  const left = found.value;
  const tooSmall = smallCell(left, counts);
  if (tooSmall) return refuse(tooSmall);
  const pauses = new DrawPauses(context, left.codes.length, 1);
  const list = await drawList(left, counts, seed, (customers) => pauses.pause(customers, 1));
  if (!list) return refuse({ code: 'cancelled' });
  const named = namedList(list, left.ids);
  keepList(engine, experiment, named, false);
  return succeed({
    counts,
    population: sizes(left),
    runningExperiments: running,
    listFingerprint: fingerprint(named),
    drawnAt,
  });
}

/** Eligible customers per cell who are in no wave of the list. Refuses duplicate-customers. */
export function countLeft(
  engine: Engine,
  view: Viewpoint,
  params: Omit<Params<'count-left'>, 'rules'>,
): Result<number[], DuplicateCustomers> {
  const left = customersLeft(engine, view, params);
  return left.ok ? succeed(sizes(left.value)) : left;
}

function customersLeft(
  engine: Engine,
  view: Viewpoint,
  { design, source, experiment }: Omit<Params<'count-left'>, 'rules'>,
): Result<EligibleIds, DuplicateCustomers> {
  const found = eligibleIds(view, source, design);
  if (!found.ok) return found;
  const { ids, codes, starts } = found.value;
  const drawn = engine.columns.drawnCustomers([experiment]);
  const left: number[] = [];
  const leftStarts = Int32Array.from(starts, () => 0);
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    for (const code of codes.subarray(starts[cell], starts[cell + 1])) {
      if (!drawn.has(ids[code] as string)) left.push(code);
    }
    leftStarts[cell + 1] = left.length;
  }
  return succeed({ ids, codes: Int32Array.from(left), starts: leftStarts });
}

function sizes({ starts }: EligibleIds): number[] {
  return Array.from(starts.subarray(1), (end, cell) => end - (starts[cell] as number));
}
