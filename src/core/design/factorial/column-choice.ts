import type { ArrayColumn, OrthogonalArray } from './orthogonal-array.ts';
import { levelContrasts } from './model-matrix.ts';

/** Columns of an array, one per factor, and how much any three of them are mixed. */
export interface ColumnChoice {
  readonly columns: readonly ArrayColumn[];
  /** Generalised words of length three: 0 where no main effect is mixed with a pair. */
  readonly mixing: number;
}

/** So many sets of columns are compared one by one; of more, columns are added one after the other. */
const mostSets = 2000;

/**
 * The columns of an array for factors of some levels that mix main effects with pairs the least.
 * `levelCounts`: levels of each factor; the array has at least as many columns of each number of levels.
 * Source: Xu & Wu (2001), Generalized minimum aberration for asymmetrical fractional factorial designs; all sets of
 * columns where they are at most 2,000, else the best column at a time.
 * Example: of the 13 columns of three levels in 27 runs, three that hold all combinations: 0.
 */
export function leastMixedColumns(
  array: OrthogonalArray,
  levelCounts: readonly number[],
): ColumnChoice {
  const mixing = tripleMixing(array);
  const kinds = [...new Set(levelCounts)];
  const needs = kinds.map((levels) => ({
    places: array.flatMap((column, place) => (column.levels === levels ? [place] : [])),
    count: levelCounts.filter((other) => other === levels).length,
  }));
  const sets = needs.reduce(
    (product, { places, count }) => product * choose(places.length, count),
    1,
  );
  const chosen = sets <= mostSets ? bestSet(needs, mixing) : grownSet(needs, mixing);
  const queues = needs.map(({ places }) => chosen.filter((place) => places.includes(place)));
  const ordered = levelCounts.map((levels) => queues[kinds.indexOf(levels)]?.shift() ?? 0);
  return {
    columns: ordered.flatMap((place) => array[place] ?? []),
    mixing: mixingOf(ordered, mixing),
  };
}

interface Need {
  readonly places: readonly number[];
  readonly count: number;
}
type TripleMixing = (first: number, second: number, third: number) => number;

/** Every set of columns, in order; the first of the least mixed. */
function bestSet(needs: readonly Need[], mixing: TripleMixing): number[] {
  const sets = needs.reduce<number[][]>(
    (before, { places, count }) =>
      before.flatMap((set) => subsets(places, count).map((more) => [...set, ...more])),
    [[]],
  );
  let best: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const set of sets) {
    const mixed = mixingOf(set, mixing);
    if (mixed < least - 1e-9) [best, least] = [set, mixed];
  }
  return best;
}

/** Columns added one after the other, each the one that mixes least with those before. */
function grownSet(needs: readonly Need[], mixing: TripleMixing): number[] {
  const chosen: number[] = [];
  for (const { places, count } of needs) {
    for (let round = 0; round < count; round += 1) {
      const free = places.filter((place) => !chosen.includes(place));
      const added = free.map((place) => addedMixing(place, chosen, mixing));
      const least = Math.min(...added);
      chosen.push(free[added.findIndex((mixed) => mixed <= least + 1e-9)] ?? 0);
    }
  }
  return chosen;
}

function mixingOf(set: readonly number[], mixing: TripleMixing): number {
  return set.reduce((sum, place, at) => sum + addedMixing(place, set.slice(0, at), mixing), 0);
}

function addedMixing(place: number, set: readonly number[], mixing: TripleMixing): number {
  let sum = 0;
  set.forEach((first, at) => {
    for (const second of set.slice(at + 1)) sum += mixing(first, second, place);
  });
  return sum;
}

/** How much three columns are mixed: the squared means of the products of their contrasts, added; computed once. */
function tripleMixing(array: OrthogonalArray): TripleMixing {
  const known = new Map<number, number>();
  const contrasts = array.map(({ levels, entries }) => {
    const rows = levelContrasts(levels);
    return Array.from({ length: levels - 1 }, (_, column) =>
      entries.map((level) => rows[level]?.[column] ?? 0),
    );
  });
  return (...places) => {
    const sorted = places.toSorted((a, b) => a - b);
    const key = sorted.reduce((sum, place) => sum * array.length + place, 0);
    const before = known.get(key);
    if (before !== undefined) return before;
    const [first = [], second = [], third = []] = sorted.map((place) => contrasts[place] ?? []);
    let sum = 0;
    for (const a of first) {
      for (const b of second) {
        for (const c of third) sum += meanProduct(a, b, c) ** 2;
      }
    }
    known.set(key, sum);
    return sum;
  };
}

function meanProduct(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  let sum = 0;
  for (let run = 0; run < a.length; run += 1) {
    sum += (a[run] ?? 0) * (b[run] ?? 0) * (c[run] ?? 0);
  }
  return sum / a.length;
}

function choose(from: number, count: number): number {
  let product = 1;
  for (let step = 0; step < count; step += 1) product *= (from - step) / (step + 1);
  return Math.round(product);
}

function subsets(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return places.flatMap((place, at) =>
    subsets(places.slice(at + 1), count - 1).map((rest) => [place, ...rest]),
  );
}
