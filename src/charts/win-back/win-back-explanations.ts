import { chainOf } from '#core/rollout/win-back/chain.ts';
import { chainMoney, type WinBackView } from '#core/rollout/win-back/chain-money.ts';
import type { WinBack, WinBackReturn } from '#core/rollout/win-back/win-back.ts';
import type { WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';
import { winBackWords, type WinBackFigureKey } from '#text/win-back/win-back-words.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';

/** What every figure of the win-back chain says about itself, with the inputs filled in. */
export function winBackExplanation(
  figure: WinBackFigureKey,
  inputs: WinBackInputs,
  result: WinBack,
  view: WinBackView = 'gross',
): () => Explanation {
  return () => {
    const t = winBackWords();
    const seen =
      view === 'gross' || !result.incremental.ok ? result.gross : result.incremental.value;
    return {
      title: `${t.figure[figure]} · ${t.view[view]}`,
      meaning: t.explain[figure],
      formula: formulas(inputs, result, seen, view)[figure],
    };
  };
}

function formulas(
  inputs: WinBackInputs,
  result: WinBack,
  seen: WinBackReturn,
  view: WinBackView,
): Record<WinBackFigureKey, string> {
  const { contacted, responded, orderValue, marginShare } = inputs;
  const { costPerContact, costPerReward, ordersPerResponder: orders } = inputs;
  const { contactCost, rewardCost, followUpCost, totalCost } = result;
  const money = chainMoney(chainOf(inputs));
  const isBeyond = view === 'incremental';
  const who = (customers: number, anyway: number) =>
    isBeyond ? `(${customers} − ${plain(anyway)})` : String(customers);
  const woken = who(responded, money.anyway);
  const later = money.steps
    .map(({ ordersEach, remaining, anyway }) => `${ordersEach} × ${who(remaining, anyway)}`)
    .join(' + ');
  const last = money.steps.at(-1);
  const staying = who(last?.remaining ?? 0, last?.anyway ?? 0);
  const followUps = money.steps.map(
    ({ cost, startMonth }) =>
      `${cost}${inputs.discountPerMonth > 0 && startMonth > 0 ? ` / (1 + ${inputs.discountPerMonth})^${startMonth}` : ''}`,
  );
  const grossMargin = `${marginShare} × ${plain(result.gross.presentSales)}`;
  const anywayMargin = isBeyond
    ? ` + ${marginShare} × ${plain(result.gross.presentSales - seen.presentSales)} / ${contacted}`
    : '';
  return {
    contactCost: `${costPerContact} × ${contacted}`,
    rewardCost: `${costPerReward} × ${responded}`,
    followUpCost: followUps.join(' + '),
    totalCost: `${contactCost} + ${rewardCost} + ${plain(followUpCost)}`,
    responses: isBeyond
      ? `${responded} − ${inputs.holdoutShare ?? 0} × ${contacted}`
      : `${responded}`,
    costPerResponse: `${contactCost} / ${woken}`,
    costPerRetained: `${plain(totalCost)} / ${staying}`,
    costPerOrder: `${plain(totalCost)} / ${plain(seen.orders)}`,
    followUpPerRetained: `${plain(followUpCost)} / ${last?.remaining ?? 0}`,
    wakeUpSales: `${orderValue} × ${orders} × ${woken}`,
    retainedSales: `${orderValue} × (${later})`,
    sales: `${plain(seen.wakeUpSales)} + ${plain(seen.laterSales)}`,
    presentSales: `${orderValue} × ${plain(seen.presentOrders)}`,
    profit: `${marginShare} × ${plain(seen.presentSales)} − ${plain(totalCost)}`,
    roi: `${plain(seen.profit)} / ${plain(totalCost)}`,
    breakEvenResponse: `(${costPerContact}${anywayMargin}) / ((${grossMargin} − ${plain(rewardCost + followUpCost)}) / ${responded})`,
    breakEvenOrderValue: `${plain(totalCost)} / (${marginShare} × ${plain(seen.presentOrders)})`,
    breakEvenOrderValueOfWakeUp: `${contactCost} / (${marginShare} × ${orders} × ${woken})`,
    payback: `${plain(seen.byMonth[0]?.profit ?? 0)} → ${plain(seen.byMonth.at(-1)?.profit ?? 0)}`,
  };
}

/** A number in a formula: ten digits, without what binary fractions add. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(10)));
}
