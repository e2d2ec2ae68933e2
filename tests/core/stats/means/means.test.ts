import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeans, relativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import { meanInterval, type ArmMean } from '#core/stats/means/mean-interval.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface MeanRow {
  count1: number;
  mean1: number;
  sd1: number;
  count0: number;
  mean0: number;
  sd0: number;
  confidence: number;
  difference: number;
  low: number;
  high: number;
  t: number;
  df: number;
  p: number;
  oneLow: number;
  oneHigh: number;
  fiellerLow?: number;
  fiellerHigh?: number;
  fieller?: 'not-positive' | 'not-distinguishable' | 'near';
}
const rows = oracle<MeanRow[]>('means/means');
const summary = (count: number, mean: number, standardDeviation: number): ArmMean => ({
  count,
  mean,
  standardDeviation,
});
const firstTen = summary(10, 5.5, 3.0276503540974917);
const sevenToTwenty = summary(14, 13.5, 4.183300132670378);

describe('means', () => {
  it('have the t interval and the Welch comparison of R', () => {
    expect(rows.length).toBeGreaterThan(400);
    for (const row of rows) {
      const treatment = summary(row.count1, row.mean1, row.sd1);
      const control = summary(row.count0, row.mean0, row.sd0);
      const scale = Math.abs(row.high - row.low);
      const one = valueOf(meanInterval(treatment, row.confidence));
      expectClose(one.low, row.oneLow, 1e-9, row, row.oneHigh - row.oneLow);
      expectClose(one.high, row.oneHigh, 1e-9, row, row.oneHigh - row.oneLow);
      const found = valueOf(compareMeans(treatment, control, row.confidence));
      expectClose(found.difference, row.difference, 1e-9, row, scale);
      expectClose(found.interval.low, row.low, 1e-9, row, scale);
      expectClose(found.interval.high, row.high, 1e-9, row, scale);
      expectClose(found.statistic, row.t, 1e-9, row, 1);
      expectClose(found.degreesOfFreedom, row.df, 1e-9, row);
      expectClose(found.pValue, row.p, 1e-9, row);
    }
  });

  it('have the Fieller interval of a search, and refuse a control that could be zero', () => {
    const kinds = new Set<string>();
    for (const row of rows) {
      const lift = relativeLiftOfMeans(
        summary(row.count1, row.mean1, row.sd1),
        summary(row.count0, row.mean0, row.sd0),
        row.confidence,
      );
      kinds.add(row.fieller ?? 'interval');
      if (row.fieller === 'not-positive') expect(refusalOf(lift)).toBe('control-mean-not-positive');
      if (row.fieller === 'not-distinguishable') {
        expect(refusalOf(lift)).toBe('control-mean-not-distinguishable');
      }
      if (row.fiellerLow === undefined || row.fiellerHigh === undefined) continue;
      const { interval } = valueOf(lift);
      expectClose(interval.low, row.fiellerLow, 1e-6, row, 1);
      expectClose(interval.high, row.fiellerHigh, 1e-6, row, 1);
    }
    expect([...kinds].sort()).toEqual(['interval', 'not-distinguishable', 'not-positive']);
  });

  it('G28: of 1 to 10 against 7 to 20 give the published Welch figures', () => {
    const found = valueOf(compareMeans(firstTen, sevenToTwenty, 0.95));
    expect(found.statistic).toBeCloseTo(-5.4349, 4);
    expect(found.degreesOfFreedom).toBeCloseTo(21.982, 3);
    expectClose(found.pValue, 1.855e-5, 1e-3, 'G28');
    expect(found.interval.low).toBeCloseTo(-11.052802, 6);
    expect(found.interval.high).toBeCloseTo(-4.947198, 6);
  });

  it('of 7 to 20 against 1 to 10 give a lift of 1.454545, interval 0.707660 to 2.937206', () => {
    const { lift, interval } = valueOf(relativeLiftOfMeans(sevenToTwenty, firstTen, 0.95));
    expect(lift).toBeCloseTo(1.454545, 6);
    expect(interval.low).toBeCloseTo(0.70766, 6);
    expect(interval.high).toBeCloseTo(2.937206, 6);
  });

  it('refuse fewer than two values, figures that are no numbers, and no variation', () => {
    const flat = summary(5, 3, 0);
    expect(refusalOf(meanInterval(summary(1, 3, 0), 0.95))).toBe('too-few-values');
    expect(refusalOf(meanInterval(summary(5, Number.NaN, 1), 0.95))).toBe('invalid-mean');
    expect(refusalOf(meanInterval(summary(5, 1, -1), 0.95))).toBe('invalid-mean');
    expect(refusalOf(compareMeans(firstTen, summary(0, 0, 0), 0.95))).toBe('too-few-values');
    expect(refusalOf(compareMeans(flat, flat, 0.95))).toBe('no-variation');
    expect(refusalOf(compareMeans(firstTen, firstTen, 2))).toBe('invalid-confidence');
    expect(refusalOf(relativeLiftOfMeans(flat, flat, 0.95))).toBe('no-variation');
  });
});

const armMeans = fc
  .tuple(fc.integer({ min: 2, max: 300_000 }), between(1, 1e6), between(0.01, 3))
  .map(([count, mean, variation]) => summary(count, mean, mean * variation));

describe('every pair of means', () => {
  it('gives the mirrored answer when the arms are swapped', () => {
    fc.assert(
      fc.property(armMeans, armMeans, (treatment, control) => {
        const there = valueOf(compareMeans(treatment, control, 0.95));
        const back = valueOf(compareMeans(control, treatment, 0.95));
        expectClose(back.interval.low, -there.interval.high, 1e-12, { treatment, control }, 1e-6);
        expectClose(back.pValue, there.pValue, 1e-9, { treatment, control });
      }),
    );
  });

  it('has a lift that excludes zero exactly when the difference excludes zero', () => {
    fc.assert(
      fc.property(armMeans, armMeans, (treatment, control) => {
        const lift = relativeLiftOfMeans(treatment, control, 0.95);
        if (!lift.ok) return;
        const { interval } = valueOf(compareMeans(treatment, control, 0.95));
        expect(lift.value.interval.low > 0).toBe(interval.low > 0);
        expect(lift.value.interval.high < 0).toBe(interval.high < 0);
      }),
    );
  });
});
