import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile } from '../stats/distributions/normal-distribution.ts';

/** A customer who came back, and what followed. Months are counted from the order that brought the customer back: 0, 1, 2 … */
export interface ReturnedCustomer {
  /** Completed months that have been watched since, at most those that are asked about. */
  readonly monthsWatched: number;
  /** In which of those months each later order was placed. */
  readonly orderMonths: readonly number[];
  /** Sales of those later orders together; null where amounts are not known. */
  readonly sales: number | null;
}

/** How customers who came back went on buying. */
export interface LaterOrders {
  readonly customers: number;
  /** Months watched over all customers, and the orders in them. */
  readonly customerMonths: number;
  readonly orders: number;
  /** Orders of one customer in an average month, each month since the return counting alike. */
  readonly perMonth: number;
  readonly low: number;
  readonly high: number;
  /** Orders per customer in each month since the return. */
  readonly byMonth: readonly number[];
  /** Money per later order; null without amounts or without orders. */
  readonly orderValue: number | null;
}

/**
 * How many orders a customer who came back goes on placing per month.
 * Customers have been watched for different times: in each month since the return, orders are divided by the customers
 * watched so long, and the months are averaged. So those who came back lately weigh no more than they have shown.
 * `returned`: a customer each, once; `months`: whole, at least 1; `confidenceShare`: between 0 and 1. The interval takes
 * customers, not orders, to be independent; it ends at 0. `fewest`: customers whom a month must have been watched of, 2 by
 * default; the variance of a month that few were watched in is not to be trusted.
 * Refuses `too-few-returns` (fewer than that were watched for a month) and `not-watched-so-long` with the months that are.
 * Source: Lawless & Nadeau (1995), Technometrics 37: mean cumulative function with its robust variance.
 * Example: two customers watched for 2 months with 1 and 3 orders, one for 1 month with none: 1.1667 orders a month.
 */
export function laterOrders(
  returned: readonly ReturnedCustomer[],
  months: number,
  confidenceShare: number,
  fewest = 2,
): Result<LaterOrders, Problem<'too-few-returns' | 'not-watched-so-long'>> {
  const watched = returned.filter(({ monthsWatched }) => monthsWatched > 0);
  if (watched.length < fewest)
    return refuse({ code: 'too-few-returns', customers: watched.length });
  const customers = new Float64Array(months);
  const orders = new Float64Array(months);
  for (const { monthsWatched, orderMonths } of watched) {
    for (let month = 0; month < monthsWatched; month += 1) customers[month] = at(customers, month) + 1; // prettier-ignore
    for (const month of orderMonths) orders[month] = at(orders, month) + 1;
  }
  const longest = customers.findIndex((count) => count < fewest);
  if (longest >= 0) return refuse({ code: 'not-watched-so-long', longest, months });
  const byMonth = Array.from(orders, (count, month) => count / at(customers, month));
  const perMonth = byMonth.reduce((sum, rate) => sum + rate, 0) / months;
  let variance = 0;
  for (const { monthsWatched, orderMonths } of watched) {
    let part = 0;
    for (const month of orderMonths) part += 1 / at(customers, month);
    for (let month = 0; month < monthsWatched; month += 1)
      part -= (byMonth[month] ?? 0) / at(customers, month);
    variance += part * part;
  }
  const reach = (-normalQuantile((1 - confidenceShare) / 2) * Math.sqrt(variance)) / months;
  const allOrders = orders.reduce((sum, count) => sum + count, 0);
  const sales = watched.reduce<number | null>(
    (sum, each) => (sum === null || each.sales === null ? null : sum + each.sales),
    0,
  );
  return succeed({
    customers: watched.length,
    customerMonths: customers.reduce((sum, count) => sum + count, 0),
    orders: allOrders,
    perMonth,
    low: Math.max(0, perMonth - reach),
    high: perMonth + reach,
    byMonth,
    orderValue: sales === null || allOrders === 0 ? null : sales / allOrders,
  });
}

function at(counts: Float64Array, month: number): number {
  return counts[month] as number;
}
