import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupsOfRows,
  type OutcomeGroup,
  type OutcomeRow,
} from '#core/stats/models/linear-groups.ts';
import { linearRegression, linearTermsTest } from '#core/stats/models/linear-regression.ts';
import { meanInteractionTest, type MeanCell } from '#core/stats/models/mean-interaction.ts';
import type { ErrorKind } from '#core/stats/models/sandwich.ts';
import { runs } from '../../../property-runs.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface ErrorTable {
  error: number[];
  t: number[];
  p: number[];
  low: number[];
  high: number[];
  df: number;
  covariance: number[][];
  f: number | null;
  fp: number | null;
}
interface Case {
  estimated: number[];
  estimate: number[];
  sigma: number;
  r2: number;
  errors: Record<ErrorKind, ErrorTable>;
}
interface ExactCase {
  estimate: number[];
  sigma: number;
  r2: number;
  errors: Record<
    ErrorKind,
    { error: number[]; p: number[]; covariance: number[][]; f?: number; fp?: number }
  >;
}
const exact = oracle<{ rows: ExactCase[]; groups: ExactCase[] }>('models/linear-exact');
const { rows, groups, means, longley } = oracle<{
  rows: (Case & { rows: OutcomeRow[] })[];
  groups: (Case & { groups: OutcomeGroup[] })[];
  means: {
    cells: MeanCell[];
    f: number;
    df: number;
    rest: number;
    p: number;
    f3: number;
    p3: number;
    jointF: number;
    jointP: number;
  }[];
  longley: { rows: OutcomeRow[] };
}>('models/linear');

function expectFit(given: readonly OutcomeGroup[], row: Case): void {
  for (const [kind, table] of Object.entries(row.errors)) {
    const standardErrors = kind as ErrorKind;
    const found = valueOf(linearRegression(given, { standardErrors }));
    const about = { kind, given };
    expect(found.estimated).toEqual(row.estimated);
    expect(found.degreesOfFreedom).toBe(table.df);
    expectClose(found.residualDeviation, row.sigma, 1e-9, about);
    expectClose(found.explainedShare, row.r2, 1e-9, about, 0.1);
    const all = [found.intercept, ...found.coefficients].filter((entry) => entry !== null);
    all.forEach((entry, place) => {
      const error = table.error[place] ?? NaN;
      expectClose(entry.estimate, row.estimate[place] ?? NaN, 1e-9, about, error);
      expectClose(entry.standardError, error, 1e-9, about);
      expectClose(entry.statistic, table.t[place] ?? NaN, 1e-9, about, 1);
      expectClose(entry.pValue, table.p[place] ?? NaN, 1e-8, about);
      expectClose(entry.interval.low, table.low[place] ?? NaN, 1e-9, about, error);
      expectClose(entry.interval.high, table.high[place] ?? NaN, 1e-9, about, error);
      table.covariance[place]?.forEach((value, column) => {
        const scale = error * (table.error[column] ?? NaN);
        expectClose(found.covariance[place]?.[column] ?? NaN, value, 1e-8, about, scale);
      });
    });
    if (typeof table.f !== 'number' || typeof table.fp !== 'number') continue;
    const tested = linearTermsTest(
      found,
      found.coefficients.map((_, place) => place),
    );
    // Where few clusters leave the joint covariance nearly singular, only the fifty digits decide.
    if (kind === 'cluster' && table.f > 1000) continue;
    expectClose(valueOf(tested).statistic, table.f, 1e-8, about);
    expectClose(valueOf(tested).pValue, table.fp, 1e-8, about);
  }
}

