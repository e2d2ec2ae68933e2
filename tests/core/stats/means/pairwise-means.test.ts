import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTwoSided } from '#core/stats/distributions/student-distribution.ts';
import {
  studentisedRangeCriticalValue,
  studentisedRangeUpperTail,
} from '#core/stats/distributions/studentised-range-distribution.ts';
import { testMeans } from '#core/stats/means/mean-test.ts';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import { allPairwiseDifferences } from '#core/stats/means/pairwise-means.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface Data {
  /** Without `df` the spread is known. */
  tails: { range: number; means: number; df?: number; tail: number }[];
  groups: (Record<
    'counts' | 'means' | 'sds' | 'difference' | 'p' | 'low' | 'high' | 'own',
    number[]
  > & {
    confidence: number;
  })[];
}
const { tails, groups } = oracle<Data>('means/studentised-range');
const summary = (count: number, mean: number, standardDeviation: number): ArmMean => ({
  count,
  mean,
  standardDeviation,
});
const plants = [
  summary(10, 5.032, 0.583091378392407),
  summary(10, 4.661, 0.793675696434204),
  summary(10, 5.526, 0.442573283322786),
];

describe('the studentised range', () => {
  it('has the upper tail of a finer integration', () => {
    expect(tails.length).toBeGreaterThan(90);
    for (const [place, { range, means, df = Number.POSITIVE_INFINITY, tail }] of tails.entries()) {
      const shape = { means, degreesOfFreedom: df };
      const found = studentisedRangeUpperTail(range, shape);
      expectClose(found, tail, 1e-12, { range, ...shape });
      if (place % 3 === 0 && tail > 1e-12 && tail < 0.999) {
        const critical = studentisedRangeCriticalValue(tail, shape);
        expectClose(critical, range, 1e-9, { range, ...shape });
      }
    }
  });

  it('of two means is Student’s t, its statistic times the root of 2', () => {
    fc.assert(
      fc.property(between(0, 30), between(1, 1e6), (range, degreesOfFreedom) => {
        const found = studentisedRangeUpperTail(range, { means: 2, degreesOfFreedom });
        const t = studentTwoSided(range / Math.SQRT2, degreesOfFreedom);
        expectClose(found, t, 1e-10, { range, degreesOfFreedom }, 1e-290);
      }),
      runs(50),
    );
  });

  it('is likelier to be exceeded by more means, and never by an infinite range', () => {
    const tailOf = (means: number) => studentisedRangeUpperTail(3, { means, degreesOfFreedom: 12 });
    const rising = [2, 3, 4, 8, 50, 1000].map(tailOf);
    expect(rising).toEqual(rising.toSorted((left, right) => left - right));
    expect(tailOf(100_000)).toBeCloseTo(1, 12);
    expect(
      studentisedRangeUpperTail(Number.POSITIVE_INFINITY, { means: 3, degreesOfFreedom: 1 }),
    ).toBe(0);
    for (const shape of [
      { means: 1, degreesOfFreedom: 5 },
      { means: 2.5, degreesOfFreedom: 5 },
      { means: 3, degreesOfFreedom: 0 },
    ]) {
      expect(studentisedRangeUpperTail(2, shape)).toBeNaN();
      expect(studentisedRangeCriticalValue(0.05, shape)).toBeNaN();
    }
    expect(studentisedRangeUpperTail(-1, { means: 3, degreesOfFreedom: 5 })).toBeNaN();
    expect(studentisedRangeCriticalValue(1, { means: 3, degreesOfFreedom: 5 })).toBeNaN();
  });
});

