import type { AllocationProblem } from '#core/stats/allocation/allocation-region.ts';
import type { QuestionAllocation } from '#core/stats/allocation/question-allocation.ts';
import type { Group } from '../questions/plan-frame.ts';

/** What keeps an optimal allocation from being better. */
export interface BindingLimits {
  /** Cells that give all they have. */
  readonly cells: readonly { readonly cell: number; readonly available: number }[];
  /** Groups at the fewest and at the most they may be given. */
  readonly atLeast: readonly Group[];
  readonly atMost: readonly Group[];
  readonly budget: boolean;
}

/** So near a limit, relative to it, is at it. */
const near = 1e-6;

/** The limits that an allocation touches; groups that no question asks about are left out. */
export function bindingLimits(
  { groups, available, requirements }: AllocationProblem,
  { customers, cost }: QuestionAllocation,
  { arms, budget }: { readonly arms: number; readonly budget: number | null },
): BindingLimits {
  const touches = (value: number, limit: number): boolean =>
    Math.abs(value - limit) <= near * Math.max(1, Math.abs(limit));
  const asked = [...groups.keys()].filter((place) =>
    requirements.some(({ contrasts }) => contrasts.some((row) => (row[place] ?? 0) !== 0)),
  );
  const at = (limitOf: (place: number) => number): Group[] =>
    asked
      .filter((place) => limitOf(place) > 0 && touches(customers[place] ?? 0, limitOf(place)))
      .map((place) => ({ cell: groups[place]?.cell ?? 0, arm: place % arms }));
  return {
    cells: available.flatMap((has, cell) => {
      const taken = groups.reduce(
        (sum, group, place) => sum + (group.cell === cell ? (customers[place] ?? 0) : 0),
        0,
      );
      return has > 0 && touches(taken, has) ? [{ cell, available: has }] : [];
    }),
    atLeast: at((place) => groups[place]?.lower ?? 0),
    atMost: at((place) => groups[place]?.upper ?? 0),
    budget: budget !== null && Number.isFinite(budget) && touches(cost, budget),
  };
}
