import type { RolloutProjection } from '#core/rollout/projection.ts';
import { formatCount, formatMoney } from '#text/format.ts';
import { catalogue, type LanguageCode } from '#text/language.svelte.ts';
import { rolloutWords } from '#text/rollout-words.ts';

/** What the rollout would bring, and how sure that is. */
export function rolloutSentence(
  carrot: string,
  { population, profit }: RolloutProjection,
  language: LanguageCode,
  currency: string,
): { readonly headline: string; readonly detail: string } {
  const t = rolloutWords().headline;
  const people = catalogue().common.units.customers(formatCount(population, language));
  // A forecast is not known to the last won.
  const rough = (amount: number) => Number(amount.toPrecision(3));
  const signed = (amount: number) => formatMoney(rough(amount), currency, language, true);
  const plain = formatMoney(Math.abs(rough(profit.estimate)), currency, language);
  const [low, high] = [signed(profit.low), signed(profit.high)];
  if (profit.estimate >= 0)
    return {
      headline: t.gain(carrot, people, plain),
      detail: profit.low >= 0 ? t.gainSure(low, high) : t.gainUnsure(low, high),
    };
  return {
    headline: t.loss(carrot, people, plain),
    detail: profit.high < 0 ? t.lossSure(high) : t.lossUnsure(low, high),
  };
}
