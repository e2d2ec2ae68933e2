import type { Result } from '../result.ts';
import type { CellEffect } from '../stats/shrinkage/cell-effect.ts';
import { priorFromLifts, type LiftPrior } from '../stats/shrinkage/prior-from-lifts.ts';
import type { CarrotOutcome, ProjectDocument } from './project-document.ts';

/** The carrots of concluded experiments. `experiments`: how many of them have any. */
export interface PastCarrots {
  readonly carrots: readonly CarrotOutcome[];
  readonly experiments: number;
}

/** Every carrot that was compared with a holdout in an experiment other than the one being planned. */
export function pastCarrots(
  { experiments }: Pick<ProjectDocument, 'experiments'>,
  planned: number,
): PastCarrots {
  const past = experiments.flatMap(({ id, outcome }) =>
    id !== planned && outcome && outcome.carrots.length > 0 ? [outcome.carrots] : [],
  );
  return { carrots: past.flat(), experiments: past.length };
}

/**
 * What past carrots let expect of the next ones: the mean of their lifts over all who were contacted, and how much true lifts
 * differ. Standard errors by Agresti & Caffo (2000), American Statistician 54, so that an arm nobody of which responded has
 * one; carrots that shared a holdout are taken as independent.
 * Refuses what `priorFromLifts` refuses.
 * Example: the sample's carrots, 76, 54 and 94 of 900 against 25 of 900: mean 5.458 points, spread 1.976 points.
 */
export function priorOfCarrots(carrots: readonly CarrotOutcome[]): Result<LiftPrior> {
  return priorFromLifts(
    carrots.map(({ difference, customers, share, holdoutCustomers, holdoutShare }): CellEffect => ({
      estimate: difference,
      standardError: Math.sqrt(
        varianceOfShare(customers, share) + varianceOfShare(holdoutCustomers, holdoutShare),
      ),
    })),
  );
}

/** One success and one failure more than were seen. */
function varianceOfShare(customers: number, share: number): number {
  const adjusted = (customers * share + 1) / (customers + 2);
  return (adjusted * (1 - adjusted)) / (customers + 2);
}
