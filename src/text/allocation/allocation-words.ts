import { language } from '../language.svelte.ts';
import { allocationEn } from './en.ts';
import { allocationKo, type AllocationWords } from './ko.ts';

/** The texts about sharing out a sample in the current language. Apart from the catalogue: they come with their panels. */
export function allocationWords(): AllocationWords {
  return { ko: allocationKo, en: allocationEn }[language.code];
}
