import {
  formatCount,
  formatDecimal,
  formatMoney,
  formatPoints,
  formatPointSize,
  formatPValue,
  formatShare,
} from '#text/format.ts';
import type { LanguageCode } from '#text/language.svelte.ts';

/** Numbers as the sentences of the answers write them; a number and its unit stay on one line. */
export class Written {
  readonly #language: LanguageCode;
  readonly #currency: string;

  constructor({
    language,
    currency,
  }: {
    readonly language: LanguageCode;
    readonly currency: string;
  }) {
    this.#language = language;
    this.#currency = currency;
  }

  /** With its sign. */
  points(difference: number): string {
    return formatPoints(difference, this.#language).replace(' ', '\u00a0');
  }

  /** Without a sign, where the direction says nothing. */
  size(difference: number): string {
    return formatPointSize(difference, this.#language).replace(' ', '\u00a0');
  }

  money(amount: number): string {
    return formatMoney(amount, this.#currency, this.#language, true);
  }

  count(count: number): string {
    return formatCount(count, this.#language);
  }

  /** How many times as many. */
  times(factor: number): string {
    return formatDecimal(factor, this.#language, 1);
  }

  pValue(pValue: number): string {
    return formatPValue(pValue, this.#language);
  }

  /** Without a fraction where it has none: 95%, but 99.9%. */
  share(share: number): string {
    return formatShare(share, this.#language).replace(/[.,]0(?=\s?%)/, '');
  }
}
