import { language } from '../language.svelte.ts';
import { comparisonsEn } from './en.ts';
import { comparisonsKo, type ComparisonWords } from './ko.ts';

/** The texts about metrics, about what stands beside a comparison and about the rules of reading, in the current language. Apart from the catalogue, because the panels are loaded when a result is read. */
export function comparisonWords(): ComparisonWords {
  return { ko: comparisonsKo, en: comparisonsEn }[language.code];
}
