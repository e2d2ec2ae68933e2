import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactMultinomialTest, multinomialOutcomes } from '#core/stats/checks/exact-multinomial.ts';
import { sampleRatioByStratum } from '#core/stats/checks/sample-ratio-by-stratum.ts';
import { sampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface SmallRow {
  counts: number[];
  weights: number[];
  p: number;
}
interface StrataRow {
  counts: number[][];
  weights: number[];
  statistic: number;
  df: number;
  p: number;
  pValues: number[];
  adjusted: number[];
}
const { small, strata } = oracle<{ small: SmallRow[]; strata: StrataRow[] }>(
  'checks/sample-ratio-strata',
);
const even = (...observedCounts: number[]) => ({
  observedCounts,
  expectedWeights: observedCounts.map(() => 1),
});

describe('the exact test of arm sizes', () => {
  it('is binom.test of R for two arms, and every outcome counted in R for more', () => {
    expect(small.length).toBeGreaterThan(120);
    for (const row of small) {
      expectClose(valueOf(exactMultinomialTest(row.counts, row.weights)).pValue, row.p, 1e-9, row);
    }
  });

  it('gives 0.093126 for 1, 2 and 7 of ten', () => {
    const found = valueOf(exactMultinomialTest([1, 2, 7], [1, 1, 1]));
    expect(found.pValue).toBeCloseTo(0.09312605, 8);
    expect(found.outcomes).toBe(66);
  });

  it('does not depend on the order of the arms or the scale of the weights', () => {
    const arm = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(arm, { minLength: 2, maxLength: 3 }), (arms) => {
        const test = (list: typeof arms, scale: number) =>
          exactMultinomialTest(
            list.map(([count]) => count),
            list.map(([, weight]) => weight * scale),
          );
        const found = test(arms, 1);
        const other = test(arms.toReversed(), 0.1);
        expect(other.ok).toBe(found.ok);
        if (!found.ok || !other.ok) return;
        expectClose(other.value.pValue, found.value.pValue, 1e-10, arms);
      }),
    );
  });

  it('nears chi-square where the counts are large', () => {
    const exact = valueOf(exactMultinomialTest([25_300, 24_700], [1, 1]));
    const chiSquare = valueOf(sampleRatioCheck([25_300, 24_700], [1, 1]));
    expectClose(exact.pValue, chiSquare.pValue, 0.02, 'large');
  });

  it('refuses what cannot be counted', () => {
    expect(refusalOf(exactMultinomialTest([1, 2], [1]))).toBe('arms-do-not-match');
    expect(refusalOf(exactMultinomialTest([1], [1]))).toBe('too-few-arms');
    expect(refusalOf(exactMultinomialTest([1, -2], [1, 1]))).toBe('invalid-counts');
    expect(refusalOf(exactMultinomialTest([1, 2], [1, 0]))).toBe('invalid-weights');
    expect(refusalOf(exactMultinomialTest([0, 0], [1, 1]))).toBe('no-customers');
    expect(refusalOf(exactMultinomialTest([300_000, 2], [1, 1]))).toBe('too-large-for-exact');
    expect(multinomialOutcomes(445, 3)).toBeLessThan(100_000);
    expect(multinomialOutcomes(446, 3)).toBeGreaterThan(99_000);
    expect(multinomialOutcomes(82, 4)).toBeLessThan(100_000);
    expect(multinomialOutcomes(83, 4)).toBeGreaterThan(100_000);
  });
});

describe('the sample-ratio check by stratum', () => {
  it('has the sum and the single p-values of R, and these after p.adjust', () => {
    expect(strata.length).toBeGreaterThan(60);
    for (const row of strata) {
      const found = valueOf(
        sampleRatioByStratum(
          row.counts.map((observedCounts) => ({ observedCounts, expectedWeights: row.weights })),
        ),
      );
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-9);
      expect(found.degreesOfFreedom).toBe(row.df);
      expectClose(found.pValue, row.p, 1e-9, row);
      expect(found.strata).toHaveLength(row.pValues.length);
      found.strata.forEach(({ pValue, adjustedPValue }, place) => {
        expectClose(pValue, row.pValues[place] ?? NaN, 1e-9, row);
        expectClose(adjustedPValue, row.adjusted[place] ?? NaN, 1e-9, row);
      });
      expect(found.worst.pValue).toBe(Math.min(...found.strata.map(({ pValue }) => pValue)));
    }
  });

  it('finds the stratum that lost an arm where the total does not', () => {
    const losing = [even(500, 500), even(260, 240), even(180, 320)];
    const found = valueOf(sampleRatioByStratum(losing));
    expect(found.statistic).toBeCloseTo(40, 10);
    expectClose(found.pValue, 1.065509e-8, 1e-6, 'forty');
    expect(found).toMatchObject({ degreesOfFreedom: 3, alarm: true, worst: { stratum: 2 } });
    const opposite = valueOf(sampleRatioByStratum([even(600, 400), even(400, 600)]));
    expect(opposite.alarm).toBe(true);
    expect(valueOf(sampleRatioCheck([1000, 1000], [1, 1])).pValue).toBe(1);
  });

  it('G40: 821,588 and 815,482 alarm as a stratum of their own', () => {
    const found = valueOf(sampleRatioByStratum([even(821588, 815482), even(0, 0)]));
    expect(found.statistic).toBeCloseTo(22.774, 3);
    expectClose(found.pValue, 1.822e-6, 1e-3, 'G40');
    expect(found).toMatchObject({ degreesOfFreedom: 1, alarm: true, worst: { exact: false } });
  });

  it('leaves arms of weight zero out with their degree of freedom, and names a stray in its stratum', () => {
    const without = { observedCounts: [20, 0, 15], expectedWeights: [1, 0, 1] };
    const found = valueOf(sampleRatioByStratum([even(10, 10), without]));
    expect(found.degreesOfFreedom).toBe(2);
    const stray = { observedCounts: [20, 3, 15], expectedWeights: [1, 0, 1] };
    expect(sampleRatioByStratum([even(10, 10), stray])).toMatchObject({
      problem: { code: 'customers-in-zero-weight-arm', stratum: 1, arm: 1 },
    });
    expect(refusalOf(sampleRatioByStratum([even(0, 0)]))).toBe('no-customers');
    expect(refusalOf(sampleRatioByStratum([]))).toBe('no-customers');
  });

  it('of one stratum is the check without strata, and does not mind the order of more', () => {
    const count = fc.integer({ min: 20, max: 1e6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 6 }), (pairs) => {
        const [pair] = pairs;
        if (!pair) return;
        const plain = valueOf(sampleRatioCheck(pair, [1, 1]));
        const single = valueOf(sampleRatioByStratum([even(...pair)]));
        expect(single).toMatchObject(plain);
        const all = valueOf(sampleRatioByStratum(pairs.map((one) => even(...one))));
        const turned = valueOf(sampleRatioByStratum(pairs.toReversed().map((one) => even(...one))));
        expectClose(turned.statistic, all.statistic, 1e-9, pairs);
        expect(turned.alarm).toBe(all.alarm);
      }),
    );
  });
});
