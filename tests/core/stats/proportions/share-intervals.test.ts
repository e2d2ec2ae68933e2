import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaLowerTail } from '#core/stats/distributions/beta-distribution.ts';
import {
  binomialLowerTail,
  binomialUpperTail,
} from '#core/stats/distributions/binomial-distribution.ts';
import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  waldInterval,
} from '#core/stats/proportions/share-intervals.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { armCounts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

type Limits = [number, number];
interface ShareRow {
  events: number;
  trials: number;
  confidence: number;
  clopper: Limits;
  jeffreys: Limits;
  coull: Limits;
  wald: Limits;
}
const { shares } = oracle<{ shares: ShareRow[] }>('proportions/two-shares');
const methods = { clopperPearsonInterval, jeffreysInterval, agrestiCoullInterval };

describe('the intervals of one share', () => {
  it('are those of statsmodels', () => {
    expect(shares.length).toBeGreaterThan(130);
    for (const row of shares) {
      const { events, trials, confidence } = row;
      const compare = (found: { low: number; high: number }, [low, high]: Limits): void => {
        // The oracle subtracts near 0; what is left there is its rounding.
        expectClose(found.low, low, 1e-9, row, 1e-7);
        expectClose(found.high, high, 1e-9, row);
      };
      compare(valueOf(clopperPearsonInterval(events, trials, confidence)), row.clopper);
      compare(valueOf(agrestiCoullInterval(events, trials, confidence)), row.coull);
      // By convention, which the oracle does not have, the ends are 0 and 1 where nobody or everybody responded.
      const jeffreys: Limits = [
        events === 0 ? 0 : row.jeffreys[0],
        events === trials ? 1 : row.jeffreys[1],
      ];
      compare(valueOf(jeffreysInterval(events, trials, confidence)), jeffreys);
      if (events === 0 || events === trials) {
        expect(refusalOf(waldInterval(events, trials, confidence))).toBe('no-variation');
      } else compare(valueOf(waldInterval(events, trials, confidence)), row.wald);
    }
  });

  it('G25: of 100 of 200 are .4286584-.5713416, .4311217-.5688783 and .4313609-.5686391', () => {
    const published = [
      [clopperPearsonInterval, 0.4286584, 0.5713416],
      [jeffreysInterval, 0.4311217, 0.5688783],
      [agrestiCoullInterval, 0.4313609, 0.5686391],
      [waldInterval, 0.4307048, 0.5692952],
    ] as const;
    for (const [interval, low, high] of published) {
      const found = valueOf(interval(100, 200, 0.95));
      expect(found.low).toBeCloseTo(low, 7);
      expect(found.high).toBeCloseTo(high, 7);
    }
  });

  it('never leave 0 to 1, contain the share, and mirror themselves', () => {
    fc.assert(
      fc.property(armCounts, ({ events, trials }) => {
        for (const interval of Object.values(methods)) {
          const found = valueOf(interval(events, trials, 0.9));
          const mirrored = valueOf(interval(trials - events, trials, 0.9));
          expect(found.low).toBeGreaterThanOrEqual(0);
          expect(found.high).toBeLessThanOrEqual(1);
          expect(found.low).toBeLessThanOrEqual(events / trials);
          expect(found.high).toBeGreaterThanOrEqual(events / trials);
          expect(found.low).toBeCloseTo(1 - mirrored.high, 10);
        }
      }),
    );
  });

  it('that are exact have tails of half of alpha at their limits, and contain the other two', () => {
    fc.assert(
      fc.property(armCounts, ({ events, trials }) => {
        const { low, high } = valueOf(clopperPearsonInterval(events, trials, 0.95));
        const about = { events, trials, low, high };
        if (events > 0)
          expectClose(binomialUpperTail(events, { trials, share: low }), 0.025, 1e-8, about);
        if (events < trials && high < 1 - 1e-8) {
          expectClose(binomialLowerTail(events, { trials, share: high }), 0.025, 1e-6, about);
        }
        const jeffreys = valueOf(jeffreysInterval(events, trials, 0.95));
        expect(jeffreys.low).toBeGreaterThanOrEqual(low);
        expect(jeffreys.high).toBeLessThanOrEqual(high);
        if (events > 0) {
          const shape = { alpha: events + 0.5, beta: trials - events + 0.5 };
          expectClose(betaLowerTail(jeffreys.low, shape), 0.025, 1e-8, about);
        }
      }),
    );
  });

  it('all come to the same for many customers', () => {
    const wilson = valueOf(wilsonInterval(40_000, 400_000, 0.95));
    for (const interval of [...Object.values(methods), waldInterval]) {
      const found = valueOf(interval(40_000, 400_000, 0.95));
      expect(found.low).toBeCloseTo(wilson.low, 5);
      expect(found.high).toBeCloseTo(wilson.high, 5);
    }
  });

  it('refuse empty groups, impossible counts and impossible confidences', () => {
    for (const interval of [...Object.values(methods), waldInterval]) {
      expect(refusalOf(interval(0, 0, 0.95))).toBe('no-trials');
      expect(refusalOf(interval(3, 2, 0.95))).toBe('invalid-counts');
      expect(refusalOf(interval(1, 2, 1))).toBe('invalid-confidence');
    }
  });
});
