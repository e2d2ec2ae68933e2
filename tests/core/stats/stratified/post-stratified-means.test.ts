import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import { meanInterval, type ArmMean } from '#core/stats/means/mean-interval.ts';
import { postStratifiedDifference } from '#core/stats/stratified/post-stratified.ts';
import {
  postStratifiedMeanDifference,
  projectedMean,
} from '#core/stats/stratified/post-stratified-means.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Lists = Record<'count' | 'mean' | 'sd', number[]>;
interface ListRow {
  population: number[];
  treatment: Lists;
  control: Lists;
  treated: Record<'mean' | 'error' | 'list' | 'total' | 'totalList', number>;
  difference: number;
  error: number;
  listError: number;
  treatedDf: number;
  df: number;
}
const { cases } = oracle<{ cases: ListRow[] }>('stratified/post-stratified-means');

function amounts(count: number, mean: number, standardDeviation: number): ArmMean {
  return { count, mean, standardDeviation };
}
const armOf = ({ count, mean, sd }: Lists, place: number): ArmMean =>
  amounts(count[place] ?? NaN, mean[place] ?? NaN, sd[place] ?? NaN);
const pairsOf = (row: ListRow) =>
  row.population.map((population, place) => ({
    population,
    treatment: armOf(row.treatment, place),
    control: armOf(row.control, place),
  }));
const samplesOf = (row: ListRow) =>
  pairsOf(row).map(({ population, treatment }) => ({ population, sample: treatment }));

describe('the projected mean', () => {
  it('has the mean, total and errors of the survey package, for the list and beyond it', () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const row of cases) {
      const found = valueOf(projectedMean(samplesOf(row)));
      const list = valueOf(projectedMean(samplesOf(row), { forThisListOnly: true }));
      expectClose(found.mean, row.treated.mean, 1e-9, row);
      expectClose(found.total, row.treated.total, 1e-9, row);
      expectClose(found.standardError, row.treated.error, 1e-9, row);
      expectClose(list.standardError, row.treated.list, 1e-9, row);
      expectClose(found.degreesOfFreedom ?? NaN, row.treatedDf, 1e-9, row);
      const customers = row.population.reduce((sum, value) => sum + value, 0);
      expectClose(list.standardError * customers, row.treated.totalList, 1e-9, row);
      expect(list.standardError).toBeLessThan(found.standardError);
    }
  });

  it('has an interval without width where the whole list was seen', () => {
    const strata = [
      { population: 40, sample: amounts(40, 12, 5) },
      { population: 10, sample: amounts(10, 30, 8) },
    ];
    const list = valueOf(projectedMean(strata, { forThisListOnly: true }));
    expect(list).toMatchObject({ standardError: 0, degreesOfFreedom: null });
    expectClose(list.total, 780, 1e-15, strata);
    expect(list.interval).toEqual({ low: list.mean, high: list.mean });
    expect(valueOf(projectedMean(strata)).standardError).toBeGreaterThan(0.8);
  });

  it('is corrected by nothing where the list is endless', () => {
    const strata = [{ population: Number.MAX_SAFE_INTEGER, sample: amounts(40, 12, 5) }];
    const list = valueOf(projectedMean(strata, { forThisListOnly: true }));
    expectClose(list.standardError, valueOf(projectedMean(strata)).standardError, 1e-13, strata);
  });

  it('of one stratum is the interval of Student', () => {
    const arm = fc.record({
      count: fc.integer({ min: 2, max: 9999 }),
      mean: between(-1e6, 1e6),
      standardDeviation: between(1e-3, 1e5),
    });
    fc.assert(
      fc.property(arm, (sample) => {
        const found = valueOf(projectedMean([{ population: 10_000, sample }]));
        const plain = valueOf(meanInterval(sample, 0.95));
        const width = plain.high - plain.low;
        expectClose(found.interval.low, plain.low, 1e-9, sample, width);
        expectClose(found.interval.high, plain.high, 1e-9, sample, width);
      }),
    );
  });

  it('gives the example of its page', () => {
    const strata = [
      { population: 400, sample: amounts(40, 12, 5) },
      { population: 600, sample: amounts(10, 30, 8) },
    ];
    const found = valueOf(projectedMean(strata));
    expect(found.mean).toBeCloseTo(22.8, 12);
    expect(found.standardError).toBeCloseTo(1.55048, 5);
    expect(valueOf(projectedMean(strata, { forThisListOnly: true })).standardError).toBeCloseTo(
      1.5348,
      4,
    );
  });
});

