/**
 * A control factor over the customers of a drawn list, in the order of `DrawnPlaces`. Numbers and dates (as days) are NaN
 * where missing, codes of categories -1.
 */
export type ControlValues =
  | { readonly kind: 'number' | 'date'; readonly numbers: Float64Array }
  | { readonly kind: 'category'; readonly values: readonly string[]; readonly codes: Int32Array };

/** Where each customer of a list stands: its cell and its arm, counted from 0. */
export interface DrawnPlaces {
  readonly cells: Int32Array;
  readonly arms: Int32Array;
  readonly cellCount: number;
  readonly armCount: number;
}

/** A level of a control factor. `others` joins the rarest levels where there are very many. */
export type ControlLevel =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'others'; readonly levels: number }
  | { readonly kind: 'missing' };

/** Levels of one factor that are told apart; the rarest of more than that are judged together. */
export const mostControlLevels = 20;

/** A control factor cut into levels: `levelOf` gives each customer a place in `levels`, -1 where none is meant. */
export interface LevelledControl {
  readonly levels: readonly ControlLevel[];
  readonly levelOf: Int32Array;
}

/**
 * The levels of a control factor over a drawn list: of a category the most frequent first, of a number or a date none but
 * `missing`. What is missing is a level of its own, wherever something is missing.
 * Example: of 'F', 'M', 'F' and one missing value the levels are F, M, missing, and `levelOf` is 0, 1, 0, 2.
 */
export function controlLevels(control: ControlValues): LevelledControl {
  if (control.kind !== 'category') {
    const levelOf = Int32Array.from(control.numbers, (number) => (Number.isNaN(number) ? 0 : -1));
    return { levels: levelOf.includes(0) ? [{ kind: 'missing' }] : [], levelOf };
  }
  const { values, codes } = control;
  const counts = new Float64Array(values.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const present = values
    .map((value, code) => ({ value, code, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const shown = present.slice(0, present.length > mostControlLevels ? mostControlLevels - 1 : mostControlLevels); // prettier-ignore
  const rest = present.length - shown.length;
  const levels: ControlLevel[] = shown.map(({ value }) => ({ kind: 'value', value }));
  if (rest > 0) levels.push({ kind: 'others', levels: rest });
  const levelOfCode = new Int32Array(values.length).fill(shown.length);
  shown.forEach(({ code }, level) => (levelOfCode[code] = level));
  const missing = levels.length;
  const levelOf = codes.map((code) => (code < 0 ? missing : (levelOfCode[code] as number)));
  if (levelOf.includes(missing)) levels.push({ kind: 'missing' });
  return { levels, levelOf };
}
