import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationShift } from '#core/stats/means/hodges-lehmann.ts';
import { kruskalWallis } from '#core/stats/means/kruskal-wallis.ts';
import { pairwiseDifferences } from '#core/stats/means/pairwise-differences.ts';
import { rankSumTest } from '#core/stats/means/rank-sum-test.ts';
import { countValues, summariseCounts, type ValueCounts } from '#core/stats/means/value-counts.ts';
import type { Alternative } from '#core/stats/proportions/alternative.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Ends = Partial<Record<'Low' | 'High', number>>;
interface Data {
  samples: { x: number[]; y: number[] }[];
  two: ({ sample: number; alternative: Alternative; exact?: number; coin?: number } & Record<
    'w' | 'p' | 'corrected' | 'uncorrected',
    number
  >)[];
  shifts: ({ sample: number; alternative: Alternative; confidence: number; shift: number } & Record<
    string,
    number
  >)[];
  several: { groups: number[][]; statistic: number; df: number; p: number }[];
  counted: (Record<'valuesX' | 'countsX' | 'valuesY' | 'countsY', number[]> &
    Record<'w' | 'p' | 'less' | 'mean' | 'sd', number> &
    Partial<Record<'buyersShift' | 'buyersLow' | 'buyersHigh', number>>)[];
}
const { samples, two, shifts, several, counted } = oracle<Data>('means/ranks');
const arms = samples.map(({ x, y }) => ({ x: countValues(x), y: countValues(y) }));
const armsOf = (sample: number) => arms[sample] ?? { x: [], y: [] };
const pairUp = (values: number[], counts: number[]): ValueCounts =>
  values.map((value, place) => ({ value, count: counts[place] ?? NaN }));

const waitX = countValues([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]);
const waitY = countValues([1.15, 0.88, 0.9, 0.74, 1.21]);

