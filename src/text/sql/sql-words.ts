import { language } from '../language.svelte.ts';
import { sqlEn } from './en.ts';
import { sqlKo, type SqlWords } from './ko.ts';

/** The texts of the SQL console in the current language. Apart from the catalogue, because one screen alone needs them. */
export function sqlWords(): SqlWords {
  return { ko: sqlKo, en: sqlEn }[language.code];
}
