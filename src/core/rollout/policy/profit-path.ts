import type { Offers } from './offers.ts';

/** No carrot. */
export const nobody = -1;

/**
 * The best plan for every budget: begin with `start` and take step after step. A step turns one unit from an offer to
 * another; the steps come in the order of what each unit of money earns.
 */
export interface ProfitPath {
  readonly units: number;
  readonly carrots: number;
  /** The carrot of every unit before the first step (`nobody`: none), and what that plan spends and earns. */
  readonly start: Int16Array;
  readonly startCost: number;
  readonly startProfit: number;
  readonly steps: number;
  /** Per step: its unit, and the carrots (`nobody`: none) before and after. */
  readonly unit: Int32Array;
  readonly from: Int16Array;
  readonly to: Int16Array;
  /** Spend and profit of the whole plan after each step, and profit per unit of money within it. */
  readonly cost: Float64Array;
  readonly profit: Float64Array;
  readonly slope: Float64Array;
}

/**
 * The whole curve of profit over budget, and the plan at every point of it: for each unit at most one of several offers
 * (the multiple-choice knapsack problem, its last unit in part).
 * Each unit keeps the offers on the upper convex hull of (cost, profit), "nobody" at (0, 0) among them; the steps of all
 * units are sorted by slope. Only steps that earn are taken: the curve ends where another won would earn nothing. Offers
 * that cost nothing or less come before the first step.
 * Ties: steps of equal slope are taken in the order of the units; of offers with equal cost and profit the first carrot
 * stands, and an offer on the straight line between two others is passed over.
 * Source: Kellerer, Pferschy & Pisinger (2004), Knapsack Problems, 11.2; Sverdrup, Wu, Athey & Wager (2025), Qini Curves
 * for Multi-Armed Treatment Rules, JCGS.
 * Example: offers of one unit costing 1 and 3 that earn 2 and 3: the slopes are 2 and 0.5, so 2 won earn 2.5.
 */
export function profitPath(offers: Offers): ProfitPath {
  const { units, carrots } = offers;
  const most = units * carrots;
  const unit = new Int32Array(most);
  const from = new Int16Array(most);
  const to = new Int16Array(most);
  const cost = new Float64Array(most);
  const profit = new Float64Array(most);
  const slope = new Float64Array(most);
  const start = new Int16Array(units);
  let [startCost, startProfit, count] = [0, 0, 0];
  const hull = new Int16Array(carrots + 1);
  const sorted = new Int16Array(carrots + 1);
  for (let place = 0; place < units; place++) {
    const costOf = (carrot: number) =>
      carrot < 0 ? 0 : (offers.cost[place * carrots + carrot] as number);
    const profitOf = (carrot: number) =>
      carrot < 0 ? 0 : (offers.profit[place * carrots + carrot] as number);
    const known = sortByCost(offers, place, sorted, costOf, profitOf);
    let height = 0;
    for (let at = 0; at < known; at++) {
      const next = sorted[at] as number;
      if (height > 0 && !(profitOf(next) > profitOf(hull[height - 1] as number))) continue;
      while (height > 1) {
        const [before, last] = [hull[height - 2] as number, hull[height - 1] as number];
        const gainLast = profitOf(last) - profitOf(before);
        const gainNext = profitOf(next) - profitOf(before);
        const isBelow =
          gainLast * (costOf(next) - costOf(before)) <= gainNext * (costOf(last) - costOf(before));
        if (!isBelow) break;
        height--;
      }
      hull[height++] = next;
    }
    start[place] = hull[0] as number;
    startCost += costOf(hull[0] as number);
    startProfit += profitOf(hull[0] as number);
    for (let at = 1; at < height; at++, count++) {
      const [before, next] = [hull[at - 1] as number, hull[at] as number];
      unit[count] = place;
      from[count] = before;
      to[count] = next;
      cost[count] = costOf(next) - costOf(before);
      profit[count] = profitOf(next) - profitOf(before);
      slope[count] = (profit[count] as number) / (cost[count] as number);
    }
  }
  const order = stepsBySlope(slope.subarray(0, count), unit);
  const put = <Values extends Int32Array | Int16Array | Float64Array>(
    values: Values,
    sorted: Values,
  ): Values => {
    for (let at = 0; at < count; at++) sorted[at] = values[order[at] as number] as number;
    return sorted;
  };
  const steps = {
    unit: put(unit, new Int32Array(count)),
    from: put(from, new Int16Array(count)),
    to: put(to, new Int16Array(count)),
    slope: put(slope, new Float64Array(count)),
    cost: put(cost, new Float64Array(count)),
    profit: put(profit, new Float64Array(count)),
  };
  addUp(steps.cost, startCost);
  addUp(steps.profit, startProfit);
  return { units, carrots, start, startCost, startProfit, steps: count, ...steps };
}

/** The possible offers of a unit with "nobody", by cost and of equal cost the best first; how many there are. */
function sortByCost(
  offers: Offers,
  unit: number,
  sorted: Int16Array,
  costOf: (carrot: number) => number,
  profitOf: (carrot: number) => number,
): number {
  let count = 1;
  sorted[0] = nobody;
  for (let carrot = 0; carrot < offers.carrots; carrot++) {
    if (!offers.isPossible[unit * offers.carrots + carrot]) continue;
    let at = count++;
    for (; at > 0; at--) {
      const other = sorted[at - 1] as number;
      const cheaper = costOf(carrot) - costOf(other);
      if (cheaper > 0 || (cheaper === 0 && profitOf(carrot) <= profitOf(other))) break;
      sorted[at] = other;
    }
    sorted[at] = carrot;
  }
  return count;
}

/** Steeper steps first; of equal ones those of the earlier unit. The steps of a unit are there in falling order already. */
function stepsBySlope(slope: Float64Array, unit: Int32Array): Uint32Array {
  const order = Uint32Array.from(slope, (_, place) => place);
  // Rounding may leave two steps of a unit with equal slopes: their places then keep them in order.
  return order.sort(
    (one, other) =>
      (slope[other] as number) - (slope[one] as number) ||
      (unit[one] as number) - (unit[other] as number) ||
      one - other,
  );
}

function addUp(values: Float64Array, start: number): void {
  let sum = start;
  for (let place = 0; place < values.length; place++) {
    sum += values[place] as number;
    values[place] = sum;
  }
}
