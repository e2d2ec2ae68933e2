import { language } from '../language.svelte.ts';
import { overTimeEn } from './en.ts';
import { overTimeKo, type OverTimeWords } from './ko.ts';

/** The texts of a result day by day in the current language. Apart from the catalogue: the panel is loaded when a result is read. */
export function overTimeWords(): OverTimeWords {
  return { ko: overTimeKo, en: overTimeEn }[language.code];
}
