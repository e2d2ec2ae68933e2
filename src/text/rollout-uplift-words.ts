import { rolloutUplift as en } from './en/rollout-uplift.ts';
import { rolloutUplift as ko, type RolloutUplift } from './ko/rollout-uplift.ts';
import { language } from './language.svelte.ts';

/** The texts about whom a carrot moves, in the current language. Apart from the catalogue: they load with the panel. */
export function upliftWords(): RolloutUplift {
  return { ko, en }[language.code];
}
