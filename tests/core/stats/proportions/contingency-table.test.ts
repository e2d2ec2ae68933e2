import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest, gTest } from '#core/stats/proportions/contingency-table.ts';
import { goodnessOfFit } from '#core/stats/proportions/goodness-of-fit.ts';
import { pooledChiSquare } from '#core/stats/proportions/proportion-difference.ts';
import { yatesChiSquare } from '#core/stats/proportions/yates-chi-square.ts';
import { sampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface TableRow {
  table: number[][];
  statistic: number;
  df: number;
  p: number;
  expected: number[][];
  residuals: number[][];
  cramersV: number;
  g: number;
  gP: number;
}
type YatesRow = Record<'events1' | 'trials1' | 'events0' | 'trials0' | 'statistic' | 'p', number>;
const { tables, yates } = oracle<{ tables: TableRow[]; yates: YatesRow[] }>('proportions/tables');
const { ratios } = oracle<{
  ratios: { counts: number[]; weights: number[]; statistic: number; df: number; p: number }[];
}>('multiplicity/families');

const party = [
  [762, 327, 468],
  [484, 239, 477],
];

describe('the chi-square of a table', () => {
  it('is that of R, with its expected counts, adjusted residuals and Cramér V', () => {
    expect(tables.length).toBeGreaterThan(80);
    for (const row of tables) {
      const found = valueOf(chiSquareTest(row.table));
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-6);
      expect(found.degreesOfFreedom).toBe(row.df);
      expectClose(found.pValue, row.p, 1e-9, row);
      expectClose(found.cramersV, row.cramersV, 1e-9, row, 1e-6);
      const cells = found.expectedCounts.flat();
      for (const [place, cell] of row.expected.flat().entries()) {
        expectClose(cells[place] ?? NaN, cell, 1e-12, row);
      }
      const residuals = found.adjustedResiduals.flat();
      for (const [place, residual] of row.residuals.flat().entries()) {
        expectClose(residuals[place] ?? NaN, residual, 1e-9, row, 1e-3);
      }
      expect(found.smallestExpected).toBe(Math.min(...cells));
    }
  });

  it('G15: of party and gender is 30.0701491 with residuals 4.5020535, .6994517, -5.3159455', () => {
    const found = valueOf(chiSquareTest(party));
    expect(found.statistic).toBeCloseTo(30.0701491, 7);
    expect(found.degreesOfFreedom).toBe(2);
    expectClose(found.pValue, 2.954e-7, 1e-3, 'G15');
    const first = found.adjustedResiduals[0] ?? [];
    for (const [place, residual] of [4.5020535, 0.6994517, -5.3159455].entries()) {
      expect(first[place]).toBeCloseTo(residual, 7);
    }
  });

  it('of two arms is the pooled chi-square, and its first residual the square root of it', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const pooled = pooledChiSquare(treatment, control);
        if (!pooled.ok) return;
        const rows = [treatment, control].map(({ events, trials }) => [events, trials - events]);
        const found = valueOf(chiSquareTest(rows));
        const about = { treatment, control };
        expectClose(found.statistic, pooled.value.statistic, 1e-8, about, 1e-6);
        const residual = found.adjustedResiduals[0]?.[0] ?? NaN;
        expectClose(residual ** 2, pooled.value.statistic, 1e-8, about, 1e-6);
        const total = treatment.trials + control.trials;
        expectClose(found.cramersV ** 2 * total, found.statistic, 1e-8, about, 1e-6);
      }),
    );
  });

  it('does not depend on which are rows and which columns', () => {
    const transposed = [0, 1, 2].map((column) => party.map((row) => row[column] ?? NaN));
    expect(valueOf(chiSquareTest(transposed)).statistic).toBeCloseTo(30.0701491, 7);
    expect(valueOf(gTest(transposed)).pValue).toBeCloseTo(valueOf(gTest(party)).pValue, 14);
  });

  it('refuses what is no table', () => {
    for (const test of [chiSquareTest, gTest]) {
      expect(refusalOf(test([[1, 2], [3]]))).toBe('table-not-rectangular');
      expect(refusalOf(test([[1, 2]]))).toBe('too-few-rows-or-columns');
      expect(refusalOf(test([[1], [2]]))).toBe('too-few-rows-or-columns');
      expect(refusalOf(test([]))).toBe('too-few-rows-or-columns');
      const half = [
        [1, 2],
        [3, 0.5],
      ];
      expect(refusalOf(test(half))).toBe('invalid-counts');
      const huge = [
        [1, 2],
        [3, Number.MAX_SAFE_INTEGER],
      ];
      expect(refusalOf(test(huge))).toBe('invalid-counts');
      const empty = [
        [1, 0],
        [3, 0],
      ];
      expect(test(empty)).toMatchObject({
        problem: { code: 'empty-row-or-column', side: 'column', place: 1 },
      });
    }
  });
});

