import { refuse, succeed, type Result } from '#core/result.ts';
import type { ArmTotals } from '../results/analysis.ts';
import { responseCounts } from '../results/arm-totals.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import type { Interval } from '../stats/interval.ts';
import { postStratifiedDifference } from '#core/stats/stratified/post-stratified.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';

/** One carrot and the control in a stratum, with its eligible customers where they are known. */
export interface ProjectionStratum {
  readonly population: number | null;
  readonly treatment: ArmTotals;
  readonly control: ArmTotals;
}

/** The response to expect of all eligible customers. Shares 0..1. */
export interface ProjectedResponse {
  /** `post-stratified`: strata weighted by their customers. `pooled`: the experiment's arms as they are. */
  readonly method: 'post-stratified' | 'pooled';
  readonly population: number;
  readonly controlShare: number;
  readonly difference: number;
  readonly interval: Interval;
}

/**
 * How eligible customers would respond with and without the carrot.
 * Where every stratum knows its customers, each is weighted by them; otherwise the pooled difference is taken to
 * `population`, the eligible customers in all.
 * Refuses `no-population`, `no-variation` (nobody or everybody responded), and what `postStratifiedDifference` or `compareProportions` refuse.
 * Source: Cochran (1977), Sampling Techniques, 5A.9; Miettinen & Nurminen (1985) for the pooled interval.
 */
export function projectResponse(
  strata: readonly ProjectionStratum[],
  population: number | null,
  confidenceShare: number,
): Result<ProjectedResponse> {
  const arms = strata.flatMap((stratum) => [stratum.treatment, stratum.control]);
  const alike = (wanted: (arm: ArmTotals) => number) =>
    arms.every((arm) => arm.responders === wanted(arm));
  // Where all did the same the weighted standard error would be 0: certainty out of nothing.
  if (alike(() => 0) || alike(({ customers }) => customers))
    return refuse({ code: 'no-variation' });
  const known = strata.flatMap(({ population: customers, treatment, control }) =>
    customers === null
      ? []
      : [
          {
            population: customers,
            treatment: responseCounts(treatment),
            control: responseCounts(control),
          },
        ],
  );
  if (known.length > 0 && known.length === strata.length) {
    const found = postStratifiedDifference(known, { confidenceShare });
    if (!found.ok) return found;
    const filled = known.filter((stratum) => stratum.population > 0);
    const total = sumOf(filled.map((stratum) => stratum.population));
    const responses = filled.map(
      (stratum) => (stratum.population * stratum.control.events) / stratum.control.trials,
    );
    const { difference, interval } = found.value;
    return succeed({
      method: 'post-stratified',
      population: total,
      controlShare: sumOf(responses) / total,
      difference,
      interval,
    });
  }
  if (population === null || population === 0) return refuse({ code: 'no-population' });
  const treatment = pool(strata.map((stratum) => stratum.treatment));
  const control = pool(strata.map((stratum) => stratum.control));
  const found = compareProportions(treatment, control, confidenceShare);
  if (!found.ok) return found;
  const { difference, interval } = found.value;
  const controlShare = control.events / control.trials;
  return succeed({ method: 'pooled', population, controlShare, difference, interval });
}

function pool(parts: readonly ArmTotals[]): ArmCounts {
  return {
    events: sumOf(parts.map(({ responders }) => responders)),
    trials: sumOf(parts.map(({ customers }) => customers)),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
