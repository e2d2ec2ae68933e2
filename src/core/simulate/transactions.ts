import { createGenerator } from '../random/generator.ts';
import { isoDateOf } from './calendar-day.ts';
import { pickBetween } from './choices.ts';
import type { Customer } from './customers.ts';
import { drawOrderLines, type Order, type OrderLine } from './order-lines.ts';
import { columnsOf, type SampleTable, type SampleValue } from './sample-table.ts';
import { amountOf, findSpread } from './spending.ts';

/**
 * The transactions of all customers, oldest order first.
 *
 * A return is a line of its own with negative quantity and amount. It keeps the number *and the date* of the order that
 * it corrects, and never takes back a whole order: so `MAX(order_date)` is the last purchase with returns or without,
 * distinct order ids count purchases, and summed amounts are net sales.
 */
export function transactionTable(customers: readonly Customer[], seed: string): SampleTable {
  const lines = drawOrderLines(drawOrders(customers, seed), seed);
  const spread = findSpread(lines);
  return {
    name: 'transactions',
    columns: columnsOf({
      order_id: 'integer',
      customer_id: 'text',
      order_date: 'date',
      order_hour: 'integer',
      category: 'text',
      product_id: 'text',
      quantity: 'integer',
      amount: 'integer',
    }),
    rows: lines.flatMap((line) => {
      const amount = amountOf(line, spread);
      const sale = rowOf(line, line.quantity, amount);
      return line.isReturned ? [sale, rowOf(line, -line.quantity, -amount)] : [sale];
    }),
  };
}

function drawOrders(customers: readonly Customer[], seed: string): Order[] {
  const generator = createGenerator(`${seed}/order-hours`);
  const orders = customers.flatMap(({ id, buyer, orderDays }) =>
    buyer === null
      ? []
      : orderDays.map((day) => ({
          buyer,
          customerId: id,
          day,
          hour: Math.max(pickBetween(7, 23, generator), pickBetween(0, 21, generator)),
        })),
  );
  // Customers are in random order and sorting is stable: orders of one hour need no further rule.
  return orders.sort((one, other) => one.day - other.day || one.hour - other.hour);
}

function rowOf(
  { orderId, order, product }: OrderLine,
  quantity: number,
  amount: number,
): SampleValue[] {
  return [
    orderId,
    order.customerId,
    isoDateOf(order.day),
    order.hour,
    product.category,
    product.id,
    quantity,
    amount,
  ];
}
