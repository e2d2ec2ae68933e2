import type { ColumnKind } from './column.ts';

/** What is in a column of a table. Counts are exact, over every row; values that are shown are cut at 200 characters. */
export interface ColumnProfile {
  readonly column: string;
  readonly kind: ColumnKind;
  readonly rows: number;
  /** Rows without a value. */
  readonly missing: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** Every row that has a value has the same one. False for a column without values. */
  readonly isConstant: boolean;
  /** No value is there twice. False for a column without values. */
  readonly isUnique: boolean;
  /** The most frequent values, most frequent first, at most ten. */
  readonly topValues: readonly { readonly value: string; readonly count: number }[];
  /** Rows whose value is none of `topValues`. */
  readonly otherRows: number;
  /** The first few different values, in the order of the rows. */
  readonly examples: readonly string[];
  /** Null where the column does not hold numbers, or these say who somebody is (phone numbers). */
  readonly numbers: NumberProfile | null;
  /** Null where the column does not hold dates. */
  readonly dates: DateProfile | null;
  /** Null where the column does not hold text. */
  readonly texts: TextProfile | null;
}

/** Numbers in the unit of the column. Quartiles are interpolated as R and Excel do (type 7, QUARTILE.INC). */
export interface NumberProfile {
  readonly smallest: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly largest: number;
  readonly mean: number;
  /** How many are 0, and how many are less. */
  readonly zeros: number;
  readonly negatives: number;
  /**
   * Amounts and counts lie mostly near 0 with a few far above: on the plain scale the whole column would be one bar and
   * every good customer an outlier. Where no number is negative and the logarithms of those above 0 lie more evenly
   * around their middle than the numbers do, bins and fences are taken on them, and zeros are in no bin.
   */
  readonly scale: 'plain' | 'logarithmic';
  readonly bins: readonly NumberBin[];
  readonly outliers: Outliers;
}

/** How many numbers lie in a stretch of a histogram, `from` inclusive, `to` exclusive (inclusive in the last). */
export interface NumberBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Values far from the others by Tukey's fences: 1.5 times the distance of the quartiles below the lower or above the upper. */
export type Outliers =
  | {
      readonly isJudged: true;
      readonly lowerFence: number;
      readonly upperFence: number;
      readonly below: number;
      readonly above: number;
      /** The largest and then the smallest of them, the farthest first, at most five of each. `rowId` is SQLite's. */
      readonly examples: readonly { readonly rowId: number; readonly value: number }[];
    }
  /** Half of the values are the same, or there are fewer than ten different ones: then no value is far from the others. */
  | { readonly isJudged: false; readonly reason: 'no-spread' | 'few-values' };

/** Dates as ISO days; times of day are left out. What is `implausible` is counted there and nowhere else. */
export interface DateProfile {
  /** Null where there is none, or where they would say when somebody was born. */
  readonly earliest: string | null;
  readonly median: string | null;
  readonly latest: string | null;
  /** By year where the dates span more than ten years or are birth dates, else by month. */
  readonly unit: 'month' | 'year';
  /** From the first to the last, those without a date too. `from`: '2026-11' or '2026'. */
  readonly periods: readonly { readonly from: string; readonly count: number }[];
  /** After today. */
  readonly future: number;
  /** Dates that stand for none: 1900-01-01, 9999-12-31 and the like (see `isImplausibleDate`). */
  readonly implausible: number;
}

/** Lengths in characters. */
export interface TextProfile {
  readonly shortest: number;
  readonly longest: number;
  readonly averageLength: number;
  readonly longestText: string;
}
