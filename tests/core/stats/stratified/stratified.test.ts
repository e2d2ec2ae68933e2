import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { breslowDay } from '#core/stats/stratified/homogeneity.ts';
import { postStratifiedDifference } from '#core/stats/stratified/post-stratified.ts';
import {
  cochranMantelHaenszel,
  mantelHaenszelDifference,
} from '#core/stats/stratified/stratified.ts';
import { mantelHaenszelRiskRatio } from '#core/stats/stratified/common-risk-ratio.ts';
import { generalAssociation } from '#core/stats/stratified/generalised-cmh.ts';
import { pooledChiSquare } from '#core/stats/proportions/proportion-difference.ts';
import { normalQuantile } from '#core/stats/distributions/normal-distribution.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { strataOfLists } from './strata-arbitrary.ts';
import { expectClose, oracle, refusalOf, relativeError, valueOf } from '../oracle.ts';
import { plantedPair, tuberculosisTrials, ucbAdmissions } from '../known-tables.ts';

interface StratumRow {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
  population: number;
}
interface StratifiedRow {
  strata: StratumRow[];
  statistic: number;
  p: number;
  oddsRatio: number;
  oddsLow: number;
  oddsHigh: number;
  correctedStatistic: number;
  correctedP: number;
  difference: number;
  differenceLow: number;
  differenceHigh: number;
  projected: number;
  projectedError: number;
  listError: number;
}
interface HomogeneityRow {
  df: number;
  tarone: number;
  taroneP: number;
  plain: number;
  plainP: number;
}
const rows = oracle<StratifiedRow[]>('stratified/stratified');
const homogeneity = oracle<(HomogeneityRow | null)[]>('stratified/homogeneity');
const strataOf = (row: StratifiedRow): (ArmPair & { population: number })[] =>
  row.strata.map((s) => ({
    treatment: counts(s.events1, s.trials1),
    control: counts(s.events0, s.trials0),
    population: s.population,
  }));

describe('the stratified comparison', () => {
  it('is mantelhaen.test of R, with and without the correction', () => {
    expect(rows.length).toBeGreaterThan(180);
    for (const row of rows) {
      const found = valueOf(cochranMantelHaenszel(strataOf(row)));
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-6);
      expectClose(found.pValue, row.p, 1e-9, row);
      expectClose(found.oddsRatio ?? NaN, row.oddsRatio, 1e-9, row);
      expectClose(found.oddsRatioInterval?.low ?? NaN, row.oddsLow, 1e-9, row);
      expectClose(found.oddsRatioInterval?.high ?? NaN, row.oddsHigh, 1e-9, row);
      const corrected = valueOf(
        cochranMantelHaenszel(strataOf(row), { continuityCorrection: true }),
      );
      // Below a distance of one half R drops the correction; here it is never larger than the distance.
      const dropped = row.correctedStatistic === row.statistic;
      expectClose(corrected.statistic, dropped ? 0 : row.correctedStatistic, 1e-9, row, 1e-6);
      expectClose(corrected.pValue, dropped ? 1 : row.correctedP, 1e-9, row);
    }
  });

  it('has the Sato interval of epiR for the difference', () => {
    for (const row of rows) {
      const { difference, interval } = valueOf(mantelHaenszelDifference(strataOf(row)));
      const width = row.differenceHigh - row.differenceLow;
      expectClose(difference, row.difference, 1e-9, row, width);
      expectClose(interval.low, row.differenceLow, 1e-9, row, width);
      expectClose(interval.high, row.differenceHigh, 1e-9, row, width);
    }
  });

  it('has the Breslow-Day and Tarone figures of statsmodels', () => {
    expect(homogeneity).toHaveLength(rows.length);
    rows.forEach((row, place) => {
      const found = breslowDay(strataOf(row));
      const expected = homogeneity[place];
      if (!expected) {
        expect(refusalOf(found)).toBe('too-few-strata');
        return;
      }
      const value = valueOf(found);
      expect(value.degreesOfFreedom).toBe(expected.df);
      expectClose(value.uncorrectedStatistic, expected.plain, 1e-9, row, 1e-6);
      expectClose(value.statistic, expected.tarone, 1e-9, row, 1e-6);
      // statsmodels takes 1 - cdf, so that it has no digits left far out.
      expectClose(value.uncorrectedPValue, expected.plainP, 1e-9, row, 1e-5);
      expectClose(value.pValue, expected.taroneP, 1e-9, row, 1e-5);
    });
  });

  it('projects to the list by the sum of Cochran, written out in R', () => {
    for (const row of rows) {
      const found = valueOf(postStratifiedDifference(strataOf(row)));
      expectClose(found.difference, row.projected, 1e-9, row, row.projectedError);
      expectClose(found.standardError, row.projectedError, 1e-9, row);
      const list = valueOf(postStratifiedDifference(strataOf(row), { forThisListOnly: true }));
      expectClose(list.standardError, row.listError, 1e-9, row);
      expect(list.standardError).toBeLessThan(found.standardError);
    }
  });
});

