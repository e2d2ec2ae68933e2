import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import { armWeights, costPerCustomer, weighedCosts } from '#core/design/arm-weights.ts';
import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { cellBounds } from '#core/design/cell-bounds.ts';
import { planCost } from '#core/design/cost.ts';
import type { Allocation, CellRule, Design } from '#core/design/design.ts';
import { divideCells } from '#core/design/divide-cells.ts';
import { largestRemainder, shareWithin } from '#core/design/share-total.ts';
import { optimalAllocation } from '#core/stats/allocation/optimal-allocation.ts';
import { expectClose, refusalOf, valueOf } from '../stats/oracle.ts';
import { deckDesign, deckPopulation } from './deck-design.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const ruled = (cell: number, rule: Partial<CellRule>): CellRule => ({
  isOff: false,
  least: null,
  most: null,
  ...rule,
  cell,
});
const planned = (allocation: Allocation, cellRules: readonly CellRule[] = []): Design => ({
  ...deckDesign,
  allocation,
  cellRules,
});

/** Cells with limits that fit, and a total that they allow. */
const limited = fc
  .array(
    fc.record({
      customers: fc.integer({ min: 0, max: 3000 }),
      isOff: fc.boolean(),
      limits: fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { nil: null }), // prettier-ignore
    }),
    { minLength: 1, maxLength: 10 },
  )
  .chain((cells) => {
    const population = cells.map(({ customers }) => customers);
    const rules = cells.flatMap(({ customers, isOff, limits }, cell) => {
      const [one, other] = (limits ?? [0, 1]).map((share) => Math.round(share * customers));
      const [least, most] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
      if (limits === null) return isOff && cell > 0 ? [ruled(cell, { isOff })] : [];
      return [ruled(cell, { least, most })];
    });
    const bounds = cellBounds({ cellRules: rules }, population);
    const value = bounds.ok ? bounds.value : [];
    const [floors, caps] = [sum(value.map(({ least }) => least)), sum(value.map(({ most }) => most))]; // prettier-ignore
    return fc.record({
      population: fc.constant(population),
      rules: fc.constant(rules),
      bounds: fc.constant(value),
      total: fc.integer({ min: floors, max: Math.max(floors, caps) }),
    });
  })
  .filter(({ bounds, total }) => bounds.length > 0 && total > 0);

