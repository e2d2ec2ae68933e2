import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocationVariance,
  type AllocationStratum,
} from '#core/stats/allocation/allocation-stratum.ts';
import { divideWithControl } from '#core/stats/allocation/control-size.ts';
import {
  cheapestAllocation,
  optimalAllocation,
} from '#core/stats/allocation/optimal-allocation.ts';
import { roundKeepingTotal } from '#core/stats/allocation/optimal-rounding.ts';
import { wholeAllocation } from '#core/stats/allocation/whole-allocation.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface PlanRow {
  weight: number | number[];
  spread: number | number[];
  cost?: number | number[];
  lower: number | number[];
  /** -1 stands for no limit. */
  upper: number | number[];
}
interface ArmsRow {
  spread: number[];
  cost: number[];
  budget: number;
  customers: number[];
  varianceSum: number;
}
const data = oracle<{
  plans: (PlanRow & { budget: number; customers: number | number[]; variance: number })[];
  cheap: (PlanRow & { variance: number; customers: number | number[]; total: number })[];
  whole: (PlanRow & { total: number; variance: number })[];
  rounding: { values: number | number[]; distance: number }[];
  arms: ArmsRow[];
}>('allocation/allocation');

/** R writes a list of one as the number itself. */
const listOf = (value: number | number[]): number[] => (Array.isArray(value) ? value : [value]);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function strataOf(row: PlanRow): AllocationStratum[] {
  const at = (values: number | number[], place: number): number => listOf(values)[place] ?? NaN;
  return listOf(row.weight).map((weight, place) => ({
    weight,
    spread: at(row.spread, place),
    cost: row.cost === undefined ? 1 : at(row.cost, place),
    lower: at(row.lower, place),
    upper: at(row.upper, place) === -1 ? Infinity : at(row.upper, place),
  }));
}

/** The example population of the R package stratallo. */
function fourStrata(lower: number[] = [], upper: number[] = [], spreads = [48, 79, 76, 16]) {
  return [3000, 4000, 5000, 2000].map((weight, place) => ({
    weight,
    spread: spreads[place] ?? NaN,
    lower: lower[place] ?? 0,
    upper: upper[place] ?? Infinity,
  }));
}
/** What drawing without putting back takes off the variance of a total. */
const populationPart = sumOf(fourStrata().map(({ weight, spread }) => weight * spread * spread));

describe('the optimal allocation', () => {
  it('is the solution of the Kuhn-Tucker conditions', () => {
    expect(data.plans.length).toBeGreaterThan(40);
    for (const row of data.plans) {
      const found = valueOf(optimalAllocation(strataOf(row), row.budget));
      for (const [place, expected] of listOf(row.customers).entries()) {
        expectClose(found.customers[place] ?? NaN, expected, 1e-9, row);
      }
      expectClose(found.variance, row.variance, 1e-9, row);
      expectClose(found.cost, row.budget, 1e-12, row);
    }
  });

  it('G64: is Neyman’s for 3000, 4000, 5000, 2000 customers with spreads 48, 79, 76, 16', () => {
    const found = valueOf(optimalAllocation(fourStrata(), 190));
    const published = [31.376147, 68.853211, 82.798165, 6.972477];
    for (const [place, value] of published.entries()) {
      expect(found.customers[place]).toBeCloseTo(value, 6);
    }
    expect(Math.round(found.variance - populationPart)).toBe(3940753053);
  });

  it('G66: keeps lower limits 50, 120, 1, 2', () => {
    const found = valueOf(optimalAllocation(fourStrata([50, 120, 1, 2]), 190));
    expect(found.customers).toEqual([50, 120, 18, 2]);
    expect(Math.round(found.variance - populationPart)).toBe(9719807556);
  });

  it('keeps upper limits, and both, as stratallo’s README has it', () => {
    const above = valueOf(optimalAllocation(fourStrata([], [100, 90, 70, 80]), 190));
    expect(above.customers.map((n) => n.toFixed(6))).toEqual([
      '35.121951',
      '77.073171',
      '70.000000',
      '7.804878',
    ]);
    const box = [
      [100, 90, 500, 50],
      [300, 400, 800, 90],
    ] as const;
    const both = valueOf(optimalAllocation(fourStrata([...box[0]], [...box[1]]), 1284));
    expect(both.customers.map((n) => n.toFixed(4))).toEqual([
      '228.9496',
      '400.0000',
      '604.1727',
      '50.8777',
    ]);
    expect(Math.round(both.variance - populationPart)).toBe(538073357);
  });

  it('refuses what cannot be given out', () => {
    const refused = (strata: AllocationStratum[], budget: number) =>
      refusalOf(optimalAllocation(strata, budget));
    expect(refused([], 10)).toBe('no-strata');
    expect(refused(fourStrata([], [], [1, 0, 1, 1]), 10)).toBe('invalid-stratum');
    expect(refused([{ weight: 1, spread: 1, lower: 3, upper: 2 }], 10)).toBe('invalid-stratum');
    expect(refused([{ weight: 1, spread: 1, cost: NaN }], 10)).toBe('invalid-stratum');
    expect(refused(fourStrata([50, 50, 50, 50]), 190)).toBe('budget-below-limits');
    expect(refused(fourStrata(), 0)).toBe('budget-below-limits');
    expect(refused(fourStrata(), NaN)).toBe('budget-below-limits');
    expect(refused(fourStrata([], [1, 1, 1, 1]), 5)).toBe('budget-above-limits');
    expect(refused(fourStrata(), Infinity)).toBe('budget-above-limits');
  });
});

