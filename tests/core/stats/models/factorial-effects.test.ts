import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmMean } from '#core/stats/means/mean-interval.ts';
import {
  factorialMeanEffects,
  factorialShareEffects,
  yatesContrasts,
} from '#core/stats/models/factorial-effects.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const { shares, means } = oracle<{
  shares: {
    cells: ArmCounts[];
    average: number;
    effects: number[];
    unpooled: number[];
    pooled: number[];
  }[];
  means: {
    cells: ArmMean[];
    effects: number[];
    pooled: number[];
    pooledP: number[];
    unpooled: number[];
    df: number;
    welch?: { t: number; df: number; p: number };
  }[];
}>('models/factorial');

describe('the effects of a factorial on the response share', () => {
  it('are those of lm on the shares, with the errors of independent shares', () => {
    for (const row of shares) {
      for (const spread of ['unpooled', 'pooled'] as const) {
        const found = valueOf(factorialShareEffects(row.cells, { spread }));
        expectClose(found.average, row.average, 1e-12, row);
        expect(found.effects.length).toBe(row.effects.length);
        found.effects.forEach(({ effect, standardError, statistic }, place) => {
          const error = row[spread][place] ?? NaN;
          expectClose(effect, row.effects[place] ?? NaN, 1e-9, row, error);
          expectClose(standardError, error, 1e-9, row);
          expectClose(statistic, effect / standardError, 1e-12, row);
        });
      }
    }
  });

  it('have the standard error sqrt(4 p (1 - p) / N) with cells of one size and a pooled spread', () => {
    const cells = [20, 30, 24, 44].map((events) => counts(events, 1000));
    const { effects } = valueOf(factorialShareEffects(cells, { spread: 'pooled' }));
    const p = 118 / 4000;
    for (const { standardError } of effects) {
      expectClose(standardError, Math.sqrt((4 * p * (1 - p)) / 4000), 1e-12, cells);
    }
    const [first] = valueOf(factorialShareEffects(cells)).effects;
    expect(first?.effect).toBeCloseTo(0.015, 12);
    expect(first?.standardError).toBeCloseTo(0.00534294, 8);
    expect(effects.map(({ factors }) => factors)).toEqual([[0], [1], [0, 1]]);
  });

  it('change sign, and nothing else, when a factor is turned round', () => {
    const four = fc.tuple(armCounts, armCounts, armCounts, armCounts);
    fc.assert(
      fc.property(four, ([one, two, three, four]) => {
        const there = factorialShareEffects([one, two, three, four]);
        const back = factorialShareEffects([two, one, four, three]);
        if (!there.ok) {
          expect(refusalOf(back)).toBe('no-variation');
          return;
        }
        const signs = [-1, 1, -1];
        valueOf(back).effects.forEach(({ effect, standardError, pValue }, place) => {
          const other = there.value.effects[place];
          const about = { one, two, three, four };
          expectClose((signs[place] ?? 0) * effect, other?.effect ?? NaN, 1e-9, about, 1e-9);
          expectClose(standardError, other?.standardError ?? NaN, 1e-12, about);
          expectClose(pValue, other?.pValue ?? NaN, 1e-6, about, 1e-12);
        });
      }),
    );
  });

  it('are refused for cells that are no factorial, or without anything to tell', () => {
    const cell = counts(5, 50);
    expect(refusalOf(factorialShareEffects([cell, cell, cell]))).toBe('incomplete-factorial');
    expect(refusalOf(factorialShareEffects([cell]))).toBe('incomplete-factorial');
    expect(refusalOf(factorialShareEffects([cell, counts(0, 0)]))).toBe('no-trials');
    expect(refusalOf(factorialShareEffects([cell, counts(6, 5)]))).toBe('invalid-counts');
    expect(refusalOf(factorialShareEffects([counts(0, 9), counts(0, 9)]))).toBe('no-variation');
    expect(refusalOf(factorialShareEffects([cell, cell], { confidenceShare: 2 }))).toBe(
      'invalid-confidence',
    );
  });
});

describe('the effects of a factorial on an amount', () => {
  it('are those of lm, with one spread for all or one for every cell', () => {
    for (const row of means) {
      const pooled = valueOf(factorialMeanEffects(row.cells, { spread: 'pooled' }));
      pooled.effects.forEach(({ effect, standardError, pValue }, place) => {
        const error = row.pooled[place] ?? NaN;
        expectClose(effect, row.effects[place] ?? NaN, 1e-9, row, error);
        expectClose(standardError, error, 1e-9, row);
        expectClose(pValue, row.pooledP[place] ?? NaN, 1e-9, row);
      });
      const unpooled = valueOf(factorialMeanEffects(row.cells));
      expectClose(unpooled.degreesOfFreedom ?? NaN, row.df, 1e-9, row);
      unpooled.effects.forEach(({ standardError }, place) => {
        expectClose(standardError, row.unpooled[place] ?? NaN, 1e-9, row);
      });
    }
  });

  it("of one factor are Welch's t test", () => {
    const single = means.filter(({ welch }) => welch);
    expect(single.length).toBeGreaterThan(3);
    for (const { cells, welch } of single) {
      const found = valueOf(factorialMeanEffects(cells));
      expectClose(found.effects[0]?.statistic ?? NaN, welch?.t ?? NaN, 1e-9, cells);
      expectClose(found.effects[0]?.pValue ?? NaN, welch?.p ?? NaN, 1e-9, cells);
      expectClose(found.degreesOfFreedom ?? NaN, welch?.df ?? NaN, 1e-9, cells);
    }
  });

  it('are refused without a spread', () => {
    const cell = { count: 5, mean: 3, standardDeviation: 0 };
    expect(refusalOf(factorialMeanEffects([cell, cell]))).toBe('no-variation');
    expect(refusalOf(factorialMeanEffects([cell, { ...cell, count: 1 }]))).toBe('too-few-values');
    expect(refusalOf(factorialMeanEffects([]))).toBe('incomplete-factorial');
  });
});

describe("Yates' algorithm", () => {
  it('gives the total and every contrast', () => {
    expect(yatesContrasts([45, 71, 48, 65])).toEqual([229, 43, -3, -9]);
    expect(() => yatesContrasts([1, 2, 3])).toThrow(RangeError);
  });

  it('done twice gives the cells back, times their number', () => {
    const eight = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(eight, (cells) => {
        // Its matrix is symmetric up to the signs of "off before on": each factor turned once round.
        const twice = yatesContrasts(
          yatesContrasts(cells).map((value, place) => value * signOf(place)),
        );
        expect(twice.map((value, place) => value * signOf(place) + 0)).toEqual(
          cells.map((_, place) => 8 * (cells[place] ?? NaN) + 0),
        );
      }),
    );
  });
});

/** -1 for an odd number of factors that are on. */
function signOf(place: number): number {
  return [0, 1, 2].filter((bit) => place & (1 << bit)).length % 2 === 1 ? -1 : 1;
}
