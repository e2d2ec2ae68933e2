import { minimumDetectableLift } from '#core/stats/power/power-proportions.ts';
import type { SignificanceInputs } from './significance-address.ts';
import type { ComparisonRow, SignificanceResult } from './significance-result.ts';

/** A comparison whose numbers are all known. */
export interface Finding {
  readonly label: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly adjusted: number;
  /** The exact p-value where few responses are expected; null where the test needs none. */
  readonly exact: number | null;
}

/** What the numbers allow to say. `undecided` is a verdict, too. */
export type Verdict =
  | { readonly kind: 'not-computable'; readonly reason: string }
  | {
      readonly kind: 'better' | 'worse';
      /** The clearest finding: the largest gain, or the largest loss. */
      readonly lead: Finding;
      /** Other arms that differ from the control, by label. */
      readonly alsoBetter: readonly string[];
      readonly alsoWorse: readonly string[];
      /** The result is near the limit: p-value above a fifth of alpha. */
      readonly narrow: boolean;
      readonly fewEvents: boolean;
    }
  | {
      readonly kind: 'undecided';
      readonly lead: Finding;
      readonly comparisons: number;
      /** The smallest rise that experiments of this size find with a power of 80%; null where it is unknown. */
      readonly detectable: number | null;
      readonly fewEvents: boolean;
    };

/** Fewer conversions than this in both arms together are too few to judge alone. */
const fewestEvents = 10;

/**
 * The verdict over all comparisons with the control, by the adjusted p-values; where few responses are expected the
 * exact test must agree.
 */
export function significanceVerdict(
  { alpha }: SignificanceInputs,
  result: SignificanceResult,
): Verdict {
  const findings = result.comparisons.flatMap((row) => findingOf(row));
  if (findings.length === 0) {
    const first = result.comparisons[0]?.pValue;
    return {
      kind: 'not-computable',
      reason: first && !first.ok ? first.problem.code : 'one-arm',
    };
  }
  const fewEvents = result.comparisons.some(
    ({ events }) => events !== null && events < fewestEvents,
  );
  const descending = [...findings].sort((left, right) => right.difference - left.difference);
  const clear = descending.filter(
    ({ adjusted, exact }) => adjusted < alpha && (exact === null || exact < alpha),
  );
  const better = clear.filter(({ difference }) => difference > 0);
  const worse = clear.filter(({ difference }) => difference < 0);
  const lead = better[0] ?? worse.at(-1);
  if (lead) {
    const others = (list: readonly Finding[]) =>
      list.flatMap(({ label }) => (label === lead.label ? [] : [label]));
    return {
      kind: better.length > 0 ? 'better' : 'worse',
      lead,
      alsoBetter: others(better),
      alsoWorse: others(worse),
      narrow: lead.adjusted > alpha / 5,
      fewEvents,
    };
  }
  const nearly = descending.find(({ adjusted }) => adjusted < alpha);
  return {
    kind: 'undecided',
    lead: nearly ?? (descending[0] as Finding),
    comparisons: findings.length,
    detectable: detectableRise(alpha, result),
    fewEvents,
  };
}

function findingOf({ label, difference, adjusted, exact }: ComparisonRow): Finding[] {
  if (!difference.ok || !adjusted.ok) return [];
  const { value, interval } = difference.value;
  const exactly = exact?.pValue.ok ? exact.pValue.value : null;
  return [{ label, difference: value, ...interval, adjusted: adjusted.value, exact: exactly }];
}

function detectableRise(alpha: number, { arms }: SignificanceResult): number | null {
  const [control, ...others] = arms;
  const smallest = Math.min(...others.map(({ size }) => size ?? Infinity));
  if (!control || control.events === null || !control.estimate || !control.size) return null;
  const rise = minimumDetectableLift({
    baselineShare: control.estimate,
    alpha,
    power: 0.8,
    sizeTreatment: smallest,
    sizeControl: control.size,
  });
  return rise.ok ? rise.value : null;
}
