import { language } from '../language.svelte.ts';
import { reportEn } from './en.ts';
import { reportKo, type ReportTexts } from './ko.ts';

/** The texts of the summary, the report and the exports, in the current language. Apart from the catalogue: they are loaded when wanted. */
export function reportTexts(): ReportTexts {
  return { ko: reportKo, en: reportEn }[language.code];
}