const someStrata = fc.array(
  fc
    .record({
      weight: between(0.01, 1000),
      spread: between(0.01, 50),
      cost: between(0.1, 20),
      lower: fc.integer({ min: 1, max: 50 }),
      room: fc.integer({ min: 0, max: 300 }),
    })
    .map(({ room, ...rest }) => ({ ...rest, upper: rest.lower + room })),
  { minLength: 1, maxLength: 12 },
);

describe('every optimal allocation', () => {
  it('spends the budget within the limits, and no other plan is better', () => {
    fc.assert(
      fc.property(
        someStrata,
        between(0, 1),
        fc.array(between(0, 1), { minLength: 12, maxLength: 12 }),
        (strata, share, wishes) => {
          const least = sumOf(strata.map(({ cost, lower }) => cost * lower));
          const most = sumOf(strata.map(({ cost, upper }) => cost * upper));
          const budget = Math.min(most, least + share * (most - least));
          const found = valueOf(optimalAllocation(strata, budget));
          expectClose(found.cost, budget, 1e-12, strata);
          for (const [place, { lower, upper }] of strata.entries()) {
            expect(found.customers[place]).toBeGreaterThanOrEqual(lower);
            expect(found.customers[place]).toBeLessThanOrEqual(upper);
          }
          // Any other plan of the same price: wishes scaled down until they fit.
          const room = strata.map(
            ({ lower, upper }, place) => (upper - lower) * (wishes[place] ?? 0),
          );
          const price = sumOf(strata.map(({ cost }, place) => cost * (room[place] ?? 0)));
          const scale = price > 0 ? Math.min(1, (budget - least) / price) : 0;
          const other = strata.map(({ lower }, place) => lower + scale * (room[place] ?? 0));
          expect(found.variance).toBeLessThanOrEqual(
            allocationVariance(strata, other) * (1 + 1e-12),
          );
        },
      ),
    );
  });

  it('gives every free stratum the same gain per coin', () => {
    fc.assert(
      fc.property(someStrata, between(0.01, 0.99), (strata, share) => {
        const least = sumOf(strata.map(({ cost, lower }) => cost * lower));
        const most = sumOf(strata.map(({ cost, upper }) => cost * upper));
        const { customers } = valueOf(optimalAllocation(strata, least + share * (most - least)));
        const gains = strata.map(
          ({ weight, spread, cost }, place) =>
            (weight * spread) ** 2 / (cost * (customers[place] ?? NaN) ** 2),
        );
        const free = gains.filter((_, place) => {
          const { lower, upper } = strata[place] ?? { lower: 0, upper: 0 };
          const here = customers[place] ?? NaN;
          return here > lower * (1 + 1e-9) && here < upper * (1 - 1e-9);
        });
        const [gain] = free;
        if (gain === undefined) return;
        for (const other of free) expectClose(other, gain, 1e-9, strata);
        for (const [place, value] of gains.entries()) {
          const { lower, upper } = strata[place] ?? { lower: 0, upper: 0 };
          if (customers[place] === lower && upper > lower) {
            expect(value).toBeLessThanOrEqual(gain * (1 + 1e-9));
          }
        }
      }),
    );
  });
});

