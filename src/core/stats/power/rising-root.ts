import { bracketedRoot } from '../numerics/bracketed-root.ts';

/** Where to seek: from here on, doubling, up to about `most`. */
export interface UpwardSearch {
  readonly from: number;
  readonly most: number;
  /** Below `from`, where the function is known to be below 0; when not given, nothing below `from` is an answer. */
  readonly lowest?: number;
}

/** Where a rising function (a power less the wanted one) passes 0; `from` when it is not below 0 there, null beyond `most`. */
export function risingRoot(
  rising: (x: number) => number,
  { from, most, lowest = from }: UpwardSearch,
): number | null {
  let high = from;
  while (!(rising(high) >= 0)) {
    if (high > most) return null;
    high *= 2;
  }
  if (high > from) return bracketedRoot(rising, high / 2, high);
  return lowest < from ? bracketedRoot(rising, lowest, from) : from;
}