type Lists = Record<'events1' | 'trials1' | 'events0' | 'trials0', number[]>;
type FractionRow = Lists &
  Record<
    | 'statistic'
    | 'p'
    | 'oddsRatio'
    | 'logError'
    | 'difference'
    | 'satoError'
    | 'riskRatio'
    | 'ratioError',
    number
  > & { greenError: number | null };
const { cases: fractions } = oracle<{ cases: FractionRow[] }>('stratified/exact-fractions');

describe('strata of one to 300,000 customers, up to a hundred of them', () => {
  it('have every figure of exact fractions', () => {
    expect(fractions.length).toBeGreaterThan(100);
    const z = normalQuantile(0.975);
    for (const row of fractions) {
      const strata = strataOfLists(row);
      const found = valueOf(cochranMantelHaenszel(strata));
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-3);
      expectClose(found.pValue, row.p, 1e-9, row);
      expectClose(found.oddsRatio ?? NaN, row.oddsRatio, 1e-9, row);
      const { low = NaN, high = NaN } = found.oddsRatioInterval ?? {};
      expectClose(Math.log(high / low) / 2 / z, row.logError, 1e-9, row);
      const difference = valueOf(mantelHaenszelDifference(strata));
      expectClose(difference.difference, row.difference, 1e-9, row, row.satoError);
      expectClose(difference.standardError, row.satoError, 1e-9, row);
      const green = mantelHaenszelDifference(strata, { variance: 'greenland-robins' });
      if (row.greenError === null) expect(refusalOf(green)).toBe('no-variation');
      else expectClose(valueOf(green).standardError, row.greenError, 1e-9, row);
      const ratio = valueOf(mantelHaenszelRiskRatio(strata));
      expectClose(ratio.riskRatio, row.riskRatio, 1e-9, row);
      expectClose(ratio.logStandardError, row.ratioError, 1e-9, row);
      const general = generalAssociation(
        strata.map((pair) =>
          [pair.treatment, pair.control].map(({ events, trials }) => [events, trials - events]),
        ),
      );
      expectClose(valueOf(general).statistic, row.statistic, 1e-9, row, 1e-3);
    }
  });
});

