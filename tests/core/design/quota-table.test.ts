import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#core/design/design.ts';
import { levelTotals, lineSpan, quotaTable } from '#core/design/quota-table.ts';
import { deckDesign, deckPopulationInBandingOrder } from './deck-design.ts';

function attribute(name: string, levels: number, highestFirst: boolean): Attribute {
  return {
    id: name,
    name,
    variable: { from: 'customers', column: name },
    banding: { kind: 'number', cuts: Array.from({ length: levels - 1 }, (_, cut) => cut) },
    levelNames: Array.from({ length: levels }, (_, level) => `${name}${level}`),
    unknownName: null,
    highestFirst,
  };
}

describe('the quota table', () => {
  it('lays the deck’s cells out as printed, with margins', () => {
    const table = quotaTable(deckDesign, deckPopulationInBandingOrder);
    expect(table.down).toEqual([{ position: 0, name: 'Dormancy' }]);
    expect(table.across).toEqual([{ position: 1, name: 'Points' }]);
    expect(table.rows.map(({ names, cells, total }) => [names, cells.map((c) => c.population), total])).toEqual([
      [['long'], [501, 790, 3211], 4502],
      [['mid'], [445, 892, 3612], 4949],
      [['short'], [562, 1009, 2690], 4261],
    ]); // prettier-ignore
    expect(table.columns.map(({ names, total }) => [...names, total])).toEqual([
      ['high', 1508],
      ['mid', 2691],
      ['low', 9513],
    ]);
    expect(table.total).toBe(13_712);
    expect(table.rows[0]?.cells[0]).toEqual({ cell: 8, population: 501 });
  });

  it('nests all attributes but the last down the side', () => {
    const attributes = [attribute('a', 2, true), attribute('b', 2, false), attribute('c', 2, true)];
    const table = quotaTable({ attributes }, [0, 1, 2, 3, 4, 5, 6, 7]);
    expect(table.rows.map(({ names, cells }) => [names, cells.map(({ cell }) => cell)])).toEqual([
      [['a1', 'b0'], [5, 4]],
      [['a1', 'b1'], [7, 6]],
      [['a0', 'b0'], [1, 0]],
      [['a0', 'b1'], [3, 2]],
    ]); // prettier-ignore
    expect(table.columns.map(({ total }) => total)).toEqual([16, 12]);
  });

  it('nests what is put across, and counts a header over what it covers', () => {
    const attributes = [attribute('a', 2, true), attribute('b', 3, false), attribute('c', 2, true)];
    const population = Array.from({ length: 12 }, (_, cell) => cell);
    const table = quotaTable({ attributes }, population, [0, 2]);
    expect(table.down).toEqual([{ position: 1, name: 'b' }]);
    expect(table.columns.map(({ names }) => names.join('/'))).toEqual(['a1/c1', 'a1/c0', 'a0/c1', 'a0/c0']); // prettier-ignore
    expect(table.rows.map(({ cells }) => cells.map(({ cell }) => cell))).toEqual([
      [7, 6, 1, 0],
      [9, 8, 3, 2],
      [11, 10, 5, 4],
    ]);
    expect(table.columns.map((_, place) => lineSpan(table.columns, place, 0))).toEqual([
      2, 0, 2, 0,
    ]);
    expect(table.columns.map((_, place) => lineSpan(table.columns, place, 1))).toEqual([
      1, 1, 1, 1,
    ]);
    const all = quotaTable({ attributes }, population, [0, 1, 2]);
    expect([all.rows.length, all.columns.length, all.down.length]).toEqual([1, 12, 0]);
    const none = quotaTable({ attributes }, population, []);
    expect([none.rows.length, none.columns.length, none.total]).toEqual([12, 1, 66]);
  });

  it('has the unknown level last, and the customers of each level in banding order', () => {
    const known = attribute('a', 3, true);
    const attributes = [{ ...known, unknownName: '모름' }, attribute('b', 2, false)];
    const table = quotaTable({ attributes }, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(table.rows.map(({ names, total }) => [...names, total])).toEqual([
      ['a2', 11],
      ['a1', 7],
      ['a0', 3],
      ['모름', 15],
    ]);
    expect(levelTotals({ attributes }, [1, 2, 3, 4, 5, 6, 7, 8], 0)).toEqual([3, 7, 11, 15]);
    expect(levelTotals({ attributes }, [1, 2, 3, 4, 5, 6, 7, 8], 1)).toEqual([16, 20]);
    expect(levelTotals({ attributes: [] }, [1], 0)).toEqual([]);
  });

  it('puts a single attribute down the side, and a design without attributes in one cell', () => {
    const single = quotaTable({ attributes: [attribute('a', 2, true)] }, [3, 4]);
    expect(single.rows.map(({ total }) => total)).toEqual([4, 3]);
    expect(single.columns).toEqual([{ levels: [], names: [], total: 7 }]);
    expect(quotaTable({ attributes: [] }, [9])).toMatchObject({ rows: [{ names: [], total: 9 }] });
  });

  it('shows every cell exactly once and keeps the total, whatever the order of levels', () => {
    const shapes = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(3)), (shape, across) => {
        const attributes = shape.map(([levels, highest], at) =>
          attribute(`n${at}`, levels, highest),
        );
        const cells = shape.reduce((product, [levels]) => product * levels, 1);
        const population = Array.from({ length: cells }, (_, cell) => cell + 1);
        const table = quotaTable({ attributes }, population, across);
        const shown = table.rows.flatMap((row) => row.cells.map(({ cell }) => cell));
        expect([...shown].sort((a, b) => a - b)).toEqual(population.map((_, cell) => cell));
        expect(table.total).toBe((cells * (cells + 1)) / 2);
        expect(table.columns.reduce((sum, { total }) => sum + total, 0)).toBe(table.total);
      }),
    );
  });
});
