import type { Factor, ForbiddenCombination, Level } from './factorial/factor-space.ts';
import type { PlanKind } from './factorial/plan-suggestion.ts';

/** What an experiment may vary on purpose. */
export const factorKinds = ['carrot', 'channel', 'message', 'timing', 'other'] as const;

export type FactorKind = (typeof factorKinds)[number];

/** One thing that a factor can be, with what it brings to the arms that have it. */
export interface ArmLevel extends Level {
  /** Of a carrot: money as in `Arm`; null for levels of other factors. */
  readonly offer: {
    readonly costPerReward: number;
    readonly valueToCustomer: number | null;
    readonly redemptionShare: number;
  } | null;
  /** Of a channel: its id; null for levels of other factors. */
  readonly channel: string | null;
}

/** A factor of which the arms are combinations. */
export interface ArmFactor extends Factor {
  readonly kind: FactorKind;
  readonly levels: readonly ArmLevel[];
}

/** The factors of an experiment, what never meets, and the kind of plan that was chosen; the arms hold its runs. */
export interface FactorPlan {
  readonly factors: readonly ArmFactor[];
  readonly forbidden: readonly ForbiddenCombination[];
  /** Null while no plan is chosen. */
  readonly kind: PlanKind | null;
}
