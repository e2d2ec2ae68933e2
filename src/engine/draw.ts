import { drawAlgorithm, type Assignment } from '#core/assignment/assignment.ts';
import { drawOrder } from '#core/assignment/draw-order.ts';
import { md5Hex } from '#core/random/md5.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { eligibleIds } from './eligible-ids.ts';
import type { Engine } from './engine.ts';
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
 * to arm 1, and so on. The list replaces an earlier one of the same experiment.
 * Refuses: duplicate-customers (an id that is eligible twice), cell-too-small.
 */
export function draw(
  engine: Engine,
  view: Viewpoint,
  { design, experiment, seed, counts, drawnAt, source }: Omit<Params<'draw'>, 'rules'>,
): Result<Assignment, DrawProblem> {
  const idsOfCell = eligibleIds(view, source, design);
  if (!idsOfCell.ok) return idsOfCell;
  const list: DrawnCustomer[] = [];
  for (let cell = 0; cell < idsOfCell.value.length; cell++) {
    const ids = idsOfCell.value[cell] ?? [];
    const arms = counts[cell] ?? [];
    const wanted = arms.reduce((sum, count) => sum + count, 0);
    if (wanted > ids.length) {
      return refuse({ code: 'cell-too-small', cell, wanted, available: ids.length });
    }
    if (wanted === 0) continue;
    let next = 0;
    const ordered = drawOrder(ids, seed);
    arms.forEach((count, arm) => {
      for (const customer of ordered.slice(next, next + count)) list.push({ customer, cell, arm });
      next += count;
    });
  }
  keepList(engine, experiment, list);
  const { population } = countQuota(view, design);
  return succeed({
    algorithm: drawAlgorithm,
    seed,
    counts,
    population,
    listFingerprint: fingerprint(list),
    drawnAt,
  });
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
