/** The inputs of the win-back funnel. Money in the project's currency, `margin` a share 0..1. */
export interface WinBackInputs {
  readonly contacted: number;
  readonly costPerContact: number;
  readonly responded: number;
  readonly costPerFollowUp: number;
  readonly retained: number;
  readonly orderValue: number;
  readonly marginShare: number;
  /** Orders of each customer who came back, at the first occasion and in each month in which one is retained. */
  readonly ordersPerResponder: number;
  /** Months in which each retained customer goes on buying. */
  readonly months: number;
}

/** How a carrot is taken to all eligible customers. Money in the project's currency, `marginShare` 0..1. */
export interface RolloutPlan {
  readonly arm: string;
  /** Customers who would get it; null takes all that the design finds eligible. */
  readonly population: number | null;
  /** Sales of a customer who responds. */
  readonly orderValue: number;
  readonly costPerContact: number;
  readonly costPerReward: number;
  readonly marginShare: number;
  readonly winBack: WinBackInputs;
}