describe('the G test', () => {
  it('is the likelihood ratio of R vcd, with empty cells', () => {
    for (const row of tables) {
      const found = valueOf(gTest(row.table));
      // The oracle adds and subtracts logarithms of large counts, which leaves 1e-16 of the counts.
      const scale = row.table.flat().reduce((sum, count) => sum + count, 0) * 1e-5;
      expectClose(found.statistic, row.g, 1e-9, row, scale);
      if (row.g > scale) expectClose(found.pValue, row.gP, 1e-8, row);
    }
  });

  it('adds up over the parts of a table', () => {
    const part = valueOf(
      gTest(party.map(([democrat = 0, independent = 0]) => [democrat, independent])),
    );
    const rest = valueOf(
      gTest(
        party.map(([democrat = 0, independent = 0, republican = 0]) => [
          democrat + independent,
          republican,
        ]),
      ),
    );
    expectClose(part.statistic + rest.statistic, valueOf(gTest(party)).statistic, 1e-12, party);
    expect(valueOf(gTest(party)).statistic).toBeCloseTo(30.0167, 4);
  });
});

describe("Yates' chi-square", () => {
  it('is that of R', () => {
    expect(yates.length).toBeGreaterThan(60);
    for (const row of yates) {
      const found = valueOf(
        yatesChiSquare(counts(row.events1, row.trials1), counts(row.events0, row.trials0)),
      );
      // R corrects every cell by the least of four rounded distances.
      expectClose(found.statistic, row.statistic, 1e-9, row, 1e-3);
      if (row.statistic > 1e-3) expectClose(found.pValue, row.p, 1e-9, row);
    }
  });

  it('of 5 of 83 against 12 of 99 is 1.3273729 (p 0.2493), as prop.test prints it', () => {
    const found = valueOf(yatesChiSquare(counts(5, 83), counts(12, 99)));
    expect(found.statistic).toBeCloseTo(1.3273729, 7);
    expect(found.pValue).toBeCloseTo(0.2493, 4);
  });

  it('never overshoots: 1573 of 1576 against 4 of 4 has a p-value of 1', () => {
    expect(valueOf(yatesChiSquare(counts(1573, 1576), counts(4, 4)))).toMatchObject({
      statistic: 0,
      pValue: 1,
    });
  });

  it('is never above the plain one, and symmetric', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const corrected = yatesChiSquare(treatment, control);
        if (!corrected.ok) return;
        const plain = valueOf(pooledChiSquare(treatment, control));
        expect(corrected.value.statistic).toBeLessThanOrEqual(plain.statistic);
        const back = valueOf(yatesChiSquare(control, treatment));
        expectClose(back.pValue, corrected.value.pValue, 1e-12, { treatment, control });
      }),
    );
  });

  it('refuses what has no value', () => {
    expect(refusalOf(yatesChiSquare(counts(0, 5), counts(0, 9)))).toBe('no-variation');
    expect(refusalOf(yatesChiSquare(counts(0, 0), counts(0, 9)))).toBe('no-trials');
    expect(refusalOf(yatesChiSquare(counts(7, 5), counts(0, 9)))).toBe('invalid-counts');
  });
});

describe('the goodness of fit', () => {
  it('is that of R, and what the sample-ratio check says', () => {
    expect(ratios.length).toBeGreaterThan(100);
    for (const row of ratios) {
      const found = valueOf(goodnessOfFit(row.counts, row.weights));
      expectClose(found.statistic, row.statistic, 1e-9, row);
      expectClose(found.pValue, row.p, 1e-9, row);
      expect(valueOf(sampleRatioCheck(row.counts, row.weights)).pValue).toBe(found.pValue);
    }
  });

  it('G16: of 89, 37, 30, 28, 2 is 9.9901 (p .04059) and of 20, 15, 25 is 2.5 (p .2865)', () => {
    const five = valueOf(goodnessOfFit([89, 37, 30, 28, 2], [40, 20, 20, 15, 5]));
    expect(five.statistic).toBeCloseTo(9.9901, 4);
    expect(five.degreesOfFreedom).toBe(4);
    expect(five.pValue).toBeCloseTo(0.04059, 5);
    const three = valueOf(goodnessOfFit([20, 15, 25], [1, 1, 1]));
    expect(three).toMatchObject({ degreesOfFreedom: 2, expectedCounts: [20, 20, 20] });
    expect(three.statistic).toBeCloseTo(2.5, 12);
    expect(three.pValue).toBeCloseTo(0.2865, 4);
  });
});
