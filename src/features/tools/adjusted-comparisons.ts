import { refuse, succeed, type Result } from '#core/result.ts';
import {
  dunnettCriticalValue,
  dunnettUpperTail,
  type DunnettArms,
} from '#core/stats/distributions/dunnett-distribution.ts';
import { normalQuantile, normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { adjustBonferroni, adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import type { Comparison } from './compared-arms.ts';
import type { Adjustment } from './significance-address.ts';

export interface AdjustedComparison extends Comparison {
  readonly adjusted: Result<number>;
}

/** Comparisons that share one control: what the precision of each arm and of the control is proportional to. */
export type SharedControl = Pick<DunnettArms, 'sizeControl' | 'sizes'>;

/**
 * The confidence at which every interval must be drawn so that all of them hold together at 1 - alpha. With one
 * comparison, or with an adjustment that has no intervals of its own, each holds alone.
 */
export function confidenceOfEach(
  alpha: number,
  adjust: Adjustment,
  family: SharedControl | null,
): number {
  if (adjust !== 'dunnett' || !family || family.sizes.length < 2) return 1 - alpha;
  const critical = dunnettCriticalValue({ ...infinitelyMany(family), confidenceShare: 1 - alpha });
  return 1 - normalTwoSided(critical);
}

/** Every comparison with its p-value as one of a family; comparisons without a p-value keep their reason. */
export function adjustedComparisons(
  comparisons: readonly Comparison[],
  adjust: Adjustment,
  family: SharedControl | null,
): readonly AdjustedComparison[] {
  const known = comparisons.flatMap(({ pValue }) => (pValue.ok ? [pValue.value] : []));
  const adjusted = adjustedPValues(known, adjust, family);
  let next = 0;
  return comparisons.map((comparison) => ({
    ...comparison,
    adjusted: comparison.pValue.ok ? inFamily(adjusted[next++] as number) : comparison.pValue,
  }));
}

function inFamily(pValue: number): Result<number> {
  return Number.isNaN(pValue) ? refuse({ code: 'out-of-numbers' }) : succeed(pValue);
}

function adjustedPValues(
  pValues: readonly number[],
  adjust: Adjustment,
  family: SharedControl | null,
): readonly number[] {
  if (adjust === 'none') return pValues;
  if (adjust === 'bonferroni') return adjustBonferroni(pValues);
  if (adjust === 'holm' || !family || pValues.length < 2) return adjustHolm(pValues);
  // The z value that has the same p-value: so any test, exact ones too, can be one of the family.
  const asZ = (pValue: number): number => -normalQuantile(pValue / 2);
  return pValues.map((pValue) => dunnettUpperTail(asZ(pValue), infinitelyMany(family)));
}

const infinitelyMany = (family: SharedControl): DunnettArms => ({
  ...family,
  degreesOfFreedom: Number.POSITIVE_INFINITY,
});
