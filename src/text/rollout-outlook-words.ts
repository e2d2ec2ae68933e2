import { rolloutOutlook as en } from './en/rollout-outlook.ts';
import { rolloutOutlook as ko, type RolloutOutlook } from './ko/rollout-outlook.ts';
import { language } from './language.svelte.ts';

/** The texts of what a rollout would earn, in the current language. Apart from the catalogue: they load with the panel. */
export function outlookTexts(): RolloutOutlook {
  return { ko, en }[language.code];
}
