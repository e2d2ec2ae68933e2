import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import { testMeans } from '#core/stats/means/mean-test.ts';
import { oneWayAnova, welchAnova } from '#core/stats/means/one-way.ts';
import type { Alternative } from '#core/stats/proportions/alternative.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type TwoRow = Record<
  'count1' | 'mean1' | 'sd1' | 'count0' | 'mean0' | 'sd0' | 'confidence' | 'se' | 't' | 'df' | 'p',
  number
> & { variance: 'own' | 'pooled'; alternative: Alternative; low?: number; high?: number };
interface SeveralRow {
  counts: number[];
  means: number[];
  sds: number[];
  f: number;
  within: number;
  p: number;
  welchF: number;
  welchWithin: number;
  welchP: number;
}
const { two, several } = oracle<{ two: TwoRow[]; several: SeveralRow[] }>('means/mean-tests');
const summary = (count: number, mean: number, standardDeviation: number): ArmMean => ({
  count,
  mean,
  standardDeviation,
});
const firstTen = summary(10, 5.5, 3.0276503540974917);
const sevenToTwenty = summary(14, 13.5, 4.183300132670378);
const flat = summary(5, 3, 0);

describe('the test of two means', () => {
  it('is that of R, to either side, with own variances and with a pooled one', () => {
    expect(two.length).toBeGreaterThan(300);
    for (const row of two) {
      const { variance, alternative, confidence: confidenceShare } = row;
      const found = valueOf(
        testMeans(
          summary(row.count1, row.mean1, row.sd1),
          summary(row.count0, row.mean0, row.sd0),
          {
            variance,
            alternative,
            confidenceShare,
          },
        ),
      );
      expect(found.method).toBe(variance === 'pooled' ? 'student' : 'welch');
      expectClose(found.standardError, row.se, 1e-9, row);
      expectClose(found.statistic, row.t, 1e-9, row, 1);
      expectClose(found.degreesOfFreedom, row.df, 1e-9, row);
      expectClose(found.pValue, row.p, 1e-9, row);
      const { low, high } = found.interval;
      if (row.low === undefined) expect(low).toBe(null);
      else expectClose(low ?? NaN, row.low, 1e-9, row, row.se);
      if (row.high === undefined) expect(high).toBe(null);
      else expectClose(high ?? NaN, row.high, 1e-9, row, row.se);
    }
  });

  it('G28: 1 to 10 against 7 to 20 gives Welch’s t -5.4349, df 21.982, p 1.855e-05', () => {
    const found = valueOf(testMeans(firstTen, sevenToTwenty));
    expect(found.statistic).toBeCloseTo(-5.4349, 4);
    expect(found.degreesOfFreedom).toBeCloseTo(21.982, 3);
    expectClose(found.pValue, 1.855e-5, 1e-3, 'G28');
    expect(found.interval.low).toBeCloseTo(-11.052802, 6);
    expect(found.interval.high).toBeCloseTo(-4.947198, 6);
  });

  it('refuses too few values, impossible figures and no variation', () => {
    expect(refusalOf(testMeans(summary(1, 3, 0), firstTen))).toBe('too-few-values');
    expect(refusalOf(testMeans(summary(4, NaN, 1), firstTen))).toBe('invalid-mean');
    expect(refusalOf(testMeans(flat, flat))).toBe('no-variation');
    expect(refusalOf(testMeans(firstTen, flat, { confidenceShare: 1 }))).toBe('invalid-confidence');
  });
});

describe('the test of several means', () => {
  it('is that of R, with one variance and with own ones', () => {
    expect(several.length).toBeGreaterThan(200);
    for (const row of several) {
      const arms = row.counts.map((count, place) =>
        summary(count, row.means[place] ?? NaN, row.sds[place] ?? NaN),
      );
      const equal = valueOf(oneWayAnova(arms));
      expectClose(equal.statistic, row.f, 1e-9, row, 1e-3);
      expect(equal.degreesOfFreedomWithin).toBe(row.within);
      expectClose(equal.pValue, row.p, 1e-9, row);
      const own = valueOf(welchAnova(arms));
      expectClose(own.statistic, row.welchF, 1e-9, row, 1e-3);
      expectClose(own.degreesOfFreedomWithin, row.welchWithin, 1e-9, row);
      expectClose(own.pValue, row.welchP, 1e-9, row);
    }
  });

  it('refuses one arm, arms of one value, and no variation', () => {
    expect(refusalOf(oneWayAnova([firstTen]))).toBe('too-few-arms');
    expect(refusalOf(welchAnova([firstTen, summary(1, 2, 0)]))).toBe('too-few-values');
    expect(refusalOf(oneWayAnova([flat, flat]))).toBe('no-variation');
    expect(refusalOf(welchAnova([firstTen, flat]))).toBe('no-variation');
    const far = [summary(9, 1e100, 1e-99), summary(9, -1e100, 1e-99)];
    expect(refusalOf(oneWayAnova(far))).toBe('invalid-mean');
    expect(refusalOf(welchAnova(far))).toBe('invalid-mean');
    expect(valueOf(oneWayAnova([firstTen, flat])).statistic).toBeGreaterThan(0);
  });
});

const armMeans = fc
  .tuple(fc.integer({ min: 2, max: 300_000 }), between(1, 1e6), between(0.01, 3))
  .map(([count, mean, variation]) => summary(count, mean, mean * variation));

describe('every pair of means', () => {
  it('has in two arms the squared t as F, pooled and Welch', () => {
    fc.assert(
      fc.property(armMeans, armMeans, (treatment, control) => {
        const about = { treatment, control };
        const pooled = valueOf(testMeans(treatment, control, { variance: 'pooled' }));
        const equal = valueOf(oneWayAnova([treatment, control]));
        expectClose(equal.statistic, pooled.statistic ** 2, 1e-9, about, 1e-6);
        const welch = valueOf(testMeans(treatment, control));
        const own = valueOf(welchAnova([treatment, control]));
        expectClose(own.statistic, welch.statistic ** 2, 1e-9, about, 1e-6);
        expectClose(own.degreesOfFreedomWithin, welch.degreesOfFreedom, 1e-9, about);
        expectClose(own.pValue, welch.pValue, 1e-9, about, 1e-12);
      }),
    );
  });

  it('leaves out zero exactly when the p-value is below alpha, whatever is asked', () => {
    fc.assert(
      fc.property(
        armMeans,
        armMeans,
        fc.constantFrom<Alternative>('two-sided', 'greater', 'less'),
        fc.constantFrom<'own' | 'pooled'>('own', 'pooled'),
        (treatment, control, alternative, variance) => {
          const { interval, pValue } = valueOf(
            testMeans(treatment, control, { alternative, variance }),
          );
          const above = interval.low !== null && interval.low > 0;
          const below = interval.high !== null && interval.high < 0;
          expect(above || below).toBe(pValue < 0.05);
        },
      ),
    );
  });

  it('gives one-sided p-values that add up to one, and by default what the plain comparison gives', () => {
    fc.assert(
      fc.property(armMeans, armMeans, (treatment, control) => {
        const ask = (alternative: Alternative) =>
          valueOf(testMeans(treatment, control, { alternative })).pValue;
        expect(ask('greater') + ask('less')).toBeCloseTo(1, 12);
        const plain = valueOf(compareMeans(treatment, control, 0.95));
        expect(valueOf(testMeans(treatment, control))).toMatchObject({
          ...plain,
          interval: { ...plain.interval },
        });
      }),
    );
  });
});
