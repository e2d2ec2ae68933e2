import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { WinBackInputs } from './plan.ts';

/** The win-back funnel in numbers: money in the project's currency, shares 0..1. */
export interface WinBack {
  readonly contactCost: number;
  readonly followUpCost: number;
  readonly totalCost: number;
  /** Responded of contacted, retained of responded, retained of contacted. */
  readonly responseShare: number;
  readonly retentionShare: Result<number>;
  readonly retainedShare: number;
  /** Contact cost per customer who came back. */
  readonly costPerResponse: Result<number>;
  /** All costs per customer who stayed, and the follow-up's part of it. */
  readonly costPerRetained: Result<number>;
  readonly followUpCostPerRetained: Result<number>;
  readonly wakeUpSales: number;
  readonly retainedSales: number;
  readonly totalSales: number;
  /** Margin on all sales, less all costs. */
  readonly profit: number;
  /** Profit per money spent: 1 doubles the money. */
  readonly roi: Result<number>;
  /** The order value at which the contact alone is paid by the wake-up orders alone. */
  readonly breakEvenOrderValueOfWakeUp: Result<number>;
  /** The order value at which the profit is 0. */
  readonly breakEvenOrderValue: Result<number>;
  /** The response share at which the profit is 0, with the retention share and the orders per customer as they are. */
  readonly breakEvenResponse: Result<number>;
}

/**
 * What a win-back campaign with a follow-up (a thanks call) costs and earns.
 * `inputs`: contacted, responded and retained are whole customers, each at most the one before; costs and order value
 * in money, 0 or more; `marginShare` 0..1; orders and months 0 or more. Wake-up sales are order value × orders ×
 * responded; retained sales are order value × orders × retained × months.
 * Refuses `negative-input` and `not-whole` with the field, `margin-out-of-range`, `nobody-contacted`,
 * `more-responded-than-contacted`, `more-retained-than-responded`, and `out-of-numbers` where an amount is too large to
 * be one. A ratio that has no value says why by itself: `no-responses`, `nobody-retained`, `no-cost`, `no-margin`,
 * `never-breaks-even`.
 * The result is gross: without a holdout nobody knows who would have come back anyway.
 * Source: the win-back page of the method deck (3,500 per contact, 500 per call, 100 → 30 → 20).
 * Example: with orders of 30,000 at a margin of 0.3, 1 order and 6 months the profit is 985,000 and the ROI 2.698630.
 */
export function winBack(inputs: WinBackInputs): Result<WinBack> {
  const problem = inputProblem(inputs);
  if (problem) return refuse(problem);
  const { contacted, responded, retained, orderValue, marginShare, ordersPerResponder } = inputs;
  const contactCost = inputs.costPerContact * contacted;
  const followUpCost = inputs.costPerFollowUp * responded;
  const totalCost = contactCost + followUpCost;
  const wakeUpOrders = ordersPerResponder * responded;
  const retainedOrders = ordersPerResponder * retained * inputs.months;
  const wakeUpSales = orderValue * wakeUpOrders;
  const retainedSales = orderValue * retainedOrders;
  const totalSales = wakeUpSales + retainedSales;
  if (!Number.isFinite(totalSales + totalCost)) return refuse({ code: 'out-of-numbers' });
  const profit = marginShare * totalSales - totalCost;
  return succeed({
    contactCost,
    followUpCost,
    totalCost,
    responseShare: responded / contacted,
    retentionShare: ratio(retained, responded, 'no-responses'),
    retainedShare: retained / contacted,
    costPerResponse: ratio(contactCost, responded, 'no-responses'),
    costPerRetained: ratio(totalCost, retained, 'nobody-retained'),
    followUpCostPerRetained: ratio(followUpCost, retained, 'nobody-retained'),
    wakeUpSales,
    retainedSales,
    totalSales,
    profit,
    roi: ratio(profit, totalCost, 'no-cost'),
    breakEvenOrderValueOfWakeUp: ratio(contactCost, marginShare * wakeUpOrders, 'no-margin'),
    breakEvenOrderValue: ratio(
      totalCost,
      marginShare * (wakeUpOrders + retainedOrders),
      'no-margin',
    ),
    breakEvenResponse: breakEvenResponse(inputs, marginShare * totalSales - followUpCost),
  });
}

/** The contact must be paid by what each responder leaves after the follow-up; that share must be one of 0..1. */
function breakEvenResponse(inputs: WinBackInputs, leftOfResponders: number): Result<number> {
  const { contacted, responded, costPerContact } = inputs;
  if (responded === 0) return refuse({ code: 'no-responses' });
  const profitPerResponse = leftOfResponders / responded;
  const share = costPerContact / profitPerResponse;
  if (!(profitPerResponse > 0) || share > 1)
    return refuse({ code: 'never-breaks-even', profitPerResponse, costPerContact, contacted });
  return succeed(share);
}

function ratio(amount: number, base: number, code: string): Result<number> {
  const perUnit = amount / base;
  return base > 0 && Number.isFinite(perUnit) ? succeed(perUnit) : refuse({ code });
}

function inputProblem(inputs: WinBackInputs): Problem | null {
  const { contacted, responded, retained, marginShare } = inputs;
  for (const [field, value] of Object.entries(inputs) as [keyof WinBackInputs, number][])
    if (!(value >= 0 && Number.isFinite(value))) return { code: 'negative-input', field, value };
  for (const [field, value] of Object.entries({ contacted, responded, retained }))
    if (!Number.isSafeInteger(value)) return { code: 'not-whole', field, value };
  if (marginShare > 1) return { code: 'margin-out-of-range', marginShare };
  if (contacted === 0) return { code: 'nobody-contacted' };
  if (responded > contacted) return { code: 'more-responded-than-contacted', responded, contacted };
  return retained > responded
    ? { code: 'more-retained-than-responded', retained, responded }
    : null;
}
