import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactBinomialTest } from '#core/stats/proportions/binomial-test.ts';
import { waldDifferenceInterval } from '#core/stats/proportions/difference-intervals.ts';
import { mcNemarTest } from '#core/stats/proportions/paired-shares.ts';
import { pooledChiSquare } from '#core/stats/proportions/proportion-difference.ts';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { cochranArmitageTrend, sharesDiffer } from '#core/stats/proportions/several-proportions.ts';
import { clopperPearsonInterval } from '#core/stats/proportions/share-intervals.ts';
import { oneShareZTest, pooledZTest, unpooledZTest } from '#core/stats/proportions/z-tests.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface SeveralRow {
  events: number[];
  trials: number[];
  scores: number[];
  statistic: number;
  df: number;
  p: number;
  trend: number;
  trendP: number;
  scored: number;
  scoredP: number;
}
type PairRow = Record<
  'onlyFirst' | 'onlySecond' | 'statistic' | 'p' | 'corrected' | 'correctedP' | 'exact',
  number
>;
type GroupRow = Record<
  | 'events'
  | 'trials'
  | 'nullShare'
  | 'two.sided'
  | 'greater'
  | 'less'
  | 'low'
  | 'high'
  | 'chiSquare'
  | 'chiP',
  number
>;
const { several, pairs, groups } = oracle<{
  several: SeveralRow[];
  pairs: PairRow[];
  groups: GroupRow[];
}>('proportions/tables');
type ZRow = Record<'events1' | 'trials1' | 'events0' | 'trials0', number> &
  Partial<Record<'unpooledZ' | 'unpooledP' | 'pooledZ' | 'pooledGreater', number>>;
const { pairs: zRows } = oracle<{ pairs: ZRow[] }>('proportions/two-shares');
const smokers = [counts(83, 86), counts(90, 93), counts(129, 136), counts(70, 82)];

describe('the z tests', () => {
  it('G14: of 5/83 against 12/99 give -1.4078304151258787, p .15918129181156992', () => {
    const found = valueOf(pooledZTest(counts(5, 83), counts(12, 99)));
    expectClose(found.statistic, -1.4078304151258787, 1e-14, 'G14');
    expectClose(found.pValue, 0.15918129181156992, 1e-14, 'G14');
  });

  it('G14: of 5/83 against .05 give .392126026314, p .694965098115, with the observed standard error', () => {
    const found = valueOf(
      oneShareZTest(counts(5, 83), { nullShare: 0.05, standardError: 'observed' }),
    );
    expect(found.statistic).toBeCloseTo(0.392126026314, 12);
    expect(found.pValue).toBeCloseTo(0.694965098115, 12);
  });

  it('against a stated share are the square roots of the chi-square of R', () => {
    for (const row of groups) {
      const { nullShare } = row;
      const found = valueOf(oneShareZTest(counts(row.events, row.trials), { nullShare }));
      expectClose(found.statistic ** 2, row.chiSquare, 1e-9, row, 1e-9);
      expectClose(found.pValue, row.chiP, 1e-9, row);
    }
  });

  it('square to the chi-square, and have one-sided p-values that add up to one', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const pooled = pooledZTest(treatment, control);
        if (!pooled.ok) {
          expect(refusalOf(pooled)).toBe('no-variation');
          return;
        }
        const about = { treatment, control };
        const { statistic, pValue } = valueOf(pooledChiSquare(treatment, control));
        expectClose(pooled.value.statistic ** 2, statistic, 1e-12, about);
        expectClose(pooled.value.pValue, pValue, 1e-10, about);
        const sided = (alternative: 'greater' | 'less') =>
          valueOf(pooledZTest(treatment, control, { alternative })).pValue;
        expect(sided('greater') + sided('less')).toBeCloseTo(1, 14);
        expect(Math.min(1, 2 * Math.min(sided('greater'), sided('less')))).toBeCloseTo(pValue, 14);
      }),
    );
  });

  it('leave the null out exactly when their own interval does', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const wald = waldDifferenceInterval(treatment, control, 0.95);
        const unpooled = unpooledZTest(treatment, control);
        expect(unpooled.ok).toBe(wald.ok);
        if (wald.ok && unpooled.ok) {
          const { low, high } = wald.value;
          expect(low > 0 || high < 0).toBe(unpooled.value.pValue < 0.05);
        }
        const { low, high } = valueOf(wilsonInterval(control.events, control.trials, 0.95));
        const { pValue } = valueOf(oneShareZTest(control, { nullShare: 0.1 }));
        expect(low > 0.1 || high < 0.1).toBe(pValue < 0.05);
      }),
    );
  });

  it('are those of statsmodels, pooled and unpooled', () => {
    let compared = 0;
    for (const row of zRows) {
      if (row.unpooledZ === undefined || row.pooledZ === undefined) continue;
      compared += 1;
      const both = [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
      const unpooled = valueOf(unpooledZTest(...both));
      expectClose(unpooled.statistic, row.unpooledZ, 1e-9, row, 1e-6);
      expectClose(unpooled.pValue, row.unpooledP ?? NaN, 1e-9, row);
      const pooled = valueOf(pooledZTest(...both, { alternative: 'greater' }));
      expectClose(pooled.statistic, row.pooledZ, 1e-9, row, 1e-6);
      expectClose(pooled.pValue, row.pooledGreater ?? NaN, 1e-9, row, 1e-300);
    }
    expect(compared).toBeGreaterThan(120);
  });

  it('refuse what has no value', () => {
    expect(refusalOf(unpooledZTest(counts(0, 5), counts(9, 9)))).toBe('no-variation');
    expect(refusalOf(pooledZTest(counts(0, 0), counts(9, 9)))).toBe('no-trials');
    expect(refusalOf(unpooledZTest(counts(1, 2), counts(9, 8)))).toBe('invalid-counts');
    expect(refusalOf(oneShareZTest(counts(1, 2), { nullShare: 1 }))).toBe('invalid-null-share');
    expect(
      refusalOf(oneShareZTest(counts(0, 2), { nullShare: 0.5, standardError: 'observed' })),
    ).toBe('no-variation');
  });
});

