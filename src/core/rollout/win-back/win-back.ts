import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { breakEvenResponse, ratio } from './break-even.ts';
import { chainOf, type Chain } from './chain.ts';
import {
  chainMoney,
  viewMoney,
  type ChainMoney,
  type ViewMoney,
  type WinBackView,
} from './chain-money.ts';
import { paybackMonth, profitByMonth, type ProfitSoFar } from './payback.ts';
import type { WinBackInputs } from './win-back-inputs.ts';
import { winBackProblem } from './win-back-problem.ts';

/** What a chain brings, of all orders or of those that would not have come anyway. */
export interface WinBackReturn extends ViewMoney {
  /** Sales after the first orders. */
  readonly laterSales: number;
  /** Profit per money spent: 1 doubles the money. */
  readonly roi: Result<number>;
  /** Contact cost per customer who came back. */
  readonly costPerResponse: Result<number>;
  /** All costs per customer still there at the end, and per order. */
  readonly costPerRetained: Result<number>;
  readonly costPerOrder: Result<number>;
  /** The response share at which the profit is 0. */
  readonly breakEvenResponse: Result<number>;
  /** The order value at which the profit is 0. */
  readonly breakEvenOrderValue: Result<number>;
  /** The order value at which the contact alone is paid by the first orders alone. */
  readonly breakEvenOrderValueOfWakeUp: Result<number>;
  /** The month in which everything spent has come back. */
  readonly payback: Result<number>;
  readonly byMonth: readonly ProfitSoFar[];
}

/** The win-back chain in numbers: money in the project's currency, shares 0..1. */
export interface WinBack {
  readonly contactCost: number;
  readonly rewardCost: number;
  /** All follow-ups, as worth at the contact. */
  readonly followUpCost: number;
  readonly totalCost: number;
  /** Responded of contacted, retained of responded, retained of contacted. */
  readonly responseShare: number;
  readonly retentionShare: Result<number>;
  readonly retainedShare: number;
  readonly followUpCostPerRetained: Result<number>;
  readonly gross: WinBackReturn;
  /** Less what came back in the holdout; refuses `no-holdout` where there was none. */
  readonly incremental: Result<WinBackReturn, Problem<'no-holdout'>>;
}

/**
 * What a win-back campaign with any number of follow-ups (a thanks call, a thank-you by post) costs and earns.
 * `inputs`: customers are whole, each number at most the one before; costs and order value in money, 0 or more; margin
 * and shares 0..1; orders, months and the discount 0 or more. Those who come back order once; those who remain after a step
 * order in each of its months. Contacts, rewards and follow-ups are paid for all; the incremental view takes the
 * holdout's orders off at every step. Profit and what follows from it are worth at the time of the contact.
 * Refuses what `winBackProblem` says, and `out-of-numbers` where an amount is too large to be one. A ratio that has no
 * value says why by itself: `no-responses`, `nobody-retained`, `no-orders`, `no-cost`, `no-margin`, `never-breaks-even`,
 * `never-pays-back`.
 * Source: the win-back page of the method deck (3,500 per contact, 500 per call, 100 → 30 → 20); cost per incremental
 * order and ROI by Blattberg, Kim & Neslin (2008), Database Marketing.
 * Example: orders of 30,000 at a margin of 0.3, 1 order and 6 months earn 985,000, an ROI of 2.698630.
 */
export function winBack(inputs: WinBackInputs): Result<WinBack> {
  const problem = winBackProblem(inputs);
  if (problem) return refuse(problem);
  const chain = chainOf(inputs);
  const money = chainMoney(chain);
  const gross = viewMoney(chain, money, 'gross');
  const { contactCost, rewardCost, totalCost } = money;
  if (![gross.sales, gross.presentSales + totalCost].every(Number.isFinite))
    return refuse({ code: 'out-of-numbers' });
  const { contacted, responded, retained } = inputs;
  const followUpCost = money.steps.reduce((sum, { presentCost }) => sum + presentCost, 0);
  const staying = money.steps.at(-1)?.remaining ?? 0;
  return succeed({
    contactCost,
    rewardCost,
    followUpCost,
    totalCost,
    responseShare: responded / contacted,
    retentionShare: ratio(retained, responded, 'no-responses'),
    retainedShare: retained / contacted,
    followUpCostPerRetained: ratio(followUpCost, staying, 'nobody-retained'),
    gross: returnOf(chain, money, 'gross'),
    incremental: chain.hasHoldout
      ? succeed(returnOf(chain, money, 'incremental'))
      : refuse({ code: 'no-holdout' }),
  });
}

/** The profit or the return of a chain: what a sensitivity asks again and again. */
export function outcomeOf(
  chain: Chain,
  view: WinBackView,
  measure: 'profit' | 'roi',
): Result<number> {
  const money = chainMoney(chain);
  const { profit } = viewMoney(chain, money, view);
  return measure === 'profit' ? succeed(profit) : ratio(profit, money.totalCost, 'no-cost');
}

function returnOf(chain: Chain, money: ChainMoney, view: WinBackView): WinBackReturn {
  const seen = viewMoney(chain, money, view);
  const gross = viewMoney(chain, money, 'gross');
  const last = money.steps.at(-1);
  const staying = (last?.remaining ?? 0) - (view === 'gross' ? 0 : (last?.anyway ?? 0));
  const { marginShare, ordersAtOnce } = chain;
  const byMonth = profitByMonth(chain, view);
  return {
    ...seen,
    laterSales: seen.sales - seen.wakeUpSales,
    roi: ratio(seen.profit, money.totalCost, 'no-cost'),
    costPerResponse: ratio(money.contactCost, seen.responses, 'no-responses'),
    costPerRetained: ratio(money.totalCost, staying, 'nobody-retained'),
    costPerOrder: ratio(money.totalCost, seen.orders, 'no-orders'),
    breakEvenResponse: breakEvenResponse(
      chain,
      money,
      gross,
      marginShare * (gross.presentSales - seen.presentSales),
    ),
    breakEvenOrderValue: ratio(money.totalCost, marginShare * seen.presentOrders, 'no-margin'),
    breakEvenOrderValueOfWakeUp: ratio(
      money.contactCost,
      marginShare * ordersAtOnce * seen.responses,
      'no-margin',
    ),
    payback: paybackMonth(byMonth, money.totalCost),
    byMonth,
  };
}
