import type { CountedDesign } from '#core/design/planning/outlook-plan.ts';
import type { DesignWork } from './design-work.svelte.ts';

/** What the worker is told of the design on the screen to say what it earns; null until its cells are counted and shared out. */
export function countedDesign({ counted, plan }: DesignWork): CountedDesign | null {
  if (!counted || !plan?.counts) return null;
  const { attributes, arms, channels, power, questionPlan, earnings } = counted.design;
  return {
    design: { attributes, arms, channels, power, questionPlan, earnings },
    population: counted.quota.population,
    counts: plan.counts,
  };
}
