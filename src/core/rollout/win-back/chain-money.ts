import { reachedBy, type Chain } from './chain.ts';
import { annuityFactor, presentFactor } from './present-value.ts';

/** What one step of the chain costs and brings. Costs and sales as paid, `present…` as worth at the time of the contact. */
export interface StepMoney {
  /** When it happens, in months after the contact. */
  readonly startMonth: number;
  /** Customers whom it is paid for, who remain after it, and who would be buying then without any contact. */
  readonly reached: number;
  readonly remaining: number;
  readonly anyway: number;
  readonly cost: number;
  readonly presentCost: number;
  /** Orders of one remaining customer in all the months of the step, and their number as worth at the contact. */
  readonly ordersEach: number;
  readonly presentOrdersEach: number;
}

/** The chain's money. Views of it, gross or incremental, differ in whose orders they count. */
export interface ChainMoney {
  readonly contactCost: number;
  readonly rewardCost: number;
  /** Customers who come back without being contacted. */
  readonly anyway: number;
  readonly steps: readonly StepMoney[];
  /** All costs, as worth at the contact. */
  readonly totalCost: number;
}

/** Whose orders count: everybody's, or only what would not have come anyway. */
export type WinBackView = 'gross' | 'incremental';

/** Orders of a view: as counted, as worth at the contact, and what they bring. */
export interface ViewMoney {
  readonly responses: number;
  readonly orders: number;
  readonly presentOrders: number;
  readonly wakeUpSales: number;
  readonly sales: number;
  readonly presentSales: number;
  readonly profit: number;
}

/**
 * What the steps of a chain cost, and what each of their customers buys.
 * A step happens when the months of the one before are over; its customers buy at the end of each month.
 * `chain`: checked by `winBack`. Refuses nothing.
 * Source: the win-back page of the method deck, continued to any number of steps.
 */
export function chainMoney(chain: Chain): ChainMoney {
  const { contacted, responded, discountPerMonth } = chain;
  const contactCost = chain.costPerContact * contacted;
  const rewardCost = chain.costPerReward * responded;
  const anyway = chain.holdoutShare * contacted;
  const steps: StepMoney[] = [];
  let [startMonth, stillAnyway] = [0, anyway];
  for (const [place, step] of chain.steps.entries()) {
    const reached = reachedBy(chain, place);
    const cost = step.costPerCustomer * reached;
    const worth = presentFactor(startMonth, discountPerMonth);
    stillAnyway *= step.holdoutShare;
    steps.push({
      startMonth,
      reached,
      remaining: step.remaining,
      anyway: stillAnyway,
      cost,
      presentCost: cost * worth,
      ordersEach: step.ordersPerMonth * step.months,
      presentOrdersEach: step.ordersPerMonth * annuityFactor(step.months, discountPerMonth) * worth,
    });
    startMonth += step.months;
  }
  const totalCost = steps.reduce((sum, step) => sum + step.presentCost, contactCost + rewardCost);
  return { contactCost, rewardCost, anyway, steps, totalCost };
}

/** What a view of the chain sells and leaves. The costs are the same in both: contacts and rewards are paid for all. */
export function viewMoney(chain: Chain, money: ChainMoney, view: WinBackView): ViewMoney {
  const counted = (customers: number, anyway: number) =>
    view === 'gross' ? customers : customers - anyway;
  const responses = counted(chain.responded, money.anyway);
  const first = chain.ordersAtOnce * responses;
  const sum = (each: (step: StepMoney) => number) =>
    money.steps.reduce((all, step) => all + each(step) * counted(step.remaining, step.anyway), 0);
  const orders = first + sum(({ ordersEach }) => ordersEach);
  const presentOrders = first + sum(({ presentOrdersEach }) => presentOrdersEach);
  const presentSales = chain.orderValue * presentOrders;
  return {
    responses,
    orders,
    presentOrders,
    wakeUpSales: chain.orderValue * first,
    sales: chain.orderValue * orders,
    presentSales,
    profit: chain.marginShare * presentSales - money.totalCost,
  };
}
