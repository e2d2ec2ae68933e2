import type { Problem } from '#core/result.ts';

/** A confidence interval, in the unit of the thing estimated. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Why a confidence share cannot be used, or null when it can: it must lie strictly between 0 and 1. */
export function confidenceProblem(confidenceShare: number): Problem | null {
  return confidenceShare > 0 && confidenceShare < 1
    ? null
    : { code: 'invalid-confidence', confidenceShare };
}
