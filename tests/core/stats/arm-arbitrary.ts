import fc from 'fast-check';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { evenly } from './even-arbitrary.ts';

/** Short for the counts of one arm. */
export function counts(events: number, trials: number): ArmCounts {
  return { events, trials };
}

/** Arms from one customer to hundreds of thousands, nobody to everybody responding. */
export const armCounts: fc.Arbitrary<ArmCounts> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400_000 })),
    fc.oneof(fc.constantFrom(0, 1), evenly(0, 0.02), evenly(0, 1)),
  )
  .map(([trials, share]) => counts(Math.round(trials * share), trials));
