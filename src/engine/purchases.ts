import { compactDate, completedMonths } from '#core/customers/completed-months.ts';
import type { CustomerSource, TransactionSource } from '#core/customers/variable.ts';
import type { ColumnCache } from './columns.ts';

/** What the transactions up to a day say of each customer, in the order of the customer table. */
export interface Purchases {
  /** Compact date of the last order up to that day; of a customer who ordered after it only, a later one; NaN for none. */
  readonly lastOrder: Float64Array;
  /** Compact date of the last order before that one, NaN for none. */
  readonly orderBefore: Float64Array;
  /** Different order ids, or different order days where orders have no id. */
  readonly orders: Float64Array;
  /** Sum of the amounts, returns deducted; NaN for a customer without any. */
  readonly spend: Float64Array;
}

type Part = keyof Purchases;
const parts: readonly Part[] = ['lastOrder', 'orderBefore', 'orders', 'spend'];

/**
 * Adds up the transactions by customer, once for each state of the rows and day. A row that is dated after `asOf` (an ISO
 * date) is no purchase yet; one without a date counts.
 */
export function purchasesOf(
  columns: ColumnCache,
  source: CustomerSource,
  transactions: TransactionSource,
  asOf: string,
): Purchases {
  let computed: Purchases | null = null;
  const part = (name: Part) => {
    const key = JSON.stringify([name, source.table, source.idColumn, transactions, asOf]);
    return columns.derived(key, () => {
      computed ??= addUp(columns, source, transactions, compactDate(asOf));
      return computed[name];
    });
  };
  return Object.fromEntries(parts.map((name) => [name, part(name)])) as Record<Part, Float64Array>;
}

function addUp(
  columns: ColumnCache,
  source: CustomerSource,
  transactions: TransactionSource,
  asOf: number,
): Purchases {
  const { table, customerColumn, dateColumn, orderColumn, amountColumn } = transactions;
  const customers = columns.rowCount(source.table);
  const customerOf = customerRows(columns, source, table, customerColumn);
  const dates = columns.dates(table, dateColumn);
  const orderIds = orderColumn === null ? null : columns.categories(table, orderColumn).codes;
  const amounts = amountColumn === null ? null : columns.numbers(table, amountColumn);
  const empty = () => new Float64Array(customers).fill(NaN);
  const purchases = {
    lastOrder: empty(),
    orderBefore: empty(),
    orders: new Float64Array(customers),
    spend: empty(),
  };
  const onlyLater = empty();
  const seen = new Set<number>();
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] as number;
    if (customer < 0) continue;
    const date = dates[row] as number;
    if (date > asOf) {
      if (!((onlyLater[customer] as number) >= date)) onlyLater[customer] = date;
      continue;
    }
    const amount = amounts?.[row] ?? NaN;
    if (!Number.isNaN(amount)) {
      const before = purchases.spend[customer] as number;
      purchases.spend[customer] = (Number.isNaN(before) ? 0 : before) + amount;
    }
    const order = orderIds ? (orderIds[row] as number) : date;
    // Customer and order in one exact number: both stay far below 2^26.
    const key = customer * 2 ** 27 + order + 1;
    if (!(order < 0) && !Number.isNaN(key) && !seen.has(key)) {
      seen.add(key);
      purchases.orders[customer] = (purchases.orders[customer] as number) + 1;
    }
    takeDate(purchases, customer, date);
  }
  onlyLater.forEach((date, customer) => {
    if (Number.isNaN(purchases.lastOrder[customer])) purchases.lastOrder[customer] = date;
  });
  return purchases;
}

/** Keeps the two latest different dates of a customer. */
function takeDate(
  { lastOrder, orderBefore }: Pick<Purchases, 'lastOrder' | 'orderBefore'>,
  customer: number,
  date: number,
): void {
  const last = lastOrder[customer] as number;
  if (Number.isNaN(date) || date === last) return;
  if (Number.isNaN(last) || date > last) {
    orderBefore[customer] = last;
    lastOrder[customer] = date;
  } else if (!((orderBefore[customer] as number) >= date)) {
    orderBefore[customer] = date;
  }
}

/** For each row of another table, the row of its customer in the customer table, or -1. The first of equal ids counts. */
export function customerRows(
  columns: ColumnCache,
  source: CustomerSource,
  table: string,
  customerColumn: string,
): Int32Array {
  const ids = columns.categories(source.table, source.idColumn);
  const firstRow = new Map<string, number>();
  ids.codes.forEach((code, row) => {
    const id = ids.values[code];
    if (id !== undefined && !firstRow.has(id)) firstRow.set(id, row);
  });
  const mentioned = columns.categories(table, customerColumn);
  const rowOfCode = mentioned.values.map((id) => firstRow.get(id) ?? -1);
  return mentioned.codes.map((code) => (code < 0 ? -1 : (rowOfCode[code] as number)));
}

/**
 * The last purchase of each customer up to a day (an ISO date): the later of what the customer table and the transactions
 * say. A date after that day counts only where there is no other, so that it can be told. Compact dates, NaN for a customer
 * who never bought.
 */
export function lastPurchases(
  columns: ColumnCache,
  source: CustomerSource,
  asOf: string,
): Float64Array {
  const named = source.lastPurchaseColumn
    ? columns.dates(source.table, source.lastPurchaseColumn)
    : null;
  const ordered = source.transactions
    ? purchasesOf(columns, source, source.transactions, asOf).lastOrder
    : null;
  const day = compactDate(asOf);
  if (!named || !ordered) {
    return named ?? ordered ?? new Float64Array(columns.rowCount(source.table)).fill(NaN);
  }
  return named.map((date, row) => {
    const other = ordered[row] as number;
    if (date > day !== other > day && !Number.isNaN(date) && !Number.isNaN(other)) {
      return Math.min(date, other);
    }
    return Number.isNaN(date) || other > date ? other : date;
  });
}

/** Completed months from each date to the as-of date; NaN stays NaN, later dates are negative. */
export function monthsSince(dates: Float64Array, asOf: number): Float64Array {
  return dates.map((date) => completedMonths(date, asOf));
}
