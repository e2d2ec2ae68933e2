import { addLevels, differenceScheme } from './difference-scheme.ts';
import { allCombinations } from './full-factorial.ts';
import { plackettBurmanRuns } from './plackett-burman.ts';

/** One column of an orthogonal array: the level of every run. */
export interface ArrayColumn {
  readonly levels: number;
  readonly entries: readonly number[];
}

/** Columns of which any two hold every pair of levels equally often. */
export type OrthogonalArray = readonly ArrayColumn[];

/** Columns of two levels beside one of 3 or 5, four runs for each of its levels: halves a, b, c of the four, or their opposites A, B, C. */
const halves: Readonly<Record<string, readonly number[]>> = {
  ...{ a: [0, 0, 1, 1], b: [0, 1, 0, 1], c: [0, 1, 1, 0] },
  ...{ A: [1, 1, 0, 0], B: [1, 0, 1, 0], C: [1, 0, 0, 1] },
};
const besideThree = ['aaa', 'bAa', 'cbb', 'ccB'];
const besideFive = ['aaaaa', 'bbbAa', 'cBAba', 'acbbA', 'bAcab', 'ccCBb', 'cAacB', 'bcBCB'];

/**
 * The arrays with so many runs from which others come by splitting a column (`splitColumn`); the first are those with the
 * most even columns.
 * From every difference scheme over s elements with r rows: r · s runs, columns of s levels and one of r levels. Of 12 and
 * 20 runs also the Plackett-Burman plan and those with one column of 3 or 5 levels; for two factors all combinations.
 * Source: Bose & Bush (1952); Wang & Wu (1991); Hedayat, Sloane & Stufken (1999), chapters 6 and 9.
 * Example: 18 runs: one column of 6 levels and six of 3; 9 runs: four of 3.
 */
export function parentArrays(runs: number): OrthogonalArray[] {
  const parents: OrthogonalArray[] = [];
  const screening = plackettBurmanRuns(runs - 1, runs);
  if (screening.ok && runs !== 24) parents.push(columnsOf(screening.value));
  if (runs === 12) parents.push(besideArray(3, besideThree));
  if (runs === 20) parents.push(besideArray(5, besideFive));
  for (let levels = Math.floor(Math.sqrt(runs)); levels >= 2; levels -= 1) {
    if (runs % levels === 0) parents.push(schemeArray(runs / levels, levels));
  }
  return parents;
}

/**
 * Replaces a column by the columns of an array that has one run for each of its levels.
 * Source: Addelman (1962), Orthogonal main-effect plans for asymmetrical factorial experiments (replacement).
 * Example: a column of four levels becomes three of two.
 */
export function splitColumn({ entries }: ArrayColumn, smaller: OrthogonalArray): ArrayColumn[] {
  return smaller.map((column) => ({
    levels: column.levels,
    entries: entries.map((level) => column.entries[level] ?? 0),
  }));
}

/** The array of a difference scheme, or all combinations of two factors where no scheme is known. */
function schemeArray(rows: number, levels: number): OrthogonalArray {
  const scheme = differenceScheme(rows, levels);
  if (!scheme) return columnsOf(allCombinations([rows, levels]), [rows, levels]);
  const add = addLevels(levels);
  const shifts = Array.from({ length: levels }, (_, shift) => shift);
  const columns = (scheme.rows[0] ?? []).map((_, column) => ({
    levels,
    entries: scheme.rows.flatMap((row) => shifts.map((shift) => add(row[column] ?? 0, shift))),
  }));
  const block = { levels: rows, entries: scheme.rows.flatMap((_, row) => shifts.map(() => row)) };
  return [block, ...columns];
}

function besideArray(levels: number, columns: readonly string[]): OrthogonalArray {
  const entries = Array.from({ length: 4 * levels }, (_, run) => Math.floor(run / 4));
  return [
    { levels, entries },
    ...columns.map((column) => ({
      levels: 2,
      entries: Array.from(column).flatMap((half) => halves[half] ?? []),
    })),
  ];
}

/** Rows become columns; two levels each, or as many as said. */
function columnsOf(
  rows: readonly (readonly number[])[],
  levelCounts: readonly number[] = [],
): OrthogonalArray {
  return (rows[0] ?? []).map((_, column) => ({
    levels: levelCounts[column] ?? 2,
    entries: rows.map((row) => row[column] ?? 0),
  }));
}
