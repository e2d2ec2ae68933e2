import type { Looks } from './looks.ts';
import type { Variable } from '../customers/variable.ts';
import type { Brief } from './brief.ts';
import type { Channel } from './channel.ts';
import type { EligibilityRule, RuleCount, RuleRelief } from './eligibility.ts';
import type { FactorPlan } from './factor-plan.ts';
import type { LevelChoice } from './factorial/factor-space.ts';
import type { PlanGoal } from './planning/plan-goal.ts';
import type { QuestionPlan } from './questions/question-plan.ts';
import type { Question } from './questions/question.ts';

/**
 * How a variable is cut into levels.
 * - `number`: cuts c0 < c1 < …; levels are below c0, c0 to below c1, …, from the last cut on.
 * - `months-since`, `days-since`: the same over completed months, or days, between the date and the as-of date.
 * - `category`: each group of values is a level; values in no group have no level.
 */
export type Banding =
  | { readonly kind: 'number'; readonly cuts: readonly number[] }
  | { readonly kind: 'months-since' | 'days-since'; readonly cuts: readonly number[] }
  | { readonly kind: 'category'; readonly groups: readonly (readonly string[])[] };

/** One dimension of the quota table. `levelNames` has one name per band, in the order of the banding. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly variable: Variable;
  readonly banding: Banding;
  readonly levelNames: readonly string[];
  /** The name of one more level, the last: customers of unknown value, in no band. Null where they stay outside the table. */
  readonly unknownName: string | null;
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
  /** The lift that this carrot is expected to have, in shares; null where it is the plan's. */
  readonly expectedLift: number | null;
  /** What it stands for in the plan of factors; null for an arm of its own. */
  readonly run: readonly LevelChoice[] | null;
}

/**
 * How many customers are drawn. Cells share a total in proportion to their customers.
 * - `equal`: the same number per cell and arm.
 * - `proportional`: a total, equal arms. `root-control`: the holdout √k times as large as each of k carrots.
 * - `neyman`: arms by how much their response varies. `cost-optimal`: by that and by what a customer costs, for so much money.
 * - `optimised`: what a search found for a goal.
 */
export type Allocation =
  | { readonly kind: 'equal'; readonly perCellAndArm: number }
  | { readonly kind: 'proportional' | 'root-control' | 'neyman'; readonly total: number }
  | { readonly kind: 'cost-optimal'; readonly budget: number }
  | FoundAllocation;

/** An allocation that was searched for, kept as it was found. */
export interface FoundAllocation {
  readonly kind: 'optimised';
  readonly goal: PlanGoal;
  /** The fewest customers that a cell × arm was to have, as far as the cell has them. */
  readonly least: number;
  /** MD5 of what it was found for: another one now means that it is to be searched for again. */
  readonly foundFor: string;
  /** Customers drawn, [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
  /** The questions that it was searched for, and the power of each. */
  readonly answers: readonly { readonly question: Question; readonly power: number }[];
}

/** What is asked of one cell of the quota table beyond the allocation. */
export interface CellRule {
  /** The cell's place in the quota table. */
  readonly cell: number;
  /** Nobody is drawn from it. */
  readonly isOff: boolean;
  /** Customers drawn from it at least and at most, all arms together, whole; null for no limit. */
  readonly least: number | null;
  readonly most: number | null;
}

/** What is known beforehand of what a response earns and how sure the expectations are: the profit dial turns on it. */
export interface Earnings {
  /** Money that one response leaves before the costs of contact and reward. */
  readonly profitPerResponse: number;
  /** The lift over all contacted customers that carrots are expected to have, in shares; null for what the design says of each. */
  readonly meanLift: number | null;
  /** How much true lifts differ between carrots, and one carrot's between cells, as standard deviations in shares. */
  readonly liftSpread: number;
  readonly cellSpread: number;
  /** How uncertain the response share without a carrot is, in shares. */
  readonly baselineSpread: number;
}

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
  /** What the arms are made of, where they are combinations of factors; null where each is a carrot of its own. */
  readonly factorPlan: FactorPlan | null;
  readonly allocation: Allocation;
  /** Cells of which something more is asked; at most one rule per cell. */
  readonly cellRules: readonly CellRule[];
  /** Money that the experiment may cost as expected; null where nobody has said. */
  readonly budget: number | null;
  readonly power: PowerPlan;
  readonly questionPlan: QuestionPlan;
  readonly looks: Looks;
  /** Null until somebody has said what a response earns. */
  readonly earnings: Earnings | null;
}

/** Number of bands of a banding. Example: two cuts make 3 bands. */
export function bandCount(banding: Banding): number {
  return banding.kind === 'category' ? banding.groups.length : banding.cuts.length + 1;
}

/** Number of levels of an attribute: its bands, and one for unknown values where they have a name. Example: two cuts and 'unknown' make 4. */
export function levelCount({
  banding,
  unknownName,
}: Pick<Attribute, 'banding' | 'unknownName'>): number {
  return bandCount(banding) + (unknownName === null ? 0 : 1);
}

/** The names of all levels of an attribute, in the order of its bands, the unknown last. */
export function allLevelNames({
  levelNames,
  unknownName,
}: Pick<Attribute, 'levelNames' | 'unknownName'>): readonly string[] {
  return unknownName === null ? levelNames : [...levelNames, unknownName];
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