describe('the exact test of one share', () => {
  it('has the p-values and limits of R', () => {
    expect(groups.length).toBeGreaterThan(100);
    for (const row of groups) {
      const { nullShare } = row;
      const ask = (alternative: 'two-sided' | 'greater' | 'less') =>
        valueOf(exactBinomialTest(counts(row.events, row.trials), { nullShare, alternative }))
          .pValue;
      const compare = (pValue: number, expected: number): void => {
        // What R has as 0 is below the smallest number.
        if (expected < 1e-300) expect(pValue).toBeLessThan(1e-299);
        else expectClose(pValue, expected, 1e-10, row);
      };
      compare(ask('two-sided'), row['two.sided']);
      compare(ask('greater'), row.greater);
      compare(ask('less'), row.less);
      const { low, high } = valueOf(clopperPearsonInterval(row.events, row.trials, 0.95));
      expectClose(low, row.low, 1e-10, row);
      expectClose(high, row.high, 1e-10, row);
    }
  });

  it('G27: of 682/925 against .75 gives .3825, of 51/235 against 1/6 gives .0437479701823997', () => {
    const peas = valueOf(exactBinomialTest(counts(682, 925), { nullShare: 0.75 }));
    expect(peas.pValue).toBeCloseTo(0.3825, 4);
    const dice = valueOf(exactBinomialTest(counts(51, 235), { nullShare: 1 / 6 }));
    expectClose(dice.pValue, 0.0437479701823997, 1e-12, 'G27');
  });

  it('G27: has the limits .7076683-.7654066 and .1660633298-.2752683640', () => {
    const peas = valueOf(clopperPearsonInterval(682, 925, 0.95));
    expect(peas.low).toBeCloseTo(0.7076683, 7);
    expect(peas.high).toBeCloseTo(0.7654066, 7);
    const dice = valueOf(clopperPearsonInterval(51, 235, 0.95));
    expect(dice.low).toBeCloseTo(0.1660633298, 10);
    expect(dice.high).toBeCloseTo(0.275268364, 10);
  });

  it('leaves a share out of the exact interval when a one-sided p-value is below half of alpha', () => {
    const share = between(0.001, 0.999);
    fc.assert(
      fc.property(armCounts, share, (group, nullShare) => {
        const { low, high } = valueOf(clopperPearsonInterval(group.events, group.trials, 0.9));
        const ask = (alternative: 'greater' | 'less') =>
          valueOf(exactBinomialTest(group, { nullShare, alternative })).pValue;
        expect(nullShare < low).toBe(ask('greater') < 0.05);
        expect(nullShare > high).toBe(ask('less') < 0.05);
      }),
    );
  });

  it('refuses what has no value, and what would take too long', () => {
    expect(refusalOf(exactBinomialTest(counts(1, 2), { nullShare: 0 }))).toBe('invalid-null-share');
    expect(refusalOf(exactBinomialTest(counts(0, 0), { nullShare: 0.5 }))).toBe('no-trials');
    expect(refusalOf(exactBinomialTest(counts(1, 1e9), { nullShare: 0.5 }))).toBe(
      'too-large-for-exact',
    );
  });
});

