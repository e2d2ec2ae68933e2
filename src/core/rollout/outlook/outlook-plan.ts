/**
 * Which effects a projection believes.
 * `raw`: every cell its own. `shrunken`: drawn towards the mean of all cells (empirical Bayes).
 */
export const effectBeliefs = ['shrunken', 'raw'] as const;
export type EffectBelief = (typeof effectBeliefs)[number];

/** Who gets what: the plan's carrot for all, or each cell the carrot that the policy gives it. */
export const outlookScopes = ['by-cell', 'one-carrot'] as const;
export type OutlookScope = (typeof outlookScopes)[number];

/** What is projected, and what is expected to be other at the rollout than in the experiment. */
export interface OutlookPlan {
  readonly scope: OutlookScope;
  readonly effects: EffectBelief;
  /** Share of the experiment's effect that is left once the novelty has worn off, 0..1. */
  readonly effectKept: number;
  /** Factors on the response of carrots and control alike (the season), and on all costs; 0 or more. */
  readonly responseFactor: number;
  readonly costFactor: number;
  /** A loss of which the chance is asked, in money; null: nobody asks. */
  readonly lossLimit: number | null;
}

/** As in the experiment, no cell believed on its own alone. */
export const usualOutlook: OutlookPlan = {
  scope: 'by-cell',
  effects: 'shrunken',
  effectKept: 1,
  responseFactor: 1,
  costFactor: 1,
  lossLimit: null,
};