/** Without strata whose part of the variance is lost in the rounding of the others'. */
const evenStrata = someStrata.map((strata) =>
  strata.map((stratum) => ({
    ...stratum,
    weight: 1 + stratum.weight / 100,
    spread: 1 + stratum.spread / 10,
  })),
);

describe('the cheapest allocation', () => {
  it('is the solution of the Kuhn-Tucker conditions', () => {
    expect(data.cheap.length).toBeGreaterThan(40);
    for (const row of data.cheap) {
      const found = valueOf(cheapestAllocation(strataOf(row), row.variance));
      for (const [place, expected] of listOf(row.customers).entries()) {
        expectClose(found.customers[place] ?? NaN, expected, 1e-9, row);
      }
      expectClose(found.cost, row.total, 1e-9, row);
      expect(found.variance).toBeLessThanOrEqual(row.variance * (1 + 1e-12));
    }
  });

  it('is 40.39682, 49.16944, 61.46181, 34.76805 in stratallo’s README', () => {
    const costs = [0.5, 0.6, 0.6, 0.3];
    const strata = fourStrata([], [100, 90, 70, 80], [1, 1, 1, 1]).map((stratum, place) => ({
      ...stratum,
      cost: costs[place] ?? NaN,
    }));
    const found = valueOf(cheapestAllocation(strata, 1e6 + 70000));
    expect(found.customers.map((n) => n.toFixed(5))).toEqual([
      '40.39682',
      '49.16944',
      '61.46181',
      '34.76805',
    ]);
  });

  it('undoes the optimal allocation', () => {
    fc.assert(
      fc.property(evenStrata, between(0.05, 0.95), (strata, share) => {
        const least = sumOf(strata.map(({ cost, lower }) => cost * lower));
        const most = sumOf(strata.map(({ cost, upper }) => cost * upper));
        if (most === least) return;
        const there = valueOf(optimalAllocation(strata, least + share * (most - least)));
        const back = valueOf(cheapestAllocation(strata, there.variance));
        expectClose(back.cost, there.cost, 1e-9, strata);
        expect(back.variance).toBeLessThanOrEqual(there.variance * (1 + 1e-12));
      }),
    );
  });

  it('refuses what even all limits do not reach', () => {
    expect(refusalOf(cheapestAllocation([], 1))).toBe('no-strata');
    const strata = fourStrata([], [100, 90, 70, 80]);
    expect(refusalOf(cheapestAllocation(strata, 1))).toBe('variance-out-of-reach');
    expect(refusalOf(cheapestAllocation(strata, NaN))).toBe('variance-out-of-reach');
  });
});

describe('the allocation in whole customers', () => {
  it('is as good as the best of all whole plans', () => {
    expect(data.whole.length).toBe(80);
    for (const row of data.whole) {
      const strata = strataOf(row);
      const found = valueOf(wholeAllocation(strata, row.total));
      expect(sumOf(found.customers)).toBe(row.total);
      expectClose(found.variance, row.variance, 1e-13, row);
    }
  });

  it('is 31, 69, 83, 7 for the four strata, and gives each at least one', () => {
    expect(valueOf(wholeAllocation(fourStrata(), 190)).customers).toEqual([31, 69, 83, 7]);
    expect(valueOf(wholeAllocation(fourStrata(), 4)).customers).toEqual([1, 1, 1, 1]);
  });

  it('is next to the optimum for millions of customers, within the limits', () => {
    fc.assert(
      fc.property(someStrata, fc.integer({ min: 0, max: 2_000_000 }), (strata, more) => {
        const wide = strata.map(({ weight, spread, lower }) => ({ weight, spread, lower }));
        const total = sumOf(wide.map(({ lower }) => lower)) + more;
        const whole = valueOf(wholeAllocation(wide, total));
        const { variance } = valueOf(optimalAllocation(wide, total));
        expect(sumOf(whole.customers)).toBe(total);
        expect(whole.variance).toBeGreaterThanOrEqual(variance * (1 - 1e-12));
        for (const [place, { lower }] of wide.entries()) {
          expect(whole.customers[place]).toBeGreaterThanOrEqual(lower);
        }
        // No single customer moved makes it better.
        const gain = (place: number, moved: number): number => {
          const { weight, spread } = wide[place] ?? { weight: NaN, spread: NaN };
          const here = whole.customers[place] ?? NaN;
          return (weight * spread) ** 2 * (1 / here - 1 / (here + moved));
        };
        for (const from of wide.keys()) {
          if ((whole.customers[from] ?? 0) - 1 < (wide[from]?.lower ?? 0)) continue;
          for (const to of wide.keys()) {
            if (to === from) continue;
            expect(gain(to, 1)).toBeLessThanOrEqual(-gain(from, -1) * (1 + 1e-9));
          }
        }
      }),
    );
  });

  it('refuses what cannot be given out', () => {
    expect(refusalOf(wholeAllocation([], 5))).toBe('no-strata');
    expect(refusalOf(wholeAllocation(fourStrata(), 3))).toBe('budget-below-limits');
    expect(refusalOf(wholeAllocation(fourStrata(), 19.5))).toBe('invalid-size');
    expect(refusalOf(wholeAllocation(fourStrata(), 1e15))).toBe('invalid-size');
    expect(refusalOf(wholeAllocation(fourStrata([], [1, 1, 1, 1]), 5))).toBe('budget-above-limits');
    expect(refusalOf(wholeAllocation(fourStrata([0.5]), 50))).toBe('invalid-stratum');
    expect(refusalOf(wholeAllocation(fourStrata([], [0]), 50))).toBe('invalid-stratum');
  });
});

