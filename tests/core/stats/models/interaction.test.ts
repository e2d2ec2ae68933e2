import { describe, expect, it } from 'vitest';
import { interactionTest, type ArmCell } from '#core/stats/models/interaction.ts';
import { fitLogistic, type BinomialGroup } from '#core/stats/models/logistic.ts';
import { plantedCells } from '../known-tables.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface CellRow {
  arm: string;
  first: string;
  second: string;
  trials: number;
  events: number;
}
const { cases, fits } = oracle<{
  cases: { cells: CellRow[]; statistic: number; df: number; p: number }[];
  fits: { groups: BinomialGroup[]; coefficients: number[]; deviance: number }[];
}>('models/interaction');
const armCells = (rows: CellRow[]): ArmCell[] =>
  rows.map(({ arm, first, second, events, trials }) => {
    return { arm, levels: [first, second], events, trials };
  });

describe('the interaction of arm and attribute', () => {
  it('is the likelihood-ratio test of two glm in R, empty cells included', () => {
    for (const { cells, statistic, df, p } of cases) {
      const found = valueOf(interactionTest(armCells(cells), 0));
      expect(found.degreesOfFreedom).toBe(df);
      expectClose(found.statistic, statistic, 1e-9, cells, 0.1);
      expectClose(found.pValue, p, 1e-8, cells);
    }
  });

  it('is 30.864816 for carrot by points in the sample, p 2.6901e-5', () => {
    const found = valueOf(interactionTest(plantedCells, 1));
    expect(found.statistic).toBeCloseTo(30.864816, 6);
    expect(found.degreesOfFreedom).toBe(6);
    expectClose(found.pValue, 2.6901e-5, 1e-5, 'points');
  });

  it('is nothing for carrot by dormancy: 0.105981, p 0.99998', () => {
    const found = valueOf(interactionTest(plantedCells, 0));
    expect(found.statistic).toBeCloseTo(0.105981, 6);
    expect(found.degreesOfFreedom).toBe(6);
    expect(found.pValue).toBeCloseTo(0.99998, 5);
  });

  it('does not depend on the order of the cells, nor on splitting one in two', () => {
    const found = valueOf(interactionTest(plantedCells, 1));
    const reversed = valueOf(interactionTest(plantedCells.toReversed(), 1));
    expectClose(reversed.statistic, found.statistic, 1e-10, 'reversed');
    const split = plantedCells.flatMap((cell) => [
      { ...cell, events: 1, trials: 40 },
      { ...cell, events: cell.events - 1, trials: 60 },
    ]);
    const fromHalves = valueOf(interactionTest(split, 1));
    expectClose(fromHalves.statistic, found.statistic, 1e-9, 'split');
  });

  it('refuses an arm nobody responded to at some level', () => {
    const cells = plantedCells.map((cell) =>
      cell.arm === 'POINT' && cell.levels[1] === 'low' ? { ...cell, events: 0 } : cell,
    );
    const refused = interactionTest(cells, 1);
    expect(refusalOf(refused)).toBe('separated');
    expect(interactionTest(cells, 0).ok).toBe(true);
  });

  it('refuses one arm, one level, and impossible counts', () => {
    const oneArm = plantedCells.filter(({ arm }) => arm === 'GIFT');
    expect(refusalOf(interactionTest(oneArm, 1))).toBe('too-few-levels');
    const oneLevel = plantedCells.filter(({ levels }) => levels[1] === 'high');
    expect(refusalOf(interactionTest(oneLevel, 1))).toBe('too-few-levels');
    expect(refusalOf(interactionTest([], 0))).toBe('too-few-levels');
    const impossible = plantedCells.map((cell) => ({ ...cell, events: 101 }));
    expect(refusalOf(interactionTest(impossible, 1))).toBe('invalid-counts');
  });
});

describe('logistic regression on counts', () => {
  it('has the coefficients and deviance of glm in R', () => {
    for (const { groups, coefficients, deviance } of fits) {
      const found = valueOf(fitLogistic(groups));
      const all = [found.intercept, ...found.coefficients];
      all.forEach((value, place) =>
        expectClose(value ?? NaN, coefficients[place] ?? NaN, 1e-7, groups, 0.1),
      );
      expectClose(found.deviance, deviance, 1e-9, groups);
    }
  });

  it('is exact where there is one feature: ln(5/45) and ln(27/7)', () => {
    const found = valueOf(
      fitLogistic([
        { events: 5, trials: 50, features: [0] },
        { events: 15, trials: 50, features: [1] },
      ]),
    );
    expect(found.intercept).toBeCloseTo(Math.log(5 / 45), 10);
    expect(found.coefficients[0]).toBeCloseTo(Math.log(27 / 7), 10);
    expect(found.deviance).toBeCloseTo(0, 10);
  });

  it('leaves a column out that only repeats others', () => {
    const groups = [
      { events: 5, trials: 50, features: [0, 0] },
      { events: 9, trials: 50, features: [1, 2] },
      { events: 15, trials: 50, features: [2, 4] },
    ];
    const found = valueOf(fitLogistic(groups));
    expect(found.rank).toBe(2);
    expect(found.coefficients[1]).toBeNull();
  });

  it('names the groups that separate', () => {
    const groups = [
      { events: 5, trials: 50, features: [0] },
      { events: 0, trials: 0, features: [0] },
      { events: 0, trials: 50, features: [1] },
    ];
    expect(fitLogistic(groups)).toMatchObject({ problem: { code: 'separated', groups: [2] } });
    expect(refusalOf(fitLogistic([{ events: 0, trials: 50, features: [] }]))).toBe('separated');
  });

  it('refuses no trials, and throws at counts that cannot be', () => {
    expect(refusalOf(fitLogistic([]))).toBe('no-trials');
    expect(() => fitLogistic([{ events: 3, trials: 2, features: [] }])).toThrow(RangeError);
  });

  it('fits rare responses among very many customers', () => {
    const found = valueOf(
      fitLogistic([
        { events: 1, trials: 300_000, features: [0] },
        { events: 299_999, trials: 300_000, features: [1] },
      ]),
    );
    expect(found.intercept).toBeCloseTo(-Math.log(299_999), 8);
  });
});
