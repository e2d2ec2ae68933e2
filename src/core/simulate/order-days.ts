import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { pickBetween } from './choices.ts';
import type { Buyer } from './people.ts';
import { cycleDaysOf } from './products.ts';
import { orderCount, type PointsBand } from './sample-plan.ts';

/** Probability of yet another order: mean orders beyond the first of about 6, 2.7 and 0.7 with more to fewer points. */
const anotherOrder: Readonly<Record<PointsBand, number>> = {
  high: 0.8669,
  mid: 0.7316,
  low: 0.4029,
};

const mostOrders = 16;

/** Just under six months: no gap but a planned one makes a wake-up. */
const longestGap = 175;

/** All orders of a customer fall within so many days. */
const longestSpan = 840;

/**
 * How many orders each buyer placed; together exactly those of the plan. The draws come out near it, and the rest is
 * made up one order at a time from buyers taken at random.
 */
export function drawOrderCounts(buyers: readonly Buyer[], seed: string): number[] {
  const generator = createGenerator(`${seed}/order-counts`);
  const counts = buyers.map((buyer) => {
    let count = fewestOrders(buyer);
    while (count < mostOrders && generator.nextShare() < anotherOrder[buyer.points]) count++;
    return count;
  });
  let missing = orderCount - counts.reduce((sum, count) => sum + count, 0);
  while (missing !== 0) {
    const index = generator.nextInteger(buyers.length);
    const count = (counts[index] ?? NaN) + Math.sign(missing);
    if (count < fewestOrders(buyers[index] as Buyer) || count > mostOrders) continue;
    counts[index] = count;
    missing -= Math.sign(missing);
  }
  return counts;
}

/** The last order of a pair with a long gap needs one before it; the last but one needs two beside it. */
function fewestOrders(buyer: Buyer): number {
  if (buyer.wokeUpWith === null) return 1;
  return buyer.wokeUpWith === 'last-order' ? 2 : 3;
}

/**
 * Days before the last order on which each order was placed, the last one (0) first. Gaps follow the cycle of the
 * buyer's favourite category; where they would not fit into 840 days they shrink alike.
 */
export function drawOrderDays(buyer: Buyer, count: number, generator: RandomGenerator): number[] {
  const cycleDays = cycleDaysOf(buyer.favourite);
  const gaps = Array.from({ length: count - 1 }, () => drawGap(cycleDays, generator));
  const wakeUpAt = buyer.wokeUpWith === null ? -1 : buyer.wokeUpWith === 'last-order' ? 0 : 1;
  const dormantGap = wakeUpAt < 0 ? 0 : pickBetween(190, 400, generator);
  if (wakeUpAt >= 0) gaps[wakeUpAt] = 0;
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const shrink = Math.min(1, (longestSpan - dormantGap) / span);
  const days = [0];
  let day = 0;
  gaps.forEach((gap, index) => {
    day += index === wakeUpAt ? dormantGap : Math.max(1, Math.floor(gap * shrink));
    days.push(day);
  });
  return days;
}

/** A cycle times a noise of median 1 between 1/3 and 3, shaped much like a lognormal one. */
function drawGap(cycleDays: number, generator: RandomGenerator): number {
  const noise = generator.nextShare() + generator.nextShare() + generator.nextShare();
  return Math.min(longestGap, Math.ceil((cycleDays * (1.5 + noise)) / (4.5 - noise)));
}
