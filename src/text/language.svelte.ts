import { en } from './en.ts';
import { ko, type Catalogue } from './ko.ts';

export type LanguageCode = 'ko' | 'en';

const catalogues: Record<LanguageCode, Catalogue> = { ko, en };

/** The language of the page. One for the whole tab: set by the switch, the address (`?lang=`) or the browser. */
class Language {
  #code = $state<LanguageCode>('ko');

  get code(): LanguageCode {
    return this.#code;
  }

  set code(code: LanguageCode) {
    this.#code = code;
  }
}

export const language = new Language();

/** Every text in the current language. Example: `const t = $derived(catalogue().design)`. */
export function catalogue(): Catalogue {
  return catalogues[language.code];
}
