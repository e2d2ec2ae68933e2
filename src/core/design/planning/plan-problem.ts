import { succeed, type Problem, type Result } from '#core/result.ts';
import type {
  AllocationGroup,
  AllocationProblem,
} from '#core/stats/allocation/allocation-region.ts';
import type { CellBounds } from '../cell-bounds.ts';
import { frameProblem, type PlanFrame } from '../questions/plan-frame.ts';
import {
  questionRequirements,
  type PlannedQuestion,
  type QuestionRequirement,
} from './question-requirements.ts';

/** Money and limits of the groups. */
export interface PlanLimits {
  /** Money per customer of each arm (contact and expected reward), above 0; a holdout's is what leaving it alone forgoes. */
  readonly costs: readonly number[];
  /** The fewest customers of any cell × arm, in cells that have any; 0 by default. */
  readonly least?: number;
  /** The most customers of any cell × arm; by default what the cell has. */
  readonly most?: number;
  /** What each cell may give, all arms together; by default whatever it has. */
  readonly cells?: readonly CellBounds[];
}

/** What is asked, of whom, and within which limits. */
export interface PlanTask {
  readonly frame: PlanFrame;
  readonly questions: readonly PlannedQuestion[];
  readonly limits: PlanLimits;
}

/** A task as a problem of allocation, for one wanted power. */
export interface PlanProblem extends AllocationProblem {
  readonly requirements: readonly QuestionRequirement[];
}

/** The problem of a task. Refuses what `questionRequirements` refuses. */
export function planProblem(
  { frame, questions, limits }: PlanTask,
  power: number,
): Result<PlanProblem> {
  const requirements = questionRequirements(frame, questions, power);
  if (!requirements.ok) return requirements;
  const availableIn = (cell: number): number =>
    Math.min(frame.population[cell] ?? 0, limits.cells?.[cell]?.most ?? Number.POSITIVE_INFINITY);
  const groups = frame.shares.flatMap((row, cell) =>
    row.map((share, arm): AllocationGroup => {
      const available = availableIn(cell);
      // A cell that has too few for the least of every arm gives what it has, evenly.
      const even = limits.cells ? Math.floor(available / row.length) : Number.POSITIVE_INFINITY;
      const floor = Math.ceil((limits.cells?.[cell]?.least ?? 0) / row.length);
      const lower = available > 0 ? Math.min(even, Math.max(limits.least ?? 0, floor)) : 0;
      const upper = Math.min(limits.most ?? Number.POSITIVE_INFINITY, available);
      const cost = limits.costs[arm] ?? Number.NaN;
      return { cell, variance: share * (1 - share), cost, lower, upper: Math.max(lower, upper) };
    }),
  );
  return succeed({
    groups,
    available: frame.population.map((_, cell) => availableIn(cell)),
    requirements: requirements.value,
  });
}

/** Why a task cannot be, or null: what `frameProblem` names, `invalid-cost` with the arm, `invalid-limits`. */
export function taskProblem({ frame, limits }: PlanTask): Problem | null {
  const { costs, least = 0, most = Number.POSITIVE_INFINITY } = limits;
  const problem = frameProblem(frame);
  if (problem) return problem;
  const wrong = frame.arms.findIndex((_, arm) => !((costs[arm] ?? Number.NaN) >= 1e-9));
  if (wrong >= 0) return { code: 'invalid-cost', arm: wrong, cost: costs[wrong] };
  return least >= 0 && least <= most ? null : { code: 'invalid-limits', least, most };
}

/** The task with other counts, given group by group. */
export function withCustomers(task: PlanTask, customers: readonly number[]): PlanTask {
  const arms = task.frame.arms.length;
  const counts = task.frame.population.map((_, cell) =>
    customers.slice(cell * arms, (cell + 1) * arms),
  );
  return { ...task, frame: { ...task.frame, counts } };
}

/** Everybody, evenly over the arms: where an allocation starts from. */
export function everybody(task: PlanTask): PlanTask {
  const { arms, population } = task.frame;
  return withCustomers(
    task,
    population.flatMap((customers) => arms.map(() => customers / arms.length)),
  );
}
