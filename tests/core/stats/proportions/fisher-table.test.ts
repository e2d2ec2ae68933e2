import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExactPValue } from '#core/stats/proportions/fisher-exact.ts';
import { fisherTableTest, mostTableCustomers } from '#core/stats/proportions/fisher-table.ts';
import { runs } from '../../../property-runs.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const { tables } = oracle<{ tables: { table: number[][]; p: number }[] }>(
  'proportions/fisher-tables',
);
const job = [
  [1, 3, 10, 6],
  [2, 3, 10, 7],
  [1, 6, 14, 12],
  [0, 1, 9, 11],
];

describe("Fisher's test of a table of any shape", () => {
  it('is that of R', () => {
    expect(tables.length).toBeGreaterThan(100);
    for (const { table, p } of tables) {
      expectClose(valueOf(fisherTableTest(table)).pValue, p, 1e-9, table);
    }
  });

  it('G18: of income by job satisfaction, 4 by 4, gives .7827', () => {
    expect(valueOf(fisherTableTest(job)).pValue).toBeCloseTo(0.782684938965639, 11);
  });

  it('G18: of MP6, 5 by 7 (Mehta & Patel 1986), gives .03929', () => {
    const table = [
      [1, 2, 2, 1, 1, 0, 1],
      [2, 0, 0, 2, 3, 0, 0],
      [0, 1, 1, 1, 2, 7, 3],
      [1, 1, 2, 0, 0, 0, 1],
      [0, 1, 1, 1, 1, 0, 0],
    ];
    expect(valueOf(fisherTableTest(table)).pValue).toBeCloseTo(0.0392896436553323, 12);
  });

  it('of two arms is the test of two arms', () => {
    const cell = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(Math.min(a + b, c + d, a + c, b + d) > 0);
        const two = valueOf(fisherExactPValue(counts(a, a + b), counts(c, c + d)));
        const table = [
          [a, b],
          [c, d],
        ];
        expectClose(valueOf(fisherTableTest(table)).pValue, two, 1e-10, table);
      }),
    );
  });

  it('does not depend on the order of rows and columns, nor on which is which', () => {
    const cell = fc.integer({ min: 0, max: 5 });
    const grid = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(grid, (table) => {
        const found = fisherTableTest(table);
        if (!found.ok) return;
        const reversed = table.map((row) => row.toReversed()).toReversed();
        const turned = [0, 1, 2].map((column) => table.map((row) => row[column] ?? NaN));
        for (const other of [reversed, turned]) {
          expectClose(valueOf(fisherTableTest(other)).pValue, found.value.pValue, 1e-10, table);
        }
      }),
      runs(50),
    );
  });

  it('refuses what is no table, and what would take too long', () => {
    expect(refusalOf(fisherTableTest([[1, 2], [3]]))).toBe('table-not-rectangular');
    expect(
      refusalOf(
        fisherTableTest([
          [1, 2],
          [0, 0],
        ]),
      ),
    ).toBe('empty-row-or-column');
    const twice = job.map((row) => row.map((count) => 2 * count));
    expect(refusalOf(fisherTableTest(twice))).toBe('too-large-for-exact');
    const many = [
      [mostTableCustomers, 1],
      [1, 1],
    ];
    expect(refusalOf(fisherTableTest(many))).toBe('too-large-for-exact');
    const wide = Array.from({ length: 12 }, () => Array.from({ length: 12 }, () => 30));
    expect(refusalOf(fisherTableTest(wide))).toBe('too-large-for-exact');
  });
});
