/** What is expected to be other at the rollout than in the experiment. */
export interface OutlookPlan {
  /** Share of the experiment's effect that is left once the novelty has worn off, 0..1. */
  readonly effectKept: number;
  /** Factors on the response of carrots and control alike (the season), and on all costs; 0 or more. */
  readonly responseFactor: number;
  readonly costFactor: number;
  /** A loss of which the chance is asked, in money; null: nobody asks. */
  readonly lossLimit: number | null;
}

/** As in the experiment. */
export const usualOutlook: OutlookPlan = {
  effectKept: 1,
  responseFactor: 1,
  costFactor: 1,
  lossLimit: null,
};
