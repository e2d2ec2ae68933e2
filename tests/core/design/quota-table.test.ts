import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#core/design/design.ts';
import { quotaTable } from '#core/design/quota-table.ts';
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
    expect(table.rowAttributes).toEqual(['Dormancy']);
    expect(table.columnAttribute).toBe('Points');
    expect(table.rows.map(({ names, cells, total }) => [names, cells.map((c) => c.population), total])).toEqual([
      [['long'], [501, 790, 3211], 4502],
      [['mid'], [445, 892, 3612], 4949],
      [['short'], [562, 1009, 2690], 4261],
    ]); // prettier-ignore
    expect(table.columns.map(({ name, total }) => [name, total])).toEqual([
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

  it('puts a single attribute down the side, and a design without attributes in one cell', () => {
    const single = quotaTable({ attributes: [attribute('a', 2, true)] }, [3, 4]);
    expect(single.rows.map(({ total }) => total)).toEqual([4, 3]);
    expect(single.columns).toEqual([{ level: 0, name: '', total: 7 }]);
    expect(quotaTable({ attributes: [] }, [9])).toMatchObject({ rows: [{ names: [], total: 9 }] });
  });

  it('shows every cell exactly once and keeps the total, whatever the order of levels', () => {
    const shapes = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(shapes, (shape) => {
        const attributes = shape.map(([levels, highest], at) =>
          attribute(`n${at}`, levels, highest),
        );
        const cells = shape.reduce((product, [levels]) => product * levels, 1);
        const population = Array.from({ length: cells }, (_, cell) => cell + 1);
        const table = quotaTable({ attributes }, population);
        const shown = table.rows.flatMap((row) => row.cells.map(({ cell }) => cell));
        expect([...shown].sort((a, b) => a - b)).toEqual(population.map((_, cell) => cell));
        expect(table.total).toBe((cells * (cells + 1)) / 2);
        expect(table.columns.reduce((sum, { total }) => sum + total, 0)).toBe(table.total);
      }),
    );
  });
});
