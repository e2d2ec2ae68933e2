import type { Answers } from '../answers/answer.ts';
import type { AnalysisPlan, ExperimentTotals } from '../analysis.ts';
import type { ExperimentAnalysis } from '../reading.ts';
import { resultFigures } from './result-figures.ts';

/** What a file of results says about itself. */
export interface ResultsFile {
  readonly experiment: string;
  readonly plan: AnalysisPlan;
  readonly totals: ExperimentTotals;
  readonly analysis: ExperimentAnalysis;
  readonly answers: Answers | null;
  readonly procedures: readonly string[];
  /** Null where the result is not concluded. */
  readonly fingerprint: string | null;
}

/**
 * A result as JSON at full precision: how it was read, the counts and sums, every number, and the answers with what they
 * rest on. Answers that are withheld are not in it.
 */
export function resultsJson(file: ResultsFile): string {
  const { analysis, answers, ...about } = file;
  return JSON.stringify(
    {
      format: 'carrotlab-results-1',
      ...about,
      figures: resultFigures(analysis, answers, file.totals.leftOut),
      answers: answers?.withheld === null ? answers.answers : [],
      withheld: answers?.withheld ?? null,
    },
    null,
    2,
  );
}
