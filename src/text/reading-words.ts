import { readingFiles as en } from './en/reading-files.ts';
import { readingFiles as ko, type ReadingFiles } from './ko/reading-files.ts';
import { language } from './language.svelte.ts';

/** The texts about the files and columns of a result in the current language. Apart from the catalogue: only results want them. */
export function readingWords(): ReadingFiles {
  return { ko, en }[language.code];
}
