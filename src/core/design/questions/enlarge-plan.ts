import { allocate } from '../allocation.ts';
import type { Allocation, Design } from '../design.ts';
import { judgePlan, type JudgedQuestion } from './judge-plan.ts';

/** A larger sample that answers every question that the list can answer. */
export interface Enlargement {
  readonly allocation: Allocation;
  /** Customers drawn, and those of the smallest arm. */
  readonly sampleSize: number;
  readonly perArm: number;
}

/**
 * The allocation with which every question that is too small now, and that the list could answer, reaches its power: the same
 * rule with more customers where the cells have them, else the cells in proportion. What it says has been judged, not
 * extrapolated. Null where no question is too small, where the list cannot answer any of those, or where neither rule does.
 * `judged`: the questions of this design as `judgePlan` gives them.
 * Example: the deck's plan with 30 per cell and arm has a power of 0.6621 for whether any carrot beats none; 42 give 0.8.
 */
export function enlargePlan(
  design: Design,
  population: readonly number[],
  counts: readonly (readonly number[])[],
  judged: readonly JudgedQuestion[],
): Enlargement | null {
  const wanted = judged.filter(isWithinReach);
  const [first] = wanted;
  if (!first) return null;
  // Asked the same, also where a standard question of a larger plan would be about another carrot; each keeps its alpha.
  const asking: Design = {
    ...design,
    power: { ...design.power, alpha: first.alpha },
    questionPlan: {
      ...design.questionPlan,
      asked: wanted.map(({ question }) => question),
      multiplicity: 'none',
    },
  };
  for (const { from, most, of } of rulesOf(design.allocation, sum(counts.map(sum)), population)) {
    let size = Math.min(most, from);
    for (let round = 0; round < mostRounds; round++) {
      const allocation = of(size);
      const drawn = allocate({ ...design, allocation }, population);
      if (!drawn.ok) break;
      const missing = missingFactor(judgePlan(asking, population, drawn.value));
      if (missing <= 1) {
        const arms = design.arms.map((_, arm) => sum(drawn.value.map((row) => row[arm] ?? 0)));
        return { allocation, sampleSize: sum(arms), perArm: Math.min(...arms) };
      }
      if (size === most || !Number.isFinite(missing)) break;
      size = Math.min(most, Math.max(size + 1, Math.ceil(size * missing)));
    }
  }
  return null;
}

/** Rounding to whole customers takes a second and a third look. */
const mostRounds = 6;

/** The rules to try, with the size to begin with and the most that there is. */
function rulesOf(allocation: Allocation, total: number, population: readonly number[]) {
  const sharedOut = (kind: 'proportional' | 'root-control' | 'neyman') => ({
    from: total,
    most: sum(population),
    of: (size: number): Allocation => ({ kind, total: size }),
  });
  const proportional = sharedOut('proportional');
  if ('total' in allocation) return [sharedOut(allocation.kind), proportional];
  if (allocation.kind !== 'equal') return [proportional];
  const equal = {
    from: allocation.perCellAndArm,
    most: Number.POSITIVE_INFINITY,
    of: (size: number): Allocation => ({ kind: 'equal', perCellAndArm: size }),
  };
  return [equal, proportional];
}

/** Whether a question is too small, but would not be with everybody on the list. */
function isWithinReach({ verdict }: JudgedQuestion): boolean {
  if (verdict.state !== 'too-small' || !verdict.power.ok) return false;
  const { wantedPower } = verdict.power.value;
  return verdict.remedies.every(
    (remedy) =>
      remedy.kind !== 'whole-list' || (remedy.power !== null && remedy.power >= wantedPower),
  );
}

/** How many times as many customers the weakest of the questions needs. */
function missingFactor(judged: readonly JudgedQuestion[]): number {
  return Math.max(
    ...judged.map(({ verdict }) =>
      verdict.power.ok ? (verdict.power.value.sizeFactor ?? Infinity) : Infinity,
    ),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
