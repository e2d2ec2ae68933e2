/** An estimate and how far it may be off: its standard error. */
export interface Uncertain {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * What was expected of the customers who get one carrot, or of all. Shares 0..1 of the contacted customers, cells weighted by
 * theirs.
 */
export interface ForecastPart {
  /** Id of the carrot; null for all together. */
  readonly arm: string | null;
  readonly contacted: number;
  readonly heldBack: number;
  /** Of the contacted who respond. */
  readonly treatmentShare: Uncertain;
  /** Of the same customers who would respond without a carrot. */
  readonly controlShare: Uncertain;
  readonly difference: Uncertain;
  /** Money per contacted customer, responders or not; null where the experiment measured none. */
  readonly moneyPerCustomer: Uncertain | null;
}

/** What was expected of a rollout list when it was drawn, so that it can be held against the outcome. */
export interface ListForecast {
  /** Fingerprint of the conclusion that it rests on; null where the result had not been concluded. */
  readonly conclusion: string | null;
  /** The carrots in the order of the design, then all together. */
  readonly parts: readonly ForecastPart[];
}
