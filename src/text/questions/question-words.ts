import { language } from '../language.svelte.ts';
import { questionsEn } from './en.ts';
import { questionsKo, type QuestionWords } from './ko.ts';

/** The texts about a plan's questions in the current language. Apart from the catalogue, because they are loaded when they are looked at. */
export function questionTexts(): QuestionWords {
  return { ko: questionsKo, en: questionsEn }[language.code];
}
