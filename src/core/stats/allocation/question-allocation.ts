import { refuse, succeed, type Result } from '#core/result.ts';
import { minimiseInside, type BarrierConstraint } from '../numerics/log-barrier.ts';
import {
  allocationRegion,
  allocationRegionProblem,
  type AllocationProblem,
  type AllocationRegion,
} from './allocation-region.ts';
import { addInformationBend, logInformation, type Requirement } from './requirement.ts';

/** Customers per group, not yet whole, and how far they meet every requirement. */
export interface QuestionAllocation {
  readonly customers: readonly number[];
  readonly cost: number;
  /** Per requirement: the information as a multiple of what is needed; 1 or more where it is met. */
  readonly reached: readonly number[];
}

/**
 * The allocation whose worst question is answered best: the information about it, as a multiple of what it needs, is as
 * large as can be.
 * `problem`: groups with limits, what each cell has, and one requirement or more; `budget`: in the unit of the costs,
 * Infinity for none.
 * Refuses `no-groups`, `no-requirements`, `invalid-group`, `group-shut-out` (a question needs a group that may have nobody),
 * `invalid-requirement`, `no-effect`, `dependent-contrasts`, `cell-below-limits`, `budget-below-limits`.
 * Source: Boyd & Vandenberghe (2004), Convex Optimization, 11.3 and 7.5 (E-optimal design has the same form); Cochran (1977),
 * 5A.3 for several variances.
 * Example: 5% against 10%, costs of 1, budget 600: 252.4727 and 347.5273.
 */
export function bestWorstAllocation(
  problem: AllocationProblem,
  budget: number,
): Result<QuestionAllocation> {
  const found = bestWorst(problem, budget, Number.POSITIVE_INFINITY);
  return found.ok ? succeed(allocationAt(problem, found.value.customers)) : found;
}

/**
 * The cheapest allocation that meets every requirement within the limits.
 * `problem`: as above. Refuses what `bestWorstAllocation` refuses, and `requirements-out-of-reach` with the best that the
 * limits allow: `reached` (1 is enough) and its `customers`.
 * Source: Boyd & Vandenberghe (2004), Convex Optimization, 11.3; Bethel (1989), Survey Methodology 15 (several variance
 * limits at least cost).
 * Example: one question of two groups without limits is `cheapestAllocation`.
 */
export function cheapestForRequirements(problem: AllocationProblem): Result<QuestionAllocation> {
  const inside = bestWorst(problem, Number.POSITIVE_INFINITY, 0.05);
  if (!inside.ok) return inside;
  const { region, customers: best, start } = inside.value;
  const worst = Math.min(...allocationAt(problem, best).reached);
  if (worst < 1 - 1e-9) {
    const { reached } = allocationAt(problem, best);
    return refuse({ code: 'requirements-out-of-reach', reached, customers: [...best] });
  }
  const constraints = problem.requirements.map((requirement) =>
    informationConstraint(problem, requirement, region, false),
  );
  // Just in reach: there is nothing left to choose.
  if (!constraints.every((constraint) => constraint.room(start) > 0) || region.free.length === 0) {
    return succeed(allocationAt(problem, best));
  }
  const x = minimiseInside({
    objective: Float64Array.from(region.free, (group) => problem.groups[group]?.cost ?? 0),
    constraints: [...region.constraints, ...constraints],
    start,
    firstWeight: region.free.length / allocationAt(problem, best).cost,
    tolerance: (value) => 1e-10 * value,
  });
  return succeed(allocationAt(problem, region.customers(x)));
}

interface Inside {
  readonly region: AllocationRegion;
  readonly customers: Float64Array;
  /** The free customers alone. */
  readonly start: Float64Array;
}

/** The best worst question; stops when it exceeds `enough` (as a logarithm). */
function bestWorst(problem: AllocationProblem, budget: number, enough: number): Result<Inside> {
  const invalid = allocationRegionProblem(problem);
  if (invalid) return refuse(invalid);
  const found = allocationRegion(problem, budget);
  if (!found.ok) return found;
  const region = found.value;
  const { free, customers, start } = region;
  const logs = problem.requirements.map(
    (requirement) =>
      logInformation(requirement, customers(start), variancesOf(problem))?.value ?? Number.NaN,
  );
  const dependent = logs.findIndex((log) => !Number.isFinite(log));
  if (dependent >= 0) return refuse({ code: 'dependent-contrasts', requirement: dependent });
  if (free.length === 0) return succeed({ region, customers: customers(start), start });
  // One variable more: the logarithm that every requirement must exceed.
  const x = minimiseInside({
    objective: Float64Array.from([...free, -1], (_, place) => (place === free.length ? -1 : 0)),
    constraints: [
      ...region.constraints,
      ...problem.requirements.map((requirement) =>
        informationConstraint(problem, requirement, region, true),
      ),
    ],
    start: Float64Array.from([...start, Math.min(...logs) - 1]),
    firstWeight: 1,
    tolerance: () => 1e-10,
    enough: -enough,
  });
  const inner = x.slice(0, free.length);
  return succeed({ region, customers: customers(inner), start: inner });
}

/** A requirement's log information beyond the common logarithm (the last variable), or beyond 0. */
function informationConstraint(
  problem: AllocationProblem,
  requirement: Requirement,
  { free, customers }: AllocationRegion,
  common: boolean,
): BarrierConstraint {
  const variances = variancesOf(problem);
  // Room, slope and bend are asked for at the same point one after the other.
  let last: ReturnType<typeof pointAt> | null = null;
  const pointAt = (x: Float64Array) => {
    const all = customers(x);
    return { x, all, information: logInformation(requirement, all, variances) };
  };
  const at = (x: Float64Array) => {
    if (last?.x !== x) last = pointAt(x);
    return last;
  };
  const places = [...free.keys(), ...(common ? [free.length] : [])];
  return {
    room: (x) => (at(x).information?.value ?? Number.NaN) - (common ? (x[free.length] ?? 0) : 0),
    slope: (x) => {
      const { information } = at(x);
      const values = free.map((group) => information?.slope[group] ?? Number.NaN);
      return { places, values: common ? [...values, -1] : values };
    },
    bend: (x, times, into) => {
      const { all, information } = at(x);
      if (information)
        addInformationBend(requirement, information, {
          customers: all,
          variances,
          places: free,
          times,
          into,
        });
    },
  };
}

/** What an allocation costs and how far it meets every requirement. */
export function allocationAt(
  problem: AllocationProblem,
  customers: ArrayLike<number>,
): QuestionAllocation {
  const numbers = Array.from(customers);
  return {
    customers: numbers,
    cost: problem.groups.reduce((sum, { cost }, group) => sum + cost * (numbers[group] ?? 0), 0),
    reached: problem.requirements.map((requirement) =>
      Math.exp(
        logInformation(requirement, numbers, variancesOf(problem))?.value ??
          Number.NEGATIVE_INFINITY,
      ),
    ),
  };
}

function variancesOf({ groups }: AllocationProblem): number[] {
  return groups.map(({ variance }) => variance);
}
