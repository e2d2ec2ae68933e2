import type { CustomerSummary } from '#core/customers/journey.ts';

/** Buyers whose last purchase is at least as many completed months ago as the first band of dormancy begins at. */
export function dormantCustomers(summary: CustomerSummary, cuts: readonly number[]): number {
  const from = cuts[0] ?? 1;
  return summary.monthsSinceLastPurchase.slice(from).reduce((sum, count) => sum + count, 0);
}
