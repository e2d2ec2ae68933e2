import { md5Hex } from '../random/md5.ts';

/**
 * The order in which customers are drawn: by the MD5 of `seed:id` in hexadecimal, ties by id. It depends on the seed
 * and the ids alone, not on the order of the file, so a warehouse can repeat it with
 * `ORDER BY md5(seed || ':' || customer_id), customer_id`.
 * `ids`: customer ids as text, each once. Returns a new array.
 * Example: `drawOrder(['A', 'B', 'C'], '7')` is ['B', 'A', 'C'].
 */
export function drawOrder(ids: readonly string[], seed: string): string[] {
  return ids
    .map((id) => ({ id, key: md5Hex(`${seed}:${id}`) }))
    .sort((one, other) => compareText(one.key, other.key) || compareText(one.id, other.id))
    .map(({ id }) => id);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
