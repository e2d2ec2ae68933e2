import { catalogue } from '#text/language.svelte.ts';
import type { AdjustedComparison } from './adjusted-comparisons.ts';
import type { SignificanceResult } from './significance-result.ts';

/** A comparison as a row of a table: who against whom, and how its figures are named. */
export interface ShownComparison extends AdjustedComparison {
  readonly title: string;
  /** Places of the two arms in the address. */
  readonly place: number;
  readonly against: number;
  /** `data-arm` of the figures, or `data-row` where two carrots are compared. */
  readonly figure: { readonly arm: string } | { readonly row: string };
}

/** Every carrot against the control. */
export function againstControl({ comparisons }: SignificanceResult): readonly ShownComparison[] {
  const t = catalogue().tools.significance;
  return comparisons.map((row) => ({
    ...row,
    title: t.arm(row.label),
    against: 0,
    figure: { arm: row.label },
  }));
}

/** The carrots among themselves. */
export function amongCarrots({ pairs }: SignificanceResult): readonly ShownComparison[] {
  const t = catalogue().tools.significance;
  return pairs.map(({ arm, against, ...comparison }) => ({
    ...comparison,
    title: t.pair(arm.label, against.label),
    place: arm.place,
    against: against.place,
    figure: { row: `${arm.label}:${against.label}` },
  }));
}
