import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSums, type PairSums } from '#core/stats/means/pair-sums.ts';
import { compareRatios, relativeLiftOfRatios } from '#core/stats/means/ratio-comparison.ts';
import { fiellerRatioInterval, ratioOfSums } from '#core/stats/means/ratio-metric.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { armSums, type SumsRow } from './sums-row.ts';
import { between } from '../even-arbitrary.ts';

type RatioRow = SumsRow &
  Record<
    'confidence' | 'ratio' | 'se' | 'variation' | 'difference' | 'seDifference' | 'p',
    number
  > &
  Partial<Record<'fiellerLow' | 'fiellerHigh' | 'liftLow' | 'liftHigh', number>>;
const rows = oracle<RatioRow[]>('means/ratios');
const four = pairSums([2, 4, 6, 8], [1, 2, 2, 4]);
const three = pairSums([1, 2, 3], [1, 2, 2]);

describe('a ratio of sums', () => {
  it('has the value and standard error of a survey ratio in R', () => {
    expect(rows.length).toBeGreaterThan(150);
    for (const row of rows) {
      const found = valueOf(ratioOfSums(armSums(row, 1), row.confidence));
      expectClose(found.ratio, row.ratio, 1e-9, row);
      expectClose(found.standardError, row.se, 1e-9, row);
      expectClose(found.denominatorVariation, row.variation, 1e-9, row, 1e-6);
    }
  });

  it('has the Fieller interval that a search in its definition finds', () => {
    let compared = 0;
    for (const row of rows) {
      if (row.fiellerLow === undefined || row.fiellerHigh === undefined) continue;
      const { low, high } = valueOf(fiellerRatioInterval(armSums(row, 1), row.confidence));
      expectClose(low, row.fiellerLow, 1e-9, row, row.ratio);
      expectClose(high, row.fiellerHigh, 1e-9, row, row.ratio);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(120);
  });

  it('is compared between arms as two independent survey ratios are', () => {
    let lifts = 0;
    for (const row of rows) {
      const [treatment, control] = [armSums(row, 1), armSums(row, 0)];
      const found = valueOf(compareRatios(treatment, control, row.confidence));
      expectClose(found.difference, row.difference, 1e-9, row, row.seDifference);
      expectClose(found.standardError, row.seDifference, 1e-9, row);
      // The sums have lost digits to cancellation; a p-value of z loses z² times as many as its standard error.
      expectClose(found.pValue, row.p, 1e-9 * Math.max(1, found.statistic ** 2), row);
      if (row.liftLow === undefined || row.liftHigh === undefined) continue;
      const { interval } = valueOf(relativeLiftOfRatios(treatment, control, row.confidence));
      expectClose(interval.low, row.liftLow, 1e-9, row, 1);
      expectClose(interval.high, row.liftHigh, 1e-9, row, 1);
      lifts += 1;
    }
    expect(lifts).toBeGreaterThan(120);
  });

  it('of 20 euros and 9 orders of four customers is 2.2222, and says that its denominator is weak', () => {
    const found = valueOf(ratioOfSums(four, 0.95));
    expect(found).toMatchObject({ method: 'delta', caution: 'weak-denominator' });
    expect(found.standardError).toBeCloseTo(0.2385412, 7);
    expect(found.interval.low).toBeCloseTo(1.75469, 6);
    const { low, high } = valueOf(fiellerRatioInterval(four, 0.95));
    expect([low, high].map((end) => end.toFixed(6))).toEqual(['1.389397', '5.547438']);
    const lift = valueOf(relativeLiftOfRatios(four, three, 0.95));
    expect(lift.interval.low).toBeCloseTo(0.300945, 6);
    expect(lift.interval.high).toBeCloseTo(1.767423, 6);
  });

  it('says that few customers are few, and that many with a sure denominator need no caution', () => {
    const repeated = (times: number) => {
      const list = Array.from({ length: times }, (_, place) => 10 + (place % 3));
      return pairSums(
        list,
        list.map((value, place) => value + (place % 2)),
      );
    };
    expect(valueOf(ratioOfSums(repeated(30), 0.95)).caution).toBe('few-customers');
    expect(valueOf(ratioOfSums(repeated(31), 0.95)).caution).toBe(null);
    expect(valueOf(compareRatios(repeated(31), repeated(20), 0.95)).caution).toBe('few-customers');
    expect(valueOf(compareRatios(repeated(20), four, 0.95)).caution).toBe('weak-denominator');
  });

  it('refuses impossible sums, no denominator, one that could be zero, and no variation', () => {
    const bad = (change: Partial<PairSums>) => refusalOf(ratioOfSums({ ...four, ...change }, 0.95));
    expect(bad({ count: 1 })).toBe('too-few-values');
    expect(bad({ outcomeSquares: 10 })).toBe('invalid-sums');
    expect(bad({ products: 1000 })).toBe('invalid-sums');
    expect(bad({ outcomeSum: Number.NaN })).toBe('invalid-sums');
    expect(bad({ companionSum: 0 })).toBe('denominator-not-positive');
    expect(refusalOf(ratioOfSums(four, 0))).toBe('invalid-confidence');
    const same = pairSums([0.1, 0.2, 0.3], [0.3, 0.6, 0.9]);
    expect(refusalOf(ratioOfSums(same, 0.95))).toBe('no-variation');
    expect(refusalOf(compareRatios(same, same, 0.95))).toBe('no-variation');
    const weak = pairSums([0, 0, 9, 1], [0, 0, 5, 0]);
    expect(refusalOf(fiellerRatioInterval(weak, 0.95))).toBe('denominator-not-distinguishable');
    const none = pairSums([0, 0, 0], [1, 1, 2]);
    expect(refusalOf(relativeLiftOfRatios(four, none, 0.95))).toBe('control-ratio-not-positive');
    const unsure = pairSums([0, 0, 9, 0], [1, 1, 5, 1]);
    expect(refusalOf(relativeLiftOfRatios(four, unsure, 0.999))).toBe(
      'control-ratio-not-distinguishable',
    );
    expect(() => pairSums([1], [1, 2])).toThrow(RangeError);
  });
});

const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), between(0, 100)), {
  minLength: 4,
  maxLength: 30,
});
const sumsOf = (list: [number, number][], outcomeScale = 1, companionScale = 1) =>
  pairSums(
    [...list, [2, 5], [3, 20], [1, 1]].map(
      ([orders = 0, price = 0]) => outcomeScale * orders * price,
    ),
    [...list, [2, 5], [3, 20], [1, 1]].map(([orders = 0]) => companionScale * orders),
  );

