import { drawAlgorithm, type Assignment } from '#core/assignment/assignment.ts';
import type { BalanceSearch } from '#core/assignment/balance-rule.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { balancedList } from './balanced-list.ts';
import { controlReader } from './control-columns.ts';
import { drawList, namedList, type DrawnCodes } from './draw-list.ts';
import { DrawPauses } from './draw-pauses.ts';
import { fingerprint, keepList, shelveList } from './drawn-list.ts';
import { eligibleIds, type EligibleIds } from './eligible-ids.ts';
import type { Engine, RequestContext } from './engine.ts';
import type { DrawProblem, DrawProgress } from './assignment-protocol.ts';
import type { Params } from './protocol.ts';
import { countQuota } from './quota.ts';
import type { Viewpoint } from './variables.ts';

/**
 * Draws the arms within each cell, see `drawList`. The list replaces an earlier one of the same experiment; a draw that is
 * refused leaves it.
 * Refuses: duplicate-customers (an id that is eligible twice), cell-too-small, cancelled, and under a rule of balance what
 * `balancedList` refuses.
 */
export async function draw(
  engine: Engine,
  view: Viewpoint,
  params: Omit<Params<'draw'>, 'rules'>,
  context: RequestContext<DrawProgress>,
): Promise<Result<Assignment, DrawProblem>> {
  const { design, experiment, counts, drawnAt, source, running, balance: rule, replaces } = params;
  const found = eligibleIds(view, source, design);
  if (!found.ok) return found;
  const eligible = found.value;
  const tooSmall = smallCell(eligible, counts);
  if (tooSmall) return refuse(tooSmall);
  const pauses = new DrawPauses(context, eligible.codes.length, rule?.mostTries ?? 1);
  const listOf = (seed: string, turn: number) =>
    drawList(eligible, counts, seed, (customers) => pauses.pause(customers, turn));
  let { seed } = params;
  let balance: BalanceSearch | null = null;
  let list: DrawnCodes | null;
  if (rule) {
    const read = controlReader(view, design.controlFactors);
    const cells = eligible.starts.length - 1;
    const controlsOf = (drawn: DrawnCodes) => read(drawn, cells, design.arms.length);
    const even = await balancedList(rule, seed, listOf, controlsOf);
    if (!even.ok) return even;
    ({ seed, list, search: balance } = even.value);
  } else list = await listOf(seed, 1);
  if (!list) return refuse({ code: 'cancelled' });
  const { population } = countQuota(view, design);
  const named = namedList(list, eligible.ids);
  if (replaces !== undefined) shelveList(engine, experiment, replaces);
  keepList(engine, experiment, named, true);
  return succeed({
    algorithm: drawAlgorithm,
    seed,
    balance,
    counts,
    population,
    runningExperiments: running,
    listFingerprint: fingerprint(named),
    drawnAt,
    topUps: [],
  });
}

/** The first cell that has fewer customers than are wanted of it. */
export function smallCell(
  { starts }: EligibleIds,
  counts: readonly (readonly number[])[],
): Extract<DrawProblem, { code: 'cell-too-small' }> | null {
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    const available = (starts[cell + 1] as number) - (starts[cell] as number);
    const wanted = (counts[cell] ?? []).reduce((sum, count) => sum + count, 0);
    if (wanted > available) return { code: 'cell-too-small', cell, wanted, available };
  }
  return null;
}
