import { language } from '../language.svelte.ts';
import { rolloutProcessEn } from './en.ts';
import { rolloutProcessKo, type RolloutProcessWords } from './ko.ts';

/** The texts of the process sheet in the current language. Apart from the catalogue, because one panel alone needs them. */
export function rolloutProcessWords(): RolloutProcessWords {
  return { ko: rolloutProcessKo, en: rolloutProcessEn }[language.code];
}