describe('the rank sum test', () => {
  it('G29: Hollander and Wolfe’s waiting times give W 35, exact p 0.1272, normal p 0.1103', () => {
    const exact = valueOf(rankSumTest(waitX, waitY, { alternative: 'greater' }));
    expect(exact).toMatchObject({ method: 'exact', statistic: 35, superiorityShare: 0.7 });
    expectClose(exact.pValue, 0.127206127, 1e-8, 'G29');
    const normal = valueOf(
      rankSumTest(waitX, waitY, {
        alternative: 'greater',
        method: 'normal',
        continuityCorrection: false,
      }),
    );
    expect(normal.pValue).toBeCloseTo(0.1103, 4);
  });

  it('is that of R, exact and normal, with and without the correction', () => {
    expect(two.length).toBeGreaterThan(350);
    for (const row of two) {
      const { x, y } = armsOf(row.sample);
      const { alternative } = row;
      const automatic = valueOf(rankSumTest(x, y, { alternative }));
      expect(automatic.statistic).toBe(row.w);
      expectClose(automatic.pValue, row.p, 1e-9, row);
      const normal = valueOf(rankSumTest(x, y, { alternative, method: 'normal' }));
      expectClose(normal.pValue, row.corrected, 1e-9, row);
      const plain = { alternative, method: 'normal', continuityCorrection: false } as const;
      expectClose(valueOf(rankSumTest(x, y, plain)).pValue, row.uncorrected, 1e-9, row);
    }
  });

  it('counts all deals exactly, ties or not, as exactRankTests and coin do', () => {
    let compared = 0;
    for (const row of two) {
      if (row.exact === undefined) continue;
      const { x, y } = armsOf(row.sample);
      const exact = valueOf(rankSumTest(x, y, { alternative: row.alternative, method: 'exact' }));
      expectClose(exact.pValue, row.exact, 1e-9, row);
      if (row.coin !== undefined) expectClose(exact.pValue, row.coin, 1e-9, row);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(250);
  });

  it('takes whole mailings as value counts', () => {
    for (const row of counted) {
      const x = pairUp(row.valuesX, row.countsX);
      const y = pairUp(row.valuesY, row.countsY);
      const found = valueOf(rankSumTest(x, y));
      expect(found.statistic).toBe(row.w);
      expectClose(found.pValue, row.p, 1e-9, row.w);
      expectClose(
        valueOf(rankSumTest(x, y, { alternative: 'less' })).pValue,
        row.less,
        1e-9,
        row.w,
      );
      const { mean, standardDeviation } = valueOf(summariseCounts(x));
      expectClose(mean, row.mean, 1e-12, row.w);
      expectClose(standardDeviation, row.sd, 1e-12, row.w);
      if (row.buyersLow === undefined || row.buyersHigh === undefined) continue;
      const buyers = (all: ValueCounts) => all.filter(({ value }) => value > 0);
      const shift = valueOf(locationShift(buyers(x), buyers(y), 0.95, { method: 'normal' }));
      expectClose(shift.shift, row.buyersShift ?? NaN, 1e-9, row.w, 1);
      expectClose(shift.interval.low ?? NaN, row.buyersLow, 1e-9, row.w, 1);
      expectClose(shift.interval.high ?? NaN, row.buyersHigh, 1e-9, row.w, 1);
    }
  });

  it('refuses an empty arm, values that are all equal, counts that are none, and endless counting', () => {
    const one = countValues([1, 1]);
    expect(refusalOf(rankSumTest([], one))).toBe('too-few-values');
    expect(refusalOf(rankSumTest(one, one))).toBe('no-variation');
    expect(refusalOf(rankSumTest([{ value: 1, count: 0.5 }], one))).toBe('invalid-counts');
    expect(refusalOf(rankSumTest([...waitX].reverse(), one))).toBe('invalid-counts');
    expect(refusalOf(rankSumTest([{ value: 1e200, count: 1 }], one))).toBe('invalid-counts');
    const many = [{ value: 0, count: 5000 }, ...waitX];
    expect(refusalOf(rankSumTest(many, many, { method: 'exact' }))).toBe('too-large-for-exact');
    expect(() => countValues([Number.NaN])).toThrow(RangeError);
  });
});

describe('the shift between two arms', () => {
  it('has R’s interval, exact and normal, two-sided and one-sided', () => {
    let limits = 0;
    for (const row of shifts) {
      const { x, y } = armsOf(row.sample);
      const { alternative, confidence } = row;
      for (const kind of ['exact', 'corrected', 'uncorrected'] as const) {
        const expected: Ends = { Low: row[`${kind}Low`], High: row[`${kind}High`] };
        if (expected.Low === undefined && expected.High === undefined) continue;
        const found = valueOf(
          locationShift(x, y, confidence, {
            alternative,
            method: kind === 'exact' ? 'exact' : 'normal',
            continuityCorrection: kind === 'corrected',
          }),
        );
        expectClose(found.shift, row.shift, 1e-12, row, 1e-2);
        for (const [end, value] of [
          [found.interval.low, expected.Low],
          [found.interval.high, expected.High],
        ] as const) {
          if (value === undefined) expect(end).toBe(null);
          else expectClose(end ?? NaN, value, 1e-9, { ...row, kind }, 1);
          limits += 1;
        }
      }
    }
    expect(limits).toBeGreaterThan(1500);
  });

  it('picks from all differences the one a full list has there', () => {
    const values = fc.array(fc.oneof(fc.integer({ min: -3, max: 9 }), between(-1e6, 1e6)), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(values, values, between(0, 1), (x, y, share) => {
        const all = x.flatMap((left) => y.map((right) => left - right)).sort((a, b) => a - b);
        const place = Math.min(all.length, 1 + Math.floor(share * all.length));
        const found = pairwiseDifferences(countValues(x), countValues(y))(place);
        expect(found + 0).toBe((all[place - 1] ?? NaN) + 0);
      }),
    );
    expect(() => pairwiseDifferences(waitX, waitY)(51)).toThrow(RangeError);
  });

  it('refuses an exact interval for tied values, and an impossible confidence', () => {
    const tied = countValues([1, 2, 2]);
    expect(refusalOf(locationShift(tied, waitY, 0.95, { method: 'exact' }))).toBe('ties');
    expect(refusalOf(locationShift(waitX, waitX, 0.95, { method: 'exact' }))).toBe('ties');
    expect(refusalOf(locationShift(waitX, waitY, 1))).toBe('invalid-confidence');
  });

  it('is zero where most customers spend nothing, however much the few spend', () => {
    const few = [
      { value: 0, count: 900 },
      { value: 1000, count: 100 },
    ];
    const none = [{ value: 0, count: 1000 }];
    const { shift, interval } = valueOf(locationShift(few, none, 0.95));
    expect([shift, interval.low, interval.high]).toEqual([0, 0, 0]);
    expect(valueOf(rankSumTest(few, none)).pValue).toBeLessThan(1e-20);
  });
});

describe('every two arms', () => {
  const distinct = fc
    .uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 40 })
    .chain((values) =>
      fc.integer({ min: 2, max: values.length - 2 }).map((cut) => ({
        x: countValues(values.slice(0, cut)),
        y: countValues(values.slice(cut)),
      })),
    );
  const tied = fc
    .tuple(
      ...[0, 1].map(() =>
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 }),
      ),
    )
    .map(([x = [], y = []]) => ({ x: countValues([...x, 7]), y: countValues([...y, 0]) }));

  it('have a shift interval that leaves out zero exactly when the exact p-value is below alpha', () => {
    fc.assert(
      fc.property(distinct, fc.constantFrom(0.8, 0.95), ({ x, y }, confidence) => {
        const { interval, coveredShare } = valueOf(locationShift(x, y, confidence));
        // Arms too small for the confidence: the widest interval there is covers less.
        if ((coveredShare ?? 0) < confidence) return;
        const { pValue } = valueOf(rankSumTest(x, y));
        const without = (interval.low ?? NaN) > 0 || (interval.high ?? NaN) < 0;
        expect(without).toBe(pValue <= 1 - (coveredShare ?? NaN) + 1e-12);
        // Whole pairs can hit alpha exactly; the interval then leaves out zero.
        if (Math.abs(pValue - 1 + confidence) > 1e-12)
          expect(without).toBe(pValue < 1 - confidence);
      }),
    );
  });

  it('give the mirrored answer when swapped, and the same when all values grow alike', () => {
    fc.assert(
      fc.property(tied, fc.constantFrom('exact', 'normal'), ({ x, y }, method) => {
        const there = valueOf(rankSumTest(x, y, { method, alternative: 'greater' }));
        const back = valueOf(rankSumTest(y, x, { method, alternative: 'less' }));
        expectClose(back.pValue, there.pValue, 1e-12, { x, y });
        expect(back.statistic).toBe(there.controlStatistic);
        const grown = (counts: ValueCounts) =>
          counts.map(({ value, count }) => ({ value: 8 * value + 3, count }));
        expect(
          valueOf(rankSumTest(grown(x), grown(y), { method, alternative: 'greater' })),
        ).toEqual(there);
        const shift = valueOf(locationShift(x, y, 0.9));
        const mirrored = valueOf(locationShift(y, x, 0.9));
        expect(mirrored.interval.low).toBeCloseTo(-(shift.interval.high ?? NaN), 12);
        const larger = valueOf(
          locationShift(
            grown(x),
            y.map(({ value, count }) => ({ value: 8 * value, count })),
            0.9,
          ),
        );
        expect(larger.shift).toBeCloseTo(8 * shift.shift + 3, 9);
        expect(larger.interval.low).toBeCloseTo(8 * (shift.interval.low ?? NaN) + 3, 9);
      }),
    );
  });

  it('have exact one-sided tails that overlap in what was seen', () => {
    fc.assert(
      fc.property(tied, ({ x, y }) => {
        const tail = (alternative: Alternative) =>
          valueOf(rankSumTest(x, y, { method: 'exact', alternative })).pValue;
        expect(tail('greater') + tail('less')).toBeGreaterThan(1);
        expect(tail('two-sided')).toBeGreaterThanOrEqual(
          Math.min(tail('greater'), tail('less')) - 1e-12,
        );
      }),
    );
  });

  it('agree with Kruskal and Wallis: the squared z without correction', () => {
    fc.assert(
      fc.property(tied, ({ x, y }) => {
        const { zValue } = valueOf(
          rankSumTest(x, y, { method: 'normal', continuityCorrection: false }),
        );
        const { statistic } = valueOf(kruskalWallis([x, y]));
        expectClose(statistic, (zValue ?? NaN) ** 2, 1e-11, { x, y }, 1e-9);
      }),
    );
  });
});

