import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spendConcentration } from '#core/stats/means/concentration.ts';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import { decomposeSpend, type ArmSpend } from '#core/stats/means/spend-decomposition.ts';
import { countValues, summariseCounts } from '#core/stats/means/value-counts.ts';
import { capCounts, capValues, pooledCaps } from '#core/stats/means/winsorise.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type SplitRow = Record<
  | 'customers1'
  | 'buyers1'
  | 'total1'
  | 'squares1'
  | 'customers0'
  | 'buyers0'
  | 'total0'
  | 'squares0'
  | 'whole'
  | 'buyers'
  | 'baskets'
  | 'seWhole'
  | 'seBuyers'
  | 'seBaskets'
  | 'low'
  | 'high'
  | 'p',
  number
>;
type CapRow = { x: number[]; y: number[]; unlike: boolean } & Record<
  'lower' | 'upper' | 'low' | 'high' | 'meanX' | 'meanY' | 'raised' | 'lowered',
  number
>;
type HeavyRow = { x: number[] } & Record<'top' | 'carried' | 'effective' | 'buyers', number>;
const { rows, caps, heavy } = oracle<{ rows: SplitRow[]; caps: CapRow[]; heavy: HeavyRow[] }>(
  'means/spend',
);
type WinsorRow = { values: number[] } & Record<
  'lower' | 'upper' | 'low' | 'high' | 'total',
  number
>;
const winsorised = oracle<WinsorRow[]>('means/winsorised');

const spend = (customers: number, buyers: number, total: number, squares: number): ArmSpend => ({
  customers,
  buyers,
  total,
  squares,
});
const spendOf = (values: readonly number[]): ArmSpend =>
  spend(
    values.length,
    values.filter((value) => value > 0).length,
    values.reduce((sum, value) => sum + value, 0),
    values.reduce((sum, value) => sum + value * value, 0),
  );
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the difference in spend split into buyers and baskets', () => {
  it('has the parts and the standard errors of a delta method written out in R', () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      const { whole, moreBuyers, biggerBaskets } = valueOf(
        decomposeSpend(
          spend(row.customers1, row.buyers1, row.total1, row.squares1),
          spend(row.customers0, row.buyers0, row.total0, row.squares0),
          0.9,
        ),
      );
      expectClose(whole.difference, row.whole, 1e-9, row, row.seWhole);
      expectClose(moreBuyers.difference, row.buyers, 1e-9, row, row.seWhole);
      expectClose(biggerBaskets.difference, row.baskets, 1e-9, row, row.seWhole);
      expectClose(whole.standardError, row.seWhole, 1e-9, row);
      expectClose(moreBuyers.standardError, row.seBuyers, 1e-9, row, 1e-6 * row.seWhole);
      expectClose(biggerBaskets.standardError, row.seBaskets, 1e-9, row);
      expectClose(biggerBaskets.interval.low, row.low, 1e-9, row, row.seBaskets);
      expectClose(biggerBaskets.interval.high, row.high, 1e-9, row, row.seBaskets);
      if (moreBuyers.pValue !== null) expectClose(moreBuyers.pValue, row.p, 1e-9, row);
    }
  });

  it('of 120 buyers of 55 against 100 of 50 is 1.05 by buyers and 0.55 by baskets', () => {
    const { whole, moreBuyers, biggerBaskets } = valueOf(
      decomposeSpend(spend(1000, 120, 6600, 480000), spend(1000, 100, 5000, 320000), 0.95),
    );
    expect(whole.difference).toBeCloseTo(1.6, 12);
    expect(moreBuyers.difference).toBeCloseTo(1.05, 12);
    expect(biggerBaskets.difference).toBeCloseTo(0.55, 12);
    expect(moreBuyers.standardError).toBeCloseTo(0.73565, 5);
    expect(biggerBaskets.standardError).toBeCloseTo(0.42944, 5);
  });

  it('gives no p-value for a part that cannot differ', () => {
    const { moreBuyers, biggerBaskets } = valueOf(
      decomposeSpend(spend(9, 9, 90, 1000), spend(8, 8, 70, 900), 0.95),
    );
    expect(moreBuyers).toMatchObject({ difference: 0, standardError: 0, pValue: null });
    expect(biggerBaskets.pValue).toBeGreaterThan(0);
  });

  it('refuses sums that no customers can have, fewer than two buyers, and no variation', () => {
    const good = spend(10, 5, 50, 600);
    const code = (bad: ArmSpend) => refusalOf(decomposeSpend(bad, good, 0.95));
    expect(code(spend(10, 11, 50, 600))).toBe('invalid-counts');
    expect(code(spend(10, 1, 50, 2500))).toBe('too-few-buyers');
    expect(code(spend(10, 5, 50, 400))).toBe('invalid-sums');
    expect(code(spend(10, 5, Number.NaN, 400))).toBe('invalid-sums');
    expect(code(spend(10, 5, 1e180, Number.POSITIVE_INFINITY))).toBe('invalid-sums');
    const all = spend(4, 4, 40, 400);
    expect(refusalOf(decomposeSpend(all, all, 0.95))).toBe('no-variation');
    expect(refusalOf(decomposeSpend(good, good, 0))).toBe('invalid-confidence');
  });
});

