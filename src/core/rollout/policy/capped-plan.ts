import { dot } from '#core/stats/numerics/linear-algebra.ts';
import type { Offers } from './offers.ts';
import type { UnitPlan } from './path-plan.ts';
import { PlanMixture, unitVector, type PlanColumn } from './plan-mixture.ts';
import { nobody } from './profit-path.ts';

/** The most customers that may be contacted by the carrots of one channel. */
export interface Capacity {
  /** Whether each carrot goes through the channel. */
  readonly carrots: readonly boolean[];
  readonly most: number;
}

/** A plan under several limits at once. */
export interface CappedPlan extends UnitPlan {
  /** What one more contact through each channel would earn, in the order of the capacities. */
  readonly worthOfContact: readonly number[];
  /** No plan earns more than this. The plan is the best one where it earns as much, up to rounding. */
  readonly bound: number;
}

const mostRounds = 3000;
/** How near to 0 is 0, where limits and profits are of a size near 1. */
const tolerance = 1e-12;

/**
 * The best plan under a budget and capacities together: a linear programme, solved by mixing whole plans. Prices for money
 * and contacts are set, every unit takes what is best at those prices, and the plan so found joins the mixture where that
 * earns more, until it does not (column generation; the mixture is a basic solution of the revised simplex method). At most
 * as many units as there are limits are turned in part, up to ties.
 * `budget`: money, 0 or more, or null for none. The search ends by itself; should it not within 3,000 rounds, `bound` says by
 * how much the plan may fall short.
 * Source: Dantzig & Wolfe (1960), Operations Research 8; Lasdon (1970), Optimization Theory for Large Systems, 3.3.
 * Example: 10 customers in each of two units, 3 and 2 won each, room for 15 contacts: all of the first, half of the second.
 */
export function cappedPlan(
  offers: Offers,
  budget: number | null,
  capacities: readonly Capacity[],
): CappedPlan {
  const { units, carrots } = offers;
  const uses = usesOf(offers, budget, capacities);
  const limits = [...uses.map(({ limit }) => limit), 1];
  const profitScale = scaleOf(offers.profit);
  const mixture = new PlanMixture(limits, new Int16Array(units).fill(nobody));
  let bound = Infinity;
  for (let round = 0; round < mostRounds; round++) {
    const { prices } = mixture;
    const entering = enteringColumn(offers, uses, prices, profitScale);
    if (entering.value !== null)
      bound = Math.min(bound, entering.value + dot(prices.slice(0, -1), limits));
    if (entering.gain <= tolerance * Math.max(1, entering.value ?? 0)) break;
    if (!mixture.take(entering.column, tolerance)) break;
  }
  const shares = new Float64Array(units * carrots);
  let [cost, profit] = [0, 0];
  for (const [row, { choice }] of mixture.columns.entries()) {
    const amount = Math.max(0, mixture.amounts[row] as number);
    choice?.forEach((carrot, unit) => {
      if (carrot === nobody) return;
      const place = unit * carrots + carrot;
      shares[place] = (shares[place] as number) + amount;
      cost += amount * (offers.cost[place] as number);
      profit += amount * (offers.profit[place] as number);
    });
  }
  const worth = mixture.prices.map((price, row) =>
    row < uses.length ? Math.max(0, price) * (profitScale / (uses[row] as Use).scale) : 0,
  );
  return {
    shares,
    cost,
    profit,
    slope: budget === null ? 0 : (worth[0] as number),
    worthOfContact: worth.slice(budget === null ? 0 : 1, -1),
    bound: bound * profitScale,
  };
}

interface Use {
  readonly of: Float64Array;
  readonly limit: number;
  readonly scale: number;
}

/** What each offer takes of each limit, all brought to a like size. */
function usesOf(
  offers: Offers,
  budget: number | null,
  capacities: readonly Capacity[],
): readonly Use[] {
  const use = (of: Float64Array, most: number): Use => {
    const scale = scaleOf(of);
    return { of: of.map((value) => value / scale), limit: Math.max(0, most) / scale, scale };
  };
  return [
    ...(budget === null ? [] : [use(offers.cost, budget)]),
    ...capacities.map(({ carrots, most }) =>
      use(
        offers.contacts.map((count, place) => (carrots[place % offers.carrots] ? count : 0)),
        most,
      ),
    ),
  ];
}

function scaleOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

/** The plan that gains most at the given prices, or what is left of a limit whose price is below 0. */
function enteringColumn(
  offers: Offers,
  uses: readonly Use[],
  prices: readonly number[],
  profitScale: number,
): { readonly column: PlanColumn; readonly gain: number; readonly value: number | null } {
  const cheapest = uses.reduce(
    (best, _, row) => ((prices[row] as number) < (prices[best] as number) ? row : best),
    0,
  );
  const rows = prices.length;
  if (uses.length > 0 && (prices[cheapest] as number) < -tolerance) {
    const column = { choice: null, profit: 0, use: unitVector(rows, cheapest) };
    return { column, gain: -(prices[cheapest] as number), value: null };
  }
  const { units, carrots, isPossible } = offers;
  const choice = new Int16Array(units).fill(nobody);
  const use = new Array<number>(rows).fill(0);
  use[rows - 1] = 1;
  let [profit, value] = [0, 0];
  for (let unit = 0; unit < units; unit++) {
    let best = 0;
    for (let carrot = 0; carrot < carrots; carrot++) {
      const place = unit * carrots + carrot;
      if (!isPossible[place]) continue;
      let worth = (offers.profit[place] as number) / profitScale;
      for (let row = 0; row < uses.length; row++)
        worth -= (prices[row] as number) * ((uses[row] as Use).of[place] as number);
      if (worth <= best) continue;
      best = worth;
      choice[unit] = carrot;
    }
    const carrot = choice[unit] as number;
    if (carrot === nobody) continue;
    const place = unit * carrots + carrot;
    value += best;
    profit += (offers.profit[place] as number) / profitScale;
    for (let row = 0; row < uses.length; row++)
      use[row] = (use[row] as number) + ((uses[row] as Use).of[place] as number);
  }
  const gain = value - (prices[rows - 1] as number);
  return { column: { choice, profit, use }, gain, value };
}
