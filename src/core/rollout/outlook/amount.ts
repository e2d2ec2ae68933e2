import { normalLowerTail, normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import type { Interval } from '#core/stats/interval.ts';
import type { Doubt } from './doubt-sum.ts';

/** A forecast amount; its distribution is the normal one around the estimate. */
export interface Amount {
  readonly estimate: number;
  readonly standardError: number;
  /** Where the amount lies with the confidence of the projection. */
  readonly interval: Interval;
}

type Spread = Pick<Amount, 'estimate' | 'standardError'>;

/** An amount with its doubt. `confidenceShare`: strictly between 0 and 1. */
export function amountOf(
  estimate: number,
  { effect, chance }: Doubt,
  confidenceShare: number,
): Amount {
  const standardError = Math.sqrt(effect + chance);
  const reach = -normalQuantile((1 - confidenceShare) / 2) * standardError;
  return { estimate, standardError, interval: { low: estimate - reach, high: estimate + reach } };
}

/**
 * How likely the amount lies below a limit. Where nothing is uncertain it is 0 or 1, and 0 at the limit itself.
 * Source: R: `pnorm(limit, estimate, standardError)`.
 * Example: 500,000 ± 1,000,000 lies below 0 with a chance of 0.308538.
 */
export function chanceBelow({ estimate, standardError }: Spread, limit: number): number {
  if (standardError === 0) return estimate < limit ? 1 : 0;
  return normalLowerTail((limit - estimate) / standardError);
}

/** How likely the amount lies above a limit; small chances keep their digits, as `chanceBelow`'s do. */
export function chanceAbove({ estimate, standardError }: Spread, limit: number): number {
  return chanceBelow({ estimate: -estimate, standardError }, -limit);
}

/**
 * Below which value the amount lies with a chance of `share`, strictly between 0 and 1.
 * Source: R: `qnorm(share, estimate, standardError)`.
 * Example: 500,000 ± 1,000,000 lies below -781,551.57 with a chance of 0.1.
 */
export function quantileOf({ estimate, standardError }: Spread, share: number): number {
  return estimate + standardError * normalQuantile(share);
}
