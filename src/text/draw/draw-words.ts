import { language } from '../language.svelte.ts';
import { drawEn } from './en.ts';
import { drawKo, type DrawWords } from './ko.ts';

/** The texts about a drawn list in the current language. Apart from the catalogue, because one screen alone needs them. */
export function drawWords(): DrawWords {
  return { ko: drawKo, en: drawEn }[language.code];
}
