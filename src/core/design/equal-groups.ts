import { refuse, succeed, type Problem, type Result } from '../result.ts';

/** Cuts that make groups of about the same size, and how many values each group really has, the lowest group first. */
export interface EqualGroups {
  readonly cuts: readonly number[];
  readonly sizes: readonly number[];
}

export type EqualGroupsProblem = Problem<'too-few-values'> & { distinct: number; groups: number };

export const mostEqualGroups = 10;

/**
 * Where should values be cut so that every group has about as many customers? The j-th cut of k groups is the value below
 * which the number of values is nearest to j/k of all (of two equally near, the smaller one), at least one value above the
 * cut before it. Equal values are never divided, so that groups can differ in size: `sizes` says by how much.
 *
 * Without equal values this is the quantile of type 3 of Hyndman & Fan (1996), counted from above, since a cut belongs to
 * the group above it: `-quantile(-x, 1 - j/k, type = 3)` in R.
 *
 * `values`: the numbers of the customers in any order; NaN is nobody's value. `groups`: whole, 2..10.
 * Refuses: `too-few-values` where there are fewer different values than groups.
 * Example: 1, 2, …, 10 in three groups gives the cuts 4 and 8 and the sizes 3, 4, 3; 1, 1, 1, 2 in two groups gives the
 * cut 2 and the sizes 3 and 1.
 */
export function equalGroups(
  values: Float64Array,
  groups: number,
): Result<EqualGroups, EqualGroupsProblem> {
  if (!Number.isInteger(groups) || groups < 2 || groups > mostEqualGroups)
    throw new RangeError(`Groups are 2 to ${mostEqualGroups}, not ${groups}`);
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const { distinct, below } = tally(sorted);
  if (distinct.length < groups)
    return refuse({ code: 'too-few-values', distinct: distinct.length, groups });
  const places: number[] = [];
  for (let cut = 1; cut < groups; cut++) {
    // From above the cut before, and as many values left as there are cuts to come.
    const first = (places.at(-1) ?? 0) + 1;
    const last = distinct.length - (groups - cut);
    places.push(nearest(below, (cut * sorted.length) / groups, first, last));
  }
  const edges = [0, ...places.map((place) => below[place] as number), sorted.length];
  return succeed({
    cuts: places.map((place) => distinct[place] as number),
    sizes: edges.slice(1).map((edge, group) => edge - (edges[group] as number)),
  });
}

/** The different values in rising order, and how many values lie below each. */
function tally(sorted: Float64Array): { distinct: number[]; below: number[] } {
  const distinct: number[] = [];
  const below: number[] = [];
  sorted.forEach((value, place) => {
    if (place > 0 && value === sorted[place - 1]) return;
    distinct.push(value);
    below.push(place);
  });
  return { distinct, below };
}

/** The place from `first` to `last` whose number is nearest to what is wanted; numbers rise. */
function nearest(numbers: readonly number[], wanted: number, first: number, last: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  const isBeforeNearer =
    before >= first && wanted - (numbers[before] as number) <= (numbers[low] as number) - wanted;
  return isBeforeNearer ? before : low;
}
