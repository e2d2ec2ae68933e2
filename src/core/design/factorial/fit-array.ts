import { refuse, succeed, type Result } from '#core/result.ts';
import { leastMixedColumns } from './column-choice.ts';
import type { Run } from './factor-space.ts';
import { parentArrays, splitColumn, type OrthogonalArray } from './orthogonal-array.ts';

/** An orthogonal array with one column for every factor. */
export interface FittedArray {
  readonly runs: readonly Run[];
  /** The levels of all columns of the array it was taken from, most levels first. Example: L18 has 3 seven times and 2. */
  readonly arrayLevels: readonly number[];
}

/**
 * The smallest orthogonal array known here with a column for every factor: any two levels of different factors meet
 * equally often. Among the columns there are, those whose triples are the least mixed.
 * `levelCounts`: levels of each factor, 2 or more; `mostRuns`: the runs there may be.
 * Refuses `no-array` (none up to `mostRuns`).
 * Source: Hedayat, Sloane & Stufken (1999); Kuhfeld, Orthogonal arrays, for what fits into how many runs.
 * Example: levels [3, 3, 3, 2] need 18 runs, [3, 2, 2] need 12, [4, 4, 2] need 16.
 */
export function fitOrthogonalArray(
  levelCounts: readonly number[],
  mostRuns: number,
): Result<FittedArray> {
  const fewest = 1 + levelCounts.reduce((sum, levels) => sum + levels - 1, 0);
  const step = smallestStep(levelCounts);
  for (let runs = Math.ceil(fewest / step) * step; runs <= mostRuns; runs += step) {
    const best = parentArrays(runs)
      .flatMap((parent) => {
        const array = completed(parent, levelCounts);
        return array ? [{ array, ...leastMixedColumns(array, levelCounts) }] : [];
      })
      .toSorted((a, b) => a.mixing - b.mixing)[0];
    if (best) {
      return succeed({
        runs: Array.from({ length: runs }, (_, run) =>
          best.columns.map(({ entries }) => entries[run] ?? 0),
        ),
        arrayLevels: best.array.map(({ levels }) => levels).toSorted((a, b) => b - a),
      });
    }
  }
  return refuse({ code: 'no-array', levelCounts, mostRuns });
}

/** Any two factors must fill their table evenly: the runs are a multiple of every product of two level counts. */
function smallestStep(levelCounts: readonly number[]): number {
  let step = levelCounts[0] ?? 1;
  levelCounts.forEach((levels, place) => {
    for (const other of levelCounts.slice(place + 1)) step = commonMultiple(step, levels * other);
  });
  return step;
}

function commonMultiple(left: number, right: number): number {
  let [greater, smaller] = [left, right];
  while (smaller > 0) [greater, smaller] = [smaller, greater % smaller];
  return (left / greater) * right;
}

/** The array with columns split until there is one for every factor, or null where that does not go. */
function completed(
  array: OrthogonalArray,
  wanted: readonly number[],
  tried = new Set<string>(),
): OrthogonalArray | null {
  const kinds = array.map(({ levels }) => levels).toSorted((a, b) => a - b);
  const surplus = (levels: number) => countOf(kinds, levels) - countOf(wanted, levels);
  const missing = wanted.filter((levels) => surplus(levels) < 0);
  if (missing.length === 0) return array;
  const key = kinds.join();
  if (tried.has(key)) return null;
  tried.add(key);
  const splittable = [...new Set(kinds)].filter(
    (levels) => levels > Math.max(...missing) && surplus(levels) > 0,
  );
  for (const levels of splittable) {
    const place = array.findLastIndex((column) => column.levels === levels);
    const column = array[place];
    for (const smaller of column ? parentArrays(levels) : []) {
      const rest = array.filter((_, at) => at !== place);
      const split = [...rest, ...splitColumn(column ?? { levels, entries: [] }, smaller)];
      const found = completed(split, wanted, tried);
      if (found) return found;
    }
  }
  return null;
}

function countOf(values: readonly number[], wanted: number): number {
  return values.filter((value) => value === wanted).length;
}
