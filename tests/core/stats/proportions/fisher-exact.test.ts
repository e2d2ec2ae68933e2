import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionalOddsRatio,
  mostExactCustomers,
} from '#core/stats/proportions/conditional-odds-ratio.ts';
import { fisherExactPValue, fisherExactTest } from '#core/stats/proportions/fisher-exact.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface Table {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
}
type TestRow = Table & Record<'twoSided' | 'greater' | 'less' | 'low', number> & Ends;
interface Ends {
  oddsRatio?: number | null;
  high?: number | null;
}
type LimitRow = Table &
  Ends & {
    confidence: number;
    low: number;
    greaterLow: number;
    lessHigh: number | null;
    scipy?: [number, number, number];
  };
const { tests } = oracle<{ tests: TestRow[] }>('proportions/fisher');
const { limits } = oracle<{ limits: LimitRow[] }>('proportions/conditional-limits');

const arms = (row: Table) =>
  [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
const smallArm = fc
  .integer({ min: 1, max: 60 })
  .chain((trials) => fc.integer({ min: 0, max: trials }).map((events) => counts(events, trials)));

const withinOne = (ratio: number): number => (ratio > 1 ? 1 / ratio : ratio);

describe("Fisher's exact test", () => {
  it('has the p-values of R', () => {
    expect(tests.length).toBeGreaterThan(130);
    for (const row of tests) {
      const { pValue } = valueOf(fisherExactTest(...arms(row)));
      const tolerance = 1e-12;
      expectClose(pValue, row.twoSided, tolerance, row);
      expectClose(valueOf(fisherExactPValue(...arms(row), 'greater')), row.greater, tolerance, row);
      expectClose(valueOf(fisherExactPValue(...arms(row), 'less')), row.less, tolerance, row);
    }
  });

  it('G17: of the tea, 3 of 4 against 1 of 4, gives p .2429 with odds ratio 6.408309 (.3135693 or more)', () => {
    const tea = valueOf(fisherExactTest(counts(3, 4), counts(1, 4), { alternative: 'greater' }));
    expectClose(tea.pValue, 0.24285714285714285, 1e-14, 'tea');
    // The published figures are R's, whose search stops at some 1e-5 of them.
    expectClose(tea.oddsRatio ?? NaN, 6.408309, 2e-5, 'tea');
    expectClose(tea.interval.low, 0.3135693, 2e-5, 'tea');
    expect(tea.interval.high).toBe(null);
  });

  it('G17: of the convictions, 2 of 12 against 15 of 18, gives p .0005367, 95% and 99% limits', () => {
    const twins = [counts(2, 12), counts(15, 18)] as const;
    const found = valueOf(fisherExactTest(...twins));
    expect(found.pValue).toBeCloseTo(0.0005367, 7);
    expectClose(found.oddsRatio ?? NaN, 0.04693661, 2e-5, 'odds ratio');
    expect(found.interval.low).toBeCloseTo(0.003325764, 4);
    expect(found.interval.high).toBeCloseTo(0.363182271, 4);
    const wide = valueOf(fisherExactTest(...twins, { confidenceShare: 0.99 }));
    expect(wide.interval.low).toBeCloseTo(0.001386333, 4);
    expect(wide.interval.high).toBeCloseTo(0.578851645, 4);
  });

  it('gives one and an interval without a limit where only one table is possible', () => {
    for (const events of [0, 1] as const) {
      const found = valueOf(fisherExactTest(counts(5 * events, 5), counts(9 * events, 9)));
      expect(found).toMatchObject({ pValue: 1, oddsRatio: null, interval: { low: 0, high: null } });
    }
  });

  it('stays above zero beyond the smallest number', () => {
    const found = valueOf(fisherExactTest(counts(100, 100_000), counts(90_000, 100_000)));
    expect(found.pValue).toBe(Number.MIN_VALUE);
    expect(found.interval.high).toBeLessThan(2e-4);
  });

  it('refuses what no experiment can give, and what would take too long', () => {
    expect(refusalOf(fisherExactTest(counts(0, 0), counts(1, 2)))).toBe('no-trials');
    expect(refusalOf(fisherExactTest(counts(3, 2), counts(1, 2)))).toBe('invalid-counts');
    expect(refusalOf(fisherExactTest(counts(1, 2), counts(1, 2), { confidenceShare: 1 }))).toBe(
      'invalid-confidence',
    );
    const many = counts(5, mostExactCustomers);
    expect(refusalOf(fisherExactPValue(many, counts(1, 2)))).toBe('too-large-for-exact');
    expect(refusalOf(conditionalOddsRatio(many, counts(1, 2)))).toBe('too-large-for-exact');
  });
});

describe('the conditional odds ratio', () => {
  it('has the value and the limits of a solution in 40 digits', () => {
    expect(limits.length).toBeGreaterThan(70);
    for (const row of limits) {
      const confidenceShare = row.confidence;
      const found = valueOf(conditionalOddsRatio(...arms(row), { confidenceShare }));
      const compare = (actual: number | null, expected: number | null | undefined): void => {
        if (expected === null || expected === undefined) expect(actual).toBe(null);
        else expectClose(actual ?? NaN, expected, 1e-11, row);
      };
      compare(found.oddsRatio, row.events1 + row.events0 === 0 ? null : row.oddsRatio);
      compare(found.interval.low, row.low);
      compare(found.interval.high, row.high);
      const ask = (alternative: 'greater' | 'less') =>
        valueOf(conditionalOddsRatio(...arms(row), { confidenceShare, alternative })).interval;
      compare(ask('greater').low, row.greaterLow);
      compare(ask('less').high, row.lessHigh);
    }
  });

  it('is that of SciPy and, as nearly as R searches, that of R', () => {
    for (const row of limits) {
      if (!row.scipy) continue;
      const confidenceShare = row.confidence;
      const { oddsRatio, interval } = valueOf(
        conditionalOddsRatio(...arms(row), { confidenceShare }),
      );
      const [estimate, low, high] = row.scipy;
      // SciPy solves to an absolute 2e-12.
      expectClose(oddsRatio ?? NaN, estimate, 1e-9, row, 1e-2);
      expectClose(interval.low, low, 1e-9, row, 1e-2);
      expectClose(interval.high ?? NaN, high, 1e-9, row, 1e-2);
    }
    for (const row of tests) {
      const { oddsRatio, interval } = valueOf(conditionalOddsRatio(...arms(row)));
      for (const [actual, expected] of [
        [oddsRatio, row.oddsRatio],
        [interval.low, row.low],
        [interval.high, row.high],
      ]) {
        // R searches between 0 and 1 for the ratio or its reciprocal, to some 1e-4.
        if (expected) expectClose(withinOne(actual ?? NaN), withinOne(expected), 2e-4, row, 1);
      }
    }
  });

  it('leaves out one exactly when the one-sided p-value is below alpha', () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const greater = valueOf(
          fisherExactTest(treatment, control, { alternative: 'greater', confidenceShare: 0.9 }),
        );
        expect(greater.interval.low > 1).toBe(greater.pValue < 0.1);
        const less = valueOf(
          fisherExactTest(treatment, control, { alternative: 'less', confidenceShare: 0.9 }),
        );
        expect((less.interval.high ?? Infinity) < 1).toBe(less.pValue < 0.1);
      }),
    );
  });

  it('is the reciprocal when the arms, or response and no response, are swapped', () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const there = valueOf(fisherExactTest(treatment, control));
        const misses = (arm: typeof treatment) => counts(arm.trials - arm.events, arm.trials);
        const swaps = [
          fisherExactTest(control, treatment),
          fisherExactTest(misses(treatment), misses(control)),
        ];
        for (const back of swaps.map(valueOf)) {
          const about = { treatment, control };
          expectClose(back.pValue, there.pValue, 1e-12, about);
          if (there.interval.high === null) expect(back.interval.low).toBe(0);
          else expectClose(back.interval.low * there.interval.high, 1, 1e-11, about);
          if (there.oddsRatio && back.oddsRatio) {
            expectClose(back.oddsRatio * there.oddsRatio, 1, 1e-11, about);
          }
        }
      }),
    );
  });
});

describe('every exact p-value', () => {
  it('is above 0 and at most 1, and the two sides overlap by the observed table', () => {
    fc.assert(
      fc.property(smallArm, smallArm, (treatment, control) => {
        const [two, greater, less] = (['two-sided', 'greater', 'less'] as const).map((side) =>
          valueOf(fisherExactPValue(treatment, control, side)),
        ) as [number, number, number];
        for (const pValue of [two, greater, less]) {
          expect(pValue).toBeGreaterThan(0);
          expect(pValue).toBeLessThanOrEqual(1);
        }
        expect(greater + less).toBeGreaterThanOrEqual(1);
        expect(two).toBeGreaterThanOrEqual(Math.min(greater, less) * (1 - 1e-12));
      }),
    );
  });
});