describe('the known tables', () => {
  it('G1: of the Berkeley admissions: 1.4269 corrected, 1.524607 plain, odds ratio 0.9046968', () => {
    const corrected = valueOf(cochranMantelHaenszel(ucbAdmissions, { continuityCorrection: true }));
    expect(corrected.statistic).toBeCloseTo(1.4269, 4);
    expect(corrected.pValue).toBeCloseTo(0.2323, 4);
    expect(corrected.oddsRatio).toBeCloseTo(0.9046968, 7);
    expect(corrected.oddsRatioInterval?.low).toBeCloseTo(0.7719074, 7);
    expect(corrected.oddsRatioInterval?.high).toBeCloseTo(1.0603298, 7);
    const plain = valueOf(cochranMantelHaenszel(ucbAdmissions));
    expect(plain.statistic).toBeCloseTo(1.524607, 6);
    expect(plain.pValue).toBeCloseTo(0.216924, 6);
  });

  it('G2: of the Berkeley admissions: the odds ratio of each department', () => {
    const expected = [0.349212, 0.8025007, 1.1330596, 0.9212838, 1.2216312, 0.8278727];
    ucbAdmissions.forEach((stratum, place) => {
      const { oddsRatio } = valueOf(cochranMantelHaenszel([stratum]));
      expect(oddsRatio).toBeCloseTo(expected[place] ?? NaN, 6);
    });
  });

  it('G4: of the rabbits: 3.9286 corrected, p 0.04747, odds ratio 7', () => {
    const rabbits = [
      { treatment: counts(0, 6), control: counts(0, 5) },
      { treatment: counts(3, 6), control: counts(0, 6) },
      { treatment: counts(6, 6), control: counts(2, 6) },
      { treatment: counts(5, 6), control: counts(6, 6) },
      { treatment: counts(2, 2), control: counts(5, 5) },
    ];
    const found = valueOf(cochranMantelHaenszel(rabbits, { continuityCorrection: true }));
    expect(found.statistic).toBeCloseTo(3.9286, 4);
    expect(found.pValue).toBeCloseTo(0.04747, 5);
    expect(found.oddsRatio).toBeCloseTo(7, 12);
    expect(found.oddsRatioInterval?.low).toBeCloseTo(1.026713, 6);
    expect(found.oddsRatioInterval?.high).toBeCloseTo(47.725133, 6);
    expect(found.usedStrata).toBe(3);
  });

  it('of the thirteen tuberculosis trials: z -11.4708, as metafor has it', () => {
    const found = valueOf(mantelHaenszelDifference(tuberculosisTrials));
    expect(found.statistic).toBeCloseTo(-11.4708, 3);
    expect(found.difference).toBeCloseTo(-0.0033, 4);
  });

  it.each([
    ['POINT', 'CONTROL', 44.12234],
    ['COUPON', 'CONTROL', 27.332682],
    ['GIFT', 'CONTROL', 11.169926],
  ] as const)('of the sample: %s against %s is %f', (treatment, control, statistic) => {
    const found = valueOf(cochranMantelHaenszel(plantedPair(treatment, control)));
    expect(found.statistic).toBeCloseTo(statistic, 6);
  });

  it('of the sample: the odds ratio of the point carrot is 4.179724, 2.659882 to 6.567993', () => {
    const found = valueOf(cochranMantelHaenszel(plantedPair('POINT', 'CONTROL')));
    expect(found.oddsRatio).toBeCloseTo(4.179724, 6);
    expect(found.oddsRatioInterval?.low).toBeCloseTo(2.659882, 6);
    expect(found.oddsRatioInterval?.high).toBeCloseTo(6.567993, 6);
  });

  it('of the sample: point and coupon have no overall winner, p 0.142777', () => {
    const found = valueOf(cochranMantelHaenszel(plantedPair('POINT', 'COUPON')));
    expect(found.pValue).toBeCloseTo(0.142777, 6);
  });
});

const strataArbitrary = fc.array(fc.record({ treatment: armCounts, control: armCounts }), {
  minLength: 1,
  maxLength: 12,
});

describe('strata in which a cell is all but empty at the common odds ratio', () => {
  const pair = (events1: number, trials1: number, events0: number, trials0: number): ArmPair => ({
    treatment: counts(events1, trials1),
    control: counts(events0, trials0),
  });

  it.each([
    [
      [pair(0, 40_689, 208_925, 208_925), pair(396_859, 396_859, 0, 1)],
      13_515_582_050.97447,
      13_515_581_055.76119,
    ],
    [
      [pair(0, 14_797, 4_297_491, 269_158_958), pair(13, 1e9, 0, 2)],
      200.6117741284387,
      0.0002765687008621941,
    ],
  ])('have the Breslow-Day figures of sixty digits', (strata, plain, tarone) => {
    const found = valueOf(breslowDay(strata));
    expectClose(found.uncorrectedStatistic, plain, 1e-9, strata);
    expectClose(found.statistic, tarone, 1e-9, strata);
  });
});

