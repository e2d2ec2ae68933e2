import { rollout as en } from './en/rollout.ts';
import { rollout as ko, type Rollout } from './ko/rollout.ts';
import { language } from './language.svelte.ts';

/** The texts of the rollout screen in the current language. Apart from the catalogue: they load with the screen. */
export function rolloutWords(): Rollout {
  return { ko, en }[language.code];
}
