import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactCommonOddsRatio } from '#core/stats/stratified/exact-common-odds-ratio.ts';
import { fisherExactTest } from '#core/stats/proportions/fisher-exact.ts';
import { cochranMantelHaenszel } from '#core/stats/stratified/stratified.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { ucbAdmissions } from '../known-tables.ts';
import { rabbits, smallStrata, strataOfLists, swapped } from './strata-arbitrary.ts';

interface ExactRow {
  name: string;
  events1: number[];
  trials1: number[];
  events0: number[];
  trials0: number[];
  statistic: number;
  p: number;
  greater: number;
  less: number;
}
interface LimitRow {
  p: number;
  greater: number;
  less: number;
  oddsRatio: number | null;
  low: number;
  high: number | null;
}
const { cases } = oracle<{ cases: ExactRow[] }>('stratified/exact-cmh');
const { cases: limits } = oracle<{ cases: LimitRow[] }>('stratified/exact-limits');

describe('the exact stratified comparison', () => {
  it('has the number and p-values of R, and the odds ratio and limits of whole numbers and forty digits', () => {
    expect(cases.length).toBeGreaterThan(150);
    expect(limits).toHaveLength(cases.length);
    cases.forEach((row, place) => {
      const strata = strataOfLists(row);
      const expected = limits[place];
      if (!expected) throw new Error('no limits');
      const found = valueOf(exactCommonOddsRatio(strata));
      const greater = valueOf(exactCommonOddsRatio(strata, { alternative: 'greater' }));
      const less = valueOf(exactCommonOddsRatio(strata, { alternative: 'less' }));
      expect(found.statistic).toBe(row.statistic);
      expectClose(found.pValue, row.p, 1e-9, row);
      // R takes 1 - the other tail where that is easier, which leaves no digits far out.
      expectClose(greater.pValue, row.greater, 1e-9, row, 1e-3);
      expectClose(less.pValue, row.less, 1e-9, row, 1e-3);
      expectClose(found.pValue, expected.p, 1e-9, row);
      expectClose(greater.pValue, expected.greater, 1e-9, row);
      expectClose(less.pValue, expected.less, 1e-9, row);
      expectClose(found.oddsRatio ?? -1, expected.oddsRatio ?? -1, 1e-9, row);
      expectClose(found.oddsRatioInterval.low, expected.low, 1e-9, row);
      expectClose(found.oddsRatioInterval.high ?? -1, expected.high ?? -1, 1e-9, row);
    });
  });

  it('G4: rabbits give S 16, p 0.03994, odds ratio 10.36102, greater 0.01997', () => {
    const found = valueOf(exactCommonOddsRatio(rabbits));
    expect(found.statistic).toBe(16);
    expect(found.pValue).toBeCloseTo(0.03994, 5);
    expectClose(found.oddsRatio ?? NaN, 10.36102, 1e-5, 'G4');
    // R prints 1.077401 and 529.837399; whole numbers and forty digits give these, so R stops its search early.
    expectClose(found.oddsRatioInterval.low, 1.0773877635180331, 1e-12, 'G4');
    expectClose(found.oddsRatioInterval.high ?? NaN, 531.5127828899347, 1e-12, 'G4');
    expectClose(found.oddsRatioInterval.low, 1.077401, 2e-5, 'G4');
    expectClose(found.oddsRatioInterval.high ?? NaN, 529.837399, 4e-3, 'G4');
    const greater = valueOf(exactCommonOddsRatio(rabbits, { alternative: 'greater' }));
    expect(greater.pValue).toBeCloseTo(0.01997, 5);
  });

  it('gives 0.905 for the Berkeley admissions, near the odds ratio of Mantel and Haenszel', () => {
    const found = valueOf(exactCommonOddsRatio(ucbAdmissions));
    expect(found.oddsRatio).toBeCloseTo(0.9050699613, 9);
    expect(found.pValue).toBeCloseTo(0.2277625268, 9);
    expectClose(found.pValue, valueOf(cochranMantelHaenszel(ucbAdmissions)).pValue, 0.06, 'UCB');
  });

  it('gives the smallest number where a p-value is beyond the numbers', () => {
    const apart = { treatment: counts(2000, 2000), control: counts(0, 2000) };
    const found = valueOf(exactCommonOddsRatio([apart, apart], { alternative: 'greater' }));
    expect(found.pValue).toBe(Number.MIN_VALUE);
    expect(found.oddsRatio).toBeNull();
    expect(found.oddsRatioInterval.low).toBeGreaterThan(1000);
  });

  it('nears the chi-square where the cells are large', () => {
    const strata = Array.from({ length: 20 }, (_, place) => ({
      treatment: counts(130 + place, 3000),
      control: counts(118 + place, 3000),
    }));
    const exact = valueOf(exactCommonOddsRatio(strata));
    const corrected = valueOf(cochranMantelHaenszel(strata, { continuityCorrection: true }));
    expectClose(exact.pValue, corrected.pValue, 5e-3, strata);
    expectClose(exact.oddsRatio ?? NaN, corrected.oddsRatio ?? NaN, 1e-3, strata);
  });
});

