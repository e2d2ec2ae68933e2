import type { Effect } from './effect.ts';
import { effectColumns, levelContrasts } from './model-matrix.ts';

/** One level of a factor against another. */
export interface LevelStep {
  readonly factor: number;
  readonly level: number;
  readonly against: number;
}

/**
 * What a plan may be asked.
 * - `levels`: does one level do more than another, on average over the other factors?
 * - `interaction`: how much does that step change between two levels of another factor (a difference of differences)?
 */
export type PlanQuestion =
  | { readonly kind: 'levels'; readonly step: LevelStep }
  | { readonly kind: 'interaction'; readonly first: LevelStep; readonly second: LevelStep };

/** The effect that a question is about. */
export function effectAsked(question: PlanQuestion): Effect {
  return question.kind === 'levels'
    ? [question.step.factor]
    : [question.first.factor, question.second.factor].toSorted((a, b) => a - b);
}

/** Whether a question names places there are: two different levels each, and two different factors of an interaction. */
export function isPossible(question: PlanQuestion, levelCounts: readonly number[]): boolean {
  const steps = question.kind === 'levels' ? [question.step] : [question.first, question.second];
  const isLevel = (level: number, factor: number) =>
    Number.isInteger(level) && level >= 0 && level < (levelCounts[factor] ?? 0);
  return (
    new Set(steps.map(({ factor }) => factor)).size === steps.length &&
    steps.every(
      ({ factor, level, against }) =>
        level !== against && isLevel(level, factor) && isLevel(against, factor),
    )
  );
}

/** The weights of a question on the columns of its effect, in the order of `modelMatrix`. */
export function questionWeights(question: PlanQuestion, levelCounts: readonly number[]): number[] {
  const contrasts = levelCounts.map(levelContrasts);
  const effect = effectAsked(question);
  const steps = question.kind === 'levels' ? [question.step] : [question.first, question.second];
  // One term for every choice of an end of each step, subtracted for every `against`.
  const ends = steps.reduce<{ run: number[]; sign: number }[]>(
    (terms, { factor, level, against }) =>
      terms.flatMap(({ run, sign }) => [
        { run: withLevel(run, factor, level), sign },
        { run: withLevel(run, factor, against), sign: -sign },
      ]),
    [{ run: levelCounts.map(() => 0), sign: 1 }],
  );
  const columns = ends.map(({ run, sign }) =>
    effectColumns(run, effect, contrasts).map((value) => sign * value),
  );
  return (columns[0] ?? []).map((_, at) => columns.reduce((sum, own) => sum + (own[at] ?? 0), 0));
}

function withLevel(run: readonly number[], factor: number, level: number): number[] {
  return run.map((own, place) => (place === factor ? level : own));
}