describe('caps from all arms together', () => {
  it('are R’s quantiles of the pooled customers, and cap as pmin and pmax do', () => {
    let met = 0;
    for (const { x, y, lower: lowerShare, upper: upperShare, ...row } of caps) {
      const arms = [countValues(x), countValues(y)];
      const found = pooledCaps(arms, { lowerShare, upperShare });
      if (row.low >= row.high && row.unlike) {
        expect(refusalOf(found)).toBe('caps-meet');
        met += 1;
        continue;
      }
      const { low, high } = valueOf(found);
      expectClose(low, row.low, 1e-12, row, 1e-3);
      expectClose(high, row.high, 1e-12, row, 1e-3);
      const arm = capCounts(arms[0] ?? [], valueOf(found));
      expect([arm.raised, arm.lowered]).toEqual([row.raised, row.lowered]);
      const capped = sumOf(arm.values.map(({ value, count }) => value * count)) / x.length;
      expectClose(capped, row.meanX, 1e-12, row, 1);
      expectClose(sumOf(capValues(y, valueOf(found))) / y.length, row.meanY, 1e-12, row, 1);
    }
    expect(met).toBeGreaterThan(2);
    expect(caps.length).toBeGreaterThan(100);
  });

  it('are scipy’s when they have to be observed values', () => {
    for (const { values, lower: lowerShare, upper: upperShare, ...row } of winsorised) {
      const found = pooledCaps([countValues(values)], { lowerShare, upperShare, rule: 'observed' });
      if (row.low >= row.high && new Set(values).size > 1) {
        expect(refusalOf(found)).toBe('caps-meet');
        continue;
      }
      expect(valueOf(found)).toEqual({ rule: 'observed', low: row.low, high: row.high });
      expectClose(sumOf(capValues(values, valueOf(found))), row.total, 1e-12, row);
    }
  });

  it('are one pair for both arms: a better arm is not capped higher', () => {
    const treatment = countValues(Array.from({ length: 100 }, (_, place) => 2 * place));
    const control = countValues(Array.from({ length: 100 }, (_, place) => place));
    const found = valueOf(pooledCaps([treatment, control], { lowerShare: 0, upperShare: 0.05 }));
    expect(capCounts(treatment, found).values.at(-1)?.value).toBe(found.high);
    expect(capCounts(treatment, found).lowered).toBe(10);
    expect(capCounts(control, found).lowered).toBe(0);
  });

  it('refuse to cap everything away, and shares that are none', () => {
    const few = [
      { value: 0, count: 990 },
      { value: 80, count: 10 },
    ];
    const tried = pooledCaps([few], { lowerShare: 0, upperShare: 0.02 });
    expect(refusalOf(tried)).toBe('caps-meet');
    const bad = { lowerShare: 0.5, upperShare: 0.1 };
    expect(refusalOf(pooledCaps([few], bad))).toBe('invalid-shares');
    expect(refusalOf(pooledCaps([], bad))).toBe('too-few-arms');
    expect(refusalOf(pooledCaps([[]], { lowerShare: 0, upperShare: 0 }))).toBe('too-few-values');
  });
});

