import { catalogue } from '#text/language.svelte.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';
import type { Metric } from './significance-address.ts';
import type { ComparisonRow, SignificanceResult } from './significance-result.ts';

type Explain = () => Explanation;

/** What the figures of one comparison say about themselves, with the numbers of its arms filled in. */
export function comparisonExplanations(
  { label, place, pValue }: ComparisonRow,
  { arms, comparisons }: SignificanceResult,
  metric: Metric,
): Record<'difference' | 'lift' | 'pValue' | 'adjusted', Explain> {
  const t = catalogue().tools.significance;
  const title = (figure: string) => `${t.arm(label)} · ${figure}`;
  const share = (at: number) => {
    const arm = arms[at];
    if (!arm) return '?';
    return arm.events === null ? String(arm.estimate ?? '?') : `${arm.events}/${arm.size}`;
  };
  const ofRate = metric === 'rate';
  return {
    difference: () => ({
      title: title(t.column.difference),
      meaning: ofRate ? t.explain.difference : t.explain.differenceMean,
      formula: `${share(place)} − ${share(0)}`,
      method: ofRate ? t.methodName.score : t.methodName.welch,
      source: ofRate ? 'Miettinen & Nurminen (1985)' : 'Welch (1947); R t.test',
    }),
    lift: () => ({
      title: title(t.column.lift),
      meaning: t.explain.lift,
      formula: `(${share(place)}) / (${share(0)}) − 1`,
      method: ofRate ? t.methodName.scoreRatio : t.methodName.fieller,
      source: ofRate ? 'Miettinen & Nurminen (1985)' : 'Fieller (1954)',
    }),
    pValue: () => ({
      title: title(t.column.pValue),
      meaning: t.explain.pValue,
      method: ofRate ? t.methodName.score : t.methodName.welch,
      source: ofRate ? 'Miettinen & Nurminen (1985)' : 'Welch (1947); R t.test',
    }),
    adjusted: () => ({
      title: title(t.column.adjusted),
      meaning: t.explain.adjusted,
      formula: comparisons
        .flatMap((row) =>
          row.pValue.ok ? [`${row.label}: ${row.pValue.value.toPrecision(4)}`] : [],
        )
        .join(', '),
      method: pValue.ok ? t.methodName.holm : '–',
      source: 'Holm (1979); R p.adjust',
    }),
  };
}
