import { designFactors as en } from './en/design-factors.ts';
import { designFactors as ko, type DesignFactors } from './ko/design-factors.ts';
import { language } from './language.svelte.ts';

/** The texts about factors and their plans in the current language. Apart from the catalogue: they are loaded when wanted. */
export function factorWords(): DesignFactors {
  return { ko, en }[language.code];
}
