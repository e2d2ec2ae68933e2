import type { Design } from '#core/design/design.ts';
import { md5Hex } from '#core/random/md5.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { smallCell } from './draw.ts';
import { drawList, namedList } from './draw-list.ts';
import { DrawPauses } from './draw-pauses.ts';
import { drawnList, keepList, shelveList, type DrawnCustomer } from './drawn-list.ts';
import type { Engine, RequestContext } from './engine.ts';
import type { DrawProgress } from './assignment-protocol.ts';
import type { Answer, Params } from './protocol.ts';
import type { RolloutListProblem } from './rollout-list-protocol.ts';
import { rolloutPool } from './rollout-pool.ts';
import type { Viewpoint } from './variables.ts';

/** A customer of a rollout list; the monitoring holdout is arm 0 and wave 0, waves count from 1. */
export interface RolloutCustomer extends DrawnCustomer {
  readonly wave: number;
}

/** What becomes of the eligible customers of every cell. */
export function countRollout(
  engine: Engine,
  view: Viewpoint,
  question: Params<'count-rollout'>,
): Answer<'count-rollout'> {
  const found = rolloutPool(engine, view, question);
  return found.ok ? succeed(found.value.pool) : found;
}

/**
 * Draws a rollout list: within each cell its customers in draw order, the first to the holdout, the next to the first wave,
 * and so on. It replaces the list of the same id; a draw that is refused leaves that one.
 * Refuses what `rolloutPool` refuses, cell-too-small and cancelled.
 */
export async function drawRollout(
  engine: Engine,
  view: Viewpoint,
  params: Params<'draw-rollout'>,
  context: RequestContext<DrawProgress>,
): Promise<Answer<'draw-rollout'>> {
  const { design, carrots, counts, seed, list: id, replaces } = params;
  const found = rolloutPool(engine, view, params);
  if (!found.ok) return found;
  const { ids, pool } = found.value;
  const tooSmall = smallCell(ids, counts);
  if (tooSmall) return refuse(tooSmall as RolloutListProblem);
  const pauses = new DrawPauses(context, ids.codes.length, 1);
  const slots = await drawList(ids, counts, seed, (customers) => pauses.pause(customers, 1));
  if (!slots) return refuse({ code: 'cancelled' });
  const placeOf = carrotPlaces(design, carrots);
  const list = namedList(slots, ids.ids).map(({ customer, cell, arm: wave }) => ({
    customer,
    cell,
    arm: wave === 0 ? 0 : (placeOf[cell] as number),
    wave,
  }));
  if (replaces !== undefined) shelveList(engine, id, replaces);
  keepList(engine, id, list, true);
  return succeed({ pool, listFingerprint: rolloutFingerprint(list) });
}

/** MD5 of the lines `customer,cell,arm,wave`, sorted by character code and joined by line feeds. */
export function rolloutFingerprint(list: readonly RolloutCustomer[]): string {
  const lines = list.map(({ customer, cell, arm, wave }) => `${customer},${cell},${arm},${wave}`);
  return md5Hex(lines.sort().join('\n'));
}

/**
 * A kept rollout list. Rows lie in the order of the draw, cell by cell and slot by slot: so `counts` tells each customer's wave.
 * Refuses `list-differs` where the kept rows are not those of the counts.
 */
export function keptRollout(
  engine: Engine,
  id: number,
  counts: readonly (readonly number[])[],
): Result<RolloutCustomer[], { readonly code: 'list-differs' }> {
  const rows = drawnList(engine, id);
  const waves = counts.flatMap((slots, cell) =>
    slots.flatMap((count, wave) => Array.from({ length: count }, () => ({ cell, wave }))),
  );
  if (rows.length !== waves.length) return refuse({ code: 'list-differs' });
  const list = rows.map((row, place) => ({ ...row, wave: waves[place]?.wave ?? 0 }));
  const isSound = list.every(
    ({ cell, arm, wave }, place) => cell === waves[place]?.cell && (arm === 0) === (wave === 0),
  );
  return isSound ? succeed(list) : refuse({ code: 'list-differs' });
}

/** The place of each cell's carrot among the arms of the design; -1 for none. */
function carrotPlaces({ arms }: Design, carrots: readonly (string | null)[]): number[] {
  return carrots.map((carrot) => arms.findIndex(({ id }) => id === carrot));
}