describe('several shares', () => {
  const arms = (row: SeveralRow) =>
    row.events.map((events, arm) => counts(events, row.trials[arm] ?? NaN));

  it('differ, and have a trend, as R says', () => {
    expect(several.length).toBeGreaterThan(50);
    for (const row of several) {
      const differ = valueOf(sharesDiffer(arms(row)));
      expectClose(differ.statistic, row.statistic, 1e-9, row, 1e-6);
      expect(differ.degreesOfFreedom).toBe(row.df);
      expectClose(differ.pValue, row.p, 1e-9, row);
      const trend = valueOf(cochranArmitageTrend(arms(row)));
      expectClose(trend.statistic, row.trend, 1e-9, row, 1e-6);
      expectClose(trend.pValue, row.trendP, 1e-9, row);
      const scored = valueOf(cochranArmitageTrend(arms(row), row.scores));
      expectClose(scored.statistic, row.scored, 1e-9, row, 1e-6);
      expectClose(scored.pValue, row.scoredP, 1e-9, row);
    }
  });

  it('G12: of smokers differ by 12.600411 (p .005585) and fall by 8.224922 (p .004132)', () => {
    const differ = valueOf(sharesDiffer(smokers));
    expect(differ.statistic).toBeCloseTo(12.600411, 6);
    expect(differ.degreesOfFreedom).toBe(3);
    expect(differ.pValue).toBeCloseTo(0.005585, 6);
    const trend = valueOf(cochranArmitageTrend(smokers));
    expect(trend.statistic).toBeCloseTo(8.224922, 6);
    expect(trend.pValue).toBeCloseTo(0.004132, 6);
    expect(trend.slope).toBeLessThan(0);
  });

  it('that are two have the pooled chi-square, as difference and as trend, whatever the scale', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const pooled = pooledChiSquare(treatment, control);
        if (!pooled.ok) return;
        const { statistic } = pooled.value;
        const about = { treatment, control };
        const both = [treatment, control];
        expectClose(valueOf(sharesDiffer(both)).statistic, statistic, 1e-8, about, 1e-6);
        const trend = valueOf(cochranArmitageTrend(both, [-300, 1e6]));
        expectClose(trend.statistic, statistic, 1e-8, about, 1e-6);
      }),
    );
  });

  it('are refused where they have no value', () => {
    for (const test of [sharesDiffer, cochranArmitageTrend]) {
      expect(refusalOf(test([counts(1, 2)]))).toBe('too-few-arms');
      expect(refusalOf(test([counts(1, 2), counts(0, 0)]))).toBe('no-trials');
      expect(refusalOf(test([counts(1, 2), counts(3, 2)]))).toBe('invalid-counts');
      expect(refusalOf(test([counts(0, 2), counts(0, 3)]))).toBe('no-variation');
    }
    for (const scores of [
      [1, 2, 3],
      [1, 1, 1, 1],
      [1, 2, 3, Infinity],
      [1, 2, 3, 1e300],
    ]) {
      expect(refusalOf(cochranArmitageTrend(smokers, scores))).toBe('invalid-scores');
    }
  });
});

describe("McNemar's test", () => {
  it('is that of R, plain, corrected and exact', () => {
    expect(pairs.length).toBeGreaterThan(60);
    for (const row of pairs) {
      const found = valueOf(mcNemarTest(row));
      expectClose(found.statistic, row.statistic, 1e-12, row);
      expectClose(found.pValue, row.p, 1e-9, row);
      expectClose(found.correctedStatistic, row.corrected, 1e-12, row);
      expectClose(found.correctedPValue, row.correctedP, 1e-9, row);
      if (row.exact < 1e-300) expect(found.exactPValue).toBeLessThan(1e-299);
      else expectClose(found.exactPValue, row.exact, 1e-9, row);
    }
  });

  it('G30: of 150 against 86 is 16.818, p 4.115e-05', () => {
    const found = valueOf(mcNemarTest({ onlyFirst: 150, onlySecond: 86 }));
    expect(found.correctedStatistic).toBeCloseTo(16.818, 3);
    expectClose(found.correctedPValue, 4.115e-5, 1e-3, 'G30');
    expect(found.statistic).toBeCloseTo(17.356, 3);
    expectClose(found.exactPValue, 3.716e-5, 1e-3, 'exact');
  });

  it('refuses what has no value', () => {
    expect(refusalOf(mcNemarTest({ onlyFirst: 0, onlySecond: 0 }))).toBe('no-discordant-pairs');
    expect(refusalOf(mcNemarTest({ onlyFirst: -1, onlySecond: 5 }))).toBe('invalid-counts');
    expect(refusalOf(mcNemarTest({ onlyFirst: 1e9, onlySecond: 5 }))).toBe('too-large-for-exact');
  });
});
