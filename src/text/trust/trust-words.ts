import { language } from '../language.svelte.ts';
import { trustEn } from './en.ts';
import { trustKo, type TrustWords } from './ko.ts';

/** The texts of the checks before a result, in the current language. Apart from the catalogue: they load with a result. */
export function trustWords(): TrustWords {
  return { ko: trustKo, en: trustEn }[language.code];
}
