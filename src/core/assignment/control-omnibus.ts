import type { Problem, Result } from '#core/result.ts';
import { refuse } from '#core/result.ts';
import type { CovariateMoments } from '../stats/checks/covariate-moments.ts';
import { omnibusBalance, type OmnibusBalance } from '../stats/checks/omnibus-balance.ts';
import { controlLevels, type ControlValues, type DrawnPlaces } from './control-values.ts';

/** Sums of products that are held at once: beyond it the memory of a browser tab is in danger. */
export const mostControlProducts = 20_000_000;

export type ControlOmnibusProblem =
  | Problem<'no-control-factors'>
  | (Problem<'too-many-control-levels'> & { levels: number; cells: number })
  /** Of `omnibusBalance`: no control factor varies within a cell that has both arms. */
  | Problem;

/** A control factor as columns: a number from its mean in standard deviations, 0 and 1 for each level. */
interface Covariates {
  readonly number: Float64Array | null;
  readonly levelOf: Int32Array;
  /** The column of the number, or of the first level where there is none. */
  readonly first: number;
}

/**
 * Every arm against the holdout (arm 0) in all control factors at once, within cells: whether the draw explains what
 * differs. The first entry, of the holdout itself, is null. Missing numbers stand at the mean with a column that says so.
 * Refuses `no-control-factors`, `too-many-control-levels`, and what `omnibusBalance` refuses.
 * Source: Hansen & Bowers (2008), Statistical Science 23, through `omnibusBalance`.
 * Example: one cell, one number, values 3, 4, 5, 6, 9 in the holdout and 1 to 5 in the arm: chi-square 2.8421, p 0.0918.
 */
export function controlOmnibus(
  controls: readonly ControlValues[],
  places: DrawnPlaces,
): readonly (Result<OmnibusBalance, ControlOmnibusProblem> | null)[] {
  const { cells, arms, cellCount, armCount } = places;
  const arm = Array.from({ length: armCount }, (_, index) => index);
  const { covariates, width } = columnsOf(controls);
  const groups = cellCount * armCount;
  const problem: ControlOmnibusProblem | null =
    width === 0
      ? { code: 'no-control-factors' }
      : groups * width * width > mostControlProducts
        ? { code: 'too-many-control-levels', levels: width, cells: cellCount }
        : null;
  if (problem) return arm.map((index) => (index === 0 ? null : refuse(problem)));
  const counts = new Float64Array(groups);
  const sums = new Float64Array(groups * width);
  const products = new Float64Array(groups * width * width);
  const columns = new Int32Array(2 * covariates.length);
  const values = new Float64Array(2 * covariates.length);
  cells.forEach((cell, place) => {
    const group = cell * armCount + (arms[place] as number);
    counts[group] = (counts[group] as number) + 1;
    const filled = fillRow(covariates, place, columns, values);
    for (let one = 0; one < filled; one++) {
      const column = columns[one] as number;
      const value = values[one] as number;
      sums[group * width + column] = (sums[group * width + column] as number) + value;
      for (let other = 0; other < filled; other++) {
        const at = (group * width + column) * width + (columns[other] as number);
        products[at] = (products[at] as number) + value * (values[other] as number);
      }
    }
  });
  const moments = (cell: number, index: number): CovariateMoments => {
    const group = cell * armCount + index;
    return momentsOf(
      counts[group] as number,
      sums.subarray(group * width, (group + 1) * width),
      products.subarray(group * width * width, (group + 1) * width * width),
    );
  };
  const cellList = Array.from({ length: cellCount }, (_, cell) => cell);
  const holdouts = cellList.map((cell) => moments(cell, 0));
  return arm.map((index) =>
    index === 0
      ? null
      : omnibusBalance(
          holdouts.map((control, cell) => ({ treatment: moments(cell, index), control })),
        ),
  );
}

function columnsOf(controls: readonly ControlValues[]) {
  let width = 0;
  const covariates = controls.map((control): Covariates => {
    const { levels, levelOf } = controlLevels(control);
    const number = control.kind === 'category' ? null : standardised(control.numbers);
    const first = width;
    width += levels.length + (number ? 1 : 0);
    return { number, levelOf, first };
  });
  return { covariates, width };
}

/** Numbers from their mean on, in their standard deviations: products of them stay exact enough. Missing is 0. */
function standardised(numbers: Float64Array): Float64Array {
  const known = numbers.filter((number) => !Number.isNaN(number));
  const [start = 0] = known;
  const mean =
    start + known.reduce((sum, number) => sum + (number - start), 0) / (known.length || 1);
  const squares = known.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, known.length - 1)) || 1;
  return numbers.map((number) => (Number.isNaN(number) ? 0 : (number - mean) / deviation));
}

/** Writes the columns of a customer that are not 0, and says how many there are. */
function fillRow(
  covariates: readonly Covariates[],
  place: number,
  columns: Int32Array,
  values: Float64Array,
): number {
  let filled = 0;
  for (const { number, levelOf, first } of covariates) {
    if (number) {
      columns[filled] = first;
      values[filled++] = number[place] as number;
    }
    const level = levelOf[place] as number;
    if (level < 0) continue;
    columns[filled] = first + (number ? 1 : 0) + level;
    values[filled++] = 1;
  }
  return filled;
}

function momentsOf(count: number, sums: Float64Array, products: Float64Array): CovariateMoments {
  const width = sums.length;
  const places = Array.from({ length: width }, (_, place) => place);
  const spread = (row: number, column: number): number =>
    (products[row * width + column] as number) -
    ((sums[row] as number) / count) * (sums[column] as number);
  // What rounding leaves of a column without any spread is none.
  const varies = places.map(
    (place) =>
      count > 1 && spread(place, place) > 1e-12 * (products[place * width + place] as number),
  );
  return {
    count,
    means: places.map((place) => (count > 0 ? (sums[place] as number) / count : 0)),
    covariances: places.map((row) =>
      places.map((column) =>
        varies[row] && varies[column] ? spread(row, column) / (count - 1) : 0,
      ),
    ),
  };
}
