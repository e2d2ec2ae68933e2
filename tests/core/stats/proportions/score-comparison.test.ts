import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { oddsRatioScore, scoreOddsRatio } from '#core/stats/proportions/odds-ratio-score.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { recommendedTest } from '#core/stats/proportions/recommended-test.ts';
import { scoreComparison } from '#core/stats/proportions/score-comparison.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface Pair {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
  confidence: number;
}
const { pairs: odds } = oracle<{
  pairs: (Pair & { oddsLow?: number; oddsHigh?: number | null })[];
}>('proportions/two-shares');
const limits = oracle<(Pair & { p: number; low: number; high: number; mnHigh?: number })[]>(
  'proportions/score-limits',
);
const arms = (row: Pair) =>
  [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
const misses = ({ events, trials }: ArmCounts): ArmCounts => counts(trials - events, trials);

describe('the score comparison', () => {
  it('tells 7 of 34 against 1 of 34 on three scales', () => {
    const found = valueOf(scoreComparison(counts(7, 34), counts(1, 34), 0.95));
    const { oddsRatio, interval } = valueOf(found.oddsRatio);
    expect(found.pValue).toBeCloseTo(0.025, 4);
    expect(found.difference.difference).toBeCloseTo(0.1765, 4);
    expect(found.difference.interval.low).toBeCloseTo(0.027, 4);
    expect(found.difference.interval.high).toBeCloseTo(0.3453, 4);
    expect(oddsRatio).toBeCloseTo(8.555556, 6);
    expect(interval.low).toBeCloseTo(1.246622, 6);
    expect(interval.high).toBeCloseTo(56.461576, 6);
  });

  it('has the odds ratio of a solution in 40 digits, and the difference and lift of one in 60', () => {
    for (const row of odds) {
      const found = valueOf(scoreComparison(...arms(row), row.confidence));
      if (row.oddsLow === undefined) continue;
      const { interval } = valueOf(found.oddsRatio);
      expectClose(interval.low, row.oddsLow, 1e-9, row);
      expectClose(interval.high ?? Infinity, row.oddsHigh ?? Infinity, 1e-9, row);
    }
    for (const row of limits) {
      const found = valueOf(scoreComparison(...arms(row), row.confidence));
      expectClose(found.pValue, row.p, 1e-9, row);
      expectClose(found.difference.interval.low, row.low, 1e-9, row, 1e-9);
      expectClose(found.difference.interval.high, row.high, 1e-9, row, 1e-9);
      if (row.mnHigh === undefined) expect(refusalOf(found.lift)).toBe('no-control-events');
      else expectClose(1 + valueOf(found.lift).interval.high, 1 + row.mnHigh, 1e-9, row);
    }
  });

  it('leaves out no difference on every scale exactly when p is below alpha', () => {
    fc.assert(
      fc.property(armCounts, armCounts, fc.constantFrom(0.8, 0.95, 0.999), (one, other, share) => {
        const found = valueOf(scoreComparison(one, other, share));
        const leftOut = found.pValue < 1 - share;
        const { low, high } = found.difference.interval;
        expect(low > 0 || high < 0).toBe(leftOut);
        if (found.lift.ok) {
          const { interval } = found.lift.value;
          expect(interval.low > 0 || interval.high < 0).toBe(leftOut);
        }
        if (found.oddsRatio.ok) {
          const { interval } = found.oddsRatio.value;
          expect(interval.low > 1 || (interval.high ?? 2) < 1).toBe(leftOut);
        }
      }),
    );
  });

  it('has one p-value: the odds-ratio score at 1 is the score of no difference', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const { statistic } = valueOf(compareProportions(treatment, control, 0.95));
        if (!scoreOddsRatio(treatment, control, 0.95).ok) return;
        const score = oddsRatioScore(treatment, control, 0);
        expectClose(score, statistic, 1e-9, { treatment, control }, 1e-6);
      }),
    );
  });

  it('gives one where nobody or everybody responded, with an interval of the difference only', () => {
    for (const events of [0, 50]) {
      const found = valueOf(scoreComparison(counts(events, 50), counts(events, 50), 0.95));
      expect(found.pValue).toBe(1);
      expect(found.difference.interval.low).toBeLessThan(0);
      expect(refusalOf(found.oddsRatio)).toBe('no-variation');
    }
  });

  it('refuses what no experiment can give', () => {
    expect(refusalOf(scoreComparison(counts(0, 0), counts(1, 2), 0.95))).toBe('no-trials');
    expect(refusalOf(scoreComparison(counts(1, 2), counts(3, 2), 0.95))).toBe('invalid-counts');
    expect(refusalOf(scoreOddsRatio(counts(1, 2), counts(1, 2), 1))).toBe('invalid-confidence');
    expect(refusalOf(scoreOddsRatio(counts(1, 2), counts(3, 2), 0.9))).toBe('invalid-counts');
  });
});

describe('the score interval of the odds ratio', () => {
  it('has at its limits a p-value of exactly alpha', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const found = scoreOddsRatio(treatment, control, 0.95);
        if (!found.ok) return;
        const { low, high } = found.value.interval;
        for (const limit of [low, high]) {
          if (limit === 0 || limit === null) continue;
          const score = oddsRatioScore(treatment, control, Math.log(limit));
          // A limit next to 1 is known to 1e-16, the score there a thousand times steeper or more.
          expectClose(normalTwoSided(score), 0.05, 1e-8, { treatment, control, limit });
        }
      }),
    );
  });

  it('has reciprocal limits when the arms, or response and no response, are swapped', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const there = scoreOddsRatio(treatment, control, 0.9);
        if (!there.ok) return;
        const others = [
          scoreOddsRatio(control, treatment, 0.9),
          scoreOddsRatio(misses(treatment), misses(control), 0.9),
        ];
        for (const { interval } of others.map(valueOf)) {
          if (there.value.interval.high === null) expect(interval.low).toBe(0);
          else {
            expectClose(interval.low * there.value.interval.high, 1, 1e-9, { treatment, control });
          }
        }
      }),
    );
  });
});

describe('the recommended test', () => {
  const recommended = (treatment: ArmCounts, control: ArmCounts) =>
    valueOf(recommendedTest({ treatment, control }));

  it('is the score test as soon as five responders and five others are expected in each arm', () => {
    expect(recommended(counts(9, 100), counts(1, 100))).toEqual({
      test: 'miettinen-nurminen',
      reason: 'enough-expected',
      smallestExpected: 5,
    });
    expect(recommended(counts(8, 100), counts(1, 100))).toMatchObject({
      test: 'boschloo',
      reason: 'few-expected',
      smallestExpected: 4.5,
    });
    expect(recommended(counts(92, 100), counts(99, 100)).test).toBe('boschloo');
  });

  it("is Fisher's where there are too many customers for Boschloo's, and the score test beyond", () => {
    expect(recommended(counts(3, 300_000), counts(1, 300_000))).toMatchObject({
      test: 'fisher',
      reason: 'few-expected-many-customers',
    });
    expect(recommended(counts(3, 3e9), counts(1, 3e9))).toMatchObject({
      test: 'miettinen-nurminen',
      reason: 'too-many-customers',
    });
  });

  it('refuses what no experiment can give', () => {
    const control = counts(1, 2);
    expect(refusalOf(recommendedTest({ treatment: counts(0, 0), control }))).toBe('no-trials');
    expect(refusalOf(recommendedTest({ treatment: counts(2, 1), control }))).toBe('invalid-counts');
  });
});
