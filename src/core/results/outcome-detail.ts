/**
 * The response tree of one arm, in whole customers. Each is on one branch at every fork:
 * customers = delivered + bounced + unknown; responded of those who did not bounce; purchased of those who responded;
 * several + single + unknown of those who purchased.
 */
export interface ArmBranches {
  readonly customers: number;
  readonly bounced: number;
  /** Nothing is told of their delivery; all of them where no file tells of deliveries. */
  readonly deliveryUnknown: number;
  readonly responded: number;
  readonly purchased: number;
  readonly severalProducts: number;
  readonly basketUnknown: number;
  /** Marked as bounced although they responded; they count as delivered. */
  readonly respondedThoughBounced: number;
  /** Marked as without a response although they purchased; they count as having responded. */
  readonly purchasedWithoutResponse: number;
  /** Their outcome is blank, so that they are in no other number of the reading. */
  readonly missingOutcome: number;
}

/** Sums of a measure over customers, those with 0 included. */
export interface Moments {
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** The measures of one arm in one stratum, in sums over its customers; null where no column tells of it. */
export interface ArmMeasures {
  readonly customers: number;
  readonly responders: number;
  readonly purchasers: number | null;
  readonly money: Moments | null;
  /** Customers with money above 0. */
  readonly buyers: number | null;
  /** Money cut at the cap of the whole experiment. */
  readonly cappedMoney: Moments | null;
  readonly orders: Moments | null;
  /** Money times orders. */
  readonly moneyByOrders: number | null;
  /** What was known before the start, over those for whom it is known. */
  readonly before: BeforeMoments | null;
}

/** A number known before the start, with what goes together with it. Customers without it take no part in any of the sums. */
export interface BeforeMoments extends Moments {
  readonly customers: number;
  readonly responders: number;
  readonly byResponse: number;
  readonly money: Moments | null;
  readonly byMoney: number | null;
  readonly cappedMoney: Moments | null;
  readonly byCappedMoney: number | null;
}

/** Where money was cut. */
export interface MoneyCap {
  /** In the currency unit: larger amounts are cut to this. */
  readonly value: number;
  /** Customers above it, by arm. */
  readonly customersAbove: readonly number[];
}

/** What happened by day, counted from `first`. */
export interface DailyOutcomes {
  /** ISO day of place 0 in each list. */
  readonly first: string;
  /** By arm and day: customers whose first response fell on the day. */
  readonly responders: readonly (readonly number[])[];
  /** By arm and day: money of that day; null without money. */
  readonly money: readonly (readonly number[])[] | null;
  /** Responders of each arm whose day is not told. */
  readonly undated: readonly number[];
}

/** What the engine returns of an experiment beside its totals: one pass over the customers. Arms as in the totals. */
export interface OutcomeDetail {
  readonly arms: readonly string[];
  readonly branches: readonly ArmBranches[];
  /** Whether any column or file tells of it. */
  readonly told: {
    readonly delivery: boolean;
    readonly purchase: boolean;
    readonly basket: boolean;
    readonly money: boolean;
    readonly orders: boolean;
    readonly before: boolean;
    readonly days: boolean;
  };
  /** In the order of the totals' strata; one entry per arm. */
  readonly strata: readonly {
    readonly key: readonly string[];
    readonly arms: readonly ArmMeasures[];
  }[];
  /** Null without money or without a share to cut at. */
  readonly moneyCap: MoneyCap | null;
  /** The customers with the most money, the largest first, at most ten. */
  readonly largestAmounts: readonly {
    readonly arm: number;
    readonly money: number;
    /** The customer's id; null where the table names none. */
    readonly customer: string | null;
  }[];
  /** Null where no day is told. */
  readonly daily: DailyOutcomes | null;
  /** Customers that are in two arms or more (a finished table that names customers). */
  readonly inSeveralArms: { readonly customers: number; readonly examples: readonly string[] };
  /** Customers of a drawn list that are on the list of another running experiment too. */
  readonly onOtherLists: readonly { readonly experiment: number; readonly customers: number }[];
  /** The first and the last day of the responses that were read, and the last day on which one counts. ISO days. */
  readonly days: { readonly first: string; readonly last: string } | null;
}
