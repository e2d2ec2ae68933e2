import { language } from '../language.svelte.ts';
import { everywhereEn } from './en.ts';
import { everywhereKo, type EverywhereWords } from './ko.ts';

/** The texts of "same everywhere, or not?" in the current language. Apart from the catalogue, because the panel is loaded when a result is read. */
export function everywhereWords(): EverywhereWords {
  return { ko: everywhereKo, en: everywhereEn }[language.code];
}
