/** A further step of keeping customers, after the first: what it costs, who remains, and what they buy. */
export interface FollowUp {
  /** As the reader calls it. Example: `DM thank-you`. */
  readonly name: string;
  /** Paid for everyone who is still there. */
  readonly costPerCustomer: number;
  /** Customers who go on buying after it. */
  readonly remaining: number;
  /** Orders of each of them in a month; null: as many as in the months before. */
  readonly ordersPerMonth: number | null;
  /** Months in which they go on buying, after those of the step before; null: as many as the first step's. */
  readonly months: number | null;
  /** Share that remained in an arm without this step; null: never tested. */
  readonly shareWithout: number | null;
  /** Share of the holdout's buyers who also went on; null: as many as of the contacted. */
  readonly holdoutShare: number | null;
}

/** The inputs of the win-back chain. Money in the project's currency, shares 0..1. */
export interface WinBackInputs {
  readonly contacted: number;
  readonly costPerContact: number;
  readonly responded: number;
  /** Given to everyone who comes back, also to those who would have done so anyway. */
  readonly costPerReward: number;
  /** The first step of keeping those who came back, e.g. a thanks call. */
  readonly costPerFollowUp: number;
  readonly retained: number;
  readonly orderValue: number;
  readonly marginShare: number;
  /** Orders of each customer who came back, at the first occasion and in each month in which one is retained. */
  readonly ordersPerResponder: number;
  /** Months in which each retained customer goes on buying. */
  readonly months: number;
  /** What money loses in a month: 0.01 makes 100 of next month 99.0099 of today. */
  readonly discountPerMonth: number;
  /** Share that came back of customers who were not contacted; null: there was no holdout. */
  readonly holdoutShare: number | null;
  /** Share of those who also stayed; null: as many as of the contacted. */
  readonly holdoutRetainedShare: number | null;
  /** Share that stayed in an arm without the first follow-up; null: never tested. */
  readonly retainedShareWithout: number | null;
  /** Further steps, in their order. */
  readonly followUps: readonly FollowUp[];
}

/** The funnel of the method deck, to begin with: no holdout, nothing discounted, one thanks call. */
export const usualWinBack: WinBackInputs = {
  contacted: 100,
  costPerContact: 3500,
  responded: 30,
  costPerReward: 0,
  costPerFollowUp: 500,
  retained: 20,
  orderValue: 30_000,
  marginShare: 0.3,
  ordersPerResponder: 1,
  months: 6,
  discountPerMonth: 0,
  holdoutShare: null,
  holdoutRetainedShare: null,
  retainedShareWithout: null,
  followUps: [],
};
