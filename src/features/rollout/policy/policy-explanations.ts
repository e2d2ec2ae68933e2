import type { CarrotMoney } from '#core/rollout/policy/cell-profits.ts';
import { formatMoney, formatPoints, formatShare } from '#text/format.ts';
import { currency } from '#text/currency.svelte.ts';
import { language } from '#text/language.svelte.ts';
import { policyWords } from '#text/rollout-policy-words.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';
import type { CellCarrot } from './policy-view.ts';

const write = (amount: number) => formatMoney(amount, currency.code, language.code);

/** What the profit of a plan says about itself. `margins`: what a response to each carrot leaves. */
export function profitExplanation(carrots: readonly CarrotMoney[]): Explanation {
  const t = policyWords();
  const margins = [...new Set(carrots.map(({ marginPerResponse }) => write(marginPerResponse)))];
  return {
    title: t.budget.profit,
    meaning: t.explain.profit,
    formula: t.explain.profitFormula(margins.join(' / ')),
    method: t.explain.profitMethod,
    source: t.explain.profitSource,
  };
}

/** What the profit per customer of a carrot in a cell says about itself, its inputs filled in. */
export function cellProfitExplanation(
  { lift, share }: CellCarrot,
  { marginPerResponse, rewardPerResponse, costPerContact }: CarrotMoney,
): Explanation {
  const t = policyWords();
  return {
    title: t.table.profit,
    meaning: t.explain.cellProfit,
    formula: t.explain.cellProfitFormula(
      formatPoints(lift, language.code),
      formatShare(share, language.code),
      write(marginPerResponse),
      write(rewardPerResponse),
      write(costPerContact),
    ),
    method: t.explain.believedMethod,
  };
}

/** What the worth of more money says about itself. */
export function nextExplanation(budget: number, nextMoney: number): Explanation {
  const t = policyWords();
  const money = write(nextMoney);
  return {
    title: t.budget.next(money),
    meaning: t.explain.next(money),
    formula: t.explain.nextFormula(write(budget), money),
  };
}
