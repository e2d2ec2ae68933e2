import { md5Hex } from '#core/random/md5.ts';
import type { Engine } from './engine.ts';
import type { Params } from './protocol.ts';

/** A customer of a drawn list. */
export interface DrawnCustomer {
  readonly customer: string;
  readonly cell: number;
  readonly arm: number;
}

/** Writes a list below those that are kept, or in the place of the one that its experiment has. */
export function keepList(
  { database }: Engine,
  experiment: number,
  list: readonly DrawnCustomer[],
  isFirst: boolean,
): void {
  database.transaction(() => {
    if (isFirst)
      database.run('DELETE FROM carrotlab_assignment WHERE experiment = ?', [experiment]);
    const insert = database.prepare('INSERT INTO carrotlab_assignment VALUES (?, ?, ?, ?)');
    for (const { customer, cell, arm } of list) insert.run([experiment, customer, cell, arm]);
    insert.free();
  });
}

/** Puts the list of an experiment on the shelf, under a name; another one is about to take its place. */
export function shelveList(engine: Engine, experiment: number, name: string): void {
  engine.shelf.put(name, drawnList(engine, experiment));
}

/** Puts a list from the shelf in the place of the one that an experiment has; false where it is not there. */
export function bringBack(
  engine: Engine,
  { experiment, list, replaces }: Params<'bring-back-list'>,
): boolean {
  const kept = engine.shelf.get(list);
  if (!kept) return false;
  if (replaces !== null) shelveList(engine, experiment, replaces);
  keepList(engine, experiment, kept, true);
  return true;
}

/** Leaves the first customers of a list, in the order in which they were drawn; who was drawn later goes. */
export function keepFirst({ database }: Engine, experiment: number, customers: number): void {
  database.run(
    `DELETE FROM carrotlab_assignment WHERE rowid IN
       (SELECT rowid FROM carrotlab_assignment WHERE experiment = ? ORDER BY rowid LIMIT -1 OFFSET ?)`,
    [experiment, customers],
  );
}

/** MD5 of the lines `customer,cell,arm`, sorted by character code and joined by line feeds. */
export function fingerprint(list: readonly DrawnCustomer[]): string {
  const lines = list.map(({ customer, cell, arm }) => `${customer},${cell},${arm}`);
  return md5Hex(lines.sort().join('\n'));
}

/**
 * The drawn list of an experiment, wave by wave, in draw order within cell and arm. `after`: so many customers are left out
 * at its beginning. Default: 0.
 */
export function drawnList({ database }: Engine, experiment: number, after = 0): DrawnCustomer[] {
  return database
    .all(
      `SELECT customer, cell, arm FROM carrotlab_assignment WHERE experiment = ? ORDER BY rowid LIMIT -1 OFFSET ?`,
      [experiment, after],
    )
    .map(([customer, cell, arm]) => ({
      customer: String(customer),
      cell: Number(cell),
      arm: Number(arm),
    }));
}