describe('a total within the limits of the cells', () => {
  it('is kept, and so is every limit', () => {
    fc.assert(
      fc.property(limited, ({ population, rules, bounds, total }) => {
        for (const kind of ['proportional', 'root-control', 'neyman'] as const) {
          const counts = valueOf(allocate(planned({ kind, total }, rules), population));
          expect(sum(counts.flat())).toBe(total);
          counts.forEach((row, cell) => {
            const { least = 0, most = 0 } = bounds[cell] ?? {};
            expect(sum(row)).toBeGreaterThanOrEqual(least);
            expect(sum(row)).toBeLessThanOrEqual(most);
            expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
          });
        }
      }),
    );
  });

  it('is the largest remainder where no limit binds', () => {
    fc.assert(
      fc.property(limited, fc.double({ min: 0, max: 1, noNaN: true }), ({ population }, part) => {
        fc.pre(sum(population) > 0);
        const total = Math.floor(part * sum(population));
        const slack = population.map((customers) => ({ least: 0, most: customers }));
        expect(shareWithin(population, slack, total)).toEqual(largestRemainder(population, total));
      }),
    );
  });

  it('is within one customer of the continuous optimum of RNABOX', () => {
    fc.assert(
      fc.property(limited, ({ population, bounds, total }) => {
        const open = [...population.keys()].filter((cell) => (bounds[cell]?.most ?? 0) > 0);
        fc.pre(open.length > 0);
        const strata = open.map((cell) => ({
          weight: population[cell] ?? 0,
          spread: 1,
          lower: bounds[cell]?.least ?? 0,
          upper: bounds[cell]?.most ?? 0,
        }));
        const best = valueOf(optimalAllocation(strata, total));
        const shared = shareWithin(population, bounds, total);
        open.forEach((cell, place) => {
          expect(Math.abs((shared[cell] ?? NaN) - (best.customers[place] ?? NaN))).toBeLessThan(1 + 1e-6); // prettier-ignore
        });
      }),
    );
  });

  it('gives a cell no less for a higher floor and no more for a lower cap', () => {
    fc.assert(
      fc.property(limited, fc.nat(), ({ population, bounds, total }, pick) => {
        const cell = pick % population.length;
        const before = shareWithin(population, bounds, total)[cell] ?? NaN;
        const { least, most } = bounds[cell] ?? { least: 0, most: 0 };
        const others = bounds.toSpliced(cell, 1);
        const floor = Math.min(most, total - sum(others.map((each) => each.least)));
        const raised = shareWithin(population, bounds.with(cell, { least: floor, most }), total);
        expect(raised[cell]).toBeGreaterThanOrEqual(before);
        const cap = Math.max(least, total - sum(others.map((each) => each.most)));
        const lowered = shareWithin(population, bounds.with(cell, { least, most: cap }), total);
        expect(lowered[cell]).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('gives the deck’s smallest cell its floor of 200 and the others the rest', () => {
    const design = planned({ kind: 'proportional', total: 3000 }, [
      ruled(3, { least: 200 }),
      ruled(5, { isOff: true }),
    ]);
    const cells = valueOf(allocate(design, deckPopulation)).map(sum);
    expect(cells[3]).toBe(200);
    expect(cells[5]).toBe(0);
    const others = deckPopulation.filter((_, cell) => cell !== 3 && cell !== 5);
    expect(cells.filter((_, cell) => cell !== 3 && cell !== 5)).toEqual(
      largestRemainder(others, 2800),
    );
  });
});

describe('the same number for every cell and arm', () => {
  it('leaves out what is off and bends to the limits of the cells, and says so of nothing else', () => {
    const rules = [ruled(0, { isOff: true }), ruled(1, { most: 10 }), ruled(2, { least: 500 })];
    const counts = valueOf(
      allocate(planned({ kind: 'equal', perCellAndArm: 100 }, rules), deckPopulation),
    );
    expect(counts.map(sum)).toEqual([0, 10, 500, 400, 400, 400, 400, 400, 400]);
    for (const row of counts) expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(1);
  });

  it('fits 112 once the smallest cell is off or capped', () => {
    const wide: Allocation = { kind: 'equal', perCellAndArm: 112 };
    expect(allocate(planned(wide, [ruled(3, { isOff: true })]), deckPopulation).ok).toBe(true);
    expect(allocate(planned(wide, [ruled(3, { most: 400 })]), deckPopulation).ok).toBe(true);
  });
});

describe('cells divided among arms', () => {
  it('keep every cell, round each share down or up, and come out even over all cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 }),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (perCell, weights) => {
          const rows = divideCells(perCell, weights);
          const all = sum(weights);
          rows.forEach((row, cell) => {
            expect(sum(row)).toBe(perCell[cell]);
            row.forEach((size, arm) => {
              const exact = ((perCell[cell] ?? 0) * (weights[arm] ?? 0)) / all;
              expect(Math.abs(size - exact)).toBeLessThan(1 + 1e-6);
            });
          });
          weights.forEach((weight, arm) => {
            const total = sum(rows.map((row) => row[arm] ?? 0));
            expect(Math.abs(total - (sum(perCell) * weight) / all)).toBeLessThan(weights.length);
          });
        },
      ),
    );
  });
});

describe('arms by their weights', () => {
  it('are √k to 1 with a common holdout', () => {
    const design = planned({ kind: 'root-control', total: 3000 });
    const counts = valueOf(allocate(design, deckPopulation));
    const arms = [0, 1, 2, 3].map((arm) => sum(counts.map((row) => row[arm] ?? 0)));
    expectClose((arms[0] ?? NaN) / (arms[1] ?? NaN), Math.sqrt(3), 2e-3, arms);
    expect(counts.map(sum)).toEqual([110, 173, 702, 97, 195, 790, 123, 221, 589]);
  });

  it('are Neyman’s closed formula over all cells and arms', () => {
    const arms = [
      holdoutArm('none', 'none'),
      { ...carrotArm('small', 'small', 'tm', 1000), expectedLift: 0.01 },
      { ...carrotArm('large', 'large', 'tm', 1000), expectedLift: 0.4 },
    ];
    const design = { ...planned({ kind: 'neyman', total: 4000 }), arms };
    const counts = valueOf(allocate(design, deckPopulation));
    const spreads = [0.03, 0.04, 0.43].map((share) => Math.sqrt(share * (1 - share)));
    const all = sum(deckPopulation) * sum(spreads);
    counts.forEach((row, cell) =>
      row.forEach((size, arm) => {
        const exact = (4000 * (deckPopulation[cell] ?? 0) * (spreads[arm] ?? 0)) / all;
        expect(Math.abs(size - exact)).toBeLessThan(1.5);
      }),
    );
  });

  it('are by spread over the root of cost where money counts, and never cost more than there is', () => {
    fc.assert(
      fc.property(
        limited,
        fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 20_000_000 }),
        ({ population, rules }, rewards, budget) => {
          fc.pre(sum(population) > 0);
          const carrots = rewards.map((reward, place) => carrotArm(`${place}`, `${place}`, 'tm', reward)); // prettier-ignore
          const design = {
            ...planned({ kind: 'cost-optimal', budget }, rules),
            arms: [holdoutArm('none', 'none'), ...carrots],
          };
          const counts = allocate(design, population);
          if (!counts.ok) {
            expect(['budget-below-least', 'all-cells-off']).toContain(counts.problem.code);
            return;
          }
          expect(valueOf(planCost(counts.value, design)).totalCost).toBeLessThanOrEqual(budget);
        },
      ),
    );
    const design = planned({ kind: 'cost-optimal', budget: 10_515_600 });
    const counts = valueOf(allocate(design, deckPopulation));
    const sizes = [0, 1, 2, 3].map((arm) => sum(counts.map((row) => row[arm] ?? 0)));
    const costs = design.arms.map((arm) => costPerCustomer(design, arm));
    expect(costs).toEqual([0, 3900, 3884, 3900]);
    expectClose(weighedCosts(design)[0] ?? NaN, (3900 + 3884 + 3900) / 3, 1e-12, costs);
    const weights = armWeights(design);
    expectClose((sizes[0] ?? NaN) / (sizes[1] ?? NaN), (weights[0] ?? NaN) / (weights[1] ?? NaN), 3e-3, sizes); // prettier-ignore
    const spent = valueOf(planCost(counts, design)).totalCost;
    expect(spent).toBeLessThanOrEqual(10_515_600);
    expect(spent).toBeGreaterThan(10_515_600 - 2 * 3900);
  });

  it('share 50,000 as 51 and 50 where a carrot costs 1,000 and all is as uncertain', () => {
    const design: Design = {
      ...planned({ kind: 'cost-optimal', budget: 50_000 }),
      arms: [holdoutArm('none', 'none'), carrotArm('one', 'one', 'tm', 0)],
      channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 1000, reachShare: 1 }],
      power: { baselineShare: 0.5, lift: 1e-12, alpha: 0.05 },
    };
    expect(allocate(design, [1000])).toEqual({ ok: true, value: [[51, 50]] });
  });
});

