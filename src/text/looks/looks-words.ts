import { language } from '../language.svelte.ts';
import { looksEn } from './en.ts';
import { looksKo, type LooksWords } from './ko.ts';

/** The texts of how often a result is looked at, in the current language. Apart from the catalogue: the panel is loaded with the design. */
export function looksWords(): LooksWords {
  return { ko: looksKo, en: looksEn }[language.code];
}
