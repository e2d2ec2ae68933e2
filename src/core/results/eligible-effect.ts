import type { Result } from '#core/result.ts';
import {
  postStratifiedDifference,
  type PostStratifiedDifference,
} from '#core/stats/stratified/post-stratified.ts';
import type { ExperimentTotals } from './analysis.ts';
import { pairByStratum } from './arm-totals.ts';

/**
 * By how many points the response of all eligible customers would change with this carrot: the cells weighted by the
 * customers who are really in them, not by those who were drawn.
 * `treatment`, `control`: places in `totals.arms`; `confidenceShare`: between 0 and 1. Null where the customers of the
 * cells are not known (strata that are no cells of a design).
 * Refuses what `postStratifiedDifference` refuses.
 * Example: the bundled sample's POINT gives 0.033477: most of its customers have low points, where it does little.
 */
export function effectOnEligible(
  totals: ExperimentTotals,
  treatment: number,
  control: number,
  confidenceShare: number,
): Result<PostStratifiedDifference> | null {
  const populations = totals.strata.map(({ population }) => population);
  if (populations.every((population) => population === null)) return null;
  const pairs = pairByStratum(totals, treatment, control);
  return postStratifiedDifference(
    pairs.map((pair, stratum) => ({ ...pair, population: populations[stratum] ?? 0 })),
    { confidenceShare },
  );
}