describe('limits that contradict each other', () => {
  const total: Allocation = { kind: 'proportional', total: 900 };
  it.each([
    ['floor-above-cap', total, [ruled(1, { least: 50, most: 40 })]],
    ['floor-exceeds-cell', total, [ruled(3, { least: 446 })]],
    ['all-cells-off', total, deckPopulation.map((_, cell) => ruled(cell, { isOff: true }))],
    ['floors-exceed-total', total, [ruled(0, { least: 500 }), ruled(1, { least: 500 })]],
    ['total-exceeds-caps', { kind: 'neyman', total: 13_000 }, [ruled(2, { most: 1000 })]],
    ['total-exceeds-eligible', { kind: 'neyman', total: 14_000 }, []],
    ['budget-below-least', { kind: 'cost-optimal', budget: 1000 }, [ruled(0, { least: 100 })]],
    ['budget-not-positive', { kind: 'cost-optimal', budget: 0 }, []],
    ['quota-exceeds-cell', { kind: 'equal', perCellAndArm: 112 }, [ruled(0, { isOff: true })]],
  ] as const)('refuses %s', (code, allocation, rules) => {
    expect(refusalOf(allocate(planned(allocation, rules), deckPopulation))).toBe(code);
  });

  it('a rule for a cell that is not there says nothing', () => {
    const counts = allocate(planned(total, [ruled(99, { isOff: true })]), deckPopulation);
    expect(valueOf(counts)).toEqual(valueOf(allocate(planned(total), deckPopulation)));
  });
});

describe('an allocation that was found', () => {
  const counts = deckPopulation.map(() => [10, 20, 20, 20]);
  const found: Allocation = {
    kind: 'optimised',
    goal: { kind: 'cheapest', power: 0.8 },
    least: 10,
    foundFor: '',
    counts,
    answers: [],
  };

  it('is kept as found, but for cells that are off now', () => {
    expect(valueOf(allocate(planned(found), deckPopulation))).toEqual(counts);
    const off = allocate(planned(found, [ruled(2, { isOff: true })]), deckPopulation);
    expect(valueOf(off)[2]).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['another number of cells', found, deckPopulation.slice(1), []],
    ['another number of arms', { ...found, counts: counts.map((row) => row.slice(1)) }, deckPopulation, []], // prettier-ignore
    ['a cell that has too few now', found, deckPopulation.with(0, 60), []],
    ['a floor above it', found, deckPopulation, [ruled(0, { least: 80 })]],
    ['a cap below it', found, deckPopulation, [ruled(0, { most: 60 })]],
  ] as const)('is refused for %s', (_, allocation, population, rules) => {
    expect(refusalOf(allocate(planned(allocation, rules), population))).toBe('optimised-outdated');
  });
});