/** Everything to twelve digits or nearly: R's own answers to these cases differ from them by up to 5e-9, ours by 1e-12. */
function expectExactFit(given: readonly OutcomeGroup[], exact: ExactCase): void {
  for (const [kind, table] of Object.entries(exact.errors)) {
    const found = valueOf(linearRegression(given, { standardErrors: kind as ErrorKind }));
    const about = { kind, given };
    expectClose(found.residualDeviation, exact.sigma, 1e-11, about);
    expectClose(found.explainedShare, exact.r2, 1e-11, about);
    const all = [found.intercept, ...found.coefficients].filter((entry) => entry !== null);
    expect(all.length).toBe(exact.estimate.length);
    all.forEach(({ estimate, standardError, pValue }, place) => {
      const error = table.error[place] ?? NaN;
      expectClose(estimate, exact.estimate[place] ?? NaN, 1e-11, about, error);
      expectClose(standardError, error, 1e-11, about);
      expectClose(pValue, table.p[place] ?? NaN, 1e-11, about);
      table.covariance[place]?.forEach((value, column) => {
        const scale = error * (table.error[column] ?? NaN);
        expectClose(found.covariance[place]?.[column] ?? NaN, value, 1e-11, about, scale);
      });
    });
    if (table.f === undefined || table.fp === undefined) continue;
    const features = found.coefficients.map((_, place) => place);
    const tested = valueOf(linearTermsTest(found, features));
    expectClose(tested.statistic, table.f, 1e-11, about);
    expectClose(tested.pValue, table.fp, 1e-11, about);
  }
}

describe('linear regression', () => {
  it('from rows is lm with every kind of standard error of sandwich', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expectFit(groupsOfRows(row.rows), row);
  });

  it('from counts, means and deviations is the same as from the rows they summarise', () => {
    for (const row of groups) expectFit(row.groups, row);
  });

  it('has all its digits, also where R has lost some', () => {
    expect(exact.rows.length).toBe(rows.length);
    expect(exact.groups.length).toBe(groups.length);
    rows.forEach((row, place) => {
      const right = exact.rows[place];
      if (right) expectExactFit(groupsOfRows(row.rows), right);
    });
    groups.forEach((row, place) => {
      const right = exact.groups[place];
      if (right) expectExactFit(row.groups, right);
    });
  });

  it("has the certified values of Longley's data (NIST StRD)", () => {
    const found = valueOf(linearRegression(groupsOfRows(longley.rows)));
    const all = [found.intercept, ...found.coefficients];
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-35.819179292591, 33.4910077722432],
      [-20.2022980381683, 4.88399681651699],
      [-10.3322686717359, 2.14274163161675],
      [-51.1041056535807, 226.07320006937],
      [1829.15146461355, 455.478499142212],
    ] as const;
    certified.forEach(([estimate, standardError], place) => {
      expectClose(all[place]?.estimate ?? NaN, estimate, 1e-9, place);
      expectClose(all[place]?.standardError ?? NaN, standardError, 1e-9, place);
    });
    expectClose(found.residualDeviation, 304.854073561965, 1e-12, 'sigma');
    expectClose(found.explainedShare, 0.995479004577296, 1e-12, 'R squared');
  });

  it('is 1.58 more sleep with the second drug, t 1.860813 (R sleep)', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const all = [first, second].flatMap((values, drug) =>
      values.map((outcome) => ({ outcome, features: [drug] })),
    );
    const [found] = valueOf(linearRegression(groupsOfRows(all))).coefficients;
    expect(found?.estimate).toBeCloseTo(1.58, 12);
    expect(found?.standardError).toBeCloseTo(0.8490910172, 9);
    expect(found?.statistic).toBeCloseTo(1.860813467, 8);
    expect(found?.pValue).toBeCloseTo(0.07918671422, 10);
  });
});

const arm = fc.record({
  count: fc.integer({ min: 2, max: 100_000 }),
  mean: between(-100, 100),
  standardDeviation: between(0.01, 50),
});
const row = fc.record({
  outcome: fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4),
  features: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -9, max: 9 })),
  weight: fc.integer({ min: 1, max: 3 }),
});
const someRows = fc.array(row, { minLength: 8, maxLength: 15 });

