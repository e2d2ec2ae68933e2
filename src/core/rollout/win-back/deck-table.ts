import { chainOf } from './chain.ts';
import { chainMoney } from './chain-money.ts';
import type { WinBackInputs } from './win-back-inputs.ts';

/** One row of the method's table: customers at a step, what is spent on them there, and what they buy. */
export interface DeckRow {
  readonly customers: number;
  /** Of them, those who would be there without any contact; null where there is no holdout, and for the contacted. */
  readonly anyway: number | null;
  /** Share of the row before; null for the contacted and where that row is empty. */
  readonly shareOfBefore: number | null;
  readonly costEach: number;
  readonly cost: number;
  readonly orders: number;
  readonly sales: number;
  /** Everything up to and with this row, as worth at the contact. */
  readonly profitSoFar: number;
  /** The same of what would not have come anyway; null without a holdout. */
  readonly profitSoFarBeyond: number | null;
}

/**
 * The table of the method deck with its blanks filled in: the contacted, those who came back, and those who remain after
 * each step. A follow-up stands in the row of those whom it is paid for; the last row's profit is the chain's.
 * `inputs`: checked by `winBack`. Refuses nothing.
 * Source: the win-back page of the method deck.
 * Example: 100 at 3,500 cost 350,000; 30 at 500 cost 15,000 and buy 900,000; 20 buy 3,600,000; profit 985,000.
 */
export function deckTable(inputs: WinBackInputs): readonly DeckRow[] {
  const chain = chainOf(inputs);
  const money = chainMoney(chain);
  const { steps } = money;
  const { hasHoldout } = chain;
  const marginPerOrder = chain.marginShare * chain.orderValue;
  const rows: DeckRow[] = [
    {
      customers: chain.contacted,
      anyway: null,
      shareOfBefore: null,
      costEach: chain.costPerContact,
      cost: money.contactCost,
      orders: 0,
      sales: 0,
      profitSoFar: -money.contactCost,
      profitSoFarBeyond: hasHoldout ? -money.contactCost : null,
    },
  ];
  const buying = [
    {
      customers: chain.responded,
      anyway: money.anyway,
      ordersEach: chain.ordersAtOnce,
      presentOrdersEach: chain.ordersAtOnce,
    },
    ...steps.map(({ remaining, ...step }) => ({ ...step, customers: remaining })),
  ];
  let [before, profit, beyond] = [chain.contacted, -money.contactCost, -money.contactCost];
  for (const [place, { customers, anyway, ordersEach, presentOrdersEach }] of buying.entries()) {
    const next = steps[place];
    const rewards = place === 0 ? money.rewardCost : 0;
    const presentCost = rewards + (next?.presentCost ?? 0);
    profit += marginPerOrder * presentOrdersEach * customers - presentCost;
    beyond += marginPerOrder * presentOrdersEach * (customers - anyway) - presentCost;
    rows.push({
      customers,
      anyway: hasHoldout ? anyway : null,
      shareOfBefore: before > 0 ? customers / before : null,
      costEach:
        (place === 0 ? chain.costPerReward : 0) + (chain.steps[place]?.costPerCustomer ?? 0),
      cost: rewards + (next?.cost ?? 0),
      orders: ordersEach * customers,
      sales: chain.orderValue * ordersEach * customers,
      profitSoFar: profit,
      profitSoFarBeyond: hasHoldout ? beyond : null,
    });
    before = customers;
  }
  return rows;
}
