import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlatedMaximum } from '#core/stats/distributions/correlated-maximum.ts';
import { compareMeansWithControl } from '#core/stats/multiplicity/dunnett.ts';
import { simultaneousComparisons } from '#core/stats/multiplicity/max-t.ts';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const { rows } = oracle<{
  rows: { covariance: number[][]; critical: number; p: number; accuracy: number; df?: number }[];
}>('multiplicity/max-t');

/** The adjusted p-value of a first estimate that lies `statistic` standard errors from 0. */
function first(covariance: number[][], statistic: number, degreesOfFreedom?: number) {
  const estimates = covariance.map((row, place) =>
    place === 0 ? statistic * Math.sqrt(row[0] ?? NaN) : 0,
  );
  const family = { estimates, covariance, confidenceShare: 0.95 };
  const found = valueOf(
    simultaneousComparisons(
      degreesOfFreedom === undefined ? family : { ...family, degreesOfFreedom },
    ),
  );
  return {
    ...found,
    p: found.comparisons[0]?.pValue ?? NaN,
    error: found.comparisons[0]?.pValueError ?? NaN,
  };
}

describe('estimates looked at together', () => {
  it('have the p-values of mvtnorm and ptukey within the error they state', () => {
    for (const { covariance, critical, p, accuracy, df } of rows) {
      const correlation = covariance.map((row, place) =>
        row.map((value, column) =>
          column === place
            ? 1
            : value / Math.sqrt((row[place] ?? NaN) * (covariance[column]?.[column] ?? NaN)),
        ),
      );
      const found = correlatedMaximum(correlation, df ?? Infinity, 2)?.(critical) ?? {
        value: NaN,
        error: NaN,
      };
      const about = { count: covariance.length, critical, df, p, ...found };
      expect(Math.abs(found.value - p) <= found.error + accuracy, JSON.stringify(about)).toBe(true);
      expect(found.error, JSON.stringify(about)).toBeLessThan(0.006);
      if (covariance.length === 2) expect(found.error).toBe(0);
    }
  });

  it('alone are a plain z test', () => {
    const found = first([[4]], 2.5);
    expect(found.p).toBeCloseTo(normalTwoSided(2.5), 14);
    expect(found.criticalValue).toBeCloseTo(1.959963984540054, 12);
  });

  it('that are the same, or the same turned round, count once', () => {
    const same = [
      [1, 1, -1],
      [1, 1, -1],
      [-1, -1, 1],
    ];
    const found = first(same, 2.5);
    expectClose(found.p, normalTwoSided(2.5), 1e-12, 'same');
    expect(found.error).toBe(0);
  });

  it('of several arms against one control are Dunnett to the last digits', () => {
    const control = { count: 6, mean: 8.25, standardDeviation: 0.9 };
    const arms = [4, 5, 9].map((count, place) => ({
      count,
      mean: 9 + place,
      standardDeviation: 1 + place / 10,
    }));
    const dunnett = valueOf(compareMeansWithControl({ control, arms, confidenceShare: 0.95 }));
    const { degreesOfFreedom } = dunnett;
    const variance = (dunnett.comparisons[0]?.standardError ?? NaN) ** 2 / (1 / 4 + 1 / 6);
    const covariance = arms.map((arm, row) =>
      arms.map((_, column) => variance * (1 / 6 + (row === column ? 1 / arm.count : 0))),
    );
    const found = valueOf(
      simultaneousComparisons({
        estimates: dunnett.comparisons.map(({ difference }) => difference),
        covariance,
        degreesOfFreedom,
        confidenceShare: 0.95,
      }),
    );
    expect(found.criticalError).toBe(0);
    expectClose(found.criticalValue, dunnett.criticalValue, 1e-11, 'limit');
    found.comparisons.forEach(({ pValue, interval }, place) => {
      const other = dunnett.comparisons[place];
      expectClose(pValue, other?.pValue ?? NaN, 1e-10, place);
      expectClose(interval.low ?? NaN, other?.interval.low ?? NaN, 1e-10, place);
    });
  });

  it('lie between one comparison and Bonferroni, and their limit has the chance asked for', () => {
    const entry = fc.noBias(fc.integer({ min: -9, max: 9 }).map((tenths) => tenths / 10));
    let overLattice = 0;
    const factor = fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        factor,
        fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10),
        (rowsOf, statistic) => {
          const covariance = rowsOf.map((left, row) =>
            rowsOf.map(
              (right, column) =>
                left.reduce((sum, value, place) => sum + value * (right[place] ?? 0), 0) +
                (row === column ? 0.05 : 0),
            ),
          );
          const single = normalTwoSided(statistic);
          const found = first(covariance, statistic);
          if (found.error > 0) overLattice += 1;
          expect(found.p).toBeGreaterThanOrEqual(single * (1 - 1e-11));
          expect(found.p).toBeLessThanOrEqual(single * covariance.length * (1 + 1e-11));
          expectClose(first(covariance, found.criticalValue).p, 0.05, 1e-9, covariance);
        },
      ),
      runs(6),
    );
    expect(overLattice).toBeGreaterThan(0);
  });

  it('one-sided, are mirrored when the side and every sign change', () => {
    const covariance = [
      [2, 0.5, -0.3],
      [0.5, 1, 0.4],
      [-0.3, 0.4, 3],
    ];
    const ask = (sign: 1 | -1) =>
      valueOf(
        simultaneousComparisons({
          estimates: [1, 2, 3].map((value) => sign * value),
          covariance,
          confidenceShare: 0.9,
          alternative: sign === 1 ? 'greater' : 'less',
        }),
      );
    const [up, down] = [ask(1), ask(-1)];
    up.comparisons.forEach(({ pValue, interval }, place) => {
      expect(down.comparisons[place]?.pValue).toBe(pValue);
      expect(interval.high).toBeNull();
      expect(down.comparisons[place]?.interval).toEqual({
        low: null,
        high: -(interval.low ?? NaN),
      });
    });
  });

  it('are refused where they are no family', () => {
    const one = { estimates: [1, 2], confidenceShare: 0.95 };
    const ask = (covariance: number[][], estimates = one.estimates) =>
      refusalOf(simultaneousComparisons({ ...one, estimates, covariance }));
    const fine = [
      [1, 0.5],
      [0.5, 1],
    ];
    expect(ask([], [])).toBe('too-few-effects');
    expect(ask(fine, new Array<number>(51).fill(1))).toBe('too-many-effects');
    expect(ask(fine, [1, Infinity])).toBe('invalid-effects');
    expect(ask([[1, 0.5]])).toBe('invalid-covariance');
    expect(
      ask([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toBe('invalid-covariance');
    expect(
      ask([
        [1, 2],
        [2, 1],
      ]),
    ).toBe('invalid-covariance');
    expect(
      ask([
        [0, 0],
        [0, 1],
      ]),
    ).toBe('no-variation');
    expect(
      refusalOf(simultaneousComparisons({ ...one, covariance: fine, degreesOfFreedom: 0 })),
    ).toBe('invalid-degrees-of-freedom');
    expect(
      refusalOf(simultaneousComparisons({ ...one, covariance: fine, confidenceShare: 1 })),
    ).toBe('invalid-confidence');
  });
});
