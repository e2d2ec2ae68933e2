import type { LevelRange } from '#core/design/edit-cuts.ts';
import type { Problem } from '#core/result.ts';
import type { SliceReading } from '#core/results/slices.ts';
import { range as english } from '#text/en/range.ts';
import { everywhereWords } from '#text/everywhere/everywhere-words.ts';
import { range as korean } from '#text/ko/range.ts';
import { language } from '#text/language.svelte.ts';
import { readingProblem } from './reasons.ts';
import type { ResultsView } from './results-view.ts';

/** A range of numbers in words. A year has no thousands, so numbers are written plainly. */
export function sliceRange({ from, below }: LevelRange): string {
  const t = { ko: korean, en: english }[language.code];
  if (from === null && below === null) return t.all;
  if (from === null) return t.numberBelow(String(below));
  if (below === null) return t.numberFrom(String(from));
  return t.numberBetween(String(from), String(below));
}

/** Why there are no slices by a column, as a sentence. */
export function sliceProblem(problem: Problem, column: string): string {
  const t = everywhereWords().slices.problem;
  switch (problem.code) {
    case 'too-many-slices':
      return t.tooMany(column, String(problem.most));
    case 'one-slice':
    case 'too-few-values':
      return t.one(column);
    default:
      return readingProblem(problem);
  }
}

/** What the slices say, and what to make of it. */
export function slicesSentence({ slices, tested }: SliceReading, view: ResultsView): string {
  const t = everywhereWords().slices;
  const alpha = 1 - view.analysis.confidenceShare;
  const out = slices.flatMap(({ slice, comparisons }) =>
    comparisons.flatMap(({ arm, pValueAdjusted }) =>
      pValueAdjusted !== null && pValueAdjusted < alpha
        ? [`${slice} · ${view.identities.of(arm).name}`]
        : [],
    ),
  );
  if (tested === 0) return t.nothingTested;
  if (out.length === 0) return t.noneStandsOut;
  return t.standOut(view.count(out.length), view.count(tested));
}
