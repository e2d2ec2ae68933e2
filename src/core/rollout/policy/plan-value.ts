import type { CarrotMoney, CellProfits, ProfitBasis } from './cell-profits.ts';
import type { TestCounts } from './test-counts.ts';

/** What a plan earns by per-customer profits. `customers`, `profit`: cells × carrots. */
export function planProfit(customers: Float64Array, profit: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < customers.length; place++)
    sum += (customers[place] as number) * (profit[place] as number);
  return sum;
}

/**
 * The variance of what a plan earns, as the experiment leaves it unknown: the carrots of a cell share its control, whose
 * error they carry together. `customers`: of each cell × carrot; for a difference of two plans their difference.
 * Source: the variance of a sum of independent arms.
 */
export function planVariance(customers: Float64Array, profits: CellProfits): number {
  const { cells, carrots, ownVariance, controlVariance, keptWorth } = profits;
  let variance = 0;
  for (let cell = 0; cell < cells; cell++) {
    let kept = 0;
    for (let carrot = 0; carrot < carrots; carrot++) {
      const count = customers[cell * carrots + carrot] as number;
      variance += count * count * (ownVariance[cell * carrots + carrot] as number);
      kept += count * (keptWorth[carrot] as number);
    }
    variance += kept * kept * (controlVariance[cell] as number);
  }
  return variance;
}

/**
 * What a customer of every cell × carrot earns as far as one fold of the experiment tells: the folds add up to the profit
 * per customer of the whole. A fold without customers in an arm adds nothing for it.
 * `part`: the fold; `whole`: the experiment; `folds`: how many there are.
 */
export function profitInFold(
  part: TestCounts,
  whole: TestCounts,
  folds: number,
  carrots: readonly CarrotMoney[],
  basis: ProfitBasis,
): Float64Array {
  const count = carrots.length;
  const profit = new Float64Array(whole.cells * count);
  const outcome = basis === 'money' ? part.money : part.responders;
  for (let cell = 0; cell < whole.cells; cell++) {
    const control = cell * whole.arms;
    const controls = whole.customers[control] as number;
    if (controls === 0) continue;
    for (const [carrot, money] of carrots.entries()) {
      const arm = control + carrot + 1;
      const customers = whole.customers[arm] as number;
      if (customers === 0) continue;
      const worth = basis === 'money' ? money.marginPerSales : money.marginPerResponse;
      const given =
        worth * (outcome[arm] as number) -
        money.rewardPerResponse * (part.responders[arm] as number);
      profit[cell * count + carrot] =
        given / customers -
        (worth * (outcome[control] as number)) / controls -
        money.costPerContact / folds;
    }
  }
  return profit;
}
