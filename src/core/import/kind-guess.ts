import type { ColumnFormat, DateOrder, TriangleMeaning } from './column-format.ts';
import type { ColumnKind } from './column.ts';

/** What a column seems to hold, how to read it, and why. Shares are of the fields that were looked at, 0..1. */
export interface KindGuess {
  readonly kind: ColumnKind;
  readonly format: ColumnFormat;
  /** Share of the values that are there and fit the kind; 1 where there are none. */
  readonly fitShare: number;
  /** Share of the fields without a value: blank, or a text such as NULL that is taken as missing. */
  readonly emptyShare: number;
  readonly reason: KindReason;
  readonly notes: readonly KindNote[];
  /** The units of a column of numbers where they differ (원 beside 만원, % beside none), most frequent first. */
  readonly mixedUnits: readonly UnitCount[];
  /** The reason as far as it keeps numbers as text. */
  readonly keptAsText: 'leading-zeros' | 'long-number' | null;
}

/** Why a column is of its kind, in facts that `text/` can say. `example` is a value as the file has it. */
export type KindReason =
  | { readonly code: 'no-values' }
  /** None either, but the file says itself what the column holds, as a Parquet file does. */
  | { readonly code: 'no-values-typed'; readonly kind: ColumnKind }
  /** `words`: the first few; `isByHeader`: 0 and 1, or one word only, are yes and no on the word of the header. */
  | { readonly code: 'yes-no'; readonly words: readonly string[]; readonly isByHeader: boolean }
  | { readonly code: 'dates'; readonly example: string; readonly iso: string }
  | { readonly code: 'eight-digit-dates'; readonly example: string; readonly iso: string }
  | { readonly code: 'serial-dates'; readonly example: string; readonly iso: string }
  /** `decidedBy`: a date that only this order can read; null where no single one does. */
  | {
      readonly code: 'ordered-dates';
      readonly order: DateOrder;
      readonly decidedBy: string | null;
      readonly example: string;
      readonly iso: string;
    }
  /** Years of two digits, within `firstYear` and the 99 years after it. */
  | {
      readonly code: 'short-years';
      readonly order: DateOrder;
      readonly firstYear: number;
      readonly example: string;
      readonly iso: string;
    }
  | { readonly code: 'whole-numbers'; readonly example: string }
  | { readonly code: 'decimals'; readonly example: string }
  | { readonly code: 'percentages'; readonly example: string; readonly value: number }
  | { readonly code: 'korean-amounts'; readonly example: string; readonly value: number }
  | { readonly code: 'decimal-comma'; readonly example: string; readonly value: number }
  | { readonly code: 'words'; readonly example: string }
  | {
      readonly code:
        | 'leading-zeros'
        | 'long-numbers'
        | 'dialled-numbers'
        | 'codes-with-e'
        | 'identifiers'
        | 'year-months'
        | 'quoted-formulas'
        | 'shortened-numbers';
      readonly example: string;
    }
  /** Text until somebody says which order is meant: choose the kind `date` and the order in the format. */
  | {
      readonly code: 'open-order';
      readonly example: string;
      readonly readings: readonly { readonly order: DateOrder; readonly iso: string }[];
    }
  | { readonly code: 'contradictory-order'; readonly one: string; readonly other: string }
  /** Most values are of a kind, too few for the column to be: `example` is one that is not. */
  | {
      readonly code: 'too-few-fit';
      readonly kind: ColumnKind;
      readonly fitShare: number;
      readonly example: string;
    };

/** What else is worth knowing before the column is read. */
export type KindNote =
  | { readonly code: 'times'; readonly count: number; readonly example: string }
  /** `offsets`: minutes ahead of UTC, each that was met. */
  | {
      readonly code: 'offsets';
      readonly count: number;
      readonly example: string;
      readonly offsets: readonly number[];
    }
  | { readonly code: 'triangles'; readonly meaning: TriangleMeaning; readonly example: string }
  | { readonly code: 'missing'; readonly count: number; readonly markers: readonly string[] }
  | { readonly code: 'unfit'; readonly count: number; readonly example: string };

/** How many values of a column are written with a unit. `unit` is empty for those without one. */
export interface UnitCount {
  readonly unit: string;
  readonly count: number;
  readonly example: string;
}

/** What one way of looking at a column finds: the part of a guess that is its own. */
export interface KindFinding {
  readonly kind: ColumnKind;
  readonly format: ColumnFormat;
  readonly reason: KindReason;
  readonly notes: readonly KindNote[];
}

/** A column is of a kind when this share of its values fits; the rest is reported on import. */
export const enoughFit = 0.9;
