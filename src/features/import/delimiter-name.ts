import { catalogue } from '#text/language.svelte.ts';

export const commonDelimiters = [',', '\t', ';', '|'] as const;

/** A separator in words: a tab cannot be seen. */
export function delimiterName(delimiter: string): string {
  const t = catalogue().importing;
  const common = commonDelimiters.find((candidate) => candidate === delimiter);
  return common ? t.delimiters[common] : t.otherDelimiter(delimiter);
}
