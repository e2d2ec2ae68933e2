import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { binomialProbability } from '#core/stats/distributions/binomial-distribution.ts';
import { chiSquareUpperTail } from '#core/stats/distributions/chi-square-distribution.ts';
import { bootstrapMeanDifference } from '#core/stats/means/bootstrap.ts';
import { resampledSum } from '#core/stats/means/resampled-sum.ts';
import { valueOf } from '../oracle.ts';

/** So many of a value, and some others. */
const spend = (size: number, common: number, others: readonly number[]) =>
  Float64Array.from([
    ...others,
    ...Array.from({ length: size - others.length }, () => common),
  ]).sort();

describe('the sum of a resample', () => {
  it.each([
    ['nothing for most', 0],
    ['the same fee for most', 3],
  ])('is distributed as by drawing one customer after the other: %s', (_, common) => {
    // One of 100 has 1,000: the sum tells how often that one was drawn, a binomial count of 100 with share 1/100.
    const { draw, draws } = resampledSum(spend(100, common, [1000]), createGenerator('sums'));
    expect(draws).toBe(1);
    const seen = new Map<number, number>();
    const replicates = 20_000;
    for (let left = replicates; left > 0; left -= 1) {
      const sum = draw();
      const times = Math.round((sum - 100 * common) / (1000 - common));
      expect(sum).toBe((100 - times) * common + times * 1000);
      seen.set(Math.min(times, 5), (seen.get(Math.min(times, 5)) ?? 0) + 1);
    }
    const expected = [0, 1, 2, 3, 4].map(
      (times) => replicates * binomialProbability(times, { trials: 100, share: 0.01 }),
    );
    expected.push(replicates - expected.reduce((sum, each) => sum + each, 0));
    const statistic = expected.reduce(
      (sum, wanted, times) => sum + ((seen.get(times) ?? 0) - wanted) ** 2 / wanted,
      0,
    );
    expect(chiSquareUpperTail(statistic, 5)).toBeGreaterThan(1e-4);
  });

  it('has the exact standard error, and takes draws for the others only', () => {
    const treatment = [...spend(400, 0, [10, 10, 20, 40, 40, 80, 160, 320])];
    const control = [...spend(300, 0, [10, 20, 40])];
    const found = valueOf(bootstrapMeanDifference([{ treatment, control }], { seed: 5, replicates: 20_000 })); // prettier-ignore
    const variance = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return squares / values.length / values.length;
    };
    const exact = Math.sqrt(variance(treatment) + variance(control));
    // The spread of a standard deviation of 20,000 draws is about half a percent; kurtosis adds to it.
    expect(Math.abs(found.standardError / exact - 1)).toBeLessThan(0.03);
    const one = resampledSum(Float64Array.from(treatment).sort(), createGenerator(1));
    expect(one.draws).toBe(8);
    expect(resampledSum(spend(99, 0, [1]), createGenerator(1)).draws).toBe(99);
  });

  it('of equal values alone is always the same', () => {
    const { draw, draws } = resampledSum(spend(200, 7, []), createGenerator(1));
    expect([draw(), draw(), draws]).toEqual([1400, 1400, 0]);
  });
});
