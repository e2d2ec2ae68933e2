import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mantelHaenszelRiskRatio } from '#core/stats/stratified/common-risk-ratio.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import { woolfHomogeneity } from '#core/stats/stratified/woolf-homogeneity.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { tuberculosisTrials, ucbAdmissions } from '../known-tables.ts';
import { anyStrata, rabbits, strataOfLists, swapped } from './strata-arbitrary.ts';

type Lists = Record<'events1' | 'trials1' | 'events0' | 'trials0', number[]>;
type Figures = Record<
  | 'logRatio'
  | 'ratioError'
  | 'ratioLow'
  | 'ratioHigh'
  | 'ratioP'
  | 'difference'
  | 'satoError'
  | 'df',
  number
>;
type Optional = Record<'greenLow' | 'greenHigh' | 'woolf' | 'woolfHalf', number | null>;
const { cases } = oracle<{ cases: (Lists & Figures & Optional)[] }>('stratified/common-effects');
const z = normalQuantile(0.975);

describe('the common risk ratio', () => {
  it('is that of rma.mh of metafor, cells of zero included', () => {
    expect(cases.length).toBeGreaterThan(180);
    for (const row of cases) {
      const found = valueOf(mantelHaenszelRiskRatio(strataOfLists(row)));
      expectClose(Math.log(found.riskRatio), row.logRatio, 1e-9, row, row.ratioError);
      expectClose(found.logStandardError, row.ratioError, 1e-9, row);
      expectClose(found.interval.low, row.ratioLow, 1e-9, row);
      expectClose(found.interval.high, row.ratioHigh, 1e-9, row);
      expectClose(found.pValue, row.ratioP, 1e-9, row);
    }
  });

  it('is 0.635267 for the thirteen tuberculosis trials', () => {
    const found = valueOf(mantelHaenszelRiskRatio(tuberculosisTrials));
    expect(found.riskRatio).toBeCloseTo(0.6352672, 7);
    expect(found.interval.low).toBeCloseTo(0.5881287, 7);
    expect(found.interval.high).toBeCloseTo(0.6861838, 7);
    expect(found.statistic).toBeCloseTo(-11.53381, 5);
  });

  it('turns over when the arms are swapped, in any order of the strata', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const found = mantelHaenszelRiskRatio(strata);
        const other = mantelHaenszelRiskRatio(swapped(strata).toReversed());
        expect(other.ok).toBe(found.ok);
        if (!found.ok || !other.ok) return;
        expectClose(other.value.riskRatio * found.value.riskRatio, 1, 1e-12, strata);
        expectClose(other.value.interval.low * found.value.interval.high, 1, 1e-9, strata);
      }),
    );
  });

  it('keeps its value when every stratum is there twice, and halves its variance', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const found = mantelHaenszelRiskRatio(strata);
        if (!found.ok) return;
        const twice = valueOf(mantelHaenszelRiskRatio([...strata, ...strata]));
        expectClose(twice.riskRatio, found.value.riskRatio, 1e-12, strata);
        expectClose(
          2 * twice.logStandardError ** 2,
          found.value.logStandardError ** 2,
          1e-9,
          strata,
        );
      }),
    );
  });

  it('is refused where it, or its error, has no value', () => {
    const all = { treatment: counts(5, 5), control: counts(3, 3) };
    const none = { treatment: counts(0, 5), control: counts(1, 5) };
    expect(refusalOf(mantelHaenszelRiskRatio([all]))).toBe('no-variation');
    expect(refusalOf(mantelHaenszelRiskRatio([none]))).toBe('no-treatment-events');
    expect(refusalOf(mantelHaenszelRiskRatio(swapped([none])))).toBe('no-control-events');
    expect(refusalOf(mantelHaenszelRiskRatio([]))).toBe('no-informative-strata');
    expect(refusalOf(mantelHaenszelRiskRatio([all], { confidenceShare: 0 }))).toBe(
      'invalid-confidence',
    );
    expect(
      refusalOf(mantelHaenszelRiskRatio([{ treatment: counts(6, 5), control: counts(1, 5) }])),
    ).toBe('invalid-counts');
  });
});