describe('every linear regression', () => {
  it("with one feature of two values has with hc2 exactly Welch's standard error", () => {
    fc.assert(
      fc.property(arm, arm, (treatment, control) => {
        const given = [
          { ...control, features: [0] },
          { ...treatment, features: [1] },
        ];
        const model = valueOf(linearRegression(given, { standardErrors: 'hc2' }));
        const parts = [treatment, control].map((one) => one.standardDeviation ** 2 / one.count);
        const standardError = Math.sqrt((parts[0] ?? NaN) + (parts[1] ?? NaN));
        const [found] = model.coefficients;
        const about = { treatment, control };
        expectClose(found?.standardError ?? NaN, standardError, 1e-9, about);
        const difference = treatment.mean - control.mean;
        expectClose(found?.estimate ?? NaN, difference, 1e-9, about, standardError);
      }),
    );
  });

  it('takes a weight of w for w rows', () => {
    fc.assert(
      fc.property(someRows, (given) => {
        const repeated = given.flatMap(({ weight, ...one }) =>
          Array.from({ length: weight }, () => one),
        );
        for (const standardErrors of ['classical', 'hc1', 'hc3'] as const) {
          const weighted = linearRegression(groupsOfRows(given), { standardErrors });
          const plain = linearRegression(groupsOfRows(repeated), { standardErrors });
          if (!plain.ok || !weighted.ok) {
            expect(weighted.ok).toBe(plain.ok);
            continue;
          }
          plain.value.coefficients.forEach((entry, place) => {
            const other = weighted.value.coefficients[place];
            expect(other === null).toBe(entry === null);
            const error = entry?.standardError ?? 0;
            expectClose(other?.estimate ?? 0, entry?.estimate ?? 0, 1e-8, given, error);
            expectClose(other?.standardError ?? 0, error, 1e-8, given);
          });
        }
      }),
      runs(40),
    );
  });

  it('has the same t whatever the units and the zero of outcome and features', () => {
    const unit = between(1e-3, 1e3);
    const shift = between(-50, 50);
    fc.assert(
      fc.property(someRows, unit, unit, shift, (given, stretch, scale, zero) => {
        const moved = given.map(({ outcome, features: [first, second], weight }) => {
          return {
            outcome: stretch * outcome + zero,
            features: [scale * first - zero, second],
            weight,
          };
        });
        const there = linearRegression(groupsOfRows(given), { standardErrors: 'hc3' });
        const back = linearRegression(groupsOfRows(moved), { standardErrors: 'hc3' });
        if (!there.ok || !back.ok) {
          expect(back.ok).toBe(there.ok);
          return;
        }
        there.value.coefficients.forEach((entry, place) => {
          const other = back.value.coefficients[place];
          expectClose(other?.statistic ?? 0, entry?.statistic ?? 0, 1e-6, given, 1);
        });
      }),
      runs(40),
    );
  });

  it('has as F of one coefficient the square of its t', () => {
    fc.assert(
      fc.property(someRows, (given) => {
        const model = linearRegression(groupsOfRows(given), { standardErrors: 'hc1' });
        if (!model.ok) return;
        const { coefficients } = model.value;
        const tested = linearTermsTest(model.value, [1]);
        if (!coefficients[1]) {
          expect(refusalOf(tested)).toBe('not-nested');
          return;
        }
        const { statistic, pValue } = valueOf(tested);
        expectClose(statistic, coefficients[1].statistic ** 2, 1e-9, given);
        expectClose(pValue, coefficients[1].pValue, 1e-9, given);
      }),
      runs(40),
    );
  });
});

