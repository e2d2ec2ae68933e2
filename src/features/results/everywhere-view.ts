import {
  everywhereAnswer,
  noticingPowers,
  type EverywhereAnswer,
  type NoticingPower,
} from '#core/results/everywhere-answer.ts';
import { readStrataWarnings, type StrataWarning } from '#core/results/simpson-reading.ts';
import type { ResultsView } from './results-view.ts';

/** What a reading says about "same everywhere, or not?". */
export interface EverywhereView {
  readonly warnings: readonly StrataWarning[];
  readonly powers: readonly NoticingPower[];
  readonly answer: EverywhereAnswer;
}

export function everywhereView({ reading }: ResultsView): EverywhereView {
  const { totals, plan, analysis } = reading;
  const warnings = readStrataWarnings(totals, plan);
  const powers = noticingPowers(totals, plan, analysis);
  const answer = everywhereAnswer(analysis, totals.strata.length, powers, warnings);
  return { warnings, powers, answer };
}
