import type { Policy, PolicyPoint } from '#core/rollout/policy/find-policy.ts';
import type { Problem } from '#core/result.ts';
import { formatCount, formatMoney } from '#text/format.ts';
import { catalogue, type LanguageCode } from '#text/language.svelte.ts';
import { policyWords } from '#text/rollout-policy-words.ts';

/** What the plan of a budget brings, and how sure that is, in two sentences. */
export function policySentence(
  { mostUseful }: Policy,
  { budget, plan, crossFitted, interval }: PolicyPoint,
  language: LanguageCode,
  currency: string,
): string {
  const t = policyWords().sentence;
  const customers = plan.customers.reduce((sum, count) => sum + count, 0);
  if (customers < 0.5) {
    return mostUseful > 0 && budget <= 0 ? t.noBudget : `${t.nobody} ${t.nobodyAdvice}`;
  }
  // A forecast is not known to the last won.
  const rough = (amount: number) => Number(amount.toPrecision(3));
  const money = (amount: number, signed = false) => formatMoney(rough(amount), currency, language, signed); // prettier-ignore
  const people = catalogue().common.units.customers(formatCount(customers, language));
  const profit = money(Math.abs(crossFitted));
  const first = (crossFitted >= 0 ? t.gain : t.loss)(money(plan.cost), people, profit);
  const [low, high] = [money(interval.low, true), money(interval.high, true)];
  const second = interval.low >= 0 ? t.sure(low, high) : t.unsure(low, high);
  const bound = plan.shortfall > 0 ? ` ${t.bound(money(plan.shortfall))}` : '';
  return `${first} ${second}${bound}`;
}

/** Why there is no policy, in words. */
export function policyProblem({ code, column }: Problem): string {
  const t = policyWords().problem;
  const words: Readonly<Record<string, string>> = {
    'nothing-was-tried': t.nothingTried,
    'nobody-to-reach': t.nobodyToReach,
    'column-missing': t.columnMissing(String(column)),
    'negative-input': t.negative,
    'no-cells': t.noCells,
  };
  return words[code] ?? t.other;
}
