import type { WinBackInputs } from '#core/rollout/plan.ts';
import type { WinBack } from '#core/rollout/win-back.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';

type FigureKey = keyof ReturnType<typeof catalogue>['tools']['winBack']['figure'];

/** What every figure of the win-back funnel says about itself, with the inputs filled in. */
export function winBackExplanation(
  figure: FigureKey,
  inputs: WinBackInputs,
  result: WinBack,
): () => Explanation {
  return () => {
    const t = catalogue().tools.winBack;
    return {
      title: t.figure[figure],
      meaning: t.explain[figure],
      formula: formulas(inputs, result)[figure],
    };
  };
}

function formulas(inputs: WinBackInputs, result: WinBack): Record<FigureKey, string> {
  const { contacted, responded, retained, orderValue, marginShare, months } = inputs;
  const { costPerContact, costPerFollowUp, ordersPerResponder: orders } = inputs;
  const { contactCost, followUpCost, totalCost, wakeUpSales, retainedSales, totalSales } = result;
  const orderCount = `(${orders} × ${responded} + ${orders} × ${retained} × ${months})`;
  return {
    contactCost: `${costPerContact} × ${contacted}`,
    followUpCost: `${costPerFollowUp} × ${responded}`,
    totalCost: `${contactCost} + ${followUpCost}`,
    costPerResponse: `${contactCost} / ${responded}`,
    costPerRetained: `${totalCost} / ${retained}`,
    followUpPerRetained: `${followUpCost} / ${retained}`,
    wakeUpSales: `${orderValue} × ${orders} × ${responded}`,
    retainedSales: `${orderValue} × ${orders} × ${retained} × ${months}`,
    sales: `${wakeUpSales} + ${retainedSales}`,
    profit: `${marginShare} × ${totalSales} − ${totalCost}`,
    roi: `${result.profit} / ${totalCost}`,
    breakEvenResponse: `${costPerContact} / ((${marginShare} × ${totalSales} − ${followUpCost}) / ${responded})`,
    breakEvenOrderValue: `${totalCost} / (${marginShare} × ${orderCount})`,
    breakEvenOrderValueOfWakeUp: `${contactCost} / (${marginShare} × ${orders} × ${responded})`,
  };
}
