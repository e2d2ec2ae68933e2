import type { Result } from '#core/result.ts';
import { formatCount, formatDecimal, formatPoints, formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { reasonFor } from './parameter-sentence.ts';
import type { SampleSizeInputs } from './sample-size-address.ts';
import { levelOfEach } from './several-carrots.ts';
import { questionOf, totalSize, type Plan } from './sample-size-result.ts';

/** The answer as a headline, and what it is the answer to. */
export function planSentences(
  inputs: SampleSizeInputs,
  plan: Result<Plan>,
): { readonly title: string; readonly lede: string } {
  const t = catalogue().tools.sampleSize;
  if (!plan.ok) return { title: t.headline.none, lede: impossible(inputs, plan.problem.code) };
  const { lift, power } = plan.value;
  const reached = power.ok ? power.value : inputs.power;
  const weak = questionOf(inputs) === 'power' && reached < 0.5 ? [t.lede.weak] : [];
  return {
    title: headline(inputs, plan.value),
    lede: [purpose(inputs, lift, reached), ...several(inputs), ...weak].join(' '),
  };
}

/** A difference in the unit of the outcome. */
export function liftText(lift: number, inputs: SampleSizeInputs): string {
  return inputs.metric === 'rate'
    ? formatPoints(lift, language.code)
    : `${lift > 0 ? '+' : ''}${amountText(lift, inputs)}`;
}

/** How amounts of the outcome are written: where they run into the thousands, without decimals. */
export function amountKind({ metric, sd }: SampleSizeInputs): 'points' | 'count' | 'decimal' {
  if (metric === 'rate') return 'points';
  return sd >= 1000 ? 'count' : 'decimal';
}

function amountText(amount: number, inputs: SampleSizeInputs): string {
  const format = amountKind(inputs) === 'count' ? formatCount : formatDecimal;
  return format(amount, language.code);
}

/** The normal approximation gets rough where an arm expects fewer than ten responses. */
export function expectsFewResponses(
  { metric, baseline }: SampleSizeInputs,
  { control, treatment, lift }: Plan,
): boolean {
  const expected = [control.exact * baseline, treatment.exact * (baseline + lift)];
  return metric === 'rate' && Math.min(...expected) < 10;
}

function headline(inputs: SampleSizeInputs, plan: Plan): string {
  const { control, treatment, lift, power } = plan;
  const t = catalogue().tools.sampleSize.headline;
  const count = (size: number) => formatCount(size, language.code);
  const question = questionOf(inputs);
  if (question === 'power' && power.ok) {
    return t.power(formatShare(power.value, language.code), liftText(lift, inputs));
  }
  if (question === 'lift') return t.lift(liftText(lift, inputs));
  const total = count(totalSize(plan).whole);
  return inputs.ratio === 1
    ? t.size(count(control.whole), total)
    : t.sizes(count(control.whole), count(treatment.whole), total);
}

function purpose(inputs: SampleSizeInputs, lift: number, power: number): string {
  const t = catalogue().tools.sampleSize.lede;
  const share = (value: number) => formatShare(value, language.code);
  return inputs.metric === 'rate'
    ? t.rate(share(inputs.baseline), share(inputs.baseline + lift), share(power))
    : t.mean(liftText(lift, inputs), amountText(inputs.sd, inputs), share(power));
}

/** How several carrots share the risk of a false alarm. */
function several({ treatments, alpha, ...inputs }: SampleSizeInputs): string[] {
  if (treatments === 1) return [];
  const level = levelOfEach({ treatments, alpha, ...inputs });
  const t = catalogue().tools.sampleSize.lede;
  const share = (value: number) => formatShare(value, language.code, 2);
  return [t.several(formatCount(treatments, language.code), share(alpha), share(level))];
}

function impossible(inputs: SampleSizeInputs, code: string): string {
  const t = catalogue().tools.sampleSize.lede;
  const { lift, baseline } = inputs;
  if (code !== 'invalid-lift' || lift === null) return `${reasonFor(code)}.`;
  if (lift === 0) return t.noLift;
  const share = (value: number) => formatShare(value, language.code);
  return t.impossible(share(baseline), liftText(lift, inputs), share(baseline + lift));
}
