import type { Catalogue } from './ko.ts';

export type LanguageCode = 'ko' | 'en';

const files: Record<LanguageCode, () => Promise<Catalogue>> = {
  ko: async () => (await import('./ko.ts')).ko,
  en: async () => (await import('./en.ts')).en,
};
const loaded: Partial<Record<LanguageCode, Catalogue>> = {};

/** Brings the texts of a language; to be waited for before the language is set. A reader needs one of the two. */
export async function loadCatalogue(code: LanguageCode): Promise<void> {
  loaded[code] ??= await files[code]();
}

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
  const texts = loaded[language.code];
  if (!texts) throw new Error(`The texts of "${language.code}" were not loaded.`);
  return texts;
}
