import type { CustomerSource } from '#core/customers/variable.ts';
import type { LaterOrders } from '#core/rollout/lifetime.ts';
import type { Problem, Result } from '#core/result.ts';

/** Customers who came back after so many completed months without an order. */
export interface ReturnsOfBand {
  /** From and to, both inclusive; `to` is null where the band is open. */
  readonly from: number;
  readonly to: number | null;
  readonly found: Result<LaterOrders>;
}

/** What the page can ask about the worth of customers in their own history. Part of `Requests`. */
export interface LifetimeRequests {
  /**
   * How customers went on buying after an order that followed a gap, by the length of the gap: the bands of `cuts` (the
   * first one is regular buying), and then every gap of at least the first cut together. A customer counts once in each, with
   * the first such order. `asOf`: ISO day; `months`: how long they are watched. Refuses `no-transactions`.
   */
  'later-orders': {
    params: {
      source: CustomerSource;
      asOf: string;
      cuts: readonly number[];
      months: number;
      confidenceShare: number;
    };
    result: Result<readonly ReturnsOfBand[], Problem<'no-transactions'>>;
  };
}
