import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterOrders, type ReturnedCustomer } from '#core/rollout/lifetime.ts';
import { expectClose, oracle, valueOf } from '../stats/oracle.ts';

interface Case {
  readonly months: number;
  readonly watched: readonly number[];
  readonly orders: readonly (readonly number[])[];
  readonly perMonth: number;
  readonly low: number;
  readonly high: number;
  readonly byMonth: readonly number[];
  readonly customers: number;
}

const customer = (monthsWatched: number, ...orderMonths: number[]): ReturnedCustomer => ({
  monthsWatched,
  orderMonths,
  sales: 100 * orderMonths.length,
});

describe('orders of customers who came back', () => {
  it('are R’s, with their interval', () => {
    for (const row of oracle<readonly Case[]>('rollout/lifetime')) {
      const returned = row.watched.map((months, place) =>
        customer(months, ...(row.orders[place] ?? [])),
      );
      const found = valueOf(laterOrders(returned, row.months, 0.95));
      expect(found.customers).toBe(row.customers);
      expectClose(found.perMonth, row.perMonth, 1e-12, row.months);
      expectClose(found.low, row.low, 1e-9, row.months, row.perMonth);
      expectClose(found.high, row.high, 1e-9, row.months);
      for (const [month, rate] of row.byMonth.entries())
        expectClose(found.byMonth[month] ?? NaN, rate, 1e-12, month);
    }
  });

  it('count each month since the return alike, not each month watched', () => {
    const found = valueOf(
      laterOrders([customer(2, 0), customer(2, 0, 1, 1), customer(1)], 2, 0.95),
    );
    expect(found.perMonth).toBeCloseTo((2 / 3 + 2 / 2) / 2, 12);
    expect(found).toMatchObject({ customers: 3, customerMonths: 5, orders: 4, orderValue: 100 });
  });

  it('are the plain mean where all were watched alike', () => {
    const months = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(
        months,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 2, max: 9 }),
        (length, numbers, many) => {
          const returned = Array.from({ length: many }, () =>
            customer(
              length,
              ...Array.from(
                { length: (numbers.next().value ?? 0) % 4 },
                () => (numbers.next().value ?? 0) % length,
              ),
            ),
          );
          const orders = returned.reduce((sum, each) => sum + each.orderMonths.length, 0);
          const found = valueOf(laterOrders(returned, length, 0.95));
          expect(found.perMonth).toBeCloseTo(orders / many / length, 12);
          expect(found.low).toBeLessThanOrEqual(found.perMonth);
          expect(found.high).toBeGreaterThanOrEqual(found.perMonth);
        },
      ),
    );
  });

  it('say where nobody was watched long enough', () => {
    expect(laterOrders([customer(3, 0), customer(2)], 6, 0.95)).toEqual({
      ok: false,
      problem: { code: 'not-watched-so-long', longest: 2, months: 6 },
    });
    expect(laterOrders([customer(3), customer(0)], 3, 0.95)).toEqual({
      ok: false,
      problem: { code: 'too-few-returns', customers: 1 },
    });
  });

  it('have no order value without amounts or without orders', () => {
    const unknown = { monthsWatched: 1, orderMonths: [0], sales: null };
    expect(valueOf(laterOrders([unknown, unknown], 1, 0.95)).orderValue).toBeNull();
    expect(valueOf(laterOrders([customer(1), customer(1)], 1, 0.95)).orderValue).toBeNull();
  });
});
