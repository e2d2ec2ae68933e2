import { language, loadCatalogue, type LanguageCode } from '#text/language.svelte.ts';

export type Theme = 'system' | 'light' | 'dark';

const languageKey = 'carrotlab-language';
const themeKey = 'carrotlab-theme';

function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the tab.
  }
}

/** Language and colours of this reader, remembered in this browser. `first-paint.js` applies them before the first paint. */
class Preferences {
  #theme = $state<Theme>('system');

  /** Takes over what `first-paint.js` decided, and brings the texts; nothing can be drawn before. */
  async start(): Promise<void> {
    await this.#speak(document.documentElement.lang === 'en' ? 'en' : 'ko');
    const theme = document.documentElement.dataset.theme;
    this.#theme = theme === 'light' || theme === 'dark' ? theme : 'system';
  }

  get theme(): Theme {
    return this.#theme;
  }

  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(themeKey, theme === 'system' ? null : theme);
  }

  /** Stays with the language that there is where the other's texts cannot be had. */
  async chooseLanguage(code: LanguageCode): Promise<void> {
    try {
      await this.#speak(code);
    } catch {
      // Vite has told `site-age.svelte.ts`, which tells the reader.
      return;
    }
    document.documentElement.lang = code;
    remember(languageKey, code);
  }

  async #speak(code: LanguageCode): Promise<void> {
    await loadCatalogue(code);
    language.code = code;
  }
}

export const preferences = new Preferences();
