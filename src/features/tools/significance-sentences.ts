import {
  formatCount,
  formatDecimal,
  formatPValue,
  formatPoints,
  formatShare,
} from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { numberOf } from './parameter.ts';
import { reasonFor } from './parameter-sentence.ts';
import { testName } from './comparison-explanations.ts';
import type { Adjustment, SignificanceInputs } from './significance-address.ts';
import type { Finding, Verdict } from './significance-verdict.ts';

/** The verdict as a headline and what doubts and next steps belong to it. */
export function verdictSentences(
  verdict: Verdict,
  inputs: SignificanceInputs,
): { readonly title: string; readonly lede: string } {
  const t = catalogue().tools.significance;
  const v = t.verdict;
  const { metric, alpha } = inputs;
  const kind = outcomeKinds(inputs).difference;
  const change = (value: number) => differenceText(value, kind);
  const size = (value: number) => change(Math.abs(value)).replace(/^\+/, '');
  const confidence = confidenceText(alpha);
  const names = (labels: readonly string[]) =>
    new Intl.ListFormat(language.code).format(labels.map((label) => t.arm(label)));
  if (verdict.kind === 'not-computable') {
    return { title: v.notComputable(reasonFor(verdict.reason)), lede: '' };
  }
  const { lead, fewEvents } = verdict;
  const doubt = fewEvents ? [v.fewEvents] : [];
  if (verdict.kind === 'undecided') {
    const rise = verdict.detectable === null ? [] : [v.detectable(size(verdict.detectable))];
    const interval = v.undecidedInterval(t.arm(lead.label), change(lead.low), change(lead.high));
    const disagreeing = lead.adjusted < alpha ? exactText(lead, alpha) : [];
    return { title: v.undecided, lede: [interval, ...disagreeing, ...rise, ...doubt].join(' ') };
  }
  const say = {
    better: { rate: v.betterRate, mean: v.betterMean },
    worse: { rate: v.worseRate, mean: v.worseMean },
  }[verdict.kind][metric];
  const sentences = [
    v.interval(confidence, change(lead.low), change(lead.high)),
    pValueText(lead, inputs),
    ...exactText(lead, alpha),
    ...(verdict.narrow ? [v.narrow] : []),
    ...(verdict.alsoBetter.length > 0 ? [v.alsoBetter(names(verdict.alsoBetter))] : []),
    ...(verdict.alsoWorse.length > 0 ? [v.alsoWorse(names(verdict.alsoWorse))] : []),
    ...doubt,
    verdict.kind === 'better' ? v.nextBetter : v.nextWorse,
  ];
  return { title: say(t.arm(lead.label), size(lead.difference)), lede: sentences.join(' ') };
}

/** Under the title of a table of comparisons: the test, the kind of interval, the adjustment. */
export function comparisonSub(inputs: SignificanceInputs, adjust: Adjustment): string {
  const t = catalogue().tools.significance;
  const { metric, method, alpha, arms } = inputs;
  const confidence = confidenceText(alpha);
  const several = arms.length > 2;
  const parts = [
    t.againstSub(
      testName(method),
      several && adjust === 'dunnett' ? t.simultaneous(confidence) : confidence,
    ),
    ...(several ? [t.adjustment[adjust]] : []),
    ...(metric === 'rate' && method !== 'score' ? [t.scoreInterval] : []),
  ];
  return parts.join(' · ');
}

/** A difference in the unit of the outcome, with its sign. */
export function differenceText(value: number, kind: OutcomeKinds['difference']): string {
  if (kind === 'points') return formatPoints(value, language.code);
  const format = kind === 'count' ? formatCount : formatDecimal;
  return `${value > 0 ? '+' : ''}${format(value, language.code)}`;
}

/** How estimates and differences of this outcome are written: means in the thousands without decimals. */
export interface OutcomeKinds {
  readonly estimate: 'share' | 'count' | 'decimal';
  readonly difference: 'points' | 'count' | 'decimal';
}

export function outcomeKinds({ metric, arms }: SignificanceInputs): OutcomeKinds {
  if (metric === 'rate') return { estimate: 'share', difference: 'points' };
  const large = arms.some(([, mean]) => Math.abs(numberOf(mean ?? '') ?? 0) >= 1000);
  const kind = large ? 'count' : 'decimal';
  return { estimate: kind, difference: kind };
}

/** Example: alpha 0.05 is `95%`. */
export function confidenceText(alpha: number): string {
  const share = Number((1 - alpha).toPrecision(12));
  const whole = Number((share * 100).toPrecision(10));
  return Number.isInteger(whole) ? `${whole}%` : formatShare(share, language.code);
}

function pValueText({ adjusted }: Finding, { arms, adjust }: SignificanceInputs): string {
  const v = catalogue().tools.significance.verdict;
  const written = formatPValue(adjusted, language.code);
  return arms.length > 2 && adjust !== 'none' ? v.pValueAdjusted(written) : v.pValue(written);
}

/** What the exact test says of a clear result that rests on few responses. */
function exactText({ exact }: Finding, alpha: number): string[] {
  if (exact === null) return [];
  const v = catalogue().tools.significance.verdict;
  const written = formatPValue(exact, language.code);
  return [exact < alpha ? v.exactAgrees(written) : v.exactDisagrees(written)];
}
