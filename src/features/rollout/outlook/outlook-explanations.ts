import type { PolicyOutlook } from '#core/rollout/outlook/project-policy.ts';
import { currency } from '#text/currency.svelte.ts';
import { formatFigure, type FigureKind } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { outlookTexts } from '#text/rollout-outlook-words.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';

/** A number as it stands in a formula. */
export function write(value: number, kind: FigureKind): string {
  return formatFigure(value, kind, language.code, currency.code);
}

const money = (value: number) => write(value, 'money');
const share = (value: number) => write(value, 'share');

/** The figures of an outlook, and how each follows from others. */
const formulas = {
  profit: ({ margin, cost }: PolicyOutlook) =>
    `${money(margin.estimate)} − ${money(cost.estimate)}`,
  gain: ({ profit }: PolicyOutlook) =>
    `Φ(${money(profit.estimate)} ÷ ${money(profit.standardError)})`,
  roi: ({ margin, cost }: PolicyOutlook) =>
    `${money(margin.estimate)} ÷ ${money(cost.estimate)} − 1`,
  incrementalResponses: ({ sent, treatmentShare, controlShare }: PolicyOutlook) =>
    `${write(sent, 'count')} × (${share(treatmentShare)} − ${share(controlShare)})`,
  // With one carrot this is what a response to it sells; with several, an average.
  incrementalSales: ({ incrementalResponses: { estimate }, incrementalSales }: PolicyOutlook) =>
    `${write(estimate, 'decimal')} × ${money(incrementalSales.estimate / estimate)}`,
  totalCost: ({ contactCost, rewardCost }: PolicyOutlook) =>
    `${money(contactCost)} + ${money(rewardCost.estimate)}`,
  contactCost: ({ sent, contactCost }: PolicyOutlook) =>
    `${write(sent, 'count')} × ${money(contactCost / sent)}`,
  rewardCost: ({ sent, treatmentShare, rewardCost }: PolicyOutlook) =>
    `${write(sent, 'count')} × ${share(treatmentShare)} × ${money(rewardCost.estimate / (sent * treatmentShare))}`,
  grossRoi: ({ sent, treatmentShare, cost, grossRoi }: PolicyOutlook) =>
    grossRoi.ok
      ? `${write(sent, 'count')} × ${share(treatmentShare)} × ${money((cost.estimate * (1 + grossRoi.value)) / (sent * treatmentShare))} ÷ ${money(cost.estimate)} − 1`
      : '',
  breakEven: ({ breakEven: { costPerCustomer, leftPerResponse } }: PolicyOutlook) =>
    `${money(costPerCustomer)} ÷ ${money(leftPerResponse)}`,
  breakEvenResponse: ({ breakEven: { controlShare, difference } }: PolicyOutlook) =>
    difference.ok ? `${share(controlShare)} + ${write(difference.value, 'point-size')}` : '',
  kept: ({ breakEven: { withoutEffect, wholeEffect } }: PolicyOutlook) =>
    `${money(-withoutEffect)} ÷ ${money(wholeEffect)}`,
} as const;

export type OutlookFigure = keyof typeof formulas;

/** What a figure of the outlook means, with its formula filled in. */
export function outlookExplanation(figure: OutlookFigure, outlook: PolicyOutlook): Explanation {
  const t = outlookTexts();
  const source = figure === 'roi' ? t.explain.fieller : t.explain.source;
  return { ...meant(figure, outlook), formula: formulas[figure](outlook), source };
}

/** The chance to lose more than `limit`. */
export function lossExplanation(outlook: PolicyOutlook, limit: number): Explanation {
  const { estimate, standardError } = outlook.profit;
  const formula = `Φ((−${money(limit)} − (${money(estimate)})) ÷ ${money(standardError)})`;
  return { ...meant('loss', outlook), formula };
}

/** What choosing among `carrots` may have added. `best`: how far the best of so many alike ones lies out. */
export function selectionExplanation(
  outlook: PolicyOutlook,
  discount: number,
  carrots: number,
  best: number,
): Explanation {
  const error = best > 0 ? money(discount / best) : money(0);
  const formula = `E[max Z₁…Z${carrots}] ${write(best, 'decimal')} × ${error}`;
  return { ...meant('selection', outlook), formula, source: outlookTexts().explain.winner };
}

function meant(
  figure: OutlookFigure | 'loss' | 'selection',
  { stakes: { beliefs } }: PolicyOutlook,
): Pick<Explanation, 'title' | 'meaning' | 'method'> & { readonly method: string } {
  const t = outlookTexts();
  const [belief] = beliefs.values();
  const method = t.explain.method[belief?.method ?? 'raw'];
  return { title: t.figures[figure], meaning: t.explain[figure], method };
}
