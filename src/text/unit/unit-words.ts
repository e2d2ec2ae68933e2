import { language } from '../language.svelte.ts';
import { unitEn } from './en.ts';
import { unitKo, type UnitWords } from './ko.ts';

/** The texts about unit economics in the current language. Apart from the catalogue, because they are loaded when the panel is looked at. */
export function unitWords(): UnitWords {
  return { ko: unitKo, en: unitEn }[language.code];
}
