import type { VariableKind } from '#core/customers/variable.ts';
import type { HistogramBin } from '#core/design/histogram-bin.ts';
import type { ColumnKind } from '#core/import/column.ts';

/** What values a variable takes. */
export interface VariableDescription {
  readonly kind: VariableKind;
  readonly missing: number;
  /** Kind of the underlying column, or of the derived measure. */
  readonly columnKind: ColumnKind;
  /** Numbers, or completed months for dates: smallest, largest, and counts in equal bins. Null for categories. */
  readonly range: { readonly smallest: number; readonly largest: number } | null;
  readonly bins: readonly HistogramBin[];
  /** Of numbers with a long tail: bins that are equal on a scale of log(1 + value). Empty for others. */
  readonly logBins: readonly HistogramBin[];
  /** Of dates: days instead of months. Empty for others. */
  readonly dayBins: readonly HistogramBin[];
  /** Cuts of a number into levels of about the same size; empty for dates and categories. */
  readonly suggestedCuts: readonly number[];
  readonly categories: readonly { readonly value: string; readonly count: number }[];
  /** How many distinct categories there are in all. */
  readonly distinct: number;
}
