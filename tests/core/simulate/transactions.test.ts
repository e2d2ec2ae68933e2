import { describe, expect, it } from 'vitest';
import { completedMonths, countBy, rowsOf, type Row, sample, sumOf } from './sample-rows.ts';

const lines = rowsOf(sample.transactions);
const returns = lines.filter((line) => Number(line['quantity']) < 0);
const linesOfCustomer = Map.groupBy(lines, (line) => line['customer_id']);
const buyers = rowsOf(sample.customers).filter((row) => row['last_purchase_date'] !== null);

/** The dates of a customer's orders, the last one first. */
function orderDates(own: readonly Row[]): string[] {
  const dates = new Map(own.map((line) => [line['order_id'], String(line['order_date'])]));
  return [...dates.values()].sort().reverse();
}

describe('the transactions of the sample', () => {
  it('are 85,377 lines of 61,643 orders, 25 of them returns', () => {
    expect(lines).toHaveLength(85_377);
    expect(new Set(lines.map((line) => line['order_id'])).size).toBe(61_643);
    expect(returns).toHaveLength(25);
  });

  it('give every buyer the last purchase that the customer table states, by either route', () => {
    expect(linesOfCustomer.size).toBe(22_800);
    for (const buyer of buyers) {
      const dates = orderDates(linesOfCustomer.get(buyer['customer_id'] ?? null) ?? []);
      expect(dates[0]).toBe(buyer['last_purchase_date']);
    }
  });

  it('give the same last purchases where returns are left out', () => {
    const sales = Map.groupBy(
      lines.filter((line) => Number(line['quantity']) > 0),
      (line) => line['customer_id'],
    );
    for (const buyer of buyers) {
      const dates = orderDates(sales.get(buyer['customer_id'] ?? null) ?? []);
      expect(dates[0]).toBe(buyer['last_purchase_date']);
    }
  });

  it('take back a line of the same order and date, and leave something of the order', () => {
    const linesOfOrder = Map.groupBy(lines, (line) => line['order_id']);
    for (const back of returns) {
      const order = linesOfOrder.get(back['order_id'] ?? null) ?? [];
      const taken = order.filter(
        (line) =>
          line['product_id'] === back['product_id'] &&
          line['quantity'] === -Number(back['quantity']) &&
          line['amount'] === -Number(back['amount']) &&
          line['order_date'] === back['order_date'],
      );
      expect(taken).toHaveLength(1);
      expect(sumOf(order, 'amount')).toBeGreaterThan(0);
    }
  });

  it('put 63.4 % of sales in the hands of the best 20 % of buyers', () => {
    const totals = [...linesOfCustomer.values()]
      .map((own) => sumOf(own, 'amount'))
      .sort((one, other) => other - one);
    const top = totals.slice(0, totals.length / 5).reduce((sum, amount) => sum + amount, 0);
    expect(((100 * top) / sumOf(lines, 'amount')).toFixed(1)).toBe('63.4');
  });

  it('have one date, hour and customer per order, after the customer signed up', () => {
    const signups = new Map(buyers.map((row) => [row['customer_id'], String(row['signup_date'])]));
    const orders = new Map<unknown, string>();
    for (const line of lines) {
      const order = `${line['customer_id']} ${line['order_date']} ${line['order_hour']}`;
      expect(orders.get(line['order_id']) ?? order).toBe(order);
      orders.set(line['order_id'], order);
      expect(String(line['order_date']) >= (signups.get(line['customer_id'] ?? null) ?? '')).toBe(
        true,
      );
    }
  });

  it('name products of the product table and cost whole hundreds of won', () => {
    const categories = new Map(
      rowsOf(sample.products).map((row) => [row['product_id'], row['category']]),
    );
    for (const line of lines) {
      expect(line['category']).toBe(categories.get(line['product_id'] ?? null));
      expect(Math.abs(Number(line['amount']) % 100)).toBe(0);
    }
  });
});

describe('the journey stages in the sample', () => {
  const stageOf = (own: readonly Row[]): string => {
    const dates = orderDates(own);
    const [last = '', before] = dates;
    if (completedMonths(last, sample.asOf) >= 1) return 'inactive';
    if (before !== undefined && completedMonths(before, last) >= 6) return 'wake-up';
    return dates.length <= 5 ? 'new' : 'active';
  };

  it('are all there, with 419 wake-ups', () => {
    const stages = countBy([...linesOfCustomer.values()], stageOf);
    expect(stages).toEqual({ inactive: 18_610, 'wake-up': 419, new: 3_137, active: 634 });
  });

  it('know no gap of six months but those planted: 419 before a last order, 167 before the last but one', () => {
    const places = [...linesOfCustomer.values()].flatMap((own) => {
      const dates = orderDates(own);
      return dates.flatMap((date, place) => {
        const before = dates[place + 1];
        return before !== undefined && completedMonths(before, date) >= 6 ? [place] : [];
      });
    });
    expect(countBy(places, (place) => place)).toEqual({ 0: 419, 1: 167 });
  });
});