describe('every two ratios', () => {
  it('scale with numerator and denominator, and mirror when swapped', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        const about = { first, second };
        const plain = valueOf(compareRatios(sumsOf(first), sumsOf(second), 0.95));
        const scaled = valueOf(compareRatios(sumsOf(first, 12, 3), sumsOf(second, 12, 3), 0.95));
        const scale = plain.standardError;
        expectClose(scaled.difference, 4 * plain.difference, 1e-9, about, scale);
        expectClose(scaled.standardError, 4 * plain.standardError, 1e-9, about);
        const back = valueOf(compareRatios(sumsOf(second), sumsOf(first), 0.95));
        expectClose(back.interval.low, -plain.interval.high, 1e-9, about, scale);
      }),
    );
  });

  it('have a lift that leaves out zero exactly when the difference does', () => {
    fc.assert(
      fc.property(customers, customers, (first, second) => {
        const lift = relativeLiftOfRatios(sumsOf(first), sumsOf(second), 0.95);
        if (!lift.ok) return;
        const { interval } = valueOf(compareRatios(sumsOf(first), sumsOf(second), 0.95));
        expect(lift.value.interval.low > 0).toBe(interval.low > 0);
        expect(lift.value.interval.high < 0).toBe(interval.high < 0);
      }),
    );
  });

  it('have a mean as the ratio to one per customer, with the standard error of the mean', () => {
    fc.assert(
      fc.property(fc.array(between(0, 100), { minLength: 2, maxLength: 20 }), (values) => {
        const all = [...values, 3, 60];
        const sums = pairSums(
          all,
          all.map(() => 1),
        );
        const { ratio, standardError } = valueOf(ratioOfSums(sums, 0.95));
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expectClose(ratio, mean, 1e-12, all);
        expectClose(standardError, Math.sqrt(squares / (all.length - 1) / all.length), 1e-9, all);
      }),
    );
  });
});
