import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cappedPlan } from '#core/rollout/policy/capped-plan.ts';
import { offersOf, type Offers } from '#core/rollout/policy/offers.ts';
import { mostUseful, planAt } from '#core/rollout/policy/path-plan.ts';
import { profitPath } from '#core/rollout/policy/profit-path.ts';
import oracle from '../../../oracles/rollout/policy-budgets.json' with { type: 'json' };

interface Cells {
  readonly customers: readonly number[];
  /** Cost and profit per customer, [cell][carrot]. */
  readonly offers: readonly (readonly (readonly number[])[])[];
  readonly possible: readonly (readonly boolean[])[];
}

function offersIn({ customers, offers, possible }: Cells): Offers {
  const carrots = offers[0]?.length ?? 0;
  return offersOf(
    customers.map((count, cell) => ({
      cell,
      unit: cell,
      customers: count,
      allowed: possible[cell] ?? [],
    })),
    {
      carrots,
      isKnown: new Uint8Array(offers.length * carrots).fill(1),
      profit: Float64Array.from(offers.flat(), ([, profit]) => profit ?? 0),
      cost: Float64Array.from(offers.flat(), ([cost]) => cost ?? 0),
    },
  );
}

/** 1e-9 of the whole money that is turned over. */
function nearly(found: number, true_: number, offers: Offers): void {
  const scale = offers.profit.reduce((sum, profit) => sum + Math.abs(profit), 1);
  expect(Math.abs(found - true_)).toBeLessThan(1e-9 * scale);
}

describe('the whole curve', () => {
  it('is at 1,000 random budgets what SciPy’s linprog (HiGHS) finds', () => {
    let compared = 0;
    for (const cells of oracle.budgets) {
      const offers = offersIn(cells);
      const path = profitPath(offers);
      for (const [budget, , best] of cells.asked as [number, number[], number][]) {
        const plan = planAt(path, budget);
        nearly(plan.profit, best, offers);
        const spent = plan.shares.reduce((sum, share, place) => sum + share * (offers.cost[place] ?? 0), 0); // prettier-ignore
        const earned = plan.shares.reduce((sum, share, place) => sum + share * (offers.profit[place] ?? 0), 0); // prettier-ignore
        nearly(earned, plan.profit, offers);
        nearly(spent, plan.cost, offers);
        expect(plan.cost).toBeLessThanOrEqual(budget);
        compared++;
      }
    }
    expect(compared).toBe(1000);
  });

  it('is what a linear programme finds under two capacities as well, and says so', () => {
    let compared = 0;
    for (const cells of oracle.capacities) {
      const offers = offersIn(cells);
      for (const [budget, mosts, best] of cells.asked as [number, number[], number][]) {
        const capacities = cells.channels.map(({ carrots }, channel) => ({
          carrots,
          most: mosts[channel] ?? 0,
        }));
        const plan = cappedPlan(offers, budget, capacities);
        nearly(plan.profit, best, offers);
        nearly(plan.bound, best, offers);
        expect(plan.cost).toBeLessThanOrEqual(budget * (1 + 1e-9) + 1e-6);
        compared++;
      }
    }
    expect(compared).toBe(300);
  });
});

