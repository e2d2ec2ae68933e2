import { allocate } from '#core/design/allocation.ts';
import { mostArms } from '#core/design/arm.ts';
import { armSizes } from '#core/design/cost.ts';
import type { Design } from '#core/design/design.ts';
import { withRuns } from '#core/design/factor-arms.ts';
import type { PlanSuggestion } from '#core/design/factorial/plan-suggestion.ts';
import { nameArm } from './arm-naming.ts';

/** So many customers of the smallest cell each arm should have at least. */
const fewestPerCell = 30;

/** The most runs there can be beside the holdout. */
export const mostRuns = mostArms - 1;

/** Customers of the smallest cell that has any; null while nobody is counted. */
export function smallestCell(population: readonly number[]): number | null {
  const inhabited = population.filter((customers) => customers > 0);
  return inhabited.length > 0 ? Math.min(...inhabited) : null;
}

/**
 * How many runs the customers allow: so that every arm, the holdout among them, gets 30 of the smallest cell; 4 at least, since
 * fewer are no plan. Example: 445 customers allow 13.
 */
export function advisedRuns(population: readonly number[]): number {
  const smallest = smallestCell(population);
  if (smallest === null) return 8;
  return Math.max(4, Math.min(mostRuns, Math.floor(smallest / fewestPerCell) - 1));
}

/** Customers of one arm of a plan. */
export interface PlanSize {
  /** Null where the customers do not suffice at all. */
  readonly perArm: number | null;
  /** Where the allocation has to shrink for it: customers per cell and arm. */
  readonly shrunkTo: number | null;
}

/** How many customers each arm of a plan gets as the sample is divided now, or at most where that does not fit. */
export function planSize(
  design: Design,
  { kind, runs }: PlanSuggestion,
  population: readonly number[],
): PlanSize {
  const filled = withRuns(design, kind, runs, nameArm);
  if (!filled.ok) return { perArm: null, shrunkTo: null };
  const counts = allocate(filled.value, population);
  if (counts.ok) {
    const carrots = armSizes(counts.value, filled.value.arms.length).slice(-runs.length);
    return { perArm: Math.min(...carrots), shrunkTo: null };
  }
  if (counts.problem.code !== 'quota-exceeds-cell' || counts.problem.most < 1) {
    return { perArm: null, shrunkTo: null };
  }
  const { most } = counts.problem;
  return { perArm: most * population.filter((customers) => customers > 0).length, shrunkTo: most };
}
