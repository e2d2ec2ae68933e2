import { nobody, type ProfitPath } from './profit-path.ts';

/** A plan for the units: which share of each gets which carrot (units × carrots), and what it spends and earns. */
export interface UnitPlan {
  readonly shares: Float64Array;
  readonly cost: number;
  readonly profit: number;
  /** What the next unit of money would earn; 0 where more is not worth spending. */
  readonly slope: number;
}

/** The spend beyond which nothing more is earned. */
export function mostUseful(path: ProfitPath): number {
  return path.steps > 0 ? (path.cost[path.steps - 1] as number) : path.startCost;
}

/**
 * The best plan of a path for a budget: its last unit may be turned in part. A budget below what the first plan needs
 * (only where offers bring money in) gets that first plan; one beyond the end leaves the rest unspent.
 * Example: of the path in `profitPath`, a budget of 2 turns the unit by half from the first offer to the second.
 */
export function planAt(path: ProfitPath, budget: number): UnitPlan {
  const { carrots, start, steps } = path;
  const shares = new Float64Array(path.units * carrots);
  start.forEach((carrot, unit) => {
    if (carrot !== nobody) shares[unit * carrots + carrot] = 1;
  });
  let [cost, profit] = [path.startCost, path.startProfit];
  const turn = (step: number, share: number) => {
    const unit = path.unit[step] as number;
    const [from, to] = [path.from[step] as number, path.to[step] as number];
    if (from !== nobody) shares[unit * carrots + from] = 1 - share;
    if (to !== nobody) shares[unit * carrots + to] = share;
  };
  for (let step = 0; step < steps; step++) {
    const after = path.cost[step] as number;
    const slope = path.slope[step] as number;
    if (after <= budget) {
      turn(step, 1);
      [cost, profit] = [after, path.profit[step] as number];
      continue;
    }
    const left = budget - cost;
    if (left > 0) {
      turn(step, left / (after - cost));
      [cost, profit] = [budget, profit + left * slope];
    }
    return { shares, cost, profit, slope };
  }
  return { shares, cost, profit, slope: 0 };
}
