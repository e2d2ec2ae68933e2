import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { semidefiniteForm } from '#core/stats/numerics/semidefinite-form.ts';
import {
  generalAssociation,
  rowMeanScoresDiffer,
  scoresCorrelate,
} from '#core/stats/stratified/generalised-cmh.ts';
import { cochranMantelHaenszel } from '#core/stats/stratified/stratified.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { anyStrata } from './strata-arbitrary.ts';
import { between } from '../even-arbitrary.ts';

interface TableRow {
  name: string;
  tables: number[][][];
  armScores: number[];
  outcomeScores: number[];
  general: number;
  generalDf: number;
  means: number;
  meansDf: number;
  slope: number;
}
const { cases } = oracle<{ cases: TableRow[] }>('stratified/generalised');
const [job] = cases;
if (job?.name !== 'job satisfaction') throw new Error('The first table is not the published one.');

describe('the association in tables of any size', () => {
  it('is that of mantelhaen.test and CMHtest of R, and of the generalised inverse where arms are missing', () => {
    expect(cases.length).toBeGreaterThan(150);
    for (const row of cases) {
      const { armScores, outcomeScores } = row;
      const general = valueOf(generalAssociation(row.tables));
      expectClose(general.statistic, row.general, 1e-9, row, 1e-3);
      expect(general.degreesOfFreedom).toBe(row.generalDf);
      const means = valueOf(rowMeanScoresDiffer(row.tables, outcomeScores));
      expectClose(means.statistic, row.means, 1e-9, row, 1e-3);
      expect(means.degreesOfFreedom).toBe(row.meansDf);
      const slope = valueOf(scoresCorrelate(row.tables, { armScores, outcomeScores }));
      expectClose(slope.statistic, row.slope, 1e-9, row, 1e-3);
      expect(slope.degreesOfFreedom).toBe(1);
    }
  });

  it('G5: job satisfaction by income gives 10.2000888, df 9, p 0.3345', () => {
    const found = valueOf(generalAssociation(job.tables));
    expect(found.statistic).toBeCloseTo(10.2000888, 7);
    expect(found).toMatchObject({ degreesOfFreedom: 9, usedStrata: 2 });
    expect(found.pValue).toBeCloseTo(0.3345, 4);
  });

  it('of job satisfaction is 9.225859 for mean scores and 6.623479 for the slope, as CMHtest prints', () => {
    const means = valueOf(rowMeanScoresDiffer(job.tables));
    expect(means.statistic).toBeCloseTo(9.225859, 6);
    expect(means.pValue).toBeCloseTo(0.02643392, 8);
    const slope = valueOf(scoresCorrelate(job.tables));
    expect(slope.statistic).toBeCloseTo(6.623479, 6);
    expect(slope.pValue).toBeCloseTo(0.01006431, 8);
    expect(slope.direction).toBe(1);
  });
});

describe('tables of two arms and two outcomes', () => {
  it('give the statistic of Cochran, Mantel and Haenszel in all three ways', () => {
    fc.assert(
      fc.property(anyStrata, (strata) => {
        const tables = strata.map(({ treatment, control }) =>
          [treatment, control].map(({ events, trials }) => [events, trials - events]),
        );
        const plain = cochranMantelHaenszel(strata);
        const found = [generalAssociation, rowMeanScoresDiffer, scoresCorrelate].map((test) =>
          test(tables),
        );
        for (const one of found) {
          expect(one.ok).toBe(plain.ok);
          if (!one.ok || !plain.ok) continue;
          expectClose(one.value.statistic, plain.value.statistic, 1e-7, strata, 1e-3);
          expect(one.value.degreesOfFreedom).toBe(1);
        }
      }),
    );
  });
});

const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 50_000 }));
const tablesOf = (arms: number, outcomes: number) => {
  const row = fc.array(count, { minLength: outcomes, maxLength: outcomes });
  const table = fc.array(row, { minLength: arms, maxLength: arms });
  return fc.array(table, { minLength: 1, maxLength: 5 });
};

