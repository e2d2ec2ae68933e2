import { language } from '../language.svelte.ts';
import { treeEn } from './en.ts';
import { treeKo, type TreeWords } from './ko.ts';

/** The texts of the response tree in the current language. Apart from the catalogue: the panel is loaded when a result is read. */
export function treeWords(): TreeWords {
  return { ko: treeKo, en: treeEn }[language.code];
}
