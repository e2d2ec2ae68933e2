import { describe, expect, it } from 'vitest';
import {
  interactionTest,
  jointInteractionTest,
  penalisedInteractionTest,
  threeWayInteractionTest,
  type ArmCell,
} from '#core/stats/models/interaction.ts';
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
interface Ratio {
  chi: number;
  df: number;
  p: number;
}
const { interactions } = oracle<{
  interactions: {
    cells: ArmCell[];
    joint: Ratio;
    three: Ratio;
    separatedCells: ArmCell[];
    penalised: Ratio;
  }[];
}>('models/logistic');
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
      expectClose(found.pValue, p, 1e-9, cells);
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

/** The sample, had nobody with low points responded to POINT. */
const separatedCells = plantedCells.map((cell) =>
  cell.arm === 'POINT' && cell.levels[1] === 'low' ? { ...cell, events: 0 } : cell,
);

describe('the interaction with several attributes', () => {
  it('is the likelihood-ratio test of two glm in R, joint and three-way', () => {
    for (const { cells, joint, three } of interactions) {
      const both = valueOf(jointInteractionTest(cells, [0, 1]));
      expect(both.degreesOfFreedom).toBe(joint.df);
      expectClose(both.statistic, joint.chi, 1e-9, cells, 0.1);
      expectClose(both.pValue, joint.p, 1e-9, cells);
      const all = valueOf(threeWayInteractionTest(cells, 0, 1));
      expect(all.degreesOfFreedom).toBe(three.df);
      expectClose(all.statistic, three.chi, 1e-9, cells, 0.1);
      expectClose(all.pValue, three.p, 1e-9, cells);
    }
  });

  it('in the sample is 31.072761 for both together and 0.167458 for the three-way', () => {
    const both = valueOf(jointInteractionTest(plantedCells, [0, 1]));
    expect(both.statistic).toBeCloseTo(31.072761, 6);
    expectClose(both.pValue, 0.00192030447, 1e-8, 'joint');
    const all = valueOf(threeWayInteractionTest(plantedCells, 0, 1));
    expect(all.statistic).toBeCloseTo(0.167458, 6);
    expect(all.degreesOfFreedom).toBe(12);
  });

  it('with one attribute is the interaction test itself, and the order asked does not matter', () => {
    expect(jointInteractionTest(plantedCells, [1])).toEqual(interactionTest(plantedCells, 1));
    const there = valueOf(threeWayInteractionTest(plantedCells, 0, 1));
    const back = valueOf(threeWayInteractionTest(plantedCells, 1, 0));
    expectClose(back.statistic, there.statistic, 1e-9, 'order');
  });

  it('does not depend on which arm or level comes first', () => {
    const shuffled = [...plantedCells.slice(17), ...plantedCells.slice(0, 17)];
    const there = valueOf(jointInteractionTest(plantedCells, [0, 1]));
    const back = valueOf(jointInteractionTest(shuffled, [0, 1]));
    expectClose(back.statistic, there.statistic, 1e-9, 'shuffled');
  });

  it('refuses separation and attributes that do not vary, and throws at a question that is none', () => {
    expect(refusalOf(jointInteractionTest(separatedCells, [0, 1]))).toBe('separated');
    expect(refusalOf(jointInteractionTest(plantedCells, [0, 2]))).toBe('too-few-levels');
    expect(() => jointInteractionTest(plantedCells, [])).toThrow(RangeError);
    expect(() => threeWayInteractionTest(plantedCells, 1, 1)).toThrow(RangeError);
  });
});

describe('the penalised interaction test', () => {
  it('is twice the fall of the penalised likelihood, separated or not', () => {
    for (const { separatedCells: cells, penalised } of interactions) {
      const found = valueOf(penalisedInteractionTest(cells, [0]));
      expect(found.degreesOfFreedom).toBe(penalised.df);
      expectClose(found.statistic, penalised.chi, 1e-9, cells, 0.1);
      expectClose(found.pValue, penalised.p, 1e-9, cells);
    }
  });

  it('answers where the plain one refuses: 54.900840, p 4.8542e-10', () => {
    expect(refusalOf(interactionTest(separatedCells, 1))).toBe('separated');
    const found = valueOf(penalisedInteractionTest(separatedCells, [1]));
    expect(found.method).toBe('penalised-likelihood-ratio');
    expect(found.statistic).toBeCloseTo(54.90084, 5);
    expectClose(found.pValue, 4.854200562e-10, 1e-8, 'separated');
  });

  it('is near the plain one where every count is large', () => {
    const many = plantedCells.map((cell) => {
      return { ...cell, events: cell.events * 200, trials: cell.trials * 200 };
    });
    const plainly = valueOf(interactionTest(many, 0)).statistic;
    expectClose(valueOf(penalisedInteractionTest(many, [0])).statistic, plainly, 1e-3, 'many');
  });

  it('does not depend on the order of the cells, nor on which arm comes first', () => {
    const found = valueOf(penalisedInteractionTest(separatedCells, [1]));
    const reversed = valueOf(penalisedInteractionTest(separatedCells.toReversed(), [1]));
    expectClose(reversed.statistic, found.statistic, 1e-9, 'reversed');
  });

  it('refuses one arm and impossible counts', () => {
    const oneArm = plantedCells.filter(({ arm }) => arm === 'GIFT');
    expect(refusalOf(penalisedInteractionTest(oneArm, [1]))).toBe('too-few-levels');
    const impossible = plantedCells.map((cell) => ({ ...cell, events: 101 }));
    expect(refusalOf(penalisedInteractionTest(impossible, [1]))).toBe('invalid-counts');
  });
});

describe('logistic regression on counts', () => {
  it('has the coefficients and deviance of glm in R', () => {
    for (const { groups, coefficients, deviance } of fits) {
      const found = valueOf(fitLogistic(groups));
      const all = [found.intercept, ...found.coefficients];
      all.forEach((value, place) =>
        expectClose(value ?? NaN, coefficients[place] ?? NaN, 1e-9, groups, 0.1),
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
