import type { ExperimentTotals } from './analysis.ts';
import type { ArmSummary } from './arm-totals.ts';
import type { DecidingComparison } from './reading.ts';

/** A comparison of a carrot with the control that all share. */
export interface SharedControl {
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  readonly basis: DecidingComparison['basis'];
}

/**
 * What the deciding comparisons of several carrots share through the one control, as loadings b_i: two of them correlate
 * with b_i b_j (or more, see below) when no carrot does anything.
 * All customers together: those of the sizes, as Dunnett has them. Within strata a difference is the sum over the strata
 * of n_i n_0 / (n_i + n_0) times the difference there, and what two of them share is the chance in the control's share of
 * every stratum, which varies like the pooled one of all arms there. With two carrots, or arms of the same proportions in
 * every stratum, the loadings give these correlations exactly. Otherwise no loadings can; all are then lowered until no
 * pair is taken to go together more than it does, which makes intervals a trace wider. Where only some carrots can be
 * compared within strata, all are 0 (Šidák 1967: wider, never narrower).
 * Source: the covariance of Mantel-Haenszel differences, Greenland & Robins (1985), at equal shares in a stratum.
 * Example: arms of equal size in every stratum have loadings of 0.7071.
 */
export function decidingLoadings(
  totals: ExperimentTotals,
  comparisons: readonly SharedControl[],
): readonly number[] {
  if (comparisons.every(({ basis }) => basis === 'pooled')) return comparisons.map(loadingOfSizes);
  if (comparisons.some(({ basis }) => basis === 'pooled')) return comparisons.map(() => 0);
  const parts = comparisons.map((comparison) => controlParts(totals, comparisons, comparison));
  const lengths = parts.map((part) => Math.sqrt(product(part, part)));
  const together = parts.flatMap((part, place) =>
    parts.slice(place + 1).map((other, next) => {
      const most = (lengths[place] ?? 0) * (lengths[place + 1 + next] ?? 0);
      return product(part, other) / most;
    }),
  );
  const lowered = Math.sqrt(Math.min(1, ...together));
  return lengths.map((length) => length * lowered);
}

/** b_i of a comparison of all customers. Example: a carrot as large as the control has 0.7071. */
export function loadingOfSizes({ treatment, control }: Omit<SharedControl, 'basis'>): number {
  const [treated, plain] = [treatment.counts.trials, control.counts.trials];
  return Math.sqrt(treated / (treated + plain));
}

/** By stratum what the control brings to a difference, in standard errors of the whole. */
function controlParts(
  totals: ExperimentTotals,
  comparisons: readonly SharedControl[],
  { treatment, control }: SharedControl,
): readonly number[] {
  const arms = [control, ...comparisons.map((each) => each.treatment)];
  const strata = totals.strata.map(({ totals: counts }) => {
    const treated = counts[treatment.place]?.customers ?? 0;
    const plain = counts[control.place]?.customers ?? 0;
    if (treated === 0 || plain === 0) return { fromControl: 0, variance: 0 };
    const customers = sum(arms.map(({ place }) => counts[place]?.customers ?? 0));
    const responders = sum(arms.map(({ place }) => counts[place]?.responders ?? 0));
    const spread = (responders / customers) * (1 - responders / customers);
    const weight = (treated / (treated + plain)) * plain;
    return { fromControl: weight * Math.sqrt(spread / plain), variance: weight * spread };
  });
  const standardError = Math.sqrt(sum(strata.map(({ variance }) => variance)));
  return strata.map(({ fromControl }) => fromControl / standardError);
}

function product(one: readonly number[], other: readonly number[]): number {
  return sum(one.map((value, place) => value * (other[place] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((before, value) => before + value, 0);
}