describe('what linear regression refuses', () => {
  const one = { count: 5, mean: 1, standardDeviation: 1, features: [0] };
  it('is bad data, with its place', () => {
    const refused = (group: Partial<OutcomeGroup>) =>
      refusalOf(linearRegression([one, { ...one, ...group }]));
    expect(refused({ mean: NaN })).toBe('invalid-mean');
    expect(refused({ count: 1.5 })).toBe('invalid-mean');
    expect(refused({ standardDeviation: -1 })).toBe('invalid-mean');
    expect(refused({ mean: 1e200 })).toBe('invalid-mean');
    expect(refused({ features: [] })).toBe('invalid-features');
    expect(refused({ features: [Infinity] })).toBe('invalid-features');
    expect(refusalOf(linearRegression([]))).toBe('no-trials');
    expect(refusalOf(linearRegression([one], { confidenceShare: 1 }))).toBe('invalid-confidence');
  });

  it('is data without spread, or with too few customers', () => {
    const still = { count: 5, standardDeviation: 0 };
    const line = [0, 1, 2].map((x) => ({ ...still, mean: 3 + 2 * x, features: [x] }));
    expect(refusalOf(linearRegression(line))).toBe('no-variation');
    const two = groupsOfRows([
      { outcome: 1, features: [0] },
      { outcome: 2, features: [1] },
    ]);
    expect(refusalOf(linearRegression(two))).toBe('too-few-values');
  });

  it('is a customer who alone decides, and clusters that are not there', () => {
    const given = [one, { ...one, count: 1, features: [1] }];
    expect(refusalOf(linearRegression(given, { standardErrors: 'hc3' }))).toBe('full-leverage');
    expect(linearRegression(given).ok).toBe(true);
    expect(refusalOf(linearRegression(given, { standardErrors: 'cluster' }))).toBe('no-clusters');
    const alone = given.map((group) => ({ ...group, cluster: 'one' }));
    expect(refusalOf(linearRegression(alone, { standardErrors: 'cluster' }))).toBe(
      'too-few-clusters',
    );
  });

  it('is a test of more coefficients than clusters can tell apart', () => {
    const given = [0, 1, 2, 3, 4, 5].map((place) => ({
      ...one,
      mean: place * place,
      features: [place, place % 2],
      cluster: place < 3 ? 'first' : 'second',
    }));
    const model = valueOf(linearRegression(given, { standardErrors: 'cluster' }));
    expect(refusalOf(linearTermsTest(model, [0, 1]))).toBe('singular');
    expect(linearTermsTest(model, [0]).ok).toBe(true);
  });
});

describe('the interaction of arm and attribute in amounts', () => {
  it('is the F test of two lm in R, with hc3 its Wald form', () => {
    for (const row of means) {
      const plainly = valueOf(meanInteractionTest(row.cells, [0]));
      expect(plainly.degreesOfFreedom).toEqual({ numerator: row.df, denominator: row.rest });
      expectClose(plainly.statistic, row.f, 1e-9, row, 1e-3);
      expectClose(plainly.pValue, row.p, 1e-9, row);
      const robust = valueOf(meanInteractionTest(row.cells, [0], { standardErrors: 'hc3' }));
      expectClose(robust.statistic, row.f3, 1e-9, row, 1e-3);
      expectClose(robust.pValue, row.p3, 1e-9, row);
      const joint = valueOf(meanInteractionTest(row.cells, [0, 1]));
      expectClose(joint.statistic, row.jointF, 1e-9, row, 1e-3);
      expectClose(joint.pValue, row.jointP, 1e-9, row);
    }
  });

  it('is F 5.625, p 0.0231749, for 5, 6, 5 and 9 with deviation 2 and 10 customers each', () => {
    const cells = [5, 6, 5, 9].map((mean, place) => ({
      arm: place % 2 ? 'carrot' : 'none',
      levels: [place < 2 ? 'low' : 'high'],
      ...{ count: 10, mean, standardDeviation: 2 },
    }));
    const found = valueOf(meanInteractionTest(cells, [0]));
    expect(found.statistic).toBeCloseTo(5.625, 10);
    expect(found.pValue).toBeCloseTo(0.0231749, 7);
    const oneLevel = cells.filter(({ levels }) => levels[0] === 'low');
    expect(refusalOf(meanInteractionTest(oneLevel, [0]))).toBe('too-few-levels');
  });
});
