import type { OrderLine } from './order-lines.ts';
import { type PointsBand, topFifthShare } from './sample-plan.ts';

/** How much more a buyer of each band spends on the same thing (larger packs, sets), per unit of `spread`. */
const bandLift: Readonly<Record<PointsBand, number>> = { high: 1, mid: 0.25, low: 0 };

/**
 * The spread of spending between the bands at which the best 20 % of buyers hold the planned share of sales. Found by
 * halving: a wider spread moves sales to the high band, and so to the top. Throws where the drawn baskets do not reach
 * the share (a slip in the plan).
 */
export function findSpread(lines: readonly OrderLine[]): number {
  const totals = baseTotals(lines);
  let low = 0;
  let high = 8;
  if (topShareAt(totals, low) > topFifthShare || topShareAt(totals, high) < topFifthShare) {
    throw new Error('The planned concentration of sales lies outside what the baskets allow');
  }
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (topShareAt(totals, middle) < topFifthShare) low = middle;
    else high = middle;
  }
  return high;
}

/** Won, in hundreds. */
export function amountOf(line: OrderLine, spread: number): number {
  return Math.round((line.baseAmount * spendFactor(line.order.buyer.points, spread)) / 100) * 100;
}

interface BuyerTotal {
  readonly points: PointsBand;
  base: number;
}

function baseTotals(lines: readonly OrderLine[]): BuyerTotal[] {
  const totals = new Map<string, BuyerTotal>();
  for (const { order, baseAmount, isReturned } of lines) {
    let total = totals.get(order.customerId);
    if (total === undefined) {
      total = { points: order.buyer.points, base: 0 };
      totals.set(order.customerId, total);
    }
    if (!isReturned) total.base += baseAmount;
  }
  return [...totals.values()];
}

function topShareAt(totals: readonly BuyerTotal[], spread: number): number {
  const sales = Float64Array.from(totals, ({ points, base }) => base * spendFactor(points, spread));
  sales.sort();
  const firstOfTop = sales.length - Math.round(sales.length * 0.2);
  let all = 0;
  let top = 0;
  sales.forEach((amount, index) => {
    all += amount;
    if (index >= firstOfTop) top += amount;
  });
  return top / all;
}

function spendFactor(points: PointsBand, spread: number): number {
  return 1 + spread * bandLift[points];
}
