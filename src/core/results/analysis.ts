import type { Design } from '../design/design.ts';

/** How the customers of an experiment are put in strata. */
export type Strata =
  | { readonly kind: 'none' }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** The cells of the experiment's own design, found through the customer id. */
  | { readonly kind: 'cells'; readonly design: Design };

/**
 * Where the outcome of an experiment is read from.
 * - `drawn`: our own list joined with a table of responses by customer id; a customer who is not in it did not respond.
 * - `table`: a finished experiment, one row per customer, that names its arm.
 */
export type OutcomeSource =
  | {
      readonly kind: 'drawn';
      readonly experiment: number;
      readonly table: string;
      readonly customerColumn: string;
      /** Null: every row of the table is a response. */
      readonly outcomeColumn: string | null;
      readonly moneyColumn: string | null;
    }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly customerColumn: string | null;
      readonly armColumn: string;
      readonly outcomeColumn: string;
      readonly moneyColumn: string | null;
    };

/** The sufficient statistics of one arm in one stratum. Money is per customer, zeros included. */
export interface ArmTotals {
  readonly customers: number;
  readonly responders: number;
  readonly moneySum: number;
  readonly moneySumOfSquares: number;
}

/** What the engine returns of an experiment: counts by stratum and arm, and what did not fit. */
export interface ExperimentTotals {
  readonly arms: readonly string[];
  readonly strata: readonly {
    /** Level names (columns) or the cell index as text (cells). Empty for an unstratified experiment. */
    readonly key: readonly string[];
    /** One entry per arm, in the order of `arms`. */
    readonly totals: readonly ArmTotals[];
    /** Eligible customers in the cell, where the strata are the design's cells. */
    readonly population: number | null;
  }[];
  /** Rows left out, by reason. */
  readonly leftOut: {
    readonly missingArm: number;
    readonly missingOutcome: number;
    readonly noStratum: number;
    /** Responses of customers who are not on the list. */
    readonly notOnList: number;
    /** Customers with more than one row (drawn: responses added up; table: rows counted as they are). */
    readonly repeatedCustomers: number;
  };
}

/** How an experiment is read. `control` is the name of the control arm; carrots are compared with it. */
export interface AnalysisPlan {
  readonly source: OutcomeSource;
  readonly control: string;
  readonly strata: Strata;
  readonly confidenceShare: number;
}