describe('the rank test of several arms', () => {
  it('G30: Hollander and Wolfe’s mucociliary efficiency gives 0.77143, p 0.68', () => {
    const found = valueOf(
      kruskalWallis(
        [
          [2.9, 3.0, 2.5, 2.6, 3.2],
          [3.8, 2.7, 4.0, 2.4],
          [2.8, 3.4, 3.7, 2.2, 2.0],
        ].map((values) => countValues(values)),
      ),
    );
    expect(found.statistic).toBeCloseTo(0.77143, 5);
    expect(found.degreesOfFreedom).toBe(2);
    expect(found.pValue).toBeCloseTo(0.68, 3);
  });

  it('is that of R', () => {
    expect(several.length).toBeGreaterThan(30);
    for (const { groups, statistic, df, p } of several) {
      const found = valueOf(kruskalWallis(groups.map((values) => countValues(values))));
      expectClose(found.statistic, statistic, 1e-9, groups, 1e-3);
      expect(found.degreesOfFreedom).toBe(df);
      expectClose(found.pValue, p, 1e-9, groups);
    }
  });

  it('refuses one arm, an empty arm and equal values', () => {
    expect(refusalOf(kruskalWallis([waitX]))).toBe('too-few-arms');
    expect(refusalOf(kruskalWallis([waitX, []]))).toBe('too-few-values');
    const flat = countValues([2, 2]);
    expect(refusalOf(kruskalWallis([flat, flat]))).toBe('no-variation');
  });
});
