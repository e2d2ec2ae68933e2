import type { ListPlan } from './list/list-plan.ts';
import type { RolloutList } from './list/rollout-list.ts';
import type { OutlookPlan } from './outlook/outlook-plan.ts';
import type { PolicyPlan } from './policy/policy-plan.ts';
import type { ProcessSheet } from './process.ts';
import type { UnitValue } from './unit-value.ts';
import type { WinBackInputs } from './win-back/win-back-inputs.ts';

/** What one carrot costs, and what a response to it sells. Money in the project's currency. */
export interface CarrotTerms {
  readonly arm: string;
  /** Sales of a customer who responds, per order. */
  readonly orderValue: number;
  readonly costPerContact: number;
  readonly costPerReward: number;
  /** Share of the responders who redeem the reward, 0..1. */
  readonly redemptionShare: number;
}

/** How the carrots are taken to all eligible customers. */
export interface RolloutPlan {
  /** The carrot that is looked at where one goes to all. */
  readonly arm: string;
  /** Customers who would get it; null takes all that the design finds eligible. */
  readonly population: number | null;
  readonly value: UnitValue;
  /** What somebody said of a carrot; the others are as the design and the experiment have them. */
  readonly carrots: readonly CarrotTerms[];
  readonly policy: PolicyPlan;
  readonly outlook: OutlookPlan;
  readonly winBack: WinBackInputs;
  readonly listPlan: ListPlan;
  /** What was drawn, the first first. */
  readonly lists: readonly RolloutList[];
  readonly process: ProcessSheet;
}
