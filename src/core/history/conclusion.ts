import type { AnalysisPlan, ExperimentTotals } from '../results/analysis.ts';
import type { ExperimentOutcome } from './project-document.ts';

/** What a result was made of; each part has a fingerprint of its own, so that a difference can be named. */
export const conclusionParts = ['data', 'list', 'plan', 'procedures'] as const;
export type ConclusionPart = (typeof conclusionParts)[number];

/** A result as it was concluded: from then on it does not change. A new analysis makes another beside it. */
export interface Conclusion {
  /** ISO date and time. */
  readonly concludedAt: string;
  /** MD5 of the fingerprints of all parts. */
  readonly fingerprint: string;
  readonly parts: Readonly<Record<ConclusionPart, string>>;
  /** Names and versions of the procedures behind the numbers. */
  readonly procedures: readonly string[];
  readonly plan: AnalysisPlan;
  /** The counts and sums that everything else follows from, so that the result can be shown without its files. */
  readonly totals: ExperimentTotals;
  /** Customers drawn per arm, in the order of the totals; null where nobody stated any. */
  readonly plannedSizes: readonly number[] | null;
  readonly outcome: ExperimentOutcome | null;
  /** Why it was analysed anew, or anything else worth keeping. */
  readonly note: string;
}
