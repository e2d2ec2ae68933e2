import type { ProfitBasis } from './cell-profits.ts';
import { usualMethod, type CrossFittingMethod } from './cross-fitting.ts';

/** What a policy, a carrot or none for each cell, has to keep to. */
export interface PolicyPlan {
  /** Money to spend at most; null: whatever pays. */
  readonly budget: number | null;
  /** Customers that a channel can contact at most. */
  readonly capacities: readonly { readonly channel: string; readonly most: number }[];
  /** Share of every cell that gets nothing, so that the rollout can be measured, 0..1. */
  readonly holdoutShare: number;
  /** Id of an attribute of the design: the same carrot within each of its levels; null: cells may differ freely. */
  readonly sameWithin: string | null;
  readonly basis: ProfitBasis;
  /** By which method the policy is judged. */
  readonly judgedBy: CrossFittingMethod;
}

/** Whatever pays, with a tenth of each cell held out and every response worth the same. */
export const usualPolicy: PolicyPlan = {
  budget: null,
  capacities: [],
  holdoutShare: 0.1,
  sameWithin: null,
  basis: 'response',
  judgedBy: usualMethod,
};
