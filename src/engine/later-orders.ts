import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import { laterOrders, type ReturnedCustomer } from '#core/rollout/lifetime.ts';
import { refuse, succeed } from '#core/result.ts';
import type { ColumnCache } from './columns.ts';
import type { ReturnsOfBand } from './lifetime-protocol.ts';
import { eachOrderRow, pairKey, type OrderQuestion } from './order-measures.ts';
import type { Answer, Params } from './protocol.ts';

/** A month that fewer customers were watched in says nothing about the others. */
const fewestWatched = 10;

interface Order {
  readonly customer: number;
  /** Compact date of its first line. */
  day: number;
  amount: number;
}

/** See `later-orders` in the protocol; the SQL of the same counts is `laterOrdersSql`. */
export function laterOrdersOf(
  columns: ColumnCache,
  { source, asOf, cuts, months, confidenceShare }: Params<'later-orders'>,
): Answer<'later-orders'> {
  const { transactions } = source;
  if (!transactions) return refuse({ code: 'no-transactions' });
  const end = compactDate(asOf);
  const hasAmounts = transactions.amountColumn !== null;
  const bands = [0, ...cuts];
  const returned: ReturnedCustomer[][] = [...bands, 0].map(() => []);
  for (const orders of ordersByCustomer({ columns, source, transactions, asOf })) {
    const seen = new Set<number>();
    const takeFirst = (band: number, place: number) => {
      if (seen.has(band)) return;
      seen.add(band);
      const customer = whatFollowed(orders, place, { end, months, hasAmounts });
      if (customer) (returned[band] as ReturnedCustomer[]).push(customer);
    };
    for (let place = 1; place < orders.length; place += 1) {
      const [before, order] = [orders[place - 1] as Order, orders[place] as Order];
      const gap = completedMonths(before.day, order.day);
      takeFirst(
        bands.findLastIndex((from) => gap >= from),
        place,
      );
      if (gap >= (cuts[0] ?? Infinity)) takeFirst(bands.length, place);
    }
  }
  return succeed(
    returned.map((customers, band): ReturnsOfBand => {
      const from = bands[band] ?? cuts[0] ?? 0;
      const next = band < bands.length ? bands[band + 1] : undefined;
      return {
        from,
        to: next === undefined ? null : next - 1,
        found: laterOrders(customers, months, confidenceShare, fewestWatched),
      };
    }),
  );
}

/** Each customer's orders up to the day, the earliest first. An order that brought nothing in is a return of goods. */
function ordersByCustomer(question: OrderQuestion): Iterable<readonly Order[]> {
  const { columns, transactions, asOf } = question;
  const { table, amountColumn } = transactions;
  const amounts = amountColumn === null ? null : columns.numbers(table, amountColumn);
  const end = compactDate(asOf);
  const orders = new Map<number, Order>();
  eachOrderRow(question, (customer, number, day, row) => {
    if (!(number >= 0) || !(day <= end)) return;
    const key = pairKey(customer, number);
    const order = orders.get(key) ?? { customer, day, amount: 0 };
    orders.set(key, order);
    if (day < order.day) order.day = day;
    const amount = amounts === null ? 1 : (amounts[row] as number);
    if (!Number.isNaN(amount)) order.amount += amount;
  });
  const byCustomer = new Map<number, Order[]>();
  for (const order of orders.values()) {
    if (!(order.amount > 0)) continue;
    const own = byCustomer.get(order.customer);
    if (own) own.push(order);
    else byCustomer.set(order.customer, [order]);
  }
  for (const own of byCustomer.values()) own.sort((one, other) => one.day - other.day);
  return byCustomer.values();
}

/** The later orders of the months that were watched in full; null where not even one was. */
function whatFollowed(
  orders: readonly Order[],
  place: number,
  watch: { readonly end: number; readonly months: number; readonly hasAmounts: boolean },
): ReturnedCustomer | null {
  const { day } = orders[place] as Order;
  const monthsWatched = Math.min(watch.months, completedMonths(day, watch.end));
  if (monthsWatched < 1) return null;
  const orderMonths: number[] = [];
  let sales = 0;
  for (let later = place + 1; later < orders.length; later += 1) {
    const order = orders[later] as Order;
    const month = completedMonths(day, order.day);
    if (month >= monthsWatched) break;
    if (order.day === day) continue;
    orderMonths.push(month);
    sales += order.amount;
  }
  return { monthsWatched, orderMonths, sales: watch.hasAmounts ? sales : null };
}