describe('any strata', () => {
  it('give the same answer in any order, and with the arms swapped its mirror image', () => {
    fc.assert(
      fc.property(strataArbitrary, (strata) => {
        const found = cochranMantelHaenszel(strata);
        const swapped = cochranMantelHaenszel(
          strata.toReversed().map(({ treatment, control }) => ({
            treatment: control,
            control: treatment,
          })),
        );
        expect(swapped.ok).toBe(found.ok);
        if (!found.ok || !swapped.ok) return;
        expectClose(swapped.value.statistic, found.value.statistic, 1e-7, strata, 1e-3);
        if (found.value.oddsRatio && swapped.value.oddsRatio) {
          expectClose(swapped.value.oddsRatio * found.value.oddsRatio, 1, 1e-9, strata);
        }
      }),
    );
  });

  it('have twice the statistic and the same odds ratio when every stratum is there twice', () => {
    fc.assert(
      fc.property(strataArbitrary, (strata) => {
        const found = cochranMantelHaenszel(strata);
        if (!found.ok) return;
        const twice = valueOf(cochranMantelHaenszel([...strata, ...strata]));
        expectClose(twice.statistic, 2 * found.value.statistic, 1e-9, strata, 1e-3);
        expect(twice.usedStrata).toBe(2 * found.value.usedStrata);
        const { oddsRatio } = found.value;
        if (oddsRatio) expectClose(twice.oddsRatio ?? NaN, oddsRatio, 1e-12, strata);
      }),
    );
  });

  it('have, being one, the chi-square without strata times (N - 1) / N', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const plain = pooledChiSquare(treatment, control);
        const found = cochranMantelHaenszel([{ treatment, control }]);
        expect(found.ok).toBe(plain.ok);
        if (!plain.ok || !found.ok) return;
        const total = treatment.trials + control.trials;
        const expected = (plain.value.statistic * (total - 1)) / total;
        expectClose(found.value.statistic, expected, 1e-9, { treatment, control }, 1e-3);
      }),
    );
  });

  it('project a single stratum to its own difference', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const population = 1_000_000;
        const found = valueOf(postStratifiedDifference([{ treatment, control, population }]));
        const plain = treatment.events / treatment.trials - control.events / control.trials;
        expect(relativeError(found.difference, plain, 1e-9)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('strata that cannot tell', () => {
  const silent = { treatment: counts(0, 5), control: counts(0, 5) };
  const lonely = { treatment: counts(2, 5), control: counts(0, 0) };
  const speaking = { treatment: counts(3, 5), control: counts(1, 5) };

  it('are left out, and refused when there are no others', () => {
    const together = valueOf(cochranMantelHaenszel([silent, speaking, lonely]));
    expect(together).toEqual(valueOf(cochranMantelHaenszel([speaking])));
    expect(refusalOf(cochranMantelHaenszel([silent, lonely]))).toBe('no-informative-strata');
    expect(refusalOf(mantelHaenszelDifference([lonely]))).toBe('no-informative-strata');
    expect(refusalOf(mantelHaenszelDifference([silent]))).toBe('no-variation');
    expect(refusalOf(breslowDay([speaking, silent]))).toBe('too-few-strata');
  });

  it('have no interval where the odds ratio is infinite or zero', () => {
    const infinite = [{ treatment: counts(5, 5), control: counts(1, 5) }];
    expect(valueOf(cochranMantelHaenszel(infinite))).toMatchObject({
      oddsRatio: null,
      oddsRatioInterval: null,
    });
    const zero = { treatment: counts(0, 5), control: counts(1, 5) };
    expect(valueOf(cochranMantelHaenszel([zero]))).toMatchObject({
      oddsRatio: 0,
      oddsRatioInterval: null,
    });
    expect(refusalOf(breslowDay([zero, zero]))).toBe('no-common-odds-ratio');
  });

  it('are named when their counts are impossible', () => {
    const wrong = { treatment: counts(9, 5), control: counts(1, 5) };
    expect(cochranMantelHaenszel([speaking, wrong])).toMatchObject({
      problem: { code: 'invalid-counts', stratum: 1, arm: 'treatment' },
    });
    expect(refusalOf(breslowDay([wrong]))).toBe('invalid-counts');
    expect(refusalOf(cochranMantelHaenszel([speaking], { confidenceShare: 0 }))).toBe(
      'invalid-confidence',
    );
  });

  it('cannot be projected to', () => {
    expect(postStratifiedDifference([{ ...lonely, population: 40 }])).toMatchObject({
      problem: { code: 'stratum-without-arm', stratum: 0, arm: 'control', population: 40 },
    });
    expect(refusalOf(postStratifiedDifference([{ ...speaking, population: 4 }]))).toBe(
      'invalid-population',
    );
    expect(refusalOf(postStratifiedDifference([]))).toBe('no-population');
  });
});
