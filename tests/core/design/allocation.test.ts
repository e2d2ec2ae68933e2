import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import {
  equalPerCellLimit,
  flooredHoldout,
  mostPerCellAndArm,
} from '#core/design/allocation-limits.ts';
import { largestRemainder } from '#core/design/share-total.ts';
import { deckArms, deckDesign, deckPopulation } from './deck-design.ts';
import { between } from '../stats/even-arbitrary.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const populations = fc
  .array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 12 })
  .filter((cells) => sum(cells) > 0);

describe('the deck’s quota table', () => {
  it('shares 3,000 and 900 by largest remainder', () => {
    expect(largestRemainder(deckPopulation, 3000)).toEqual([
      110, 173, 702, 97, 195, 790, 123, 221, 589,
    ]);
    expect(largestRemainder(deckPopulation, 900)).toEqual([33, 52, 211, 29, 58, 237, 37, 66, 177]);
  });

  it('holds at most 445 per cell, 4,005 in all', () => {
    expect(equalPerCellLimit(deckPopulation)).toEqual({ perCell: 445, total: 4005 });
    expect(mostPerCellAndArm(deckDesign, deckPopulation)).toBe(111);
    const off = [{ cell: 3, isOff: true, least: null, most: null }];
    expect(mostPerCellAndArm({ ...deckDesign, cellRules: off }, deckPopulation)).toBe(125);
  });

  it('keeps back 1,369 as a floored holdout of 10 percent', () => {
    const holdout = flooredHoldout(deckPopulation, 10);
    expect(holdout).toEqual([50, 79, 321, 44, 89, 361, 56, 100, 269]);
    expect(sum(holdout)).toBe(1369);
  });

  it('gives 3,600 customers at 100 per cell and arm', () => {
    const counts = allocate(deckDesign, deckPopulation);
    expect(counts).toEqual({ ok: true, value: deckPopulation.map(() => [100, 100, 100, 100]) });
  });

  it('refuses 112 per cell and arm, and says that 111 is the most', () => {
    const design = { ...deckDesign, allocation: { kind: 'equal', perCellAndArm: 112 } } as const;
    expect(allocate(design, deckPopulation)).toEqual({
      ok: false,
      problem: {
        code: 'quota-exceeds-cell',
        cell: 3,
        wanted: 448,
        available: 445,
        most: 111,
        shortCells: [{ cell: 3, wanted: 448, available: 445 }],
      },
    });
  });
});

describe('an allocation', () => {
  it('draws nobody from a cell without customers', () => {
    const design = { ...deckDesign, arms: deckArms.slice(0, 2) };
    const allocation = { kind: 'equal', perCellAndArm: 4 } as const;
    expect(allocate({ ...design, allocation }, [0, 8])).toEqual({ ok: true, value: [[0, 0], [4, 4]] }); // prettier-ignore
    expect(equalPerCellLimit([0, 0])).toEqual({ perCell: 0, total: 0 });
  });

  it.each([
    ['no-arms', { ...deckDesign, arms: [] }, deckPopulation],
    ['no-carrot', { ...deckDesign, arms: deckArms.slice(0, 1) }, deckPopulation],
    ['no-cells', deckDesign, []],
    ['no-eligible', deckDesign, [0, 0]],
  ] as const)('refuses %s', (code, design, population) => {
    expect(allocate(design, population)).toEqual({ ok: false, problem: { code } });
  });

  it.each([
    [{ kind: 'equal', perCellAndArm: 0 }, { code: 'zero-sample' }],
    [{ kind: 'proportional', total: -1 }, { code: 'zero-sample' }],
    [
      { kind: 'proportional', total: 10.5 },
      { code: 'sample-not-whole', sample: 10.5 },
    ],
    [
      { kind: 'proportional', total: 31 },
      { code: 'total-exceeds-eligible', wanted: 31, available: 30 },
    ],
  ] as const)('refuses %o', (allocation, problem) => {
    expect(allocate({ ...deckDesign, allocation }, [10, 20])).toEqual({ ok: false, problem });
  });

  it('by proportion has the exact total, stays inside every cell and within one of the share', () => {
    fc.assert(
      fc.property(populations, between(0, 1), (population, part) => {
        const eligible = sum(population);
        const total = Math.floor(eligible * part);
        const shares = largestRemainder(population, total);
        expect(sum(shares)).toBe(total);
        shares.forEach((customers, cell) => {
          const available = population[cell] as number;
          expect(customers).toBeLessThanOrEqual(available);
          expect(Math.abs(customers - (available * total) / eligible)).toBeLessThan(1);
        });
      }),
    );
  });

  it('by proportion keeps arms within one customer of each other, in each cell and in all', () => {
    fc.assert(
      fc.property(
        populations,
        fc.integer({ min: 2, max: 6 }),
        between(0, 1),
        (population, armCount, part) => {
          const total = Math.max(1, Math.floor(sum(population) * part));
          const arms = Array.from({ length: armCount }, (_, id) =>
            id === 0 ? holdoutArm('0', '0') : carrotArm(String(id), String(id), 'tm', 0),
          );
          const counts = allocate(
            { ...deckDesign, arms, allocation: { kind: 'proportional', total } },
            population,
          );
          if (!counts.ok) throw new Error(counts.problem.code);
          const armTotals = arms.map((_, arm) => sum(counts.value.map((row) => row[arm] ?? 0)));
          expect(sum(armTotals)).toBe(total);
          for (const row of [...counts.value, armTotals])
            expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
