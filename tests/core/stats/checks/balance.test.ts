import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { covariateMoments, type CovariateMoments } from '#core/stats/checks/covariate-moments.ts';
import { omnibusBalance, type CovariatePair } from '#core/stats/checks/omnibus-balance.ts';
import {
  standardisedLevelDifference,
  standardisedMeanDifference,
} from '#core/stats/checks/standardised-difference.ts';
import { generalAssociation } from '#core/stats/stratified/generalised-cmh.ts';
import { cochranMantelHaenszel } from '#core/stats/stratified/stratified.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface OmnibusRow {
  strata: CovariatePair[];
  rows?: { h: number[]; g: number[]; x: number[][] };
  statistic: number;
  df: number;
  p: number;
  z: number[];
}
interface Balance {
  omnibus: OmnibusRow[];
  numeric: Record<'mean1' | 'mean0' | 'sd1' | 'sd0' | 'd' | 'ratio', number>[];
  levels: { treatment: number[]; control: number[]; d: number }[];
}
const { omnibus, numeric, levels } = oracle<Balance>('checks/balance');

/** The moments of both arms of every stratum, from a list of customers. */
function pairsOf({ h, g, x }: { h: number[]; g: number[]; x: number[][] }): CovariatePair[] {
  const arm = (stratum: number, treated: number) =>
    covariateMoments(
      x.filter((_, place) => h[place] === stratum && g[place] === treated),
      x[0]?.length ?? 0,
    );
  return [...new Set(h)].map((stratum) => ({
    treatment: arm(stratum, 1),
    control: arm(stratum, 0),
  }));
}

describe('the standardised difference', () => {
  it('of means is the formula of Austin, written out in R', () => {
    for (const row of numeric) {
      const arm = (mean: number, standardDeviation: number) => ({
        count: 9,
        mean,
        standardDeviation,
      });
      const found = valueOf(
        standardisedMeanDifference(arm(row.mean1, row.sd1), arm(row.mean0, row.sd0)),
      );
      expectClose(found.standardisedDifference, row.d, 1e-12, row);
      expectClose(found.varianceRatio ?? NaN, row.ratio, 1e-12, row);
      expect(found.unbalanced).toBe(Math.abs(row.d) > 0.1);
    }
    const known = valueOf(
      standardisedMeanDifference(
        { count: 5, mean: 12, standardDeviation: 4 },
        { count: 9, mean: 10, standardDeviation: 3 },
      ),
    );
    expect(known.standardisedDifference).toBeCloseTo(0.565685, 6);
    expect(known.varianceRatio).toBeCloseTo(1.777778, 6);
  });

  it('of levels is the distance of Yang and Dalton with the generalised inverse of R', () => {
    for (const row of levels) {
      const found = valueOf(standardisedLevelDifference(row.treatment, row.control));
      expectClose(found.standardisedDifference, row.d, 1e-9, row);
      const turned = valueOf(
        standardisedLevelDifference(row.control.toReversed(), row.treatment.toReversed()),
      );
      expectClose(turned.standardisedDifference, row.d, 1e-9, row);
    }
    const known = valueOf(standardisedLevelDifference([40, 35, 25], [30, 30, 40]));
    expect(known.standardisedDifference).toBeCloseTo(0.3291689, 7);
  });

  it('of two levels is that of the shares, with or without a level of nobody', () => {
    const found = valueOf(standardisedLevelDifference([30, 70], [90, 110]));
    const [p, q] = [0.3, 0.45];
    const expected = Math.abs(p - q) / Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
    expectClose(found.standardisedDifference, expected, 1e-12, 'two');
    expectClose(
      valueOf(standardisedLevelDifference([30, 0, 70], [90, 0, 110])).standardisedDifference,
      expected,
      1e-12,
      'two and nobody',
    );
  });

  it('is refused where it has no value, and 0 where all are alike', () => {
    expect(valueOf(standardisedLevelDifference([9], [4]))).toMatchObject({
      standardisedDifference: 0,
      unbalanced: false,
    });
    expect(refusalOf(standardisedLevelDifference([9, 0], [0, 4]))).toBe('arms-do-not-overlap');
    expect(refusalOf(standardisedLevelDifference([9, 0, 0], [0, 4, 3]))).toBe(
      'arms-do-not-overlap',
    );
    expect(refusalOf(standardisedLevelDifference([9], [0, 4]))).toBe('levels-do-not-match');
    expect(refusalOf(standardisedLevelDifference([9, 1], [0, 0]))).toBe('no-trials');
    expect(refusalOf(standardisedLevelDifference([9, -1], [1, 0]))).toBe('invalid-counts');
    const still = { count: 5, mean: 3, standardDeviation: 0 };
    expect(refusalOf(standardisedMeanDifference(still, still))).toBe('no-variation');
    expect(refusalOf(standardisedMeanDifference({ ...still, count: 1 }, still))).toBe(
      'too-few-values',
    );
    const moving = { ...still, standardDeviation: 1 };
    expect(valueOf(standardisedMeanDifference(moving, still)).varianceRatio).toBeNull();
  });
});

