import type { Design } from '../design/design.ts';
import type { Looks } from '../design/looks.ts';

/** How the customers of an experiment are put in strata. */
export type Strata =
  | { readonly kind: 'none' }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** The cells of the experiment's own design, found through the customer id. */
  | { readonly kind: 'cells'; readonly design: Design };

/** Columns of a file that tell more of what came of a customer than whether there was a response; null: not told. */
export interface OutcomeColumns {
  /** Yes/no or a word for delivered and bounced. */
  readonly deliveryColumn: string | null;
  /** Yes/no. */
  readonly purchaseColumn: string | null;
  /** One product or several in the purchase: a word, yes/no, or how many products. */
  readonly basketColumn: string | null;
  /** How many orders a row stands for. */
  readonly ordersColumn: string | null;
  /** The day of the response or purchase. */
  readonly dateColumn: string | null;
}

/** A file that tells only of responses. */
export const noFurtherColumns: OutcomeColumns = {
  deliveryColumn: null,
  purchaseColumn: null,
  basketColumn: null,
  ordersColumn: null,
  dateColumn: null,
};

/** What it means to be in a file of responses, where no column says more. */
export const rowMeanings = ['responded', 'purchased', 'bounced', 'nothing'] as const;
export type RowMeaning = (typeof rowMeanings)[number];

/** One of the files that tell what came of the customers of a drawn list; customers are found by their id. */
export interface ResponseFile extends OutcomeColumns {
  readonly table: string;
  readonly customerColumn: string;
  /** Yes/no. Null: `everyRow` says what a row means. */
  readonly outcomeColumn: string | null;
  readonly everyRow: RowMeaning;
  readonly moneyColumn: string | null;
}

/**
 * Where the outcome of an experiment is read from.
 * - `drawn`: our own list joined with tables of responses by customer id; a customer who is in none did not respond.
 * - `table`: a finished experiment, one row per customer, that names its arm.
 * - `aggregated`: counts and sums that a warehouse made, a row per arm or per stratum and arm. `outcomeColumn` holds
 *   responders, `moneyColumn` the sum of money and `moneySquaresColumn` the sum of its squares, customer by customer.
 */
export type OutcomeSource =
  | (ResponseFile & {
      readonly kind: 'drawn';
      readonly experiment: number;
      /** Further files about the same list. */
      readonly furtherFiles: readonly ResponseFile[];
    })
  | (OutcomeColumns & {
      readonly kind: 'table';
      readonly table: string;
      readonly customerColumn: string | null;
      readonly armColumn: string;
      readonly outcomeColumn: string;
      readonly moneyColumn: string | null;
    })
  | {
      readonly kind: 'aggregated';
      readonly table: string;
      readonly customerColumn: null;
      readonly armColumn: string;
      readonly customersColumn: string;
      readonly outcomeColumn: string;
      readonly moneyColumn: string | null;
      readonly moneySquaresColumn: string | null;
    };

export type DrawnSource = Extract<OutcomeSource, { kind: 'drawn' }>;
export type TableSource = Extract<OutcomeSource, { kind: 'table' }>;
export type AggregatedSource = Extract<OutcomeSource, { kind: 'aggregated' }>;

/** The tables that an outcome is read from, the main one first. */
export function tablesOf(source: OutcomeSource): readonly string[] {
  return source.kind === 'drawn'
    ? [source.table, ...source.furtherFiles.map(({ table }) => table)]
    : [source.table];
}

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
    /** Rows of customers in two arms or more, where the plan leaves these out. */
    readonly inSeveralArms: number;
    /** Rows of responses before and after the days that count; what they tell counts for nothing. */
    readonly beforeWindow: number;
    readonly afterWindow: number;
  };
}

/** The days on which what a customer did counts, both inclusive, as ISO dates. */
export interface ResponseWindow {
  readonly from: string;
  readonly to: string;
}

/** How p-values and intervals allow for several comparisons with the control. Carrots among themselves are shared out by Holm. */
export const multiplicityRules = ['none', 'bonferroni', 'holm', 'dunnett'] as const;
export type MultiplicityRule = (typeof multiplicityRules)[number];

/**
 * What becomes of customers whom a finished table names in two arms or more: each of their rows counts in its arm, or none
 * of them does.
 */
export const severalArmsRules = ['count', 'leave-out'] as const;
export type SeveralArmsRule = (typeof severalArmsRules)[number];

/** How an experiment is read. `control` is the name of the control arm; carrots are compared with it. */
export interface AnalysisPlan {
  readonly source: OutcomeSource;
  readonly control: string;
  readonly strata: Strata;
  readonly confidenceShare: number;
  /** Null: whenever it was. Rows without a day count. */
  readonly window: ResponseWindow | null;
  readonly multiplicity: MultiplicityRule;
  /** Money above this share of all customers' amounts is cut to it, 0..1 (0.99: the highest percent); null: never. */
  readonly moneyCapShare: number | null;
  /**
   * A number known before the start that goes with the outcome, such as last year's spending: a column of the finished
   * table, or of the customer list where the list was drawn here. Null: none.
   */
  readonly beforeColumn: string | null;
  /** Differences within this many shares of the control count as none, 0..1; null: undecided. */
  readonly margin: number | null;
  readonly looks: Looks;
  readonly severalArms: SeveralArmsRule;
}

/** How an experiment is read where nobody has said more. */
export const usualReading: Omit<AnalysisPlan, 'source' | 'control' | 'strata'> = {
  confidenceShare: 0.95,
  window: null,
  multiplicity: 'holm',
  moneyCapShare: 0.99,
  beforeColumn: null,
  margin: null,
  looks: { kind: 'once' },
  severalArms: 'count',
};
