/** What an allocation over cells and arms is to be good for. */
export type PlanGoal =
  /** The least money with which every question has the power. */
  | { readonly kind: 'cheapest'; readonly power: number }
  /** The largest power of the worst question that the money buys. With costs of 1 the money is a number of customers. */
  | { readonly kind: 'best-worst'; readonly budget: number };
