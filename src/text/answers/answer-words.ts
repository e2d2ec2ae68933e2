import { language } from '../language.svelte.ts';
import { answersEn } from './en.ts';
import { answersKo, type AnswerTexts } from './ko.ts';

/** The texts about the answers to a plan's questions, in the current language. Apart from the catalogue: they are loaded when wanted. */
export function answerTexts(): AnswerTexts {
  return { ko: answersKo, en: answersEn }[language.code];
}
