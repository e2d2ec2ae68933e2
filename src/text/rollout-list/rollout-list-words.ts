import { language } from '../language.svelte.ts';
import { rolloutListEn } from './en.ts';
import { rolloutListKo, type RolloutListWords } from './ko.ts';

/** The texts about the lists of a rollout in the current language. Apart from the catalogue, because one panel alone needs them. */
export function rolloutListWords(): RolloutListWords {
  return { ko: rolloutListKo, en: rolloutListEn }[language.code];
}
