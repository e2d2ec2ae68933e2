import { refuse, succeed, type Result } from '#core/result.ts';
import type { Chain } from './chain.ts';
import type { ChainMoney, ViewMoney } from './chain-money.ts';

/** An amount per unit, or why there is none: the code says what is missing. */
export function ratio(amount: number, base: number, code: string): Result<number> {
  const perUnit = amount / base;
  return base > 0 && Number.isFinite(perUnit) ? succeed(perUnit) : refuse({ code });
}

/**
 * The response share at which the profit is 0, with who stays, orders and the holdout as they are.
 * A responder leaves the margin of all orders that follow, less reward and follow-ups; those must pay the contacts, and
 * `anywayMargin`: the margin of what would have come without them (0 in the gross view).
 * Refuses `no-responses` (nobody shows what a responder leaves) and `never-breaks-even` (not even a response of 100 %
 * would pay, with what a responder leaves).
 * Example: the deck's 3,500 per contact over the 44,500 that a responder leaves are 7.865 %.
 */
export function breakEvenResponse(
  chain: Chain,
  money: ChainMoney,
  gross: ViewMoney,
  anywayMargin: number,
): Result<number> {
  const { responded, contacted, costPerContact } = chain;
  if (responded === 0) return refuse({ code: 'no-responses' });
  const left = chain.marginShare * gross.presentSales - (money.totalCost - money.contactCost);
  const profitPerResponse = left / responded;
  const share = (costPerContact + anywayMargin / contacted) / profitPerResponse;
  if (!(profitPerResponse > 0) || share > 1)
    return refuse({ code: 'never-breaks-even', profitPerResponse, costPerContact, contacted });
  return succeed(share);
}