describe('the concentration of spend', () => {
  it('is the Lorenz curve and the effective size of R', () => {
    for (const { x, top, carried, effective, buyers } of heavy) {
      const found = valueOf(spendConcentration(countValues(x), top));
      expectClose(found.topCarriedShare, carried, 1e-9, { x, top });
      expectClose(found.effectiveBuyers, effective, 1e-9, { x, top });
      expect(found.buyers).toBe(buyers);
    }
  });

  it('of 90 at 0, 9 at 10 and one at 110 is 0.55 for the top percent, 3.0769 effective buyers', () => {
    const counts = [
      { value: 0, count: 90 },
      { value: 10, count: 9 },
      { value: 110, count: 1 },
    ];
    const found = valueOf(spendConcentration(counts));
    expect(found.topCarriedShare).toBeCloseTo(0.55, 12);
    expect(found.effectiveBuyers).toBeCloseTo(3.076923, 6);
    expect(refusalOf(spendConcentration(counts.slice(0, 1)))).toBe('no-buyers');
    expect(refusalOf(spendConcentration([{ value: -1, count: 3 }]))).toBe('negative-values');
    expect(refusalOf(spendConcentration(counts, 0))).toBe('invalid-shares');
    expect(refusalOf(spendConcentration([]))).toBe('too-few-values');
  });
});

const amounts = fc
  .array(fc.oneof(fc.constant(0), between(1, 500)), {
    minLength: 3,
    maxLength: 30,
  })
  .map((values) => [...values, 7, 11, 0]);

describe('every two arms of spend', () => {
  it('have parts that add up to the whole, whose error is Welch’s', () => {
    fc.assert(
      fc.property(amounts, amounts, (x, y) => {
        const about = { x, y };
        const split = valueOf(decomposeSpend(spendOf(x), spendOf(y), 0.95));
        const { whole, moreBuyers, biggerBaskets } = split;
        const together = moreBuyers.difference + biggerBaskets.difference;
        expectClose(together, whole.difference, 1e-12, about, whole.standardError);
        const [treatment, control] = [x, y].map((values) =>
          valueOf(summariseCounts(countValues(values))),
        );
        if (!treatment || !control) throw new Error('Two arms');
        const welch = valueOf(compareMeans(treatment, control, 0.95));
        expectClose(whole.difference, welch.difference, 1e-9, about, whole.standardError);
        const statistic = whole.difference / whole.standardError;
        expectClose(statistic, welch.statistic, 1e-9, about, 1);
      }),
    );
  });

  it('have mirrored parts when swapped, and parts in cents when counted in cents', () => {
    fc.assert(
      fc.property(amounts, amounts, (x, y) => {
        const about = { x, y };
        const there = valueOf(decomposeSpend(spendOf(x), spendOf(y), 0.95));
        const back = valueOf(decomposeSpend(spendOf(y), spendOf(x), 0.95));
        const inCents = (values: number[]) => spendOf(values.map((value) => value * 100));
        const cents = valueOf(decomposeSpend(inCents(x), inCents(y), 0.95));
        for (const part of ['whole', 'moreBuyers', 'biggerBaskets'] as const) {
          const scale = there.whole.standardError;
          expectClose(back[part].difference, -there[part].difference, 1e-9, about, scale);
          expectClose(back[part].standardError, there[part].standardError, 1e-9, about);
          expectClose(cents[part].difference / 100, there[part].difference, 1e-9, about, scale);
          expectClose(cents[part].standardError / 100, there[part].standardError, 1e-9, about);
        }
      }),
    );
  });

  it('are left as they are by caps beyond the data, and capped twice are capped once', () => {
    fc.assert(
      fc.property(amounts, amounts, (x, y) => {
        const arms = [countValues(x), countValues(y)];
        const none = valueOf(pooledCaps(arms, { lowerShare: 0, upperShare: 0 }));
        for (const arm of arms) {
          expect(capCounts(arm, none)).toEqual({ values: arm, raised: 0, lowered: 0 });
        }
        expect(capValues(x, none)).toEqual(x);
        const some = pooledCaps(arms, { lowerShare: 0.1, upperShare: 0.1 });
        if (!some.ok) return;
        const once = capCounts(arms[0] ?? [], some.value);
        expect(capCounts(once.values, some.value)).toEqual({ ...once, raised: 0, lowered: 0 });
        expect(once.values).toEqual(countValues(capValues(x, some.value)));
      }),
    );
  });
});
