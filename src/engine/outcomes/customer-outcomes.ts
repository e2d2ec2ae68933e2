/** Nothing is told of it. */
export const unknown = -1;

/** A customer's arm where there is none of that name or number. */
export const noArm = 255;

/**
 * What came of the customers of an experiment, column by column: a place per customer of a drawn list, or per row of a
 * finished table. Everything that is shown of a result is one pass over these.
 */
export interface CustomerOutcomes {
  readonly arms: readonly string[];
  /** Index into `arms`, or `noArm`. */
  readonly arm: Uint8Array;
  /** Index into `keys`, or `unknown`. */
  readonly stratum: Int32Array;
  readonly keys: readonly (readonly string[])[];
  /** Cells are shown empty as well; values of a column only where there is somebody. */
  readonly showsEmptyStrata: boolean;
  /** Eligible customers per stratum, where the strata are the design's cells. */
  readonly population: readonly number[] | null;
  /** 1 or 0; `unknown` where the outcome of the row is blank: such a customer is left out of the totals. */
  readonly responded: Int8Array;
  /** Drawn lists: customers of whom a file has only blank outcomes; they count as without a response. */
  readonly blank: Uint8Array | null;
  /** 1 delivered, 0 bounced, or `unknown`. Null where nothing tells of it, as are those below. */
  readonly delivered: Int8Array | null;
  readonly purchased: Uint8Array | null;
  /** 1 several products, 0 one, or `unknown`. */
  readonly several: Int8Array | null;
  readonly money: Float64Array | null;
  readonly orders: Float64Array | null;
  /** NaN where unknown. */
  readonly before: Float64Array | null;
  /** Compact date of the first response (20170326); NaN where there is none or no day is told. */
  readonly day: Float64Array | null;
  /** Money by compact date and arm. */
  readonly dailyMoney: ReadonlyMap<number, Float64Array>;
  /** The first and the last day that any row tells, as compact dates. */
  readonly days: { readonly first: number; readonly last: number } | null;
  readonly rows: {
    readonly notOnList: number;
    readonly missingOutcome: number;
    readonly repeatedCustomers: number;
    /** Rows without an arm because the plan leaves out customers in several. */
    readonly inSeveralArms: number;
    readonly beforeWindow: number;
    readonly afterWindow: number;
  };
  readonly inSeveralArms: { readonly customers: number; readonly examples: readonly string[] };
  /** The id of a customer; null where the table names none. */
  readonly customerAt: (place: number) => string | null;
  readonly onOtherLists: readonly { readonly experiment: number; readonly customers: number }[];
}
