import type { JourneyFacts, Stage, StageRules } from './journey.ts';

/**
 * The journey stage of a customer at the as-of date, or null where the facts contradict it (a last order after that
 * date, or orders without a date).
 * A customer who never ordered is a prospect; one whose last order is `inactiveFromMonths` or more completed months ago
 * is inactive; one who came back after a gap of `wakeUpGapMonths` or more is a wake-up; a buyer with at most
 * `newUpToOrders` orders is new; all others are active. Where the number of orders is unknown (null), no one is new.
 * Source: the AP Mall customer journey (가망, 신규, 활성, 비활성, Wakeup).
 * Example: 2 orders, the last 0 months ago and 8 months after the first: 'wake-up'.
 */
export function classifyStage(facts: JourneyFacts, rules: StageRules): Stage | null {
  const { orders, monthsSinceLastOrder, monthsBetweenLastTwoOrders } = facts;
  if (monthsSinceLastOrder === null) return orders ? null : 'prospect';
  if (monthsSinceLastOrder < 0) return null;
  if (monthsSinceLastOrder >= rules.inactiveFromMonths) return 'inactive';
  if (monthsBetweenLastTwoOrders !== null && monthsBetweenLastTwoOrders >= rules.wakeUpGapMonths) {
    return 'wake-up';
  }
  return orders !== null && orders <= rules.newUpToOrders ? 'new' : 'active';
}
