import type { Variable } from '../customers/variable.ts';
import type { Brief } from './brief.ts';
import type { Channel } from './channel.ts';
import type { EligibilityRule, RuleCount, RuleRelief } from './eligibility.ts';

/**
 * How a variable is cut into levels.
 * - `number`: cuts c0 < c1 < …; levels are below c0, c0 to below c1, …, from the last cut on.
 * - `months-since`: the same over completed months between the date and the as-of date.
 * - `category`: each group of values is a level; values in no group have no level.
 */
export type Banding =
  | { readonly kind: 'number'; readonly cuts: readonly number[] }
  | { readonly kind: 'months-since'; readonly cuts: readonly number[] }
  | { readonly kind: 'category'; readonly groups: readonly (readonly string[])[] };

/** One dimension of the quota table. `levelNames` has one name per level, in the order of the banding. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly banding: Banding;
  readonly levelNames: readonly string[];
  /** Show the highest level first, as the method's quota table does. */
  readonly highestFirst: boolean;
}

/** A group of the experiment. The first arm is the holdout: it is not contacted and gets nothing. */
export interface Arm {
  readonly id: string;
  readonly name: string;
  readonly role: 'holdout' | 'carrot';
  /** Id of the channel by which its customers are contacted; null for the holdout. */
  readonly channel: string | null;
  /** Money per customer who takes the offer. */
  readonly costPerReward: number;
  /** Money that the carrot is worth to the customer who gets it; null where nobody has said. */
  readonly valueToCustomer: number | null;
  /** Share of the responders who redeem the carrot, 0..1; an assumption for the budget. */
  readonly redemptionShare: number;
}

/** How many customers are drawn. `equal`: the same number per cell and arm. `proportional`: a total over the cells by largest remainder, equal arms. */
export type Allocation =
  | { readonly kind: 'equal'; readonly perCellAndArm: number }
  | { readonly kind: 'proportional'; readonly total: number };

/** What the experiment should be able to tell. Shares are 0..1; the lift is absolute. */
export interface PowerPlan {
  readonly baselineShare: number;
  readonly lift: number;
  readonly alpha: number;
}

export interface Design {
  readonly brief: Brief;
  /** ISO date at which months since a date are counted. */
  readonly asOf: string;
  /** Who is eligible: the rules that a customer fulfils, all of them. */
  readonly eligibility: readonly EligibilityRule[];
  readonly attributes: readonly Attribute[];
  /** What should come out alike in all arms without dividing the quota table: the method's control factors. */
  readonly controlFactors: readonly Variable[];
  readonly arms: readonly Arm[];
  readonly channels: readonly Channel[];
  readonly allocation: Allocation;
  readonly power: PowerPlan;
}

/** Number of levels of a banding. Example: two cuts make 3 levels. */
export function levelCount(banding: Banding): number {
  return banding.kind === 'category' ? banding.groups.length : banding.cuts.length + 1;
}

/**
 * The cells of the quota table. `population` is in row-major order over the attributes' levels (first attribute
 * slowest, levels in banding order).
 */
export interface QuotaCounts {
  /** Customers in the table before any rule. */
  readonly customers: number;
  /** What each rule does, in order. */
  readonly rules: readonly RuleCount[];
  /** Where the rules leave nobody: what would. Null otherwise, and where nobody fulfils anything. */
  readonly relief: RuleRelief | null;
  readonly eligible: number;
  /** Eligible customers who are on the list of another running experiment. */
  readonly inOtherExperiments: number;
  /** Eligible customers without a level in some attribute (missing value, or in no group). */
  readonly unclassified: number;
  readonly population: readonly number[];
}
