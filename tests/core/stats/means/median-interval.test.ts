import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval } from '#core/stats/means/median-interval.ts';
import { countValues } from '#core/stats/means/value-counts.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface Row {
  values: number[];
  confidence: number;
  median: number;
  low?: number;
  high?: number;
  covered?: number;
}
const rows = oracle<Row[]>('means/medians');

describe('the interval of a median', () => {
  it('is that of R between two of the values', () => {
    for (const { values, confidence, median, low, high, covered } of rows) {
      const found = medianInterval(countValues(values), confidence);
      if (low === undefined || high === undefined || covered === undefined) {
        expect(refusalOf(found)).toBe('too-few-values');
        continue;
      }
      const { interval, median: middle, coveredShare } = valueOf(found);
      expect([middle, interval.low, interval.high]).toEqual([median, low, high]);
      expectClose(coveredShare, covered, 1e-9, covered);
    }
    expect(rows.filter(({ low }) => low !== undefined).length).toBeGreaterThan(40);
  });

  it('of 1 to 10 is 2 to 9', () => {
    const found = valueOf(medianInterval(countValues([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 0.95));
    expect(found).toMatchObject({ median: 5, interval: { low: 2, high: 9 } });
    expectClose(found.coveredShare, 0.978515625, 1e-12, 10);
  });

  it('holds the median, covers what was wanted, and moves with the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 60 }),
        fc.constantFrom(0.5, 0.8, 0.95),
        (values, share) => {
          // prettier-ignore
          const found = valueOf(medianInterval(countValues(values), share));
          const { median, interval, coveredShare } = found;
          expect(coveredShare).toBeGreaterThanOrEqual(share - 1e-12);
          expect(interval.low <= median && median <= interval.high).toBe(true);
          const moved = valueOf(
            medianInterval(countValues(values.map((value) => value + 7)), share),
          );
          expect(moved.interval).toEqual({ low: interval.low + 7, high: interval.high + 7 });
        },
      ),
    );
  });

  it('refuses nobody, too few, and what is no confidence', () => {
    expect(refusalOf(medianInterval([], 0.95))).toBe('too-few-values');
    expect(refusalOf(medianInterval(countValues([1, 2, 3, 4, 5]), 0.95))).toBe('too-few-values'); // prettier-ignore
    expect(refusalOf(medianInterval(countValues([1, 2]), 1))).toBe('invalid-confidence');
  });
});
