import { designOutlook as en } from './en/design-outlook.ts';
import { designOutlook as ko, type DesignOutlook } from './ko/design-outlook.ts';
import { language } from './language.svelte.ts';

/** The texts about what a plan earns, in the current language. Apart from the catalogue: they are loaded when wanted. */
export function outlookWords(): DesignOutlook {
  return { ko, en }[language.code];
}
