import { channelIdOf } from '#core/rollout/list/plan-counts.ts';
import type { RolloutPool } from '#core/rollout/list/rollout-list.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { findEligible } from './eligibility.ts';
import { eligibleIds, type EligibleIds } from './eligible-ids.ts';
import type { Engine } from './engine.ts';
import type { RolloutListProblem, RolloutQuestion } from './rollout-list-protocol.ts';
import type { Viewpoint } from './variables.ts';

/** Who can be drawn for a rollout, cell by cell, and what became of the others. */
export interface FoundPool {
  readonly ids: EligibleIds;
  readonly pool: RolloutPool;
}

type Reason = Exclude<keyof RolloutPool, 'eligible'>;

/**
 * Who of the eligible customers can be drawn for a rollout. Refuses duplicate-customers (an id that is eligible twice) and
 * column-missing (a consent that is not in the customer table any more).
 */
export function rolloutPool(
  engine: Engine,
  view: Viewpoint,
  question: RolloutQuestion,
): Result<FoundPool, RolloutListProblem> {
  const { source, design, carrots, plan, earlier } = question;
  const found = eligibleIds(view, source, design);
  if (!found.ok) return found;
  const { ids, codes, starts } = found.value;
  const consents = new Map<string, Uint8Array>();
  for (const { channel, column, values } of plan.consents) {
    if (column === null) continue;
    if (!engine.columns.has(source.table, column))
      return refuse({ code: 'column-missing', column });
    consents.set(channel, consentingIds(view, question, column, values));
  }
  const { tested, heldOut } = ownCustomers(engine, question);
  const rolledOut = engine.columns.drawnCustomers(earlier);
  const reasonOf = (code: number, carrot: string | null): Reason => {
    const id = ids[code] as string;
    if (plan.leftOut.tested && tested.has(id)) return 'tested';
    if (plan.leftOut.heldOut && heldOut.has(id)) return 'heldOut';
    if (plan.leftOut.rolledOut && rolledOut.has(id)) return 'rolledOut';
    const channel = carrot === null ? null : channelIdOf(design, carrot);
    if (channel === null) return 'withoutCarrot';
    return consents.get(channel)?.[code] === 0 ? 'withoutConsent' : 'left';
  };
  const cells = starts.length - 1;
  const pool = emptyPool(cells);
  const left: number[] = [];
  const leftStarts = new Int32Array(cells + 1);
  for (let cell = 0; cell < cells; cell++) {
    const own = codes.subarray(starts[cell], starts[cell + 1]);
    pool.eligible[cell] = own.length;
    for (const code of own) {
      const reason = reasonOf(code, carrots[cell] ?? null);
      pool[reason][cell] = (pool[reason][cell] as number) + 1;
      if (reason === 'left') left.push(code);
    }
    leftStarts[cell + 1] = left.length;
  }
  return succeed({ ids: { ids, codes: Int32Array.from(left), starts: leftStarts }, pool });
}

function emptyPool(cells: number): Record<keyof RolloutPool, number[]> {
  const none = () => new Array<number>(cells).fill(0);
  return {
    eligible: none(),
    tested: none(),
    heldOut: none(),
    rolledOut: none(),
    withoutCarrot: none(),
    withoutConsent: none(),
    left: none(),
  };
}

/** 1 for each id, by its code, whose eligible row has one of the values. */
function consentingIds(
  view: Viewpoint,
  { source, design }: RolloutQuestion,
  column: string,
  values: readonly string[],
): Uint8Array {
  const { values: ids, codes: idCodes } = view.columns.categories(source.table, source.idColumn);
  const { values: known, codes } = view.columns.categories(source.table, column);
  const allows = Uint8Array.from(known, (value) => (values.includes(value) ? 1 : 0));
  const { rows } = findEligible(view, design.eligibility);
  const consenting = new Uint8Array(ids.length);
  for (let row = 0; row < rows.length; row++) {
    const code = idCodes[row] as number;
    if (code >= 0 && rows[row] === 1) consenting[code] = allows[codes[row] as number] ?? 0;
  }
  return consenting;
}

/** Who took part in the experiment: by its drawn list, and by its finished table. Who had a carrot is not in the holdout. */
function ownCustomers(
  { database, columns }: Engine,
  { experiment, tested: table }: RolloutQuestion,
): { readonly tested: ReadonlySet<string>; readonly heldOut: ReadonlySet<string> } {
  const tested = new Set<string>();
  const heldOut = new Set<string>();
  database.each(
    'SELECT customer, arm FROM carrotlab_assignment WHERE experiment = ?',
    [experiment],
    ([customer, arm]) => (arm === 0 ? heldOut : tested).add(String(customer)),
  );
  if (table) {
    const customers = columns.categories(table.table, table.customerColumn);
    const arms = columns.categories(table.table, table.armColumn);
    customers.codes.forEach((code, row) => {
      const id = customers.values[code];
      const arm = arms.values[arms.codes[row] as number];
      if (id !== undefined && arm !== undefined) (arm === table.control ? heldOut : tested).add(id);
    });
  }
  return { tested, heldOut };
}
