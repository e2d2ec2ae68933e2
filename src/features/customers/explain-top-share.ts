import { formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';

/** How the share of the top 20 % is counted; null where there are no amounts. */
export function explainTopShare(topShare: number | null): Explanation {
  const t = catalogue().customers.concentration;
  const explanation = {
    title: t.explainTitle,
    meaning: t.explainMeaning,
    method: t.explainMethod,
    source: t.explainSource,
  };
  if (topShare === null) return explanation;
  return { ...explanation, formula: t.explainFormula(formatShare(topShare, language.code)) };
}