const someOffer = fc.tuple(fc.integer({ min: -20, max: 100 }), fc.integer({ min: -60, max: 160 }));
const someCells: fc.Arbitrary<Cells> = fc.integer({ min: 1, max: 4 }).chain((carrots) =>
  fc
    .array(
      fc.record({
        customers: fc.integer({ min: 1, max: 5000 }),
        offers: fc.array(someOffer, { minLength: carrots, maxLength: carrots }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((cells) => ({
      customers: cells.map(({ customers }) => customers),
      offers: cells.map(({ offers }) => offers),
      possible: cells.map(() => Array<boolean>(carrots).fill(true)),
    })),
);
const someShare = fc.double({ min: 0, max: 1.2, noNaN: true });

describe('the curve stays what it is', () => {
  const profitAt = (cells: Cells, budget: number) =>
    planAt(profitPath(offersIn(cells)), budget).profit;
  const curved = fc.tuple(someCells, someShare).map(([cells, share]) => {
    const offers = offersIn(cells);
    const path = profitPath(offers);
    return { cells, offers, path, budget: Math.max(0, mostUseful(path)) * share };
  });

  it('when money is counted in other units', () => {
    fc.assert(
      fc.property(curved, fc.double({ min: 0.01, max: 5000, noNaN: true }), (curve, scale) => {
        const { cells, offers, budget } = curve;
        const scaled = cells.offers.map((row) => row.map((each) => each.map((x) => x * scale)));
        const found = profitAt({ ...cells, offers: scaled }, budget * scale) / scale;
        nearly(found, profitAt(cells, budget), offers);
      }),
    );
  });

  it('when a cell is cut in two, or cells are named in another order', () => {
    fc.assert(
      fc.property(curved, ({ cells, offers, budget }) => {
        const doubled = [...cells.customers.keys(), ...cells.customers.keys()].reverse();
        const found = profitAt(
          {
            customers: doubled.map((cell) => (cells.customers[cell] ?? 0) / 2),
            offers: doubled.map((cell) => cells.offers[cell] ?? []),
            possible: doubled.map((cell) => cells.possible[cell] ?? []),
          },
          budget,
        );
        nearly(found, profitAt(cells, budget), offers);
      }),
    );
  });

  it('concave, with the slope that the next money shows', () => {
    fc.assert(
      fc.property(curved, ({ path, offers, budget }) => {
        for (let step = 1; step < path.steps; step++)
          expect(path.slope[step]).toBeLessThanOrEqual(path.slope[step - 1] ?? 0);
        const here = planAt(path, budget);
        const inStep = path.cost.findIndex((cost) => cost > budget);
        const room = inStep < 0 ? 1 : (path.cost[inStep] ?? 0) - budget;
        const next = planAt(path, budget + room / 2);
        nearly(next.profit - here.profit, (here.slope * room) / 2, offers);
      }),
    );
  });

  it('the same as by the linear programme without capacities, and never above its bound', () => {
    fc.assert(
      fc.property(curved, ({ path, offers, budget }) => {
        const plan = cappedPlan(offers, budget, []);
        nearly(plan.profit, planAt(path, budget).profit, offers);
        nearly(plan.bound, plan.profit, offers);
      }),
    );
  });
});

describe('ties and offers that cost nothing', () => {
  const one = (...offers: number[][]): Cells => ({
    customers: [10],
    offers: [offers],
    possible: [offers.map(() => true)],
  });

  it('of equal offers the first carrot stands', () => {
    const plan = planAt(profitPath(offersIn(one([2, 5], [2, 5]))), 20);
    expect([...plan.shares]).toEqual([1, 0]);
  });

  it('cells whose money earns alike are taken in their order', () => {
    const cells = { customers: [10, 10], offers: [[[2, 4]], [[1, 2]]], possible: [[true], [true]] };
    expect([...planAt(profitPath(offersIn(cells)), 10).shares]).toEqual([0.5, 0]);
  });

  it('a free offer that earns is made without a budget, one that loses never', () => {
    expect(planAt(profitPath(offersIn(one([0, 3]))), 0)).toMatchObject({ profit: 30, cost: 0 });
    expect(planAt(profitPath(offersIn(one([0, -3]))), 0)).toMatchObject({ profit: 0, slope: 0 });
  });

  it('an offer that brings money in pays for others', () => {
    const cells = {
      customers: [10, 10],
      offers: [[[-2, 1]], [[2, 6]]],
      possible: [[true], [true]],
    };
    expect(planAt(profitPath(offersIn(cells)), 0)).toMatchObject({ profit: 70, cost: 0 });
  });

  it('the last cell gets its better carrot in part', () => {
    const plan = planAt(profitPath(offersIn(one([1, 2], [3, 3]))), 20);
    expect(plan).toMatchObject({ profit: 25, cost: 20, slope: 0.5 });
    expect([...plan.shares]).toEqual([0.5, 0.5]);
  });

  it('with room for 15 contacts, all of the better cell and half of the other', () => {
    const cells = { customers: [10, 10], offers: [[[1, 3]], [[1, 2]]], possible: [[true], [true]] };
    const plan = cappedPlan(offersIn(cells), null, [{ carrots: [true], most: 15 }]);
    expect([...plan.shares]).toEqual([1, 0.5]);
    expect(plan.profit).toBeCloseTo(40, 9);
    expect(plan.bound).toBeCloseTo(40, 9);
    expect(plan.worthOfContact[0]).toBeCloseTo(2, 9);
  });
});
