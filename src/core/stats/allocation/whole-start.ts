import { refuse, succeed, type Result } from '#core/result.ts';
import type { AllocationProblem } from './allocation-region.ts';

/** Whole customers to start from, and the fewest that each group keeps. */
export interface WholeStart {
  readonly customers: number[];
  readonly fewest: readonly number[];
}

/**
 * An allocation rounded down, with at least one customer wherever a question looks. Where that is more than a cell has or than
 * the money buys, the largest groups (of the cell; the dearest) give back.
 * Refuses `cell-below-limits` and `budget-below-limits` when even the fewest whole customers are too many, with both numbers.
 */
export function wholeStart(
  { groups, available, requirements }: AllocationProblem,
  exact: readonly number[],
  budget: number,
): Result<WholeStart> {
  const fewest = groups.map(({ lower }, group) => {
    const asked = requirements.some(({ contrasts }) =>
      contrasts.some((row) => (row[group] ?? 0) !== 0),
    );
    return Math.max(asked ? 1 : 0, Math.ceil(lower));
  });
  const customers = groups.map(({ upper }, group) => {
    // What is a whole number but for rounding stays one.
    const down = Math.floor((exact[group] ?? 0) + 1e-6);
    return Math.max(fewest[group] ?? 0, Math.min(down, Math.floor(upper)));
  });
  const spare = (group: number): number => (customers[group] ?? 0) - (fewest[group] ?? 0);
  const giveBack = (among: readonly number[], rank: (group: number) => number): boolean => {
    const rich = among.filter((group) => spare(group) > 0);
    if (rich.length === 0) return false;
    const most = rich.reduce((best, group) => (rank(group) > rank(best) ? group : best));
    customers[most] = (customers[most] ?? 0) - 1;
    return true;
  };
  for (const [cell, has] of available.entries()) {
    const members = [...groups.keys()].filter((group) => groups[group]?.cell === cell);
    const taken = () => members.reduce((sum, group) => sum + (customers[group] ?? 0), 0);
    while (taken() > has) {
      if (giveBack(members, (group) => customers[group] ?? 0)) continue;
      return refuse({ code: 'cell-below-limits', cell, wanted: taken(), available: has });
    }
  }
  const price = () =>
    groups.reduce((sum, { cost }, group) => sum + cost * (customers[group] ?? 0), 0);
  while (price() > budget * (1 + 1e-12)) {
    if (giveBack([...groups.keys()], (group) => groups[group]?.cost ?? 0)) continue;
    return refuse({ code: 'budget-below-limits', budget, least: price() });
  }
  return succeed({ customers, fewest });
}