describe('all pairs of several means', () => {
  it('are those of scipy’s tukey_hsd; with own variances those of Games and Howell written out', () => {
    for (const { counts, means, sds, confidence, difference, p, low, high, own } of groups) {
      const arms = counts.map((count, place) =>
        summary(count, means[place] ?? NaN, sds[place] ?? NaN),
      );
      const pairs = valueOf(allPairwiseDifferences(arms, confidence));
      const apart =
        confidence < 0.95 ? valueOf(allPairwiseDifferences(arms, confidence, 'own')) : [];
      expect(pairs.length).toBe(p.length);
      for (const [place, pair] of pairs.entries()) {
        const about = { counts, means, place };
        const scale = pair.standardError;
        expectClose(pair.difference, difference[place] ?? NaN, 1e-9, about, scale);
        expectClose(pair.pValue, p[place] ?? NaN, 1e-9, about, 1);
        expectClose(pair.interval.low, low[place] ?? NaN, 1e-9, about, scale);
        expectClose(pair.interval.high, high[place] ?? NaN, 1e-9, about, scale);
        const alone = apart[place];
        if (alone) expectClose(alone.pValue, own[place] ?? NaN, 1e-9, about);
      }
    }
  });

  it('are R’s for PlantGrowth: treatment 2 less treatment 1 is 0.865, 0.1738 to 1.5562, p 0.0120064', () => {
    const last = valueOf(allPairwiseDifferences(plants, 0.95)).at(-1);
    expect(last).toMatchObject({ first: 1, second: 2 });
    expect(last?.difference).toBeCloseTo(-0.865, 12);
    expect(last?.interval.low).toBeCloseTo(-1.5562, 4);
    expect(last?.interval.high).toBeCloseTo(-0.1738, 4);
    expect(last?.pValue).toBeCloseTo(0.0120064, 6);
  });

  it('leave out zero exactly when the adjusted p-value is below alpha, and with two arms are the t tests', () => {
    const arm = fc
      .tuple(fc.integer({ min: 2, max: 3000 }), between(0, 30), between(0.1, 30))
      .map(([count, mean, standardDeviation]) => summary(count, mean, standardDeviation));
    fc.assert(
      fc.property(
        fc.array(arm, { minLength: 2, maxLength: 4 }),
        fc.constantFrom<'own' | 'pooled'>('own', 'pooled'),
        (arms, variance) => {
          const pairs = valueOf(allPairwiseDifferences(arms, 0.9, variance));
          for (const { interval, pValue } of pairs) {
            expect(interval.low > 0 || interval.high < 0).toBe(pValue < 0.1);
          }
          const [first, second] = arms;
          if (arms.length !== 2 || !first || !second) return;
          const t = valueOf(testMeans(first, second, { variance, confidenceShare: 0.9 }));
          expectClose(pairs[0]?.pValue ?? NaN, t.pValue, 1e-9, arms, 1e-290);
          expectClose(
            pairs[0]?.interval.low ?? NaN,
            t.interval.low ?? NaN,
            1e-9,
            arms,
            t.standardError,
          );
        },
      ),
      runs(25),
    );
  });

  it('answer at once however far apart the means are, with the tail that so few degrees of freedom leave', () => {
    const tail = (range: number) =>
      studentisedRangeUpperTail(range, { means: 3, degreesOfFreedom: 2 });
    for (const range of [1e3, 1e16, 1e100]) {
      expectClose(tail(range) / tail(10 * range), 100, 1e-4, range);
    }
  });

  it('refuse one arm, single customers, no variation and an impossible confidence', () => {
    const flat = summary(5, 3, 0);
    expect(refusalOf(allPairwiseDifferences(plants.slice(1, 2), 0.95))).toBe('too-few-arms');
    expect(refusalOf(allPairwiseDifferences([...plants, summary(1, 2, 0)], 0.95))).toBe(
      'too-few-values',
    );
    expect(refusalOf(allPairwiseDifferences([flat, flat], 0.95))).toBe('no-variation');
    expect(refusalOf(allPairwiseDifferences([...plants, flat], 0.95, 'own'))).toBe('no-variation');
    expect(valueOf(allPairwiseDifferences([...plants, flat], 0.95)).length).toBe(6);
    expect(refusalOf(allPairwiseDifferences(plants, 1))).toBe('invalid-confidence');
  });
});
