import { drawAlgorithm, type Assignment } from '#core/assignment/assignment.ts';
import type { BalanceSearch } from '#core/assignment/balance-rule.ts';
import { drawOrder } from '#core/assignment/draw-order.ts';
import { md5Hex } from '#core/random/md5.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { balancedList } from './balanced-list.ts';
import { controlReader } from './control-columns.ts';
import { eligibleIds } from './eligible-ids.ts';
import type { Engine, RequestContext } from './engine.ts';
import type { DrawProblem } from './assignment-protocol.ts';
import type { Params } from './protocol.ts';
import { countQuota } from './quota.ts';
import type { Viewpoint } from './variables.ts';

/** A customer of a drawn list. */
export interface DrawnCustomer {
  readonly customer: string;
  readonly cell: number;
  readonly arm: number;
}

/**
 * Draws the arms within each cell: its eligible customers in draw order, the first `counts[cell][0]` to arm 0, the next
 * to arm 1, and so on. The list replaces an earlier one of the same experiment; a draw that is refused leaves it.
 * Refuses: duplicate-customers (an id that is eligible twice), cell-too-small, and under a rule of balance what
 * `balancedList` refuses.
 */
export async function draw(
  engine: Engine,
  view: Viewpoint,
  params: Omit<Params<'draw'>, 'rules'>,
  { isCancelled }: Pick<RequestContext, 'isCancelled'>,
): Promise<Result<Assignment, DrawProblem>> {
  const { design, experiment, counts, drawnAt, source, running, balance: rule } = params;
  const eligible = eligibleIds(view, source, design);
  if (!eligible.ok) return eligible;
  const idsOfCell = eligible.value;
  const tooSmall = smallCell(idsOfCell, counts);
  if (tooSmall) return refuse(tooSmall);
  const listOf = (seed: string) => drawList(idsOfCell, counts, seed);
  let { seed } = params;
  let balance: BalanceSearch | null = null;
  let list: DrawnCustomer[];
  if (rule) {
    const read = controlReader(view, design.controlFactors);
    const controlsOf = (drawn: readonly DrawnCustomer[]) =>
      read(drawn, idsOfCell.length, design.arms.length);
    const found = await balancedList(rule, seed, listOf, controlsOf, isCancelled);
    if (!found.ok) return found;
    ({ seed, list, search: balance } = found.value);
  } else list = listOf(seed);
  const { population } = countQuota(view, design);
  keepList(engine, experiment, list);
  return succeed({
    algorithm: drawAlgorithm,
    seed,
    balance,
    counts,
    population,
    runningExperiments: running,
    listFingerprint: fingerprint(list),
    drawnAt,
    topUps: [],
  });
}

function smallCell(
  idsOfCell: readonly (readonly string[])[],
  counts: readonly (readonly number[])[],
): Extract<DrawProblem, { code: 'cell-too-small' }> | null {
  for (const [cell, { length: available }] of idsOfCell.entries()) {
    const wanted = (counts[cell] ?? []).reduce((sum, count) => sum + count, 0);
    if (wanted > available) return { code: 'cell-too-small', cell, wanted, available };
  }
  return null;
}

function drawList(
  idsOfCell: readonly (readonly string[])[],
  counts: readonly (readonly number[])[],
  seed: string,
): DrawnCustomer[] {
  const list: DrawnCustomer[] = [];
  idsOfCell.forEach((ids, cell) => {
    const arms = counts[cell] ?? [];
    if (arms.every((count) => count === 0)) return;
    const ordered = drawOrder(ids, seed);
    let next = 0;
    arms.forEach((count, arm) => {
      for (const customer of ordered.slice(next, next + count)) list.push({ customer, cell, arm });
      next += count;
    });
  });
  return list;
}

function keepList({ database }: Engine, experiment: number, list: readonly DrawnCustomer[]): void {
  database.transaction(() => {
    database.run('DELETE FROM carrotlab_assignment WHERE experiment = ?', [experiment]);
    const insert = database.prepare('INSERT INTO carrotlab_assignment VALUES (?, ?, ?, ?)');
    for (const { customer, cell, arm } of list) insert.run([experiment, customer, cell, arm]);
    insert.free();
  });
}

/** MD5 of the lines `customer,cell,arm`, sorted by character code and joined by line feeds. */
function fingerprint(list: readonly DrawnCustomer[]): string {
  const lines = list.map(({ customer, cell, arm }) => `${customer},${cell},${arm}`);
  return md5Hex(lines.sort().join('\n'));
}

/** The drawn list of an experiment, in draw order within cell and arm. */
export function drawnList({ database }: Engine, experiment: number): DrawnCustomer[] {
  return database
    .all('SELECT customer, cell, arm FROM carrotlab_assignment WHERE experiment = ?', [experiment])
    .map(([customer, cell, arm]) => ({
      customer: String(customer),
      cell: Number(cell),
      arm: Number(arm),
    }));
}
