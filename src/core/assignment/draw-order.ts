import { md5Hex, md5Start } from '../random/md5.ts';

/**
 * The order in which customers are drawn: by the MD5 of `seed:id` in hexadecimal, ties by id. It depends on the seed
 * and the ids alone, not on the order of the file, so a warehouse can repeat it with
 * `ORDER BY md5(seed || ':' || customer_id), customer_id`.
 * `ids`: customer ids as text, each once. Returns a new array.
 * Example: `drawOrder(['A', 'B', 'C'], '7')` is ['B', 'A', 'C'].
 */
export function drawOrder(ids: readonly string[], seed: string): string[] {
  const keys = Float64Array.from(ids, (id) => drawKey(id, seed));
  const idOf = (place: number) => ids[place] as string;
  return firstInDrawOrder(keys, ids.length, idOf, seed).map(idOf);
}

/** Where a customer stands in the order of a draw, as a number: the beginning of its MD5. Equal ones are told apart later. */
export function drawKey(id: string, seed: string): number {
  return md5Start(`${seed}:${id}`);
}

/**
 * The places of the first customers in the order of a draw. All keys are looked at, but only who is drawn is put in order.
 * `keys`: a `drawKey` for each customer; `count`: how many are wanted, at most all; `idOf`: the id at a place.
 * Example: of the ids A, B, C with the seed 7 the first two are at the places [1, 0].
 */
export function firstInDrawOrder(
  keys: Float64Array,
  count: number,
  idOf: (place: number) => string,
  seed: string,
): number[] {
  if (count <= 0) return [];
  // Numbers are sorted without a comparison of ours: the last wanted key costs a tenth of an order by it.
  const last = count < keys.length ? (keys.slice().sort()[count - 1] as number) : Infinity;
  const places: number[] = [];
  for (let place = 0; place < keys.length; place++) {
    if ((keys[place] as number) <= last) places.push(place);
  }
  const digest = (place: number) => md5Hex(`${seed}:${idOf(place)}`);
  places.sort(
    (one, other) =>
      (keys[one] as number) - (keys[other] as number) ||
      compareText(digest(one), digest(other)) ||
      compareText(idOf(one), idOf(other)),
  );
  return places.slice(0, count);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
