import {
  standardisedLevelDifference,
  standardisedMeanDifference,
} from '../stats/checks/standardised-difference.ts';
import {
  controlLevels,
  type ControlLevel,
  type ControlValues,
  type DrawnPlaces,
} from './control-values.ts';

/** One line of a control factor: the mean of a number or date, or the share of a level. */
export interface ControlLine {
  /** Null for the mean. */
  readonly level: ControlLevel | null;
  /** Mean or share per arm, in the order of the design; null where an arm has no value. */
  readonly byArm: readonly (number | null)[];
  /**
   * Each arm against arm 0, the holdout, in standard deviations; null for the holdout itself and where it is not
   * defined: fewer than two values, or arms without any spread that differ.
   */
  readonly standardisedDifferences: readonly (number | null)[];
}

export interface ControlBalance {
  readonly kind: ControlValues['kind'];
  readonly lines: readonly ControlLine[];
}

/** The line and arm that lie farthest from the holdout. */
export interface LargestDifference {
  readonly factor: number;
  readonly line: number;
  readonly arm: number;
  readonly standardisedDifference: number;
}

/**
 * How evenly a draw has divided each control factor: every arm against the holdout over all cells.
 * A number or date gives the difference of the means over the root of the mean variance; a category gives, level by
 * level, the difference of the shares p1 - p0 over √((p1 (1 - p1) + p0 (1 - p0)) / 2). Missing values are a level of
 * their own and in no mean. Arms without spread that agree differ by 0.
 * Source: Austin (2009), Statistics in Medicine 28, equations 1 and 2; R cobalt::bal.tab(s.d.denom = "pooled").
 * Example: shares of women of 0.5 and 0.4 in an arm and the holdout give 0.202031.
 */
export function controlBalance(
  controls: readonly ControlValues[],
  places: DrawnPlaces,
): readonly ControlBalance[] {
  return controls.map((control) => {
    const { levels, levelOf } = controlLevels(control);
    const shares = levels.map((level, index) => shareLine(level, index, levelOf, places));
    return control.kind === 'category'
      ? { kind: control.kind, lines: shares }
      : { kind: control.kind, lines: [meanLine(control.numbers, places), ...shares] };
  });
}

/** The largest standardised difference by size, or null where none is defined. */
export function largestDifference(balance: readonly ControlBalance[]): LargestDifference | null {
  let largest: LargestDifference | null = null;
  balance.forEach(({ lines }, factor) =>
    lines.forEach(({ standardisedDifferences }, line) =>
      standardisedDifferences.forEach((standardisedDifference, arm) => {
        if (standardisedDifference === null) return;
        if (
          Math.abs(standardisedDifference) > Math.abs(largest?.standardisedDifference ?? 0) ||
          !largest
        )
          // prettier-ignore
          largest = { factor, line, arm, standardisedDifference };
      }),
    ),
  );
  return largest;
}

function shareLine(
  level: ControlLevel,
  index: number,
  levelOf: Int32Array,
  { arms, armCount }: DrawnPlaces,
): ControlLine {
  const inside = new Array<number>(armCount).fill(0);
  const all = new Array<number>(armCount).fill(0);
  arms.forEach((arm, place) => {
    all[arm] = (all[arm] ?? 0) + 1;
    if (levelOf[place] === index) inside[arm] = (inside[arm] ?? 0) + 1;
  });
  const counts = inside.map((count, arm) => [count, (all[arm] ?? 0) - count]);
  const byArm = inside.map((count, arm) => ((all[arm] ?? 0) > 0 ? count / (all[arm] ?? 0) : null));
  const [holdout = []] = counts;
  const standardisedDifferences = counts.map((own, arm) => {
    if (arm === 0) return null;
    const found = standardisedLevelDifference(own, holdout);
    if (!found.ok) return null;
    const { standardisedDifference, shareDifferences } = found.value;
    return (shareDifferences[0] ?? 0) < 0 ? -standardisedDifference : standardisedDifference;
  });
  return { level, byArm, standardisedDifferences };
}

function meanLine(numbers: Float64Array, { arms, armCount }: DrawnPlaces): ControlLine {
  const summaries = Array.from({ length: armCount }, (_, arm) => summary(numbers, arms, arm));
  const [holdout = summary(numbers, arms, 0)] = summaries;
  return {
    level: null,
    byArm: summaries.map(({ count, mean }) => (count > 0 ? mean : null)),
    standardisedDifferences: summaries.map((own, arm) => {
      if (arm === 0) return null;
      const found = standardisedMeanDifference(own, holdout);
      if (found.ok) return found.value.standardisedDifference;
      return found.problem.code === 'no-variation' && own.mean === holdout.mean ? 0 : null;
    }),
  };
}

/** Count, mean and standard deviation in two passes, from the first value on: equal values have no spread at all. */
function summary(numbers: Float64Array, arms: Int32Array, arm: number) {
  let count = 0;
  let start = NaN;
  let sum = 0;
  numbers.forEach((number, place) => {
    if (arms[place] !== arm || Number.isNaN(number)) return;
    if (count === 0) start = number;
    sum += number - start;
    count += 1;
  });
  const mean = start + sum / count;
  let squares = 0;
  numbers.forEach((number, place) => {
    if (arms[place] === arm && !Number.isNaN(number)) squares += (number - mean) ** 2;
  });
  return { count, mean, standardDeviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0 };
}
