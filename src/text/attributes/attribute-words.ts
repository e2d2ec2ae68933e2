import { language } from '../language.svelte.ts';
import { attributesEn } from './en.ts';
import { attributesKo, type AttributeWords } from './ko.ts';

/** The texts about the bands of attributes and the ways to look at the quota table, in the current language. Apart from the catalogue, because they come with parts that are loaded later. */
export function attributeWords(): AttributeWords {
  return { ko: attributesKo, en: attributesEn }[language.code];
}
