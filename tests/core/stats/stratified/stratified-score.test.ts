import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { compareProportions } from '#core/stats/proportions/proportion-difference.ts';
import {
  stratifiedDifferenceScore,
  stratifiedScoreDifference,
} from '#core/stats/stratified/stratified-score.ts';
import {
  cochranMantelHaenszel,
  mantelHaenszelDifference,
} from '#core/stats/stratified/stratified.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { plantedPair } from '../known-tables.ts';
import { anyStrata, strataOfLists, swapped } from './strata-arbitrary.ts';

type Lists = Record<'events1' | 'trials1' | 'events0' | 'trials0', number[]>;
type ScoreRow = Lists & Record<'confidence' | 'difference' | 'low' | 'high' | 'p', number>;
const { cases } = oracle<{ cases: ScoreRow[] }>('stratified/stratified-score');

describe('the stratified score interval of a difference', () => {
  it('is that of ninety digits', () => {
    expect(cases.length).toBeGreaterThan(140);
    for (const row of cases) {
      const found = valueOf(
        stratifiedScoreDifference(strataOfLists(row), { confidenceShare: row.confidence }),
      );
      expectClose(found.difference, row.difference, 1e-9, row, 1e-7);
      expectClose(found.interval.low, row.low, 1e-9, row, 1e-6);
      expectClose(found.interval.high, row.high, 1e-9, row, 1e-6);
      expectClose(found.pValue, row.p, 1e-9, row);
    }
  });

  it('is 0.053781 to 0.101258 for the point carrot of the sample campaign', () => {
    const found = valueOf(stratifiedScoreDifference(plantedPair('POINT', 'CONTROL')));
    expectClose(found.statistic ** 2, 44.12234, 1e-7, 'sample');
    expect(found.interval.low).toBeCloseTo(0.053781, 6);
    expect(found.interval.high).toBeCloseTo(0.101258, 6);
    expect(found).toMatchObject({ usedStrata: 9 });
  });

  it('has a squared statistic that is Cochran, Mantel and Haenszel, and leaves out 0 exactly when its p-value is small', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const plain = cochranMantelHaenszel(strata);
        const found = valueOf(stratifiedScoreDifference(strata));
        if (!plain.ok) {
          expect(found).toMatchObject({ statistic: 0, pValue: 1 });
          return;
        }
        expectClose(found.statistic ** 2, plain.value.statistic, 1e-7, strata, 1e-3);
        const { low, high } = found.interval;
        expect(low > 0 || high < 0).toBe(found.pValue < 0.05);
      }),
    );
  });

  it('has at its limits a p-value of exactly alpha', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const { interval } = valueOf(stratifiedScoreDifference(strata));
        for (const limit of [interval.low, interval.high]) {
          const room = 1 - Math.abs(limit);
          if (room < 1e-6) continue;
          const pValue = normalTwoSided(stratifiedDifferenceScore(strata, limit));
          expectClose(pValue, 0.05, Math.max(1e-8, 1e-14 / room), { strata, limit });
        }
      }),
    );
  });

  it('of one stratum is the interval without strata', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const plain = valueOf(compareProportions(treatment, control, 0.95));
        const found = valueOf(stratifiedScoreDifference([{ treatment, control }]));
        const about = { treatment, control };
        expectClose(found.interval.low, plain.interval.low, 1e-9, about, 1e-6);
        expectClose(found.interval.high, plain.interval.high, 1e-9, about, 1e-6);
        expectClose(found.pValue, plain.pValue, 1e-9, about);
      }),
    );
  });

  it('changes its sign when the arms are swapped', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const found = valueOf(stratifiedScoreDifference(strata));
        const other = valueOf(stratifiedScoreDifference(swapped(strata).toReversed()));
        expectClose(other.interval.low, -found.interval.high, 1e-9, strata, 1e-5);
        expectClose(other.pValue, found.pValue, 1e-7, strata);
      }),
    );
  });

  it('nears the Sato interval where arms are large', () => {
    const strata = [1, 2, 3].map((step) => ({
      treatment: counts(6000 * step, 100_000),
      control: counts(5000 * step, 90_000),
    }));
    const score = valueOf(stratifiedScoreDifference(strata));
    const sato = valueOf(mantelHaenszelDifference(strata));
    expectClose(score.interval.low, sato.interval.low, 5e-3, strata);
    expectClose(score.interval.high, sato.interval.high, 5e-3, strata);
  });

  it('refuses strata without a comparison', () => {
    const pair = { treatment: counts(1, 5), control: counts(0, 0) };
    expect(refusalOf(stratifiedScoreDifference([pair]))).toBe('no-informative-strata');
    expect(refusalOf(stratifiedScoreDifference([pair], { confidenceShare: 2 }))).toBe(
      'invalid-confidence',
    );
    expect(
      refusalOf(stratifiedScoreDifference([{ treatment: counts(7, 5), control: counts(0, 0) }])),
    ).toBe('invalid-counts');
  });
});
