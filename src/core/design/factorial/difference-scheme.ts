import { finiteField } from './prime-power.ts';
import { plackettBurmanRuns } from './plackett-burman.ts';

/**
 * A table whose columns, one subtracted from another, hold every element of a group equally often. Rows times group
 * elements are the runs of an orthogonal array.
 */
export interface DifferenceScheme {
  /** The order of the group, and so the levels of the array's columns. */
  readonly levels: number;
  readonly rows: readonly (readonly number[])[];
}

/** Seberry's size 12 over the numbers modulo 3: each line stands for three, by moving its groups of three in a circle. */
const twelveOverThree = ['000100210120', '100222120210', '210120000202', '120210202000'];

/** Six columns of six over the numbers modulo 3 (Bose & Bush 1952). */
const sixOverThree = ['000000', '001122', '010212', '012021', '021201', '022110'];

/**
 * The scheme with so many rows over a group of `levels` elements, or null where none is known here.
 * From fields: the multiplication table of the field of order `rows`, reduced to `levels`; 6 and 12 rows over three by
 * search; 12, 20 and 24 rows over two from Plackett and Burman; other multiples of the levels: two columns.
 * Source: Hedayat, Sloane & Stufken (1999), Orthogonal Arrays, chapter 6.
 * Example: 3 rows over 3 are 0 0 0, 0 1 2, 0 2 1.
 */
export function differenceScheme(rows: number, levels: number): DifferenceScheme | null {
  if (rows % levels !== 0) return null;
  if (rows === 6 && levels === 3) return { levels, rows: sixOverThree.map(digits) };
  if (rows === 12 && levels === 3) return { levels, rows: twelveOverThree.flatMap(circledLines) };
  const screening = levels === 2 ? plackettBurmanRuns(rows - 1, rows) : null;
  if (screening?.ok) return { levels, rows: screening.value.map((run) => [0, ...run]) };
  if ([2, 3, 4, 5, 7, 8, 9, 16].includes(rows)) {
    const { multiply } = finiteField(rows);
    const places = Array.from({ length: rows }, (_, place) => place);
    return {
      levels,
      rows: places.map((row) => places.map((column) => multiply(row, column) % levels)),
    };
  }
  return { levels, rows: Array.from({ length: rows }, (_, row) => [0, row % levels]) };
}

/**
 * How elements of a scheme's group are added: digit by digit where the levels are a power of a prime.
 * Example: of four levels 1 and 3 give 2, of three 0.
 */
export function addLevels(levels: number): (left: number, right: number) => number {
  const known = [2, 3, 4, 5, 7, 8, 9].includes(levels);
  return known ? finiteField(levels).add : (left, right) => (left + right) % levels;
}

function digits(line: string): number[] {
  return Array.from(line, Number);
}

/** The three lines that a line stands for. */
function circledLines(line: string): number[][] {
  const entries = digits(line);
  return [0, 1, 2].map((step) =>
    entries.map((_, place) => {
      const start = place - (place % 3);
      return entries[start + ((place - start - step + 3) % 3)] ?? 0;
    }),
  );
}