describe('any small strata, exactly', () => {
  it('give the mirrored answer with the arms swapped and the strata in another order', () => {
    fc.assert(
      fc.property(smallStrata, (strata) => {
        const found = exactCommonOddsRatio(strata, { alternative: 'greater' });
        const mirrored = exactCommonOddsRatio(swapped(strata).toReversed(), {
          alternative: 'less',
        });
        expect(mirrored.ok).toBe(found.ok);
        if (!found.ok || !mirrored.ok) return;
        expectClose(mirrored.value.pValue, found.value.pValue, 1e-10, strata);
        const { low } = found.value.oddsRatioInterval;
        const { high } = mirrored.value.oddsRatioInterval;
        expectClose(high === null ? 0 : 1 / high, low, 1e-9, strata);
        const { oddsRatio } = found.value;
        const inverse = mirrored.value.oddsRatio;
        if (oddsRatio && inverse) expectClose(inverse * oddsRatio, 1, 1e-9, strata);
      }),
    );
  });

  it('leave an odds ratio of 1 out of a one-sided interval exactly when that p-value is small', () => {
    fc.assert(
      fc.property(smallStrata, (strata) => {
        const found = exactCommonOddsRatio(strata, { alternative: 'greater' });
        if (!found.ok) return;
        expect(found.value.oddsRatioInterval.low > 1).toBe(found.value.pValue < 0.05);
      }),
    );
  });

  it('are, being one, the exact test of Fisher', () => {
    fc.assert(
      fc.property(
        smallStrata,
        fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const),
        ([pair], alternative) => {
          if (!pair) return;
          const found = exactCommonOddsRatio([pair], { alternative });
          if (!found.ok) return;
          const { treatment, control } = pair;
          const fisher = valueOf(fisherExactTest(treatment, control, { alternative }));
          expectClose(found.value.pValue, fisher.pValue, 1e-10, pair);
          expectClose(found.value.oddsRatio ?? -1, fisher.oddsRatio ?? -1, 1e-9, pair);
          const { low, high } = found.value.oddsRatioInterval;
          expectClose(low, fisher.interval.low, 1e-9, pair);
          expectClose(high ?? -1, fisher.interval.high ?? -1, 1e-9, pair);
        },
      ),
    );
  });

  it('have two tails that overlap in the observed outcome only', () => {
    fc.assert(
      fc.property(smallStrata, (strata) => {
        const greater = exactCommonOddsRatio(strata, { alternative: 'greater' });
        const less = exactCommonOddsRatio(strata, { alternative: 'less' });
        const both = exactCommonOddsRatio(strata);
        if (!greater.ok || !less.ok || !both.ok) return;
        const [upper, lower] = [greater.value.pValue, less.value.pValue];
        expect(upper + lower).toBeGreaterThan(1 - 1e-12);
        const observed = upper + lower - 1;
        expect(both.value.pValue).toBeGreaterThanOrEqual(observed * (1 - 1e-9) - 1e-12);
        expect(both.value.pValue).toBeGreaterThanOrEqual(Math.min(upper, lower) * (1 - 1e-9));
      }),
    );
  });

  it('keep the likeliest odds ratio inside the interval', () => {
    fc.assert(
      fc.property(smallStrata, (strata) => {
        const found = exactCommonOddsRatio(strata);
        if (!found.ok) return;
        const { oddsRatio, oddsRatioInterval } = found.value;
        const { low, high } = oddsRatioInterval;
        expect(low).toBeLessThanOrEqual(oddsRatio ?? Infinity);
        expect(oddsRatio ?? Infinity).toBeLessThanOrEqual(high ?? Infinity);
        expect(oddsRatio === null).toBe(high === null);
        expect(oddsRatio === 0).toBe(low === 0);
      }),
    );
  });
});

describe('the exact stratified comparison refuses', () => {
  it('what says nothing, what is impossible and what would take too long', () => {
    const silent = { treatment: counts(0, 5), control: counts(0, 5) };
    const huge = { treatment: counts(150_000, 300_000), control: counts(150_000, 300_000) };
    expect(refusalOf(exactCommonOddsRatio([]))).toBe('no-informative-strata');
    expect(refusalOf(exactCommonOddsRatio([silent]))).toBe('no-informative-strata');
    expect(refusalOf(exactCommonOddsRatio([huge]))).toBe('too-large-for-exact');
    expect(refusalOf(exactCommonOddsRatio([huge, huge]))).toBe('too-large-for-exact');
    expect(refusalOf(exactCommonOddsRatio(rabbits, { confidenceShare: 1 }))).toBe(
      'invalid-confidence',
    );
    const wrong = { treatment: counts(9, 5), control: counts(1, 5) };
    expect(exactCommonOddsRatio([silent, wrong])).toMatchObject({
      problem: { code: 'invalid-counts', stratum: 1 },
    });
  });
});
