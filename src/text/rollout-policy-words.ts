import { rolloutPolicy as en } from './en/rollout-policy.ts';
import { rolloutPolicy as ko, type RolloutPolicy } from './ko/rollout-policy.ts';
import { language } from './language.svelte.ts';

/** The texts about who gets which carrot, in the current language. Apart from the catalogue: they load with the panel. */
export function policyWords(): RolloutPolicy {
  return { ko, en }[language.code];
}