describe('the projected difference of means', () => {
  it('has the errors of two samples of the survey package', () => {
    for (const row of cases) {
      const found = valueOf(postStratifiedMeanDifference(pairsOf(row)));
      const list = valueOf(postStratifiedMeanDifference(pairsOf(row), { forThisListOnly: true }));
      expectClose(found.difference, row.difference, 1e-9, row, row.error);
      expectClose(found.standardError, row.error, 1e-9, row);
      expectClose(found.degreesOfFreedom, row.df, 1e-9, row);
      expectClose(list.standardError, row.listError, 1e-9, row);
    }
  });

  it('of one stratum is that of Welch', () => {
    const treatment = amounts(50, 12, 5);
    const control = amounts(30, 10, 9);
    const plain = valueOf(compareMeans(treatment, control, 0.9));
    const found = valueOf(
      postStratifiedMeanDifference([{ population: 99, treatment, control }], {
        confidenceShare: 0.9,
      }),
    );
    expectClose(found.interval.low, plain.interval.low, 1e-12, 'Welch');
    expectClose(found.pValue, plain.pValue, 1e-12, 'Welch');
    expectClose(found.degreesOfFreedom, plain.degreesOfFreedom, 1e-12, 'Welch');
  });

  it('does not depend on the order of the strata, and changes its sign with the arms', () => {
    for (const row of cases) {
      const found = valueOf(postStratifiedMeanDifference(pairsOf(row)));
      const other = valueOf(
        postStratifiedMeanDifference(
          pairsOf(row)
            .toReversed()
            .map(({ population, treatment, control }) => ({
              population,
              treatment: control,
              control: treatment,
            })),
        ),
      );
      expectClose(other.statistic, -found.statistic, 1e-9, row, 1);
    }
  });

  it('is refused with its stratum where there is nothing to project from', () => {
    const arm = amounts(5, 3, 1);
    const given = (treatment: ArmMean, population = 40) => [
      { population: 10, treatment: arm, control: arm },
      { population, treatment, control: arm },
    ];
    expect(postStratifiedMeanDifference(given(amounts(0, NaN, NaN)))).toMatchObject({
      problem: { code: 'stratum-without-arm', stratum: 1, arm: 'treatment', population: 40 },
    });
    expect(postStratifiedMeanDifference(given(amounts(1, 3, NaN)))).toMatchObject({
      problem: { code: 'too-few-values', stratum: 1 },
    });
    expect(refusalOf(postStratifiedMeanDifference(given(arm, 4)))).toBe('invalid-population');
    expect(refusalOf(postStratifiedMeanDifference([]))).toBe('no-population');
    expect(refusalOf(projectedMean([{ population: 4, sample: amounts(0, NaN, NaN) }]))).toBe(
      'stratum-without-sample',
    );
    const still = { population: 9, treatment: amounts(5, 3, 0), control: amounts(4, 3, 0) };
    expect(refusalOf(postStratifiedMeanDifference([still]))).toBe('no-variation');
    expect(refusalOf(projectedMean([{ population: 9, sample: still.treatment }]))).toBe(
      'no-variation',
    );
    expect(refusalOf(projectedMean([], { confidenceShare: 1 }))).toBe('invalid-confidence');
    // A stratum of nobody may be empty.
    expect(
      postStratifiedMeanDifference([
        ...given(arm),
        { population: 0, treatment: amounts(0, 0, 0), control: amounts(0, 0, 0) },
      ]),
    ).toEqual(postStratifiedMeanDifference(given(arm)));
  });
});

/** Every way to give six of twelve customers the treatment. */
function allDraws(): { treated: number[]; untreated: number[] }[] {
  const customers = Array.from({ length: 12 }, (_, place) => place);
  return Array.from({ length: 2 ** 12 }, (_, bits) => ({
    treated: customers.filter((one) => (bits >> one) % 2 === 1),
    untreated: customers.filter((one) => (bits >> one) % 2 === 0),
  })).filter(({ treated }) => treated.length === 6);
}

function summary(values: readonly number[]): ArmMean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return amounts(values.length, mean, Math.sqrt(squares / (values.length - 1)));
}

describe('the error for this list only, over every possible draw', () => {
  const spend = [0, 0, 1, 1, 2, 3, 3, 4, 5, 6, 7, 9];
  it.each([
    ['where everybody has the same effect', spend.map((value) => value + 2)],
    ['where the treatment stretches the spend', spend.map((value) => value * 3)],
    ['where it turns the spend round', spend.toReversed()],
  ])(
    'is on average nearly the true one or larger, even with six customers per arm, %s',
    (_, treated) => {
      const draws = allDraws();
      expect(draws).toHaveLength(924);
      const found = draws.map((draw) => {
        const treatment = summary(draw.treated.map((one) => treated[one] ?? NaN));
        const control = summary(draw.untreated.map((one) => spend[one] ?? NaN));
        return {
          difference: treatment.mean - control.mean,
          squaredError:
            valueOf(
              postStratifiedMeanDifference([{ population: 12, treatment, control }], {
                forThisListOnly: true,
              }),
            ).standardError ** 2,
          factored:
            (treatment.standardDeviation ** 2 + control.standardDeviation ** 2) * (1 / 6 - 1 / 12),
        };
      });
      const average = (figure: (draw: (typeof found)[number]) => number) =>
        found.reduce((sum, draw) => sum + figure(draw), 0) / found.length;
      const mean = average(({ difference }) => difference);
      const trueSquare = average(({ difference }) => (difference - mean) ** 2);
      // Deviations differ by chance as well, which takes off a share of the order of 1 / customers: 4% here.
      expect(average(({ squaredError }) => squaredError)).toBeGreaterThan(0.95 * trueSquare);
      if (treated[0] === 2) {
        // The factor 1 - n/N for each arm would claim far too much where all effects are alike.
        expect(average(({ factored }) => factored)).toBeLessThan(0.7 * trueSquare);
      }
    },
  );
});

describe('the projected difference of shares', () => {
  it('gives the example of its page', () => {
    const strata = [
      { population: 1000, treatment: counts(30, 100), control: counts(20, 100) },
      { population: 500, treatment: counts(5, 50), control: counts(5, 50) },
    ];
    const found = valueOf(postStratifiedDifference(strata));
    expect(found.difference).toBeCloseTo(0.066667, 6);
    expect(found.standardError).toBeCloseTo(0.045216, 6);
    const list = valueOf(postStratifiedDifference(strata, { forThisListOnly: true }));
    expect(list.standardError).toBeCloseTo(0.045199, 6);
  });
});
