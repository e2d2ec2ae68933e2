/**
 * What is expected of an outcome: the estimate, its standard error (what is not known of the effect), and how far the outcome
 * itself will lie from what is true by chance, as a standard deviation.
 */
export interface Expected {
  readonly estimate: number;
  readonly standardError: number;
  readonly chance: number;
}

/** What one carrot was to cost and bring, for the profit that is held against the outcome. Money in the project's currency. */
export interface ForecastTerms {
  readonly arm: string;
  readonly marginPerResponse: number;
  readonly rewardPerResponse: number;
  readonly costPerContact: number;
}

/**
 * What was expected of the customers who get one carrot, or of all. Cells are weighted by their contacted customers. What is
 * told against the monitoring holdout is of the cells that have one; null where none has.
 */
export interface ForecastPart {
  /** Id of the carrot; null for all together. */
  readonly arm: string | null;
  readonly contacted: number;
  readonly heldBack: number;
  /** Of the contacted who respond, 0..1. */
  readonly treatmentShare: Expected;
  /** Of the monitoring holdout who respond, weighted as the contacted of its cells. */
  readonly controlShare: Expected | null;
  readonly difference: Expected | null;
  /** Money per contacted customer: margin of the responses that would not have come anyway, less rewards and contact. */
  readonly profitPerContact: Expected | null;
  /** Sales per contacted customer, responders or not; null where the experiment measured none. */
  readonly salesPerContact: Expected | null;
}

/** What was expected of a rollout list when it was drawn, so that it can be held against the outcome. */
export interface ListForecast {
  /** Fingerprint of the conclusion that it rests on; null where the result had not been concluded. */
  readonly conclusion: string | null;
  readonly terms: readonly ForecastTerms[];
  /** The carrots in the order of the design, then all together. */
  readonly parts: readonly ForecastPart[];
}
