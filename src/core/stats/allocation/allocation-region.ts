import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { BarrierConstraint } from '../numerics/log-barrier.ts';
import type { Requirement } from './requirement.ts';

/** A cell and an arm to be given customers. */
export interface AllocationGroup {
  /** Its cell's place. */
  readonly cell: number;
  /** The variance of the outcome among its customers, above 0. */
  readonly variance: number;
  /** What one of its customers costs; above 0. */
  readonly cost: number;
  /** The fewest and the most customers it may be given. */
  readonly lower: number;
  readonly upper: number;
}

/** Which allocations are possible, and what is asked of them. */
export interface AllocationProblem {
  readonly groups: readonly AllocationGroup[];
  /** Customers that each cell has, for all its groups together. */
  readonly available: readonly number[];
  readonly requirements: readonly Requirement[];
}

/** The groups that are still to be decided, and the limits that they have in common. */
export interface AllocationRegion {
  /** Groups by place; the others are given their lower limit. */
  readonly free: readonly number[];
  /** Everybody's customers when the free ones have those of x. */
  readonly customers: (x: ArrayLike<number>) => Float64Array;
  readonly constraints: readonly BarrierConstraint[];
  /** Strictly inside, and as roomy as the budget allows. */
  readonly start: Float64Array;
}

/** Why an allocation problem cannot be, or null. */
export function allocationRegionProblem(problem: AllocationProblem): Problem | null {
  const { groups, available, requirements } = problem;
  if (groups.length === 0) return { code: 'no-groups' };
  if (requirements.length === 0) return { code: 'no-requirements' };
  for (const [group, { cell, variance, cost, lower, upper }] of groups.entries()) {
    const possible =
      [variance, cost].every((size) => size >= 1e-50 && size <= 1e50) &&
      lower >= 0 &&
      lower <= upper &&
      lower <= 1e15 &&
      (available[cell] ?? -1) >= 0;
    if (!possible) return { code: 'invalid-group', group, cell, variance, cost, lower, upper };
    const asked = requirements.some(({ contrasts }) =>
      contrasts.some((row) => (row[group] ?? 0) !== 0),
    );
    if (asked && !(upper > 0)) return { code: 'group-shut-out', group, cell };
  }
  for (const [requirement, { contrasts, effects, needed }] of requirements.entries()) {
    const possible =
      needed > 0 &&
      needed <= 1e12 &&
      contrasts.length > 0 &&
      effects.length === contrasts.length &&
      contrasts.every((row) => row.length === groups.length && row.every(Number.isFinite)) &&
      effects.every(Number.isFinite);
    if (!possible) return { code: 'invalid-requirement', requirement };
    if (effects.every((effect) => effect === 0)) return { code: 'no-effect', requirement };
  }
  return null;
}

/**
 * The allocations that are possible. Refuses `cell-below-limits` (the lower limits of a cell's groups are more than it has, by
 * how much) and `budget-below-limits` (all lower limits together cost more).
 */
export function allocationRegion(
  { groups, available, requirements }: AllocationProblem,
  budget: number,
): Result<AllocationRegion> {
  const floors = available.map((_, cell) =>
    groups.reduce((sum, group) => sum + (group.cell === cell ? group.lower : 0), 0),
  );
  for (const [cell, wanted] of floors.entries()) {
    const has = available[cell] ?? 0;
    if (wanted > has) return refuse({ code: 'cell-below-limits', cell, wanted, available: has });
  }
  const least = groups.reduce((sum, { cost, lower }) => sum + cost * lower, 0);
  if (!(budget > least)) return refuse({ code: 'budget-below-limits', budget, least });
  const roomOf = (cell: number): number => (available[cell] ?? 0) - (floors[cell] ?? 0);
  const free = [...groups.keys()].filter((place) => {
    const { cell, lower, upper } = groups[place] ?? { cell: 0, lower: 0, upper: 0 };
    const asked = requirements.some(({ contrasts }) =>
      contrasts.some((row) => (row[place] ?? 0) !== 0),
    );
    const roomy = upper - lower > 1e-9 * Math.max(1, lower);
    return asked && roomy && roomOf(cell) > 1e-9 * Math.max(1, floors[cell] ?? 0);
  });
  const base = Float64Array.from(groups, ({ lower }) => lower);
  const customers = (x: ArrayLike<number>): Float64Array => {
    const all = base.slice();
    for (const [place, group] of free.entries()) all[group] = x[place] ?? 0;
    return all;
  };
  const shareMates = (cell: number): number =>
    free.filter((group) => groups[group]?.cell === cell).length + 1;
  const rooms = free.map((group) => {
    const { cell, lower, upper } = groups[group] ?? { cell: 0, lower: 0, upper: 0 };
    return Math.min(upper - lower, roomOf(cell) / shareMates(cell), 1e6);
  });
  const price = free.reduce(
    (sum, g, place) => sum + (groups[g]?.cost ?? 0) * (rooms[place] ?? 0),
    0,
  );
  const part = 0.5 * Math.min(1, (budget - least) / price);
  const start = Float64Array.from(
    free,
    (group, place) => (groups[group]?.lower ?? 0) + part * (rooms[place] ?? 0),
  );
  const constraints = [
    ...boxConstraints(free, groups),
    ...available.flatMap((has, cell) => {
      const places = [...free.keys()].filter((place) => groups[free[place] ?? 0]?.cell === cell);
      const fixed = groups.reduce(
        (sum, group, place) =>
          sum + (group.cell === cell && !free.includes(place) ? group.lower : 0),
        0,
      );
      return places.length > 0 && Number.isFinite(has)
        ? [
            linear(
              places,
              places.map(() => -1),
              has - fixed,
            ),
          ]
        : [];
    }),
  ];
  if (Number.isFinite(budget)) {
    const costs = free.map((group) => groups[group]?.cost ?? 0);
    const fixed =
      least -
      free.reduce(
        (sum, group, place) => sum + (costs[place] ?? 0) * (groups[group]?.lower ?? 0),
        0,
      );
    constraints.push(
      linear(
        [...free.keys()],
        costs.map((cost) => -cost / budget),
        (budget - fixed) / budget,
      ),
    );
  }
  return succeed({ free, customers, constraints, start });
}

function boxConstraints(
  free: readonly number[],
  groups: readonly AllocationGroup[],
): BarrierConstraint[] {
  return free.flatMap((group, place) => {
    const { lower, upper } = groups[group] ?? { lower: 0, upper: 0 };
    const above = linear([place], [1], -lower);
    return Number.isFinite(upper) ? [above, linear([place], [-1], upper)] : [above];
  });
}

/** Room that is a weighted sum of variables and a constant. */
function linear(
  places: readonly number[],
  values: readonly number[],
  constant: number,
): BarrierConstraint {
  const slope = { places, values };
  return {
    slope: () => slope,
    room: (x) =>
      places.reduce((sum, place, at) => sum + (values[at] ?? 0) * (x[place] ?? 0), constant),
  };
}
