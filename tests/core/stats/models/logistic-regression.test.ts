import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firthLogistic, penalisedLikelihoodRatioTest } from '#core/stats/models/firth-logistic.ts';
import { likelihoodRatioTest } from '#core/stats/models/likelihood-ratio.ts';
import { fitLogistic, type BinomialGroup } from '#core/stats/models/logistic.ts';
import { logisticRegression } from '#core/stats/models/logistic-regression.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface FirthRow {
  groups: BinomialGroup[];
  estimate: number[];
  error: number[];
  chi: number[];
  p: number[];
  low: number[];
  high: number[];
  together: number;
}
const { plain, firth, endometrial } = oracle<{
  plain: {
    groups: BinomialGroup[];
    estimated: number[];
    estimate: number[];
    error: number[];
    z: number[];
    p: number[];
    covariance: number[][];
    low: number[];
    high: number[];
    deviance: number;
    logLikelihood: number;
    aic: number;
  }[];
  firth: FirthRow[];
  endometrial: FirthRow[];
}>('models/logistic');

describe('logistic regression', () => {
  it('has the estimates, standard errors, z and p of glm in R', () => {
    expect(plain.length).toBeGreaterThan(30);
    for (const row of plain) {
      const found = valueOf(logisticRegression(row.groups));
      expect(found.estimated).toEqual(row.estimated);
      const all = [found.intercept, ...found.coefficients].filter((entry) => entry !== null);
      expect(all.length).toBe(row.estimate.length);
      all.forEach(({ estimate, standardError, statistic, pValue }, place) => {
        const error = row.error[place] ?? NaN;
        expectClose(estimate, row.estimate[place] ?? NaN, 1e-9, row, error);
        expectClose(standardError, error, 1e-9, row);
        expectClose(statistic, row.z[place] ?? NaN, 1e-9, row, 1);
        expectClose(pValue, row.p[place] ?? NaN, 1e-9, row);
        row.covariance[place]?.forEach((value, column) => {
          const scale = error * (row.error[column] ?? NaN);
          expectClose(found.covariance[place]?.[column] ?? NaN, value, 1e-9, row, scale);
        });
      });
    }
  });

  it('has the deviance, log-likelihood and AIC of glm in R', () => {
    for (const row of plain) {
      const found = valueOf(logisticRegression(row.groups));
      expectClose(found.deviance, row.deviance, 1e-9, row, 1e-3);
      expectClose(found.logLikelihood, row.logLikelihood, 1e-9, row);
      expectClose(found.akaike, row.aic, 1e-9, row);
    }
  });

  it('has the profile intervals that root-finding on glm with an offset gives', () => {
    for (const row of plain) {
      const found = valueOf(logisticRegression(row.groups, { intervals: 'profile' }));
      const all = [found.intercept, ...found.coefficients].filter((entry) => entry !== null);
      all.forEach(({ interval }, place) => {
        const error = row.error[place] ?? NaN;
        expectClose(interval.low, row.low[place] ?? NaN, 1e-9, row, error);
        expectClose(interval.high, row.high[place] ?? NaN, 1e-9, row, error);
      });
    }
  });

  it('is exact where there is one feature: ln(27/7), standard error 0.563436', () => {
    const groups = [
      { events: 5, trials: 50, features: [0] },
      { events: 15, trials: 50, features: [1] },
    ];
    const [found] = valueOf(logisticRegression(groups)).coefficients;
    expectClose(found?.estimate ?? NaN, Math.log(27 / 7), 1e-13, groups);
    const squared = 1 / 5 + 1 / 45 + 1 / 15 + 1 / 35;
    expectClose(found?.standardError ?? NaN, Math.sqrt(squared), 1e-13, groups);
    expect(found?.standardError).toBeCloseTo(0.563436, 6);
  });

  it('refuses what has no finite fit, and a confidence that is none', () => {
    const separated = [
      { events: 0, trials: 50, features: [0] },
      { events: 15, trials: 50, features: [1] },
    ];
    expect(refusalOf(logisticRegression(separated))).toBe('separated');
    expect(refusalOf(logisticRegression([]))).toBe('no-trials');
    expect(refusalOf(logisticRegression(separated, { confidenceShare: 1 }))).toBe(
      'invalid-confidence',
    );
  });
});

function expectFirth(row: FirthRow): void {
  const found = valueOf(firthLogistic(row.groups));
  [found.intercept, ...found.coefficients].forEach((entry, place) => {
    const error = row.error[place] ?? NaN;
    expectClose(entry?.estimate ?? NaN, row.estimate[place] ?? NaN, 1e-9, row, error);
    expectClose(entry?.standardError ?? NaN, error, 1e-9, row);
    expectClose(entry?.statistic ?? NaN, row.chi[place] ?? NaN, 1e-9, row, 0.01);
    expectClose(entry?.pValue ?? NaN, row.p[place] ?? NaN, 1e-9, row);
    expectClose(entry?.interval.low ?? NaN, row.low[place] ?? NaN, 1e-9, row, error);
    expectClose(entry?.interval.high ?? NaN, row.high[place] ?? NaN, 1e-9, row, error);
  });
}

