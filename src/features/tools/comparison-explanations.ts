import { catalogue } from '#text/language.svelte.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';
import type { SignificanceInputs, TestMethod } from './significance-address.ts';
import { methodSources } from './method-sources.ts';
import type { ArmRow } from './significance-result.ts';
import type { ShownComparison } from './shown-comparison.ts';

type Explain = () => Explanation;

const adjustmentSources = {
  holm: 'Holm (1979); R p.adjust',
  dunnett: 'Dunnett (1955); R mvtnorm',
  bonferroni: 'Bonferroni; R p.adjust',
  none: '–',
};

/** What a test is called on the screen. */
export function testName(method: TestMethod): string {
  const names = catalogue().tools.significance.methodName;
  return {
    score: names.score,
    boschloo: names.boschloo,
    fisher: names.fisher,
    'pooled-z': names.pooledZ,
    welch: names.welch,
    student: names.student,
  }[method];
}

/** What the figures of one comparison say about themselves, with the numbers of its arms filled in. */
export function comparisonExplanations(
  { title: about, place, against, exact }: ShownComparison,
  arms: readonly ArmRow[],
  family: readonly ShownComparison[],
  { metric, method, adjust }: SignificanceInputs,
): Record<'difference' | 'lift' | 'pValue' | 'exact' | 'adjusted', Explain> {
  const t = catalogue().tools.significance;
  const title = (figure: string) => `${about} · ${figure}`;
  const share = (at: number) => {
    const arm = arms[at];
    if (!arm) return '?';
    return arm.events === null ? String(arm.estimate ?? '?') : `${arm.events}/${arm.size}`;
  };
  const ofRate = metric === 'rate';
  const adjustment = against === 0 || adjust !== 'dunnett' ? adjust : 'holm';
  return {
    difference: () => ({
      title: title(t.column.difference),
      meaning: ofRate ? t.explain.difference : t.explain.differenceMean,
      formula: `${share(place)} − ${share(against)}`,
      method: ofRate ? t.methodName.score : testName(method),
      source: methodSources[ofRate ? 'score' : method],
    }),
    lift: () => ({
      title: title(t.column.lift),
      meaning: t.explain.lift,
      formula: `(${share(place)}) / (${share(against)}) − 1`,
      method: ofRate ? t.methodName.scoreRatio : t.methodName.fieller,
      source: ofRate ? methodSources.score : 'Fieller (1954)',
    }),
    pValue: () => ({
      title: title(t.column.pValue),
      meaning: t.explain.pValue,
      method: testName(method),
      source: methodSources[method],
    }),
    exact: () => ({
      title: title(t.column.exact),
      meaning: t.explain.exact,
      method: testName(exact?.test ?? 'boschloo'),
      source: methodSources[exact?.test ?? 'boschloo'],
    }),
    adjusted: () => ({
      title: title(t.column.adjusted),
      meaning: t.explain.adjusted,
      formula: family
        .flatMap(({ title: name, pValue }) =>
          pValue.ok ? [`${name}: ${pValue.value.toPrecision(4)}`] : [],
        )
        .join(', '),
      method: t.adjustment[adjustment],
      source: adjustmentSources[adjustment],
    }),
  };
}