describe('rounding that keeps the total', () => {
  it('G69: makes 297.4286, 396.5714, 500, 90 to 297, 397, 500, 90', () => {
    expect(valueOf(roundKeepingTotal([297.4286, 396.5714, 500, 90]))).toEqual([297, 397, 500, 90]);
  });

  it('strays as little as the best rounding does', () => {
    for (const { values, distance } of data.rounding) {
      const list = listOf(values);
      const found = valueOf(roundKeepingTotal(list));
      const strayed = sumOf(found.map((value, place) => Math.abs(value - (list[place] ?? NaN))));
      expect(sumOf(found)).toBe(Math.round(sumOf(list)));
      expectClose(strayed, distance, 1e-9, values, 1e-6);
    }
  });

  it('refuses what has no whole total', () => {
    expect(refusalOf(roundKeepingTotal([]))).toBe('no-strata');
    expect(refusalOf(roundKeepingTotal([4.5, 4.1, 4.9]))).toBe('total-not-whole');
    expect(refusalOf(roundKeepingTotal([-1, 2]))).toBe('invalid-size');
    expect(refusalOf(roundKeepingTotal([NaN]))).toBe('invalid-size');
  });
});

describe('offers against one control', () => {
  const arm = { spread: 1, cost: 1 };

  it('get what a general solver gives them', () => {
    for (const row of data.arms) {
      const [control = arm, ...offers] = row.spread.map((spread, place) => ({
        spread,
        cost: row.cost[place] ?? NaN,
      }));
      const found = valueOf(divideWithControl(control, offers, row.budget));
      // The solver stops where the sum does not move any more: half of its digits are the sizes'.
      expectClose(found.varianceSum, row.varianceSum, 1e-9, row);
      expect(found.varianceSum).toBeLessThanOrEqual(row.varianceSum * (1 + 1e-12));
      for (const [place, expected] of row.customers.entries()) {
        const size = place === 0 ? found.control : found.offers[place - 1];
        expectClose(size ?? NaN, expected, 1e-4, row);
      }
    }
  });

  it('leave the control √k times as many, and with costs √(cost / its cost) more', () => {
    const four = valueOf(divideWithControl(arm, [arm, arm, arm, arm], 600));
    expect(four).toMatchObject({ control: 200, offers: [100, 100, 100, 100] });
    const dear = { spread: 1, cost: 9 };
    const found = valueOf(divideWithControl(arm, [dear, dear], 1000));
    expectClose(found.control / (found.offers[0] ?? NaN), Math.SQRT2 * 3, 1e-14, 'ratio');
  });

  it('are refused when they cannot be', () => {
    expect(refusalOf(divideWithControl(arm, [], 10))).toBe('too-few-arms');
    expect(refusalOf(divideWithControl(arm, [arm, { spread: 0, cost: 1 }], 10))).toBe(
      'invalid-arm',
    );
    expect(refusalOf(divideWithControl({ spread: 1, cost: NaN }, [arm], 10))).toBe('invalid-arm');
    expect(refusalOf(divideWithControl(arm, [arm], 0))).toBe('invalid-budget');
  });
});