describe('the balance of all covariates at once', () => {
  it('is the quadratic independence test of coin, stratum by stratum, dependent covariates included', () => {
    expect(omnibus.length).toBeGreaterThan(60);
    for (const row of omnibus) {
      const found = valueOf(omnibusBalance(row.strata));
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-3);
      expect(found.degreesOfFreedom).toBe(row.df);
      expectClose(found.pValue, row.p, 1e-9, row, 1e-6);
      found.covariates.forEach(({ statistic }, place) => {
        const expected = row.z[place] ?? NaN;
        expectClose(Math.abs(statistic ?? NaN), Math.abs(expected), 1e-9, row, 1e-3);
      });
    }
  });

  it('has the same answer from customers as from moments', () => {
    const withRows = omnibus.filter(({ rows }) => rows !== undefined);
    expect(withRows.length).toBeGreaterThan(15);
    for (const row of withRows) {
      if (!row.rows) continue;
      const found = valueOf(omnibusBalance(pairsOf(row.rows)));
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-3);
    }
  });

  it('gives the example of its page', () => {
    const column = (...values: number[]) =>
      covariateMoments(
        values.map((value) => [value]),
        1,
      );
    const strata = [{ treatment: column(1, 2, 3, 4, 5), control: column(3, 4, 5, 6, 9) }];
    const found = valueOf(omnibusBalance(strata));
    expect(found.statistic).toBeCloseTo(2.8421, 4);
    expect(found.pValue).toBeCloseTo(0.09182, 5);
    expect(found.covariates[0]?.difference).toBeCloseTo(-2.4, 12);
  });

  it('of one covariate of 0 and 1 is the test of Cochran, Mantel and Haenszel; one per level, the general one', () => {
    const count = fc.integer({ min: 0, max: 300 });
    const arm = fc.tuple(count, count, count);
    const stratum = fc.record({ treatment: arm, control: arm });
    /** Indicator columns: their means are shares, their covariances those of shares. */
    const momentsOf = (counts: readonly number[]): CovariateMoments => {
      const total = counts.reduce((sum, value) => sum + value, 0);
      const shares = counts.map((value) => value / total);
      const factor = total > 1 ? total / (total - 1) : 0;
      return {
        count: total,
        means: shares,
        covariances: shares.map((left, row) =>
          shares.map(
            (right, column) => factor * (row === column ? left * (1 - left) : -left * right),
          ),
        ),
      };
    };
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
        const tables = strata.map(({ treatment, control }) => [treatment, control]);
        const general = generalAssociation(tables);
        const found = omnibusBalance(
          strata.map(({ treatment, control }) => ({
            treatment: momentsOf(treatment),
            control: momentsOf(control),
          })),
        );
        expect(found.ok).toBe(general.ok);
        if (found.ok && general.ok) {
          expectClose(found.value.statistic, general.value.statistic, 1e-7, strata, 1e-3);
          expect(found.value.degreesOfFreedom).toBe(general.value.degreesOfFreedom);
        }
        const two = (counts: readonly number[]) => [counts[0] ?? 0, counts[1] ?? 0] as const;
        const binary = omnibusBalance(
          strata.map(({ treatment, control }) => ({
            treatment: momentsOf(two(treatment)),
            control: momentsOf(two(control)),
          })),
        );
        const plain = cochranMantelHaenszel(
          strata.map(({ treatment, control }) => {
            const [x1, y1] = two(treatment);
            const [x0, y0] = two(control);
            return {
              treatment: { events: x1, trials: x1 + y1 },
              control: { events: x0, trials: x0 + y0 },
            };
          }),
        );
        expect(binary.ok).toBe(plain.ok);
        if (!binary.ok || !plain.ok) return;
        expectClose(binary.value.statistic, plain.value.statistic, 1e-7, strata, 1e-3);
      }),
    );
  });

  it('does not mind units, origins and mixtures of the covariates', () => {
    for (const { rows, statistic, df } of omnibus) {
      if (!rows || rows.x[0]?.length !== 2) continue;
      const mixed = rows.x.map(([first = 0, second = 0]) => [
        1e6 * first - 3 * second + 7,
        first + 1e-4 * second,
        second - 40,
      ]);
      const found = valueOf(omnibusBalance(pairsOf({ ...rows, x: mixed })));
      expectClose(found.statistic, statistic, 1e-6, rows, 1e-3);
      expect(found.degreesOfFreedom).toBe(df);
    }
  });

  it('has p-values that spread evenly when the arms are drawn a thousand times', () => {
    const generator = createGenerator('balance');
    const customers = Array.from({ length: 80 }, (_, place) => ({
      stratum: place < 50 ? 1 : 2,
      covariates: [generator.nextShare() * 9, Math.floor(generator.nextShare() * 2)],
    }));
    const h = customers.map(({ stratum }) => stratum);
    const x = customers.map(({ covariates }) => covariates);
    const planned = customers.map((_, place) => Number(place % 2 === 0));
    const drawn = (): number[] => {
      const arms = [...planned];
      for (const [first, last] of [
        [0, 49],
        [50, 79],
      ] as const) {
        for (let place = last; place > first; place -= 1) {
          const other = first + generator.nextInteger(place - first + 1);
          [arms[place], arms[other]] = [arms[other] ?? 0, arms[place] ?? 0];
        }
      }
      return arms;
    };
    const pValues = Array.from(
      { length: 1000 },
      () => valueOf(omnibusBalance(pairsOf({ h, g: drawn(), x }))).pValue,
    );
    const below = (limit: number) => pValues.filter((pValue) => pValue < limit).length / 1000;
    // Four standard errors of a thousand draws.
    expect(Math.abs(below(0.5) - 0.5)).toBeLessThan(0.064);
    expect(Math.abs(below(0.1) - 0.1)).toBeLessThan(0.04);
  });

  it('is refused where nothing can be compared', () => {
    const one = covariateMoments([[1], [2]], 1);
    const nobody = covariateMoments([], 1);
    const constant = covariateMoments([[0.1], [0.1], [0.1]], 1);
    expect(refusalOf(omnibusBalance([]))).toBe('no-informative-strata');
    expect(refusalOf(omnibusBalance([{ treatment: one, control: nobody }]))).toBe(
      'no-informative-strata',
    );
    expect(refusalOf(omnibusBalance([{ treatment: constant, control: constant }]))).toBe(
      'no-informative-strata',
    );
    const wide = covariateMoments([[1, 2]], 2);
    expect(omnibusBalance([{ treatment: one, control: wide }])).toMatchObject({
      problem: { code: 'invalid-moments', stratum: 0 },
    });
    expect(() => covariateMoments([[1], [1, 2]], 1)).toThrow(RangeError);
  });
});
