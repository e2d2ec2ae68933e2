import { describe, expect, it } from 'vitest';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { counts } from '../arm-arbitrary.ts';
import { valueOf } from '../oracle.ts';

/** The chances of 0 to `trials` events. */
function binomialShares(trials: number, share: number): number[] {
  const shares = [(1 - share) ** trials];
  for (let events = 1; events <= trials; events += 1) {
    const odds = ((trials - events + 1) / events) * (share / (1 - share));
    shares.push((shares[events - 1] ?? NaN) * odds);
  }
  return shares;
}

interface Outcome {
  readonly events1: number;
  readonly events0: number;
  readonly low: number;
  readonly high: number;
}

/** Every possible outcome of an experiment, with its interval. */
function outcomes(trials1: number, trials0: number): Outcome[] {
  return Array.from({ length: trials1 + 1 }, (_, events1) =>
    Array.from({ length: trials0 + 1 }, (_unused, events0) => {
      const arms = [counts(events1, trials1), counts(events0, trials0)] as const;
      return { events1, events0, ...valueOf(compareProportions(...arms, 0.95)).interval };
    }),
  ).flat();
}

/** How often the interval contains the truth, by enumeration: no simulation, no noise. */
function coverage(all: Outcome[], chances1: number[], chances0: number[], truth: number): number {
  return all
    .filter(({ low, high }) => low <= truth && truth <= high)
    .reduce((sum, { events1, events0 }) => {
      return sum + (chances1[events1] ?? 0) * (chances0[events0] ?? 0);
    }, 0);
}

describe('the interval of the difference, over every outcome there can be', () => {
  it.each([
    [30, 30],
    [60, 40],
    [20, 80],
  ])('contains the truth about 95 times in 100 with %i and %i customers', (trials1, trials0) => {
    const all = outcomes(trials1, trials0);
    const found: number[] = [];
    for (const share1 of [0.05, 0.1, 0.2, 0.35, 0.5, 0.8]) {
      for (const share0 of [0.05, 0.1, 0.2, 0.35, 0.5, 0.8]) {
        const chances1 = binomialShares(trials1, share1);
        const chances0 = binomialShares(trials0, share0);
        found.push(coverage(all, chances1, chances0, share1 - share0));
      }
    }
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
    expect(mean).toBeGreaterThan(0.945);
    expect(mean).toBeLessThan(0.965);
    expect(Math.min(...found)).toBeGreaterThan(0.925);
  });
});
