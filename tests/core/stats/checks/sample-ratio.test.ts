import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface RatioRow {
  counts: number[];
  weights: number[];
  statistic: number;
  df: number;
  p: number;
}
const { ratios } = oracle<{ ratios: RatioRow[] }>('multiplicity/families');

describe('the sample-ratio check', () => {
  it('is the goodness of fit of R', () => {
    for (const row of ratios) {
      const found = valueOf(sampleRatioCheck(row.counts, row.weights));
      expectClose(found.statistic, row.statistic, 1e-9, row);
      expect(found.degreesOfFreedom).toBe(row.df);
      expectClose(found.pValue, row.p, 1e-9, row);
    }
  });

  it('G40: alarms for 821,588 against 815,482 at even weights', () => {
    const found = valueOf(sampleRatioCheck([821588, 815482], [50, 50]));
    expect(found.statistic).toBeCloseTo(22.774, 3);
    expectClose(found.pValue, 1.822e-6, 1e-3, 'G40');
    expect(found.alarm).toBe(true);
  });

  it('G16: gives the published fits of 89, 37, 30, 28, 2 and of 20, 15, 25', () => {
    const five = valueOf(sampleRatioCheck([89, 37, 30, 28, 2], [40, 20, 20, 15, 5]));
    expect(five.statistic).toBeCloseTo(9.9901, 4);
    expect(five.pValue).toBeCloseTo(0.04059, 5);
    const three = valueOf(sampleRatioCheck([20, 15, 25], [1, 1, 1]));
    expect(three.statistic).toBeCloseTo(2.5, 12);
    expect(three.pValue).toBeCloseTo(0.2865, 4);
    expect(three.alarm).toBe(false);
  });

  it('leaves an arm of weight zero out together with its degree of freedom', () => {
    expect(valueOf(sampleRatioCheck([20, 0, 15, 25], [1, 0, 1, 1]))).toEqual(
      valueOf(sampleRatioCheck([20, 15, 25], [1, 1, 1])),
    );
  });

  it('names the arm of weight zero in which customers turned up', () => {
    expect(sampleRatioCheck([20, 3, 15], [1, 0, 1])).toEqual({
      ok: false,
      problem: { code: 'customers-in-zero-weight-arm', arm: 1, customers: 3 },
    });
  });

  it('refuses what cannot be checked', () => {
    expect(refusalOf(sampleRatioCheck([1, 2], [1]))).toBe('arms-do-not-match');
    expect(refusalOf(sampleRatioCheck([1, 2.5], [1, 1]))).toBe('invalid-counts');
    expect(refusalOf(sampleRatioCheck([1, 2], [1, -1]))).toBe('invalid-weights');
    expect(refusalOf(sampleRatioCheck([0, 0], [1, 1]))).toBe('no-customers');
    expect(refusalOf(sampleRatioCheck([5, 0], [1, 0]))).toBe('too-few-arms');
  });

  it('does not depend on the order of the arms or the scale of the weights', () => {
    const arm = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.array(arm, { minLength: 2, maxLength: 8 }), (arms) => {
        const check = (list: typeof arms, scale: number): number =>
          valueOf(
            sampleRatioCheck(
              list.map(([count]) => count),
              list.map(([, weight]) => weight * scale),
            ),
          ).statistic;
        expectClose(check(arms.toReversed(), 0.01), check(arms, 1), 1e-9, arms, 1e-9);
      }),
    );
  });
});
