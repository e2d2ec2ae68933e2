import { drawKey, firstInDrawOrder } from '#core/assignment/draw-order.ts';
import type { EligibleIds } from './eligible-ids.ts';
import type { DrawnCustomer } from './drawn-list.ts';

/** A list by its ids as places in `EligibleIds.ids`, in draw order within cell and arm. */
export interface DrawnCodes {
  readonly codes: Int32Array;
  readonly cells: Int32Array;
  readonly arms: Int32Array;
}

/** Customers whose place in the order is worked out at once: some 20 ms, after which a cancellation is heard. */
const customersAtOnce = 1 << 15;

/**
 * Draws the arms within each cell: its customers in draw order, the first `counts[cell][0]` to arm 0, the next to arm 1,
 * and so on. `pause` is told how many customers have been looked at and answers whether to go on; null where not. Every
 * cell must have customers enough.
 */
export async function drawList(
  { ids, codes, starts }: EligibleIds,
  counts: readonly (readonly number[])[],
  seed: string,
  pause: (customers: number) => Promise<boolean>,
): Promise<DrawnCodes | null> {
  const size = counts.flat().reduce((sum, count) => sum + count, 0);
  const list = {
    codes: new Int32Array(size),
    cells: new Int32Array(size),
    arms: new Int32Array(size),
  };
  let next = 0;
  for (const [cell, arms] of counts.entries()) {
    const wanted = arms.reduce((sum, count) => sum + count, 0);
    if (wanted === 0) continue;
    const start = starts[cell] as number;
    const own = codes.subarray(start, starts[cell + 1]);
    const idOf = (place: number) => ids[own[place] as number] as string;
    const keys = new Float64Array(own.length);
    for (let place = 0; place < own.length; place++) {
      keys[place] = drawKey(idOf(place), seed);
      const done = start + place + 1;
      if (done % customersAtOnce === 0 && !(await pause(done))) return null;
    }
    const places = firstInDrawOrder(keys, wanted, idOf, seed);
    let drawn = 0;
    arms.forEach((count, arm) => {
      for (const place of places.slice(drawn, drawn + count)) {
        list.codes[next] = own[place] as number;
        list.cells[next] = cell;
        list.arms[next] = arm;
        next++;
      }
      drawn += count;
    });
  }
  return (await pause(codes.length)) ? list : null;
}

/** A list with the ids themselves. */
export function namedList(
  { codes, cells, arms }: DrawnCodes,
  ids: readonly string[],
): DrawnCustomer[] {
  return Array.from(codes, (code, place) => ({
    customer: ids[code] as string,
    cell: cells[place] as number,
    arm: arms[place] as number,
  }));
}
