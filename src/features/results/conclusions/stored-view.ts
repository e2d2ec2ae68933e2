import type { Conclusion } from '#core/history/conclusion.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { verdict, type Verdict } from '#core/results/verdict.ts';
import { ResultsView } from '../results-view.ts';
import { verdictSentence, type VerdictSentence } from '../verdict-sentence.ts';
import { currency } from '#text/currency.svelte.ts';
import { language } from '#text/language.svelte.ts';

/** A reading as it is looked at, with what it comes to. */
export interface JudgedView {
  readonly view: ResultsView;
  readonly decision: Verdict;
  readonly sentence: VerdictSentence;
}

/** A reading with its verdict in words, in the current language. */
export function judgeView(view: ResultsView): JudgedView {
  const decision = verdict(view.analysis);
  const sentence = verdictSentence(decision, {
    control: view.analysis.control,
    confidenceShare: view.analysis.confidenceShare,
    confidence: view.confidence,
    identities: view.identities,
    language: language.code,
    currency: currency.code,
  });
  return { view, decision, sentence };
}

/** A concluded result from its stored counts, without any file; null where they cannot be read any more. */
export function storedView(
  { plan, totals, plannedSizes }: Conclusion,
  { id, design }: Pick<Experiment, 'id' | 'design'>,
): JudgedView | null {
  const analysis = analyseExperiment(totals, plan, plannedSizes);
  if (!analysis.ok) return null;
  const reading = { experiment: id, plan, totals, analysis: analysis.value, detail: null };
  return judgeView(new ResultsView(reading, design));
}
