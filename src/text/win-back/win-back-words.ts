import { language } from '../language.svelte.ts';
import { winBackEn } from './en.ts';
import { winBackKo, type WinBackWords } from './ko.ts';

/** The texts about a win-back chain in the current language. Apart from the catalogue, because they are loaded when it is looked at. */
export function winBackWords(): WinBackWords {
  return { ko: winBackKo, en: winBackEn }[language.code];
}

/** A figure of the chain, as the texts call it. */
export type WinBackFigureKey = keyof WinBackWords['figure'];