describe('the common difference', () => {
  it('has the Sato error of metafor and the Greenland-Robins interval of epiR', () => {
    let compared = 0;
    for (const row of cases) {
      const strata = strataOfLists(row);
      const sato = valueOf(mantelHaenszelDifference(strata));
      expectClose(sato.difference, row.difference, 1e-9, row, row.satoError);
      expectClose(sato.standardError, row.satoError, 1e-9, row);
      if (row.greenLow === null || row.greenHigh === null) continue;
      compared += 1;
      const green = valueOf(mantelHaenszelDifference(strata, { variance: 'greenland-robins' }));
      const width = row.greenHigh - row.greenLow;
      expect(green.method).toBe('mantel-haenszel-greenland-robins');
      expectClose(green.interval.low, row.greenLow, 1e-9, row, width);
      expectClose(green.interval.high, row.greenHigh, 1e-9, row, width);
      expectClose(green.standardError, width / 2 / z, 1e-9, row);
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('of the tuberculosis trials has z -11.47 with one variance and -11.56 with the other', () => {
    const z = (variance: 'sato' | 'greenland-robins') =>
      valueOf(mantelHaenszelDifference(tuberculosisTrials, { variance })).statistic;
    expect(z('sato')).toBeCloseTo(-11.4708, 4);
    expect(z('greenland-robins')).toBeCloseTo(-11.5571, 4);
  });

  it('changes its sign and nothing else when the arms are swapped', () => {
    fc.assert(
      fc.property(
        anyStrata,
        fc.constantFrom('sato' as const, 'greenland-robins' as const),
        (strata, variance) => {
          const found = mantelHaenszelDifference(strata, { variance });
          const other = mantelHaenszelDifference(swapped(strata), { variance });
          if (!found.ok || !other.ok) return;
          const { difference, standardError } = found.value;
          expectClose(other.value.difference, -difference, 1e-9, strata, standardError);
          expectClose(other.value.standardError, standardError, 1e-6, strata);
        },
      ),
    );
  });
});

describe("Woolf's test of homogeneity", () => {
  it('is woolf_test of vcd, with and without the added half', () => {
    for (const row of cases) {
      const strata = strataOfLists(row);
      if (row.woolf === null || row.woolfHalf === null) {
        expect(refusalOf(woolfHomogeneity(strata))).toBe('too-few-strata');
        continue;
      }
      const found = valueOf(woolfHomogeneity(strata));
      expectClose(found.statistic, row.woolf, 1e-9, row, 1e-3);
      expect(found.degreesOfFreedom).toBe(row.df);
      const half = valueOf(woolfHomogeneity(strata, 'always'));
      expectClose(half.statistic, row.woolfHalf, 1e-9, row, 1e-3);
    }
  });

  it('G3: Berkeley gives 17.644076 with one half added and 17.901712 without', () => {
    const half = valueOf(woolfHomogeneity(ucbAdmissions, 'always'));
    expect(half.statistic).toBeCloseTo(17.644076, 6);
    expect(half.pValue).toBeCloseTo(0.0034272, 7);
    const plain = valueOf(woolfHomogeneity(ucbAdmissions, 'never'));
    expect(plain.statistic).toBeCloseTo(17.901712, 6);
    expect(plain.pValue).toBeCloseTo(0.00307214, 8);
    expect(plain).toMatchObject({ degreesOfFreedom: 5, halfAdded: false });
  });

  it('adds the half only where it must, says so, and refuses where it may not', () => {
    expect(valueOf(woolfHomogeneity(rabbits))).toMatchObject({
      degreesOfFreedom: 2,
      halfAdded: true,
    });
    expect(woolfHomogeneity(rabbits, 'never')).toMatchObject({
      problem: { code: 'zero-cell', stratum: 1 },
    });
    expect(refusalOf(woolfHomogeneity(rabbits.slice(0, 2)))).toBe('too-few-strata');
    expect(refusalOf(woolfHomogeneity([{ treatment: counts(2, 1), control: counts(1, 1) }]))).toBe(
      'invalid-counts',
    );
  });

  it('does not care about the order of strata and arms', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const found = woolfHomogeneity(strata);
        const other = woolfHomogeneity(swapped(strata).toReversed());
        expect(other.ok).toBe(found.ok);
        if (!found.ok || !other.ok) return;
        expectClose(other.value.statistic, found.value.statistic, 1e-9, strata, 1e-3);
        expectClose(other.value.oddsRatio * found.value.oddsRatio, 1, 1e-9, strata);
      }),
    );
  });
});
