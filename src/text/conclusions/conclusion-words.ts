import { language } from '../language.svelte.ts';
import { conclusionsEn } from './en.ts';
import { conclusionsKo, type ConclusionTexts } from './ko.ts';

/** The texts about concluded results, in the current language. Apart from the catalogue: they are loaded when wanted. */
export function conclusionTexts(): ConclusionTexts {
  return { ko: conclusionsKo, en: conclusionsEn }[language.code];
}
