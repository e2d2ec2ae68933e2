import type { Problem } from '#core/result.ts';

/** What one arm gave: how many customers responded, of how many. Whole numbers, 0 <= events <= trials. */
export interface ArmCounts {
  readonly events: number;
  readonly trials: number;
}

/** The two arms of one comparison. */
export interface ArmPair {
  readonly treatment: ArmCounts;
  readonly control: ArmCounts;
}

/**
 * Why counts cannot be analysed, or null when they can.
 * Codes: `no-trials` (nobody in the arm) and `invalid-counts` (not whole, negative, or more events than trials).
 */
export function countsProblem(arm: string, { events, trials }: ArmCounts): Problem | null {
  const valid = Number.isSafeInteger(events) && Number.isSafeInteger(trials) && events >= 0;
  if (!valid || events > trials) return { code: 'invalid-counts', arm, events, trials };
  return trials === 0 ? { code: 'no-trials', arm } : null;
}

/** The first problem of a pair of arms, or null. */
export function pairProblem({ treatment, control }: ArmPair): Problem | null {
  return countsProblem('treatment', treatment) ?? countsProblem('control', control);
}