describe("Firth's logistic regression", () => {
  it('has the estimates and errors of brglm2, and the tests and profiles of its definition', () => {
    expect(firth.length).toBeGreaterThan(25);
    for (const row of firth) expectFirth(row);
  });

  it('tests several features at once', () => {
    for (const row of firth) {
      const features = row.groups[0]?.features.map((_, place) => place) ?? [];
      const found = valueOf(penalisedLikelihoodRatioTest(row.groups, features));
      expectClose(found.statistic, row.together, 1e-9, row, 0.01);
      expect(found.degreesOfFreedom).toBe(features.length);
    }
  });

  it('has the published answers for the endometrial cancer data of Heinze & Schemper (2002)', () => {
    for (const row of endometrial) expectFirth(row);
    const { intercept, coefficients } = valueOf(firthLogistic(endometrial[0]?.groups ?? []));
    const [neovascularisation, pulsatility, height] = coefficients;
    expect(intercept.estimate).toBeCloseTo(3.77456, 4);
    expect(neovascularisation?.estimate).toBeCloseTo(2.92927, 4);
    expect(neovascularisation?.interval.low).toBeCloseTo(0.60972, 4);
    expect(neovascularisation?.interval.high).toBeCloseTo(7.85463, 4);
    expect(neovascularisation?.statistic).toBeCloseTo(6.79846, 4);
    expect(pulsatility?.estimate).toBeCloseTo(-0.03475, 4);
    expect(height?.estimate).toBeCloseTo(-2.60416, 4);
    expect(height?.statistic).toBeCloseTo(17.7593, 3);
  });

  it('adds half a response to each side of a table with one feature', () => {
    const count = fc.integer({ min: 1, max: 200_000 });
    const share = fc.oneof(fc.constantFrom(0, 1), between(0, 1));
    fc.assert(
      fc.property(count, share, count, share, (trials0, share0, trials1, share1) => {
        const groups = [
          { events: Math.round(trials0 * share0), trials: trials0, features: [0] },
          { events: Math.round(trials1 * share1), trials: trials1, features: [1] },
        ] as const;
        const odds = groups.map(({ events, trials }) => (events + 0.5) / (trials - events + 0.5));
        const expected = Math.log((odds[1] ?? NaN) / (odds[0] ?? NaN));
        const { coefficients } = valueOf(firthLogistic(groups));
        const about = { groups };
        const found = coefficients[0];
        expectClose(found?.estimate ?? NaN, expected, 1e-9, about, found?.standardError);
      }),
      runs(60),
    );
  });

  it('is finite whatever separates, and its interval leaves out 0 exactly when p is below alpha', () => {
    const cell = fc.record({
      trials: fc.integer({ min: 1, max: 60 }),
      share: fc.constantFrom(0, 0, 1, 0.3),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 4, maxLength: 4 }), (cells) => {
        const groups = cells.map(({ trials, share }, place) => {
          return {
            events: Math.round(trials * share),
            trials,
            features: [place % 2, place >> 1, (place % 2) * (place >> 1)],
          };
        });
        const { coefficients } = valueOf(firthLogistic(groups));
        for (const entry of coefficients) {
          expect(Number.isFinite(entry?.estimate)).toBe(true);
          const { low = NaN, high = NaN } = entry?.interval ?? {};
          expect(low > 0 || high < 0).toBe((entry?.pValue ?? NaN) < 0.05);
        }
      }),
      runs(12),
    );
  });

  it('is close to the plain fit where there are many responses', () => {
    const groups = [0, 1, 2].map((dose) => {
      return { events: 20_000 + 3000 * dose, trials: 100_000, features: [dose] };
    });
    const plainly = valueOf(logisticRegression(groups, { intervals: 'profile' })).coefficients[0];
    const found = valueOf(firthLogistic(groups)).coefficients[0];
    expectClose(found?.estimate ?? NaN, plainly?.estimate ?? NaN, 1e-4, groups);
    expectClose(found?.interval.low ?? NaN, plainly?.interval.low ?? NaN, 1e-4, groups);
    expect(found?.pValue).toBeLessThan(1e-200);
  });

  it('leaves a repeated feature out, and refuses a test of nothing else', () => {
    const groups = [
      { events: 0, trials: 50, features: [0, 0] },
      { events: 5, trials: 50, features: [1, 2] },
    ];
    expect(valueOf(firthLogistic(groups)).coefficients[1]).toBeNull();
    expect(refusalOf(penalisedLikelihoodRatioTest(groups, [1]))).toBe('not-nested');
    expect(refusalOf(firthLogistic([]))).toBe('no-trials');
    expect(refusalOf(firthLogistic(groups, { confidenceShare: 0 }))).toBe('invalid-confidence');
    expect(() => firthLogistic([{ events: 3, trials: 2, features: [] }])).toThrow(RangeError);
  });

  it('gives 2.502156 for none of 50 against 5 of 50, chi-square and p as its example says', () => {
    const groups = [
      { events: 0, trials: 50, features: [0] },
      { events: 5, trials: 50, features: [1] },
    ];
    const [found] = valueOf(firthLogistic(groups)).coefficients;
    expect(found?.estimate).toBeCloseTo(Math.log(5.5 / 45.5 / (0.5 / 50.5)), 10);
    expect(found?.estimate).toBeCloseTo(2.502156, 6);
    expect(found?.statistic).toBeCloseTo(5.136269, 6);
  });
});

describe('the likelihood-ratio test of two models', () => {
  it('is the difference of their deviances', () => {
    const found = valueOf(
      likelihoodRatioTest({ deviance: 43.2, rank: 3 }, { deviance: 35.1, rank: 5 }),
    );
    expect(found.degreesOfFreedom).toBe(2);
    expect(found.statistic).toBeCloseTo(8.1, 12);
    expect(found.pValue).toBeCloseTo(0.01742237, 8);
  });

  it('refuses models that are not nested', () => {
    const [one] = plain;
    const fit = valueOf(fitLogistic(one?.groups ?? []));
    expect(refusalOf(likelihoodRatioTest(fit, fit))).toBe('not-nested');
    const worse = { deviance: fit.deviance + 1, rank: fit.rank + 1 };
    expect(refusalOf(likelihoodRatioTest(fit, worse))).toBe('not-nested');
  });
});
