import { language } from '../language.svelte.ts';
import { practiceEn } from './en.ts';
import { practiceKo, type PracticeWords } from './ko.ts';

/** The texts of the practice campaigns in the current language. Apart from the catalogue: they come with their list. */
export function practiceWords(): PracticeWords {
  return { ko: practiceKo, en: practiceEn }[language.code];
}
