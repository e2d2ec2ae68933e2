import type { Conclusion } from '#core/history/conclusion.ts';
import type { Experiment } from '#core/history/project-document.ts';
import type { AnswerAlarm } from '#core/results/answers/answer-plan.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { trustOf } from '#core/results/trust/trust-of.ts';
import { verdict, type Verdict } from '#core/results/verdict.ts';
import { currency } from '#text/currency.svelte.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { ResultsView } from '../results-view.ts';
import { verdictSentence, type VerdictSentence } from '../verdict-sentence.ts';

/** A reading as it is looked at, with what it comes to. */
export interface JudgedView {
  readonly view: ResultsView;
  readonly decision: Verdict;
  readonly alarms: readonly AnswerAlarm[];
  /** Where an alarm says to stop: that the result must not be read. */
  readonly sentence: VerdictSentence;
}

/** Verdicts that say themselves why nothing can be read. */
const ownWords: readonly Verdict['code'][] = ['broken-split', 'no-outcome', 'control-only'];

/** A reading with its verdict in words, in the current language; an alarm with `stop` takes the verdict's place. */
export function judgeView(view: ResultsView, alarms: readonly AnswerAlarm[]): JudgedView {
  const decision = verdict(view.analysis);
  const stopped =
    alarms.some(({ severity }) => severity === 'stop') && !ownWords.includes(decision.code);
  const sentence: VerdictSentence = stopped
    ? { headline: [{ text: catalogue().results.verdict.mustNotRead, arm: null }], detail: [] }
    : verdictSentence(decision, {
        control: view.analysis.control,
        confidenceShare: view.analysis.confidenceShare,
        confidence: view.confidence,
        identities: view.identities,
        language: language.code,
        currency: currency.code,
      });
  return { view, decision, alarms, sentence };
}

/**
 * A concluded result from its stored counts, without any file; null where they cannot be read any more. A result that was
 * concluded under an alarm kept no outcome: it stays withheld, also where the counts alone would not show the alarm.
 */
export function storedView(
  { plan, totals, plannedSizes, outcome }: Conclusion,
  { id, design }: Pick<Experiment, 'id' | 'design'>,
): JudgedView | null {
  const analysis = analyseExperiment(totals, plan, plannedSizes);
  if (!analysis.ok) return null;
  const reading = { experiment: id, plan, totals, analysis: analysis.value, detail: null };
  const { alarms } = trustOf({ ...reading, plannedCells: null, unevenWaves: null });
  const kept: readonly AnswerAlarm[] =
    outcome === null ? [...alarms, { code: 'stopped-when-concluded', severity: 'stop' }] : alarms;
  return judgeView(new ResultsView(reading, design), kept);
}
