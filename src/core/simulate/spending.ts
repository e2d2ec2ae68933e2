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
  const bands = baseTotals(lines);
  let low = 0;
  let high = 8;
  if (topShareAt(bands, low) > topFifthShare || topShareAt(bands, high) < topFifthShare) {
    throw new Error('The planned concentration of sales lies outside what the baskets allow');
  }
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (topShareAt(bands, middle) < topFifthShare) low = middle;
    else high = middle;
  }
  return high;
}

/** Won, in hundreds. */
export function amountOf(line: OrderLine, spread: number): number {
  return Math.round((line.baseAmount * spendFactor(line.order.buyer.points, spread)) / 100) * 100;
}

/** What the buyers of one band spend before the spread, the least first. */
interface BandTotals {
  readonly points: PointsBand;
  readonly bases: Float64Array;
}

function baseTotals(lines: readonly OrderLine[]): BandTotals[] {
  const bands: Record<PointsBand, Map<string, number>> = {
    high: new Map(),
    mid: new Map(),
    low: new Map(),
  };
  for (const { order, baseAmount, isReturned } of lines) {
    const totals = bands[order.buyer.points];
    const base = totals.get(order.customerId) ?? 0;
    totals.set(order.customerId, isReturned ? base : base + baseAmount);
  }
  return (Object.keys(bands) as PointsBand[]).map((points) => ({
    points,
    bases: Float64Array.from(bands[points].values()).sort(),
  }));
}

/**
 * Share of all sales (0..1) that the best 20 % of buyers hold. A factor leaves the order within a band as it is, so the
 * buyers are gone through from the least to the most by taking the least of three, without sorting them at each spread.
 */
function topShareAt(bands: readonly BandTotals[], spread: number): number {
  const queues = bands.map(({ points, bases }) => {
    const factor = spendFactor(points, spread);
    return { amounts: bases.map((base) => base * factor), next: 0 };
  });
  const buyers = bands.reduce((sum, { bases }) => sum + bases.length, 0);
  const firstOfTop = buyers - Math.round(buyers * 0.2);
  let all = 0;
  let top = 0;
  for (let index = 0; index < buyers; index++) {
    let least = Infinity;
    let from = 0;
    for (let place = 0; place < queues.length; place++) {
      const { amounts, next } = queues[place] as (typeof queues)[number];
      const amount = amounts[next] ?? Infinity;
      if (amount < least) {
        least = amount;
        from = place;
      }
    }
    (queues[from] as (typeof queues)[number]).next++;
    all += least;
    if (index >= firstOfTop) top += least;
  }
  return top / all;
}

function spendFactor(points: PointsBand, spread: number): number {
  return 1 + spread * bandLift[points];
}
