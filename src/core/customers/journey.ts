/** The five stages of the customer journey (가망, 신규, 활성, 비활성, Wakeup). */
export type Stage = 'prospect' | 'new' | 'active' | 'inactive' | 'wake-up';

export const stages: readonly Stage[] = ['prospect', 'new', 'active', 'inactive', 'wake-up'];

/**
 * The limits between the stages.
 * - `inactiveFromMonths`: completed months since the last order from which a customer is inactive; default 1 (the
 *   method counts 0 months as active).
 * - `newUpToOrders`: a buyer with at most so many orders is new; default 5.
 * - `wakeUpGapMonths`: completed months between the last two orders from which the last one is a wake-up; default 6.
 */
export interface StageRules {
  readonly inactiveFromMonths: number;
  readonly newUpToOrders: number;
  readonly wakeUpGapMonths: number;
}

export const defaultStageRules: StageRules = {
  inactiveFromMonths: 1,
  newUpToOrders: 5,
  wakeUpGapMonths: 6,
};

/** What the stage of a customer is decided from. Months are completed months at the as-of date. */
export interface JourneyFacts {
  /** Null where there are no transactions to count them from. */
  readonly orders: number | null;
  readonly monthsSinceLastOrder: number | null;
  readonly monthsBetweenLastTwoOrders: number | null;
}

/** Customers, buyers and value at an as-of date: what the step "customers" shows. */
export interface CustomerSummary {
  readonly customers: number;
  readonly buyers: number;
  /** Rows whose last purchase lies after the as-of date: in no stage and no band. */
  readonly futureDated: number;
  /** Null where there are no transactions to count orders from: new and wake-up cannot be told from active then. */
  readonly stages: Readonly<Record<Stage, number | null>>;
  /** Counts per completed month since the last purchase, 0 to 24; the last entry holds all longer ones. */
  readonly monthsSinceLastPurchase: readonly number[];
  /** Shares of sales held by the top 1 %, 2 %, … 100 % of buyers (100 numbers, 0..1), or null without amounts. */
  readonly salesShareOfTop: readonly number[] | null;
  /** What one must have spent to be among the top 1 %, 2 %, … 100 % of buyers, or null without amounts. */
  readonly leastSpendOfTop: readonly number[] | null;
}

/** Customers who did not buy for longer are counted together, in completed months. */
export const longestMonths = 24;

/** Of how many per cent of the best buyers the share of sales is listed. */
export const shownTopPercents: readonly number[] = [1, 5, 10, 20, 30, 40, 50, 60, 80, 100];
