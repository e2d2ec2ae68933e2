import { isShare, type WinBackFactor } from '#core/rollout/win-back/sensitivity-inputs.ts';
import { currency } from '#text/currency.svelte.ts';
import { formatFigure, formatMoney, formatShare } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';

/** A value of an input, in its own unit. */
export function factorText(factor: WinBackFactor, value: number): string {
  if (isShare(factor)) return formatShare(value, language.code);
  return /cost|order-value/.test(factor)
    ? formatMoney(Math.round(value * 10) / 10, currency.code, language.code)
    : formatFigure(value, 'score', language.code, currency.code);
}

/** Profit as money with its sign, a return as per cent. */
export function outcomeText(value: number, measure: 'profit' | 'roi'): string {
  return measure === 'roi'
    ? formatShare(value, language.code)
    : formatMoney(Math.round(value), currency.code, language.code, true);
}
