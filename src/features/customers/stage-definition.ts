import type { Stage, StageRules } from '#core/customers/journey.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** What a stage means under the rules, in words. Without order counts, active takes in all recent buyers. */
export function stageDefinition(stage: Stage, rules: StageRules, knowsOrders: boolean): string {
  const t = catalogue().customers.stages.definitions;
  const count = (number: number) => formatCount(number, language.code);
  const months = count(rules.inactiveFromMonths);
  switch (stage) {
    case 'prospect':
      return t.prospect();
    case 'new':
      return t.new(months, count(rules.newUpToOrders));
    case 'active':
      return knowsOrders
        ? t.active(months, count(rules.newUpToOrders))
        : t.activeWithoutOrders(months);
    case 'inactive':
      return t.inactive(months);
    case 'wake-up':
      return t['wake-up'](months, count(rules.wakeUpGapMonths));
  }
}
