/** What a response is worth, beyond its first order. Shares 0..1. */
export interface UnitValue {
  /** Contribution margin on sales. */
  readonly marginShare: number;
  /** Share of the sales that the customer would have made anyway, later or with another product. */
  readonly cannibalisedShare: number;
  /** Orders that a responder goes on making in each of the months after the first order. */
  readonly laterOrdersPerMonth: number;
  /** Months that count after the first order; whole. */
  readonly months: number;
  /** What a month's delay takes off the worth of money. */
  readonly discountPerMonth: number;
}

/** The first order alone, at the margin of the method's worked case, until somebody says more. */
export const usualUnitValue: UnitValue = {
  marginShare: 0.3,
  cannibalisedShare: 0,
  laterOrdersPerMonth: 0,
  months: 6,
  discountPerMonth: 0,
};

/**
 * How many orders a response is worth, the first one and the later ones, each later month discounted.
 * Example: half an order in each of 6 months without a discount makes 1 + 3 = 4 orders.
 */
export function ordersPerResponse({
  laterOrdersPerMonth,
  months,
  discountPerMonth,
}: UnitValue): number {
  const monthly = 1 / (1 + discountPerMonth);
  let worth = 0;
  for (let month = 1; month <= months; month += 1) worth += monthly ** month;
  return 1 + laterOrdersPerMonth * worth;
}

/** Money that a response sells and that would not have been sold without it. `orderValue`: money per order. */
export function salesPerResponse(value: UnitValue, orderValue: number): number {
  return orderValue * ordersPerResponse(value) * (1 - value.cannibalisedShare);
}

/**
 * Money that a response leaves before the costs of contact and reward.
 * Example: orders of 30,000 at a margin of 0.3 leave 9,000; with a tenth cannibalised 8,100.
 */
export function marginPerResponse(value: UnitValue, orderValue: number): number {
  return value.marginShare * salesPerResponse(value, orderValue);
}
