import { succeed, type Result } from '#core/result.ts';
import { maximumCriticalValue } from '#core/stats/distributions/dunnett-distribution.ts';
import { maximumUpperTail } from '#core/stats/distributions/maximum-distribution.ts';
import { studentTwoSided } from '#core/stats/distributions/student-distribution.ts';
import { adjustBonferroni, adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import type { AnalysisPlan, MultiplicityRule } from './analysis.ts';
import type { Adjusted } from './reading.ts';

/** How alpha is kept over all carrots that are compared with the control. */
export type FamilyGuard = Pick<AnalysisPlan, 'multiplicity' | 'confidenceShare'>;

/** A comparison that can be one of a family. `degreesOfFreedom`: of the statistic; left out for a z value. */
export interface Testable {
  readonly statistic: number;
  readonly pValue: number;
  readonly degreesOfFreedom?: number;
}

/** One comparison of a family, beside what it was made of. */
export interface FamilyMember<Item, Comparison> {
  readonly item: Item;
  readonly compared: Result<Adjusted<Comparison>>;
  /** The confidence that its own interval was made with: more than that of the family where intervals hold together. */
  readonly intervalShare: number;
}

/**
 * Compares carrots with the control as the plan declares it, each answer beside what it was made of.
 * - `none`: p-values and intervals stand for themselves.
 * - `bonferroni`: p-values times their number; intervals that hold together, each with 1 - alpha / number.
 * - `holm`: Holm's p-values; intervals of one comparison each, since Holm has none of its own that leave out 0 exactly
 *   when the adjusted p-value is below alpha.
 * - `dunnett`: p-values of the largest of the statistics, and intervals that hold together.
 * With `none`, `bonferroni` and `dunnett` an interval leaves out 0 exactly when the adjusted p-value is below alpha, as
 * far as it does so for a single comparison.
 * `compare`: one comparison at a confidence; it must keep to the same statistic at every confidence. `loadingsOf`:
 * for `dunnett` only, of those that could be compared, what each shares with the others through the control: b_i, so that
 * two of them correlate with b_i b_j. What could not be compared keeps its reason and takes no part.
 * Source: Dunn (1961); Holm (1979); Dunnett (1955, 1964), with each comparison's own degrees of freedom after Hasler &
 * Hothorn (2008), Biometrical Journal 50.
 * Example: 76, 54 and 94 of 900 against 25 of 900 by `dunnett` give p 5.303e-7, 0.0024549 and 1.803e-10.
 */
export function compareWithControl<Item, Comparison extends Testable>(
  items: readonly Item[],
  { multiplicity, confidenceShare }: FamilyGuard,
  compare: (item: Item, confidenceShare: number) => Result<Comparison>,
  loadingsOf: (members: readonly { item: Item; comparison: Comparison }[]) => readonly number[],
): readonly FamilyMember<Item, Comparison>[] {
  const alone = items.map((item) => ({ item, result: compare(item, confidenceShare) }));
  const members = alone.flatMap(({ item, result }) =>
    result.ok ? [{ item, comparison: result.value }] : [],
  );
  const comparisons = members.map(({ comparison }) => comparison);
  const adjusted = adjust(multiplicity, comparisons, confidenceShare, () =>
    loadingsOf(members),
  ).values();
  return alone.map(({ item, result }) => {
    if (!result.ok) return { item, compared: result, intervalShare: confidenceShare };
    const { pValueAdjusted, intervalShare } = adjusted.next().value as OwnPart;
    const at = intervalShare === confidenceShare ? result : compare(item, intervalShare);
    const compared = at.ok ? succeed({ ...at.value, pValueAdjusted }) : at;
    return { item, compared, intervalShare };
  });
}

/**
 * What differences from one control share through it, from the squared standard errors of the figures themselves: the root
 * of the control's part of the variance of each difference.
 * Example: figures that are all known alike correlate with 1/2, so that both loadings are 0.7071.
 */
export function loadingsOfVariances(
  ofControl: number,
  ofCarrots: readonly number[],
): readonly number[] {
  return ofCarrots.map((own) => Math.sqrt(ofControl / (own + ofControl)));
}

/** What one comparison of a family gets. */
interface OwnPart {
  readonly pValueAdjusted: number;
  readonly intervalShare: number;
}

function adjust(
  rule: MultiplicityRule,
  comparisons: readonly Testable[],
  confidenceShare: number,
  loadings: () => readonly number[],
): readonly OwnPart[] {
  const pValues = comparisons.map(({ pValue }) => pValue);
  const own = (pValueAdjusted: number): OwnPart => ({
    pValueAdjusted,
    intervalShare: confidenceShare,
  });
  if (comparisons.length < 2 || rule === 'none') return pValues.map(own);
  if (rule === 'holm') return adjustHolm(pValues).map(own);
  if (rule === 'bonferroni') {
    const intervalShare = 1 - (1 - confidenceShare) / comparisons.length;
    return adjustBonferroni(pValues).map((pValueAdjusted) => ({ pValueAdjusted, intervalShare }));
  }
  return byDunnett(comparisons, loadings(), confidenceShare);
}

function byDunnett(
  comparisons: readonly Testable[],
  loadings: readonly number[],
  confidenceShare: number,
): readonly OwnPart[] {
  return comparisons.map(({ statistic, degreesOfFreedom = Number.POSITIVE_INFINITY }) => {
    const family = { loadings, degreesOfFreedom, sides: 2 } as const;
    const critical = maximumCriticalValue({ ...family, tail: 1 - confidenceShare });
    return {
      pValueAdjusted: maximumUpperTail({ ...family, critical: Math.abs(statistic) }),
      intervalShare: 1 - studentTwoSided(critical, degreesOfFreedom),
    };
  });
}
