import type { Dialect } from '#core/import/dialect.ts';
import { catalogue } from '#text/language.svelte.ts';

export const commonDelimiters = [',', '\t', ';', '|', ' '] as const;

type Separation = Pick<Dialect, 'delimiter' | 'isRepeated'>;

/** A separator as a choice: a tab cannot be seen. */
export function delimiterName({ delimiter, isRepeated }: Separation): string {
  const t = catalogue().importing;
  if (delimiter === ' ' && isRepeated) return t.source.aligned;
  const common = commonDelimiters.find((candidate) => candidate === delimiter);
  return common ? t.delimiters[common] : t.otherDelimiter(delimiter);
}

/** A separator as a word in a sentence. */
export function delimiterWord(delimiter: string): string {
  const t = catalogue().importing.source;
  const common = commonDelimiters.find((candidate) => candidate === delimiter);
  return common ? t.delimiterNames[common] : t.otherDelimiterName(delimiter);
}
