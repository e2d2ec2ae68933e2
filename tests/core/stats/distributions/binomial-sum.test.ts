import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialQuantile } from '#core/stats/distributions/binomial-distribution.ts';
import { binomialSumInterval, type BinomialPart } from '#core/stats/distributions/binomial-sum.ts';
import { between } from '../even-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const rows = oracle<
  { parts: BinomialPart[]; confidence: number; mean: number; low: number; high: number }[]
>('distributions/binomial-sum');

describe('a sum of binomial numbers times values', () => {
  it('lies where all totals counted out on a lattice say', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const { parts, confidence, ...expected } of rows) {
      const found = valueOf(binomialSumInterval(parts, confidence));
      expect({ low: found.low, high: found.high }, JSON.stringify(parts)).toEqual({
        low: expected.low,
        high: expected.high,
      });
      expectClose(found.mean, expected.mean, 1e-9, parts, 1);
      expect(found.method).toBe('exact');
    }
  });

  it('of one part is the binomial itself, and of its halves too', () => {
    const trials = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(trials, trials, between(0.01, 0.99), (first, second, share) => {
        const part = { value: 7, share };
        const halves = [
          { ...part, trials: first },
          { ...part, trials: second },
        ];
        const found = valueOf(binomialSumInterval(halves, 0.9));
        const whole = { trials: first + second, share };
        expect(found.low).toBe(7 * binomialQuantile(0.05, whole));
        expect(found.high).toBe(7 * binomialQuantile(0.95, whole));
      }),
    );
  });

  it('with too many totals is nearly the counted one', () => {
    const parts = [
      { value: 503, trials: 900, share: 0.08 },
      { value: 481, trials: 900, share: 0.06 },
    ];
    const counted = valueOf(binomialSumInterval(parts, 0.95));
    const fractional = parts.map((part) => ({ ...part, value: part.value + 0.5 }));
    const near = valueOf(binomialSumInterval(fractional, 0.95));
    expect(near.method).toBe('normal');
    expect(counted.method).toBe('exact');
    // Half a coin per reward, and an approximation that is off by less than one reward.
    expect(Math.abs(near.low - counted.low)).toBeLessThan(500);
    expect(Math.abs(near.high - counted.high)).toBeLessThan(500);
  });

  it('is refused where it cannot be', () => {
    const code = (part: Partial<BinomialPart>, confidence = 0.95) =>
      refusalOf(binomialSumInterval([{ value: 1, trials: 5, share: 0.5, ...part }], confidence));
    expect(refusalOf(binomialSumInterval([], 0.95))).toBe('no-parts');
    expect(code({ value: -1 })).toBe('invalid-part');
    expect(code({ trials: 1.5 })).toBe('invalid-part');
    expect(code({ share: 1.1 })).toBe('invalid-part');
    expect(code({}, 1)).toBe('invalid-confidence');
  });
});
