import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import { ratioScore, relativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface RatioRow {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
  confidence: number;
  mnLow: number;
  mnHigh: number;
  koopmanLow: number;
  koopmanHigh: number;
}
const rows = oracle<RatioRow[]>('proportions/score-limits').filter((row) => row.events0 > 0);

describe('the relative lift', () => {
  it('has the limits of a solution in 60 digits, with and without the factor', () => {
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) {
      const arms = [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
      const plain = valueOf(relativeLift(...arms, row.confidence, 'koopman')).interval;
      const corrected = valueOf(relativeLift(...arms, row.confidence)).interval;
      expectClose(1 + plain.low, 1 + row.koopmanLow, 1e-9, row);
      expectClose(1 + plain.high, 1 + row.koopmanHigh, 1e-9, row);
      expectClose(1 + corrected.low, 1 + row.mnLow, 1e-9, row);
      expectClose(1 + corrected.high, 1 + row.mnHigh, 1e-9, row);
    }
  });

  it('G22: has the published Koopman interval of 7/34 against 1/34: 1.220853 to 42.575718 times', () => {
    const found = valueOf(relativeLift(counts(7, 34), counts(1, 34), 0.95, 'koopman'));
    expect(found.lift).toBe(6);
    expect(1 + found.interval.low).toBeCloseTo(1.220853, 6);
    expect(1 + found.interval.high).toBeCloseTo(42.575718, 6);
  });

  it('refuses a control without events, but still tells the lowest lift', () => {
    const refused = relativeLift(counts(7, 34), counts(0, 34), 0.95);
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        code: 'no-control-events',
        treatmentEvents: 7,
        trials: 34,
        interval: { high: null },
      },
    });
    expect(relativeLift(counts(0, 34), counts(0, 34), 0.95)).toMatchObject({
      problem: { code: 'no-control-events', interval: { low: -1, high: null } },
    });
  });

  it('is minus one, with an upper limit, where no treated customer responded', () => {
    const found = valueOf(relativeLift(counts(0, 34), counts(3, 34), 0.95));
    expect(found).toMatchObject({ lift: -1, interval: { low: -1 } });
    expect(found.interval.high).toBeCloseTo(0.23653906635, 9);
  });

  it('refuses what no experiment can give', () => {
    expect(refusalOf(relativeLift(counts(0, 0), counts(1, 2), 0.95))).toBe('no-trials');
    expect(refusalOf(relativeLift(counts(1, 2), counts(3, 2), 0.95))).toBe('invalid-counts');
    expect(refusalOf(relativeLift(counts(1, 2), counts(1, 2), 0))).toBe('invalid-confidence');
  });
});

describe('every pair of arms', () => {
  it('has at the limit of its lift a p-value of exactly alpha', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const found = relativeLift(treatment, control, 0.95);
        if (!found.ok) return;
        for (const limit of [found.value.interval.low, found.value.interval.high]) {
          if (limit === -1) continue;
          const score = ratioScore(treatment, control, Math.log1p(limit), 'miettinen-nurminen');
          // Where everybody responded the limit lies so near to 0 that the shares beside 1 lose digits.
          const tolerance = Math.max(1e-6, 1e-10 / Math.abs(limit));
          expectClose(normalTwoSided(score), 0.05, tolerance, { treatment, control, limit });
        }
      }),
    );
  });

  it('excludes a lift of zero exactly when the difference excludes zero', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const found = relativeLift(treatment, control, 0.95);
        if (!found.ok) return;
        const { low, high } = found.value.interval;
        const { pValue } = valueOf(compareProportions(treatment, control, 0.95));
        expect(low > 0 || high < 0).toBe(pValue < 0.05);
      }),
    );
  });

  it('has the reciprocal ratio when the arms are swapped', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const there = relativeLift(treatment, control, 0.95);
        const back = relativeLift(control, treatment, 0.95);
        if (!there.ok || !back.ok) return;
        const product = (1 + there.value.interval.low) * (1 + back.value.interval.high);
        expectClose(product, 1, 1e-8, { treatment, control });
      }),
    );
  });
});
