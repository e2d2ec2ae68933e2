import type { Result } from '#core/result.ts';
import type { ControlBalance } from './control-balance.ts';

/** The chi-square test of all control factors at once. */
export interface OmnibusTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** How evenly a drawn list has divided the control factors of its design, each arm against the holdout. */
export interface ListBalance {
  readonly customers: number;
  /** Customers of the list who are no longer in the customer table. */
  readonly absent: number;
  /** In the order of the design's control factors. */
  readonly factors: readonly ControlBalance[];
  /** Per arm: all control factors at once within cells; null for the holdout. */
  readonly omnibus: readonly (Result<OmnibusTest> | null)[];
}
