import type { TestCounts } from './test-counts.ts';

/** What a carrot costs and brings. Money in the project's currency. */
export interface CarrotMoney {
  /** Left of what one response brings, after margin and what it takes from other sales; before reward and contact. */
  readonly marginPerResponse: number;
  /** The same per unit of money spent by the customer. */
  readonly marginPerSales: number;
  /** A reward times the share of responders who redeem it: what a response is expected to cost. */
  readonly rewardPerResponse: number;
  readonly costPerContact: number;
}

/**
 * What the effect is taken from: `response` credits every response with the same margin; `money` takes the money that each
 * customer spent in the experiment.
 */
export type ProfitBasis = 'response' | 'money';

/**
 * What every carrot earns and costs per customer of every cell, in arrays of cells × carrots (`cell * carrots + carrot`).
 * A carrot that was not tried in a cell, or a cell without control, has `isKnown` 0 and zeros.
 */
export interface CellProfits {
  readonly cells: number;
  readonly carrots: number;
  readonly isKnown: Uint8Array;
  /** Beyond what the customer would have brought anyway, after all costs; money per customer. */
  readonly profit: Float64Array;
  readonly variance: Float64Array;
  /** Expected spend per customer: the contact, and the reward of all who respond. */
  readonly cost: Float64Array;
  /** Response share with the carrot, and less that of the control. */
  readonly share: Float64Array;
  readonly shareVariance: Float64Array;
  readonly lift: Float64Array;
  /** The part of the variance that is the carrot's own arm. */
  readonly ownVariance: Float64Array;
  /** Per cell: the variance of the control's mean, to be weighed by `keptWorth` of the carrots. */
  readonly controlVariance: Float64Array;
  /** Per carrot: what one unit of the control's mean is worth. */
  readonly keptWorth: Float64Array;
}

/**
 * The net profit effect of every cell × carrot: margin × (response with the carrot − without it) − reward × response with
 * the carrot − contact. Who would have come anyway gets the reward as well.
 * On the basis `money` the margin is taken of money per customer instead; money is taken to come with responses.
 * The variance is that of independent binomial shares (or sample means); an arm of which nobody or everybody responded
 * gets half a customer more in each count for it, or it would seem to be known exactly.
 * Source: Hillstrom (2008) and domain practice for the net effect; Cochran (1977), 3.2, for the variances.
 * Example: 28 of 100 with and 5 of 100 without, 40,000 per response, reward 5,000, contact 3,500: 4,300 per customer at a
 * cost of 4,900.
 */
export function cellProfits(
  counts: TestCounts,
  carrots: readonly CarrotMoney[],
  basis: ProfitBasis,
): CellProfits {
  const count = carrots.length;
  const size = counts.cells * count;
  const found = {
    cells: counts.cells,
    carrots: count,
    isKnown: new Uint8Array(size),
    profit: new Float64Array(size),
    variance: new Float64Array(size),
    cost: new Float64Array(size),
    share: new Float64Array(size),
    shareVariance: new Float64Array(size),
    lift: new Float64Array(size),
    ownVariance: new Float64Array(size),
    controlVariance: new Float64Array(counts.cells),
    keptWorth: Float64Array.from(carrots, (carrot) => keptWorth(carrot, basis)),
  };
  for (let cell = 0; cell < counts.cells; cell++) {
    const control = armAt(counts, cell * counts.arms);
    if (control.customers === 0) continue;
    const kept = basis === 'money' ? control.money : control.share;
    const keptVariance = basis === 'money' ? control.moneyVariance : control.shareVariance;
    found.controlVariance[cell] = keptVariance;
    for (const [carrot, money] of carrots.entries()) {
      const arm = armAt(counts, cell * counts.arms + carrot + 1);
      if (arm.customers === 0) continue;
      const place = cell * count + carrot;
      const worth = found.keptWorth[carrot] as number;
      const ownVariance = varianceOfGiven(arm, money, basis);
      found.isKnown[place] = 1;
      found.profit[place] = givenMean(arm, money, basis) - worth * kept - money.costPerContact;
      found.ownVariance[place] = ownVariance;
      found.variance[place] = ownVariance + worth * worth * keptVariance;
      found.cost[place] = money.costPerContact + money.rewardPerResponse * arm.share;
      found.share[place] = arm.share;
      found.shareVariance[place] = arm.shareVariance;
      found.lift[place] = arm.share - control.share;
    }
  }
  return found;
}

interface ArmMeans {
  readonly customers: number;
  readonly share: number;
  readonly shareVariance: number;
  readonly money: number;
  readonly moneyVariance: number;
}

function armAt(counts: TestCounts, place: number): ArmMeans {
  const customers = counts.customers[place] as number;
  const responders = counts.responders[place] as number;
  if (customers === 0) return { customers, share: 0, shareVariance: 0, money: 0, moneyVariance: 0 };
  const added = responders === 0 || responders === customers ? 0.5 : 0;
  const smooth = (responders + added) / (customers + 2 * added);
  const money = (counts.money[place] as number) / customers;
  const spread = (counts.moneySquares[place] as number) - customers * money * money;
  return {
    customers,
    share: responders / customers,
    shareVariance: (smooth * (1 - smooth)) / (customers + 2 * added),
    money,
    moneyVariance: customers > 1 ? Math.max(0, spread) / (customers - 1) / customers : 0,
  };
}

function keptWorth({ marginPerResponse, marginPerSales }: CarrotMoney, basis: ProfitBasis): number {
  return basis === 'money' ? marginPerSales : marginPerResponse;
}

/** What a customer with the carrot brings, the reward taken off. */
function givenMean({ share, money }: ArmMeans, carrot: CarrotMoney, basis: ProfitBasis): number {
  const brought = keptWorth(carrot, basis) * (basis === 'money' ? money : share);
  return brought - carrot.rewardPerResponse * share;
}

function varianceOfGiven(arm: ArmMeans, carrot: CarrotMoney, basis: ProfitBasis): number {
  const { rewardPerResponse: reward, marginPerSales } = carrot;
  if (basis === 'response') return (carrot.marginPerResponse - reward) ** 2 * arm.shareVariance;
  // Money comes with a response, so that the mean of money × response is the mean of money.
  const covariance = (arm.money * (1 - arm.share)) / arm.customers;
  const variance =
    marginPerSales ** 2 * arm.moneyVariance +
    reward ** 2 * arm.shareVariance -
    2 * marginPerSales * reward * covariance;
  return Math.max(0, variance);
}
