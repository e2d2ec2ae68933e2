/** A constraint that is kept as long as its room is above 0. The room is a concave function of the variables. */
export interface BarrierConstraint {
  /** Above 0 inside, anything else (also NaN) outside. */
  room(x: Float64Array): number;
  /** The slope of the room: variables by place, and how fast it grows with each. */
  slope(x: Float64Array): {
    readonly places: readonly number[];
    readonly values: readonly number[];
  };
  /** Adds `times` the second derivatives of the room; left out where they are 0. */
  bend?(x: Float64Array, times: number, into: Float64Array[]): void;
}

/** A linear function to be made as small as possible within convex constraints. */
export interface BarrierProblem {
  readonly objective: Float64Array;
  readonly constraints: readonly BarrierConstraint[];
  /** Strictly inside all constraints. */
  readonly start: Float64Array;
  /** The objective's first weight against the constraints: 1 over the unit that it is reckoned in keeps away from the walls. */
  readonly firstWeight: number;
  /** How near the smallest value is near enough, in the objective's unit. */
  readonly tolerance: (value: number) => number;
  /** Stop as soon as the objective is below this. */
  readonly enough?: number;
}

const mostSteps = 80;
const growth = 15;
/** A step that leaves less of any room would take many steps to come away from the wall again. */
const leastLeft = 0.05;

/**
 * The point inside convex constraints at which a linear function is smallest, by a logarithmic barrier that is lifted step by
 * step and Newton's method in between. `start` outside throws RangeError: the caller looks for a start first.
 * Source: Boyd & Vandenberghe (2004), Convex Optimization, chapter 11: the value is off by less than constraints / weight.
 */
export function minimiseInside(problem: BarrierProblem): Float64Array {
  const { objective, constraints, start, firstWeight, tolerance } = problem;
  const { enough = Number.NEGATIVE_INFINITY } = problem;
  if (!constraints.every((constraint) => constraint.room(start) > 0)) {
    throw new RangeError('The start is not inside the constraints');
  }
  let x = start;
  const value = (at: Float64Array): number => product(objective, at);
  for (let weight = firstWeight; ; weight *= growth) {
    x = centre(x, weight, problem);
    if (value(x) < enough) return x;
    if (constraints.length / weight <= tolerance(value(x)) || weight > 1e300) return x;
  }
}

/** The smallest of weight · objective - Σ log(room), from x on. */
function centre(start: Float64Array, weight: number, problem: BarrierProblem): Float64Array {
  const { objective, constraints, enough = Number.NEGATIVE_INFINITY } = problem;
  let x = start;
  for (let step = 0; step < mostSteps; step += 1) {
    const { gradient, curvature } = derivatives(x, weight, problem);
    const direction = newtonDirection(curvature, gradient);
    const decrease = -product(gradient, direction);
    if (!(decrease > 1e-14)) return x;
    const next = lineSearch(x, direction, { weight, objective, constraints, decrease });
    if (!next) return x;
    x = next;
    if (decrease < 1e-9 || product(objective, x) < enough) return x;
  }
  return x;
}

interface Line {
  readonly weight: number;
  readonly objective: Float64Array;
  readonly constraints: readonly BarrierConstraint[];
  readonly decrease: number;
}

/** Half the way again and again until the point is inside and better; null when rounding leaves nothing to gain. */
function lineSearch(x: Float64Array, direction: Float64Array, line: Line): Float64Array | null {
  const rooms = line.constraints.map((constraint) => constraint.room(x));
  const along = line.weight * product(line.objective, direction);
  for (let part = 1; part > 1e-12; part /= 2) {
    const next = x.map((value, place) => value + part * (direction[place] ?? 0));
    // As a difference, so that a large value takes no digits from a small gain.
    let change = part * along;
    for (let place = 0; place < rooms.length && change < Number.POSITIVE_INFINITY; place += 1) {
      const room = line.constraints[place]?.room(next) ?? 0;
      const left = room / (rooms[place] ?? 1);
      change -= left >= leastLeft ? Math.log(left) : Number.NEGATIVE_INFINITY;
    }
    if (change <= -1e-4 * part * line.decrease) return next;
    if (line.decrease < 1e-8 && change < 1e-10) return null;
  }
  return null;
}

function derivatives(x: Float64Array, weight: number, { objective, constraints }: BarrierProblem) {
  const gradient = objective.map((slope) => weight * slope);
  const curvature = Array.from(x, () => new Float64Array(x.length));
  for (const constraint of constraints) {
    const room = constraint.room(x);
    const { places, values } = constraint.slope(x);
    for (let one = 0; one < places.length; one += 1) {
      const row = places[one] ?? 0;
      const own = (values[one] ?? 0) / room;
      gradient[row] = (gradient[row] ?? 0) - own;
      const into = curvature[row] ?? gradient;
      for (let other = 0; other < places.length; other += 1) {
        const column = places[other] ?? 0;
        into[column] = (into[column] ?? 0) + (own * (values[other] ?? 0)) / room;
      }
    }
    constraint.bend?.(x, -1 / room, curvature);
  }
  return { gradient, curvature };
}

/** -curvature⁻¹ · gradient, every variable in its own scale; a hair is added until rounding leaves it definite. */
function newtonDirection(curvature: Float64Array[], gradient: Float64Array): Float64Array {
  const scales = Float64Array.from(curvature, (row, place) => Math.sqrt(row[place] ?? 0) || 1);
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-15 : ridge * 100) {
    const lower = scaledFactor(curvature, scales, ridge);
    if (!lower) continue;
    const forward = new Float64Array(gradient.length);
    for (let row = 0; row < forward.length; row += 1) {
      let rest = -(gradient[row] ?? 0) / (scales[row] ?? 1);
      const entries = lower[row] ?? new Float64Array();
      for (let column = 0; column < row; column += 1) {
        rest -= (entries[column] ?? 0) * (forward[column] ?? 0);
      }
      forward[row] = rest / (entries[row] ?? 1);
    }
    for (let row = forward.length - 1; row >= 0; row -= 1) {
      let rest = forward[row] ?? 0;
      for (let below = row + 1; below < forward.length; below += 1) {
        rest -= (lower[below]?.[row] ?? 0) * (forward[below] ?? 0);
      }
      forward[row] = rest / (lower[row]?.[row] ?? 1);
    }
    return forward.map((value, place) => value / (scales[place] ?? 1));
  }
}

function scaledFactor(
  matrix: readonly Float64Array[],
  scales: Float64Array,
  ridge: number,
): Float64Array[] | null {
  const lower: Float64Array[] = [];
  for (const [row, source] of matrix.entries()) {
    const entries = new Float64Array(matrix.length);
    for (let column = 0; column <= row; column += 1) {
      let rest = (source[column] ?? 0) / (scales[row] ?? 1) / (scales[column] ?? 1);
      if (row === column) rest += ridge;
      const other = column === row ? entries : (lower[column] ?? entries);
      for (let place = 0; place < column; place += 1) {
        rest -= (entries[place] ?? 0) * (other[place] ?? 0);
      }
      if (column < row) entries[column] = rest / (other[column] ?? 1);
      else if (!(rest > 0)) return null;
      else entries[row] = Math.sqrt(rest);
    }
    lower.push(entries);
  }
  return lower;
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < left.length; place += 1) {
    sum += (left[place] ?? 0) * (right[place] ?? 0);
  }
  return sum;
}
