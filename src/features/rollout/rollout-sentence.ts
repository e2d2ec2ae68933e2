import { profitByShare } from '#core/rollout/outlook/profit-by-share.ts';
import type { PolicyOutlook } from '#core/rollout/outlook/project-policy.ts';
import { formatChance, formatCount, formatMoney } from '#text/format.ts';
import { catalogue, type LanguageCode } from '#text/language.svelte.ts';
import { rolloutWords } from '#text/rollout-words.ts';
import { bestPoint } from './outlook/profit-fan.ts';

/** How sure a gain must be before the sentence says to go ahead. */
const sureOfGain = 0.95;
/** Sending to fewer is worth a word where it brings this share of the cost more. */
const worthAWord = 0.05;

/** What the rollout would bring, how sure that is, and what to do. `carrot` null: each cell its own. */
export function rolloutSentence(
  carrot: string | null,
  outlook: PolicyOutlook,
  language: LanguageCode,
  currency: string,
): { readonly headline: string; readonly detail: string } {
  const t = rolloutWords().headline;
  const { profit, chanceOfGain, cost, sent, stakes } = outlook;
  const people = (customers: number) =>
    catalogue().common.units.customers(formatCount(Math.round(customers), language));
  // A forecast is not known to the last won.
  const rough = (amount: number) => Number(amount.toPrecision(3));
  const signed = (amount: number) => formatMoney(rough(amount), currency, language, true);
  const plain = (amount: number) => formatMoney(Math.abs(rough(amount)), currency, language);
  const { low, high } = profit.interval;
  const best = bestPoint(profitByShare(stakes));
  const isBetterForFewer =
    best !== null &&
    best.estimate > 0 &&
    best.estimate > profit.estimate + worthAWord * cost.estimate;
  const next = isBetterForFewer
    ? t.next.fewer(people(best.customers), plain(best.estimate))
    : chanceOfGain >= sureOfGain
      ? t.next.goAhead
      : chanceOfGain >= 0.5
        ? t.next.partFirst
        : t.next.cheaper;
  const isGain = profit.estimate >= 0;
  const said = isGain ? t.gain : t.loss;
  const saidByCell = isGain ? t.gainByCell : t.lossByCell;
  const amount = plain(profit.estimate);
  return {
    headline:
      carrot === null ? saidByCell(people(sent), amount) : said(carrot, people(sent), amount),
    detail: `${t.doubt(formatChance(chanceOfGain, language), signed(low), signed(high))} ${next}`,
  };
}