describe('any tables', () => {
  it('give the same answer with strata, arms and outcomes in another order', () => {
    fc.assert(
      fc.property(tablesOf(3, 4), (tables) => {
        const found = generalAssociation(tables);
        const other = generalAssociation(
          tables.toReversed().map((table) => table.toReversed().map((row) => row.toReversed())),
        );
        expect(other.ok).toBe(found.ok);
        if (!found.ok || !other.ok) return;
        expect(other.value.degreesOfFreedom).toBe(found.value.degreesOfFreedom);
        expectClose(other.value.statistic, found.value.statistic, 1e-9, tables, 1e-3);
      }),
    );
  });

  it('do not mind the unit and the origin of the scores, and fall when these are turned round', () => {
    fc.assert(
      fc.property(tablesOf(3, 3), between(-50, 50), (tables, shift) => {
        const outcomeScores = [1, 2, 3].map((score) => 7 * score + shift);
        const found = scoresCorrelate(tables);
        const moved = scoresCorrelate(tables, { outcomeScores });
        const turned = scoresCorrelate(tables, { armScores: [3, 2, 1] });
        expect(moved.ok).toBe(found.ok);
        if (!found.ok || !moved.ok || !turned.ok) return;
        expectClose(moved.value.statistic, found.value.statistic, 1e-7, tables, 1e-3);
        if (found.value.statistic > 1e-9) {
          expect(turned.value.direction).toBe(-found.value.direction);
        }
      }),
    );
  });

  it('gain nothing from strata in which one arm, or one outcome, occurs alone', () => {
    fc.assert(
      fc.property(tablesOf(3, 3), count, count, (tables, one, other) => {
        const found = generalAssociation(tables);
        const more = generalAssociation([
          ...tables,
          [
            [one, other, one],
            [0, 0, 0],
            [0, 0, 0],
          ],
          [
            [0, one, 0],
            [0, other, 0],
            [0, one, 0],
          ],
        ]);
        expect(more).toEqual(
          found.ok ? found : { ...found, problem: expect.anything() as unknown },
        );
      }),
    );
  });

  it('have no larger statistic for the slope than for the means, and for these than in general', () => {
    fc.assert(
      fc.property(tablesOf(3, 4), (tables) => {
        const general = generalAssociation(tables);
        const means = rowMeanScoresDiffer(tables);
        const slope = scoresCorrelate(tables);
        if (!general.ok || !means.ok || !slope.ok) return;
        const slack = 1e-9 * Math.max(1, general.value.statistic);
        expect(slope.value.statistic).toBeLessThanOrEqual(means.value.statistic + slack);
        expect(means.value.statistic).toBeLessThanOrEqual(general.value.statistic + slack);
      }),
    );
  });
});

describe('tables that cannot be judged', () => {
  it('lose the degrees of freedom of arms that never meet', () => {
    const apart = [
      [
        [5, 3],
        [2, 6],
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
        [4, 4],
        [1, 7],
      ],
    ];
    expect(valueOf(generalAssociation(apart)).degreesOfFreedom).toBe(2);
  });

  it('are refused with the reason', () => {
    const table = [
      [1, 2],
      [3, 4],
    ];
    expect(refusalOf(generalAssociation([]))).toBe('no-informative-strata');
    expect(refusalOf(generalAssociation([[[1, 2]]]))).toBe('tables-do-not-match');
    expect(generalAssociation([table, [[1, 2], [3]]])).toMatchObject({
      problem: { code: 'tables-do-not-match', stratum: 1 },
    });
    expect(
      generalAssociation([
        table,
        [
          [1, 2],
          [3, -1],
        ],
      ]),
    ).toMatchObject({
      problem: { code: 'invalid-counts', stratum: 1 },
    });
    expect(refusalOf(rowMeanScoresDiffer([table], [1]))).toBe('invalid-scores');
    expect(refusalOf(rowMeanScoresDiffer([table], [1, NaN]))).toBe('invalid-scores');
    expect(refusalOf(rowMeanScoresDiffer([table], [4, 4]))).toBe('no-informative-strata');
    expect(refusalOf(rowMeanScoresDiffer([table], [0.1, 0.1]))).toBe('no-informative-strata');
    expect(refusalOf(scoresCorrelate([table], { armScores: [1, Infinity] }))).toBe(
      'invalid-scores',
    );
  });
});

describe('the quadratic form of a covariance', () => {
  it('counts a direction once, and tells of a vector that lies outside', () => {
    expect(
      semidefiniteForm(
        [3, 3],
        [
          [9, 9],
          [9, 9],
        ],
      ),
    ).toEqual({ value: 1, rank: 1, outside: 0 });
    const covariance = [
      [1, 0],
      [0, 0],
    ];
    expect(semidefiniteForm([2, 0], covariance)).toEqual({ value: 4, rank: 1, outside: 0 });
    expect(semidefiniteForm([2, 1], covariance).outside).toBe(Infinity);
  });
});
