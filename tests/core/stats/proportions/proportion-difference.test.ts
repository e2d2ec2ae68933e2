import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareProportions,
  differenceScore,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface PairRow {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
}
type ScoreRow = PairRow & Record<'confidence' | 'difference' | 'low' | 'high' | 'p', number>;
const scores = oracle<ScoreRow[]>('proportions/score-limits');
const { pairs } = oracle<{ pairs: (PairRow & { chiSquare?: number; chiP?: number })[] }>(
  'proportions/proportions',
);

describe('the difference of two shares', () => {
  it('has the interval and p-value of a solution in 60 digits', () => {
    expect(scores.length).toBeGreaterThan(600);
    for (const row of scores) {
      const found = valueOf(
        compareProportions(
          counts(row.events1, row.trials1),
          counts(row.events0, row.trials0),
          row.confidence,
        ),
      );
      expectClose(found.difference, row.difference, 1e-9, row, 1e-9);
      expectClose(found.interval.low, row.low, 1e-9, row, 1e-9);
      expectClose(found.interval.high, row.high, 1e-9, row, 1e-9);
      expectClose(found.pValue, row.p, 1e-9, row);
    }
  });

  it('has the published interval of Newcombe (1998): 56/70 and 48/80', () => {
    const { interval } = valueOf(compareProportions(counts(56, 70), counts(48, 80), 0.95));
    expect(interval.low).toBeCloseTo(0.0528, 4);
    expect(interval.high).toBeCloseTo(0.3382, 4);
  });

  it('gives an interval where nobody responded, and a p-value of one by continuity', () => {
    const found = valueOf(compareProportions(counts(0, 100), counts(0, 100), 0.95));
    expect(found).toMatchObject({ difference: 0, statistic: 0, pValue: 1 });
    expect(found.interval.low).toBeCloseTo(-0.0371724849, 10);
    expect(found.interval.high).toBeCloseTo(0.0371724849, 10);
    expect(differenceScore(counts(0, 100), counts(0, 100), 1e-12)).toBeCloseTo(0, 4);
  });

  it('refuses what no experiment can give', () => {
    expect(refusalOf(compareProportions(counts(0, 0), counts(1, 2), 0.95))).toBe('no-trials');
    expect(refusalOf(compareProportions(counts(3, 2), counts(1, 2), 0.95))).toBe('invalid-counts');
    expect(refusalOf(compareProportions(counts(-1, 2), counts(1, 2), 0.95))).toBe('invalid-counts');
    expect(refusalOf(compareProportions(counts(0.5, 2), counts(1, 2), 0.95))).toBe(
      'invalid-counts',
    );
    expect(refusalOf(compareProportions(counts(1, 2), counts(1, 2), 1))).toBe('invalid-confidence');
  });
});

describe('every pair of arms', () => {
  it('has at the limit of its interval a p-value of exactly alpha', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const { interval } = valueOf(compareProportions(treatment, control, 0.95));
        for (const limit of [interval.low, interval.high]) {
          if (Math.abs(limit) === 1) continue;
          const pValue = normalTwoSided(differenceScore(treatment, control, limit));
          // Within a few steps of -1 or 1 the limit itself has no more digits to give.
          const room = 1 - Math.abs(limit);
          expectClose(pValue, 0.05, Math.max(1e-9, 1e-14 / room), { treatment, control, limit });
        }
      }),
    );
  });

  it('gives the mirrored answer when the arms are swapped', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const there = valueOf(compareProportions(treatment, control, 0.9));
        const back = valueOf(compareProportions(control, treatment, 0.9));
        const about = { treatment, control };
        expectClose(back.interval.low, -there.interval.high, 1e-9, about, 1e-6);
        expectClose(back.interval.high, -there.interval.low, 1e-9, about, 1e-6);
        expectClose(back.pValue, there.pValue, 1e-12, about);
      }),
    );
  });

  it('gives the mirrored answer when response and no response are swapped', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const there = valueOf(compareProportions(treatment, control, 0.95));
        const other = valueOf(
          compareProportions(
            counts(treatment.trials - treatment.events, treatment.trials),
            counts(control.trials - control.events, control.trials),
            0.95,
          ),
        );
        const about = { treatment, control };
        expectClose(other.interval.low, -there.interval.high, 1e-9, about, 1e-6);
        expectClose(other.pValue, there.pValue, 1e-9, about);
      }),
    );
  });

  it('leaves out zero exactly when the p-value is below alpha', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const { interval, pValue } = valueOf(compareProportions(treatment, control, 0.95));
        expect(interval.low > 0 || interval.high < 0).toBe(pValue < 0.05);
      }),
    );
  });

  it('has a squared statistic that is the chi-square times (N - 1) / N', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const chiSquare = pooledChiSquare(treatment, control);
        if (!chiSquare.ok) return;
        const total = treatment.trials + control.trials;
        const { statistic } = valueOf(compareProportions(treatment, control, 0.95));
        const expected = (chiSquare.value.statistic * (total - 1)) / total;
        expectClose(statistic * statistic, expected, 1e-9, { treatment, control }, 1e-12);
      }),
    );
  });
});

describe('the pooled chi-square', () => {
  it('is that of R without continuity correction', () => {
    for (const row of pairs) {
      const found = pooledChiSquare(
        counts(row.events1, row.trials1),
        counts(row.events0, row.trials0),
      );
      if (row.chiSquare === undefined || row.chiP === undefined) {
        expect(refusalOf(found)).toBe('no-variation');
        continue;
      }
      // R sums four nearly cancelling cells, which leaves noise where the shares are equal.
      expectClose(valueOf(found).statistic, row.chiSquare, 1e-9, row, 1e-9);
      if (row.chiSquare > 1e-3) expectClose(valueOf(found).pValue, row.chiP, 1e-9, row);
    }
  });

  it('is 42.840646, 27.283376 and 11.134239 for the three carrots of the sample, 0.146851 apart', () => {
    const against = (events: number, control: number) =>
      valueOf(pooledChiSquare(counts(events, 900), counts(control, 900)));
    expect(against(94, 25).statistic).toBeCloseTo(42.840646, 6);
    expectClose(against(94, 25).pValue, 5.94e-11, 1e-3, 'point');
    expect(against(76, 25).statistic).toBeCloseTo(27.283376, 6);
    expectClose(against(76, 25).pValue, 1.76e-7, 1e-2, 'coupon');
    expect(against(54, 25).statistic).toBeCloseTo(11.134239, 6);
    expectClose(against(54, 25).pValue, 8.475e-4, 1e-4, 'gift');
    expect(against(94, 76).pValue).toBeCloseTo(0.146851, 6);
  });

  it('G14: is the square of the published z of 5/83 against 12/99', () => {
    const found = valueOf(pooledChiSquare(counts(5, 83), counts(12, 99)));
    expectClose(Math.sqrt(found.statistic), 1.4078304151258787, 1e-12, 'G14');
    expectClose(found.pValue, 0.15918129181156992, 1e-12, 'G14');
  });
});
