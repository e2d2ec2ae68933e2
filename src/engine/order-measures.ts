import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import type { CustomerSource, TransactionSource } from '#core/customers/variable.ts';
import type { CategoryColumn, ColumnCache } from './columns.ts';
import { customerRows } from './purchases.ts';

/** A row of the transactions that counts: its customer's row, its order (negative for none) and its compact date. */
export type TakeRow = (customer: number, order: number, date: number, row: number) => void;

/** What the transactions of a customer list are asked about. */
export interface OrderQuestion {
  readonly columns: ColumnCache;
  readonly source: CustomerSource;
  readonly transactions: TransactionSource;
  /** ISO date. */
  readonly asOf: string;
}

/**
 * Compact date of each customer's first order up to the day; of one who ordered after it only, a later one, so that it can
 * be told; NaN for none.
 */
export function firstOrders(question: OrderQuestion): Float64Array {
  return kept(question, 'first-order', () => {
    const { columns, source, asOf } = question;
    const first = new Float64Array(columns.rowCount(source.table)).fill(NaN);
    const later = first.slice();
    const day = compactDate(asOf);
    eachOrderRow(question, (customer, _order, date) => {
      if (Number.isNaN(date)) return;
      const dates = date > day ? later : first;
      if (!((dates[customer] as number) <= date)) dates[customer] = date;
    });
    return first.map((date, customer) => (Number.isNaN(date) ? (later[customer] as number) : date));
  });
}

/** How many different orders each customer placed fewer than so many completed months before the day. */
export function recentOrders(question: OrderQuestion, months: number): Float64Array {
  return kept(question, `orders-${months}`, () => {
    const { columns, source } = question;
    const counts = new Float64Array(columns.rowCount(source.table));
    const day = compactDate(question.asOf);
    const seen = new Set<number>();
    eachOrderRow(question, (customer, order, date) => {
      const ago = completedMonths(date, day);
      const key = pairKey(customer, order);
      if (!(ago >= 0 && ago < months) || !(order >= 0) || seen.has(key)) return;
      seen.add(key);
      counts[customer] = (counts[customer] as number) + 1;
    });
    return counts;
  });
}

/** Each customer's favourite value of a column of the transactions, as `Variable` defines it; code -1 where there is none. */
export function favourites(question: OrderQuestion, column: string): CategoryColumn {
  const { columns, source, transactions } = question;
  const { values, codes } = columns.categories(transactions.table, column);
  const best = kept(question, `favourite-${column}`, () => {
    const found = new Float64Array(columns.rowCount(source.table)).fill(-1);
    const day = compactDate(question.asOf);
    const tallies = new Map<number, Tally>();
    const seen = new Set<string>();
    eachOrderRow(question, (customer, order, date, row) => {
      const code = codes[row] as number;
      if (code < 0 || !(order >= 0) || date > day) return;
      const key = pairKey(customer, code);
      const tally = tallies.get(key) ?? { customer, code, orders: 0, last: -Infinity };
      tallies.set(key, tally);
      if (date > tally.last) tally.last = date;
      const orderKey = `${key}/${order}`;
      if (seen.has(orderKey)) return;
      seen.add(orderKey);
      tally.orders++;
    });
    const leaders = new Map<number, Tally>();
    for (const tally of tallies.values()) {
      const leader = leaders.get(tally.customer);
      if (leader && !leads(tally, leader, values)) continue;
      leaders.set(tally.customer, tally);
      found[tally.customer] = tally.code;
    }
    return found;
  });
  return { values, codes: Int32Array.from(best) };
}

interface Tally {
  readonly customer: number;
  readonly code: number;
  orders: number;
  /** Compact date of the latest line. */
  last: number;
}

function leads(one: Tally, other: Tally, values: readonly string[]): boolean {
  if (one.orders !== other.orders) return one.orders > other.orders;
  if (one.last !== other.last) return one.last > other.last;
  return isBefore(values[one.code] ?? '', values[other.code] ?? '');
}

/** By code points, as SQLite sorts text. */
function isBefore(one: string, other: string): boolean {
  const [first, second] = [Array.from(one), Array.from(other)];
  const place = first.findIndex((character, index) => character !== second[index]);
  if (place < 0) return first.length < second.length;
  return (first[place]?.codePointAt(0) ?? 0) < (second[place]?.codePointAt(0) ?? -1);
}

/** Two row or code numbers in one exact number: both stay far below 2^26. A negative second one is told apart too. */
export function pairKey(first: number, second: number): number {
  return first * 2 ** 27 + second + 1;
}

/** Every line of a customer of the list, with its order (the day where orders have no id). */
export function eachOrderRow(
  { columns, source, transactions }: OrderQuestion,
  take: TakeRow,
): void {
  const { table, customerColumn, dateColumn, orderColumn } = transactions;
  const customerOf = customerRows(columns, source, table, customerColumn);
  const dates = columns.dates(table, dateColumn);
  const orders = orderColumn === null ? dates : columns.categories(table, orderColumn).codes;
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number;
    if (customer < 0) continue;
    take(customer, orders[row] as number, dates[row] as number, row);
  }
}

function kept(
  { columns, source, transactions, asOf }: OrderQuestion,
  name: string,
  compute: () => Float64Array,
): Float64Array {
  const key = JSON.stringify([name, source.table, source.idColumn, transactions, asOf]);
  return columns.derived(key, compute);
}
