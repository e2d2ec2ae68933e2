import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  bestWorstAllocation,
  cheapestForRequirements,
  type QuestionAllocation,
} from '#core/stats/allocation/question-allocation.ts';
import {
  wholeQuestionAllocation,
  type WholeGoal,
} from '#core/stats/allocation/whole-question-allocation.ts';
import type { PlanGoal } from './plan-goal.ts';
import { bindingLimits, type BindingLimits } from './binding-limits.ts';
import {
  everybody,
  planProblem,
  taskProblem,
  withCustomers,
  type PlanTask,
} from './plan-problem.ts';
import { reachedPowers, type ReachedPower } from './question-requirements.ts';

/** An allocation in whole customers, what it costs and answers, and what keeps it from being better. */
export interface PlanAllocation {
  /** [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
  /** The same before rounding. */
  readonly exact: readonly (readonly number[])[];
  readonly cost: number;
  /** What the exact optimum costs: no whole allocation with its power is cheaper. */
  readonly exactCost: number;
  readonly powers: readonly ReachedPower[];
  readonly binding: BindingLimits;
}

const mostRounds = 40;

/**
 * How many customers of each cell × arm answer all questions with the least money, or as well as the money allows.
 * `task`: the plan with its population and the shares expected (its own counts are not looked at), the questions with the
 * alphas of their families, costs and limits. Cells are weighed by their population.
 * Refuses what `taskProblem`, `questionRequirements` and `bestWorstAllocation` refuse, and `questions-out-of-reach`: the list
 * cannot answer them with that power; with the questions that fall short and the power they reach at best (`questions`), the
 * cells that give all they have (`cells`) and the nearest plan (`nearest`).
 * Source: convex programming in the numbers of customers (Bethel 1989; Boyd & Vandenberghe 2004); Wright (2017) for whole
 * customers.
 * Example: one cell, carrot against holdout, 5% against 10%, costs of 1, power 0.8: 355 and 488, where equal arms take 432 each.
 * The optimum rests on the shares expected: give groups a least size where they are a guess.
 */
export function planAllocation(task: PlanTask, goal: PlanGoal): Result<PlanAllocation> {
  const search = searchPlan(task, goal);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The list cannot answer all questions with the power wanted: what it reaches at best, and the plan that does. */
export type OutOfReachProblem = Problem<'questions-out-of-reach'> & {
  readonly wantedPower: number;
  readonly questions: readonly ReachedPower[];
  readonly cells: BindingLimits['cells'];
  readonly nearest: Pick<PlanAllocation, 'counts' | 'cost' | 'powers'>;
};

/** Whether a search was refused because the list is too small for it. */
export function isOutOfReach(problem: Problem): problem is OutOfReachProblem {
  return problem.code === 'questions-out-of-reach';
}

/** The rounds of a search, between which it can be given up; the last one returns what was found. */
export type PlanSearch = Generator<undefined, Result<PlanAllocation>>;

/** The same round by round, for who wants to hear in between whether to go on. */
export function* searchPlan(task: PlanTask, goal: PlanGoal): PlanSearch {
  const problem = taskProblem(task);
  if (problem) return refuse(problem);
  return goal.kind === 'cheapest'
    ? yield* cheapest(task, goal.power)
    : yield* bestWorst(task, goal.budget);
}

function* cheapest(task: PlanTask, power: number): PlanSearch {
  let current = everybody(task);
  for (let round = 1; ; round += 1) {
    yield;
    const problem = planProblem(current, power);
    if (!problem.ok) return problem;
    const found = cheapestForRequirements(problem.value);
    if (!found.ok) {
      const far = found.problem.code === 'requirements-out-of-reach';
      return far ? yield* outOfReach(task, power) : found;
    }
    const next = withCustomers(task, found.value.customers);
    if (round === mostRounds || settled(current, next)) {
      return yield* wholePlan(next, power, found.value, { kind: 'requirements' });
    }
    current = next;
  }
}

function* bestWorst(task: PlanTask, budget: number): PlanSearch {
  let current = everybody(task);
  let power = 0.8;
  const lowest = Math.max(...task.questions.map(({ alpha }) => alpha)) * 1.000001;
  for (let round = 1; ; round += 1) {
    yield;
    const problem = planProblem(current, power);
    if (!problem.ok) return problem;
    const found = bestWorstAllocation(problem.value, budget);
    if (!found.ok) return found;
    const next = withCustomers(task, found.value.customers);
    const powers = reachedPowers(problem.value.requirements, found.value.reached);
    const worst = Math.max(lowest, Math.min(1 - 1e-9, ...powers.map((reached) => reached.power)));
    // Dinkelbach's iteration: where the worst question just reaches the power aimed at, no allocation does better.
    if (round === mostRounds || (Math.abs(worst - power) < 1e-7 && settled(current, next))) {
      return yield* wholePlan(next, power, found.value, { kind: 'budget', budget });
    }
    power = worst;
    current = next;
  }
}

function* wholePlan(
  task: PlanTask,
  power: number,
  exact: QuestionAllocation,
  goal: WholeGoal,
): PlanSearch {
  yield;
  const problem = planProblem(task, power);
  if (!problem.ok) return problem;
  const whole = wholeQuestionAllocation(problem.value, exact.customers, goal);
  if (!whole.ok) {
    const far = whole.problem.code === 'requirements-out-of-reach';
    return far ? yield* outOfReach(task, power) : whole;
  }
  return succeed({
    counts: withCustomers(task, whole.value.customers).frame.counts,
    exact: withCustomers(task, exact.customers).frame.counts,
    cost: whole.value.cost,
    exactCost: exact.cost,
    powers: reachedPowers(problem.value.requirements, whole.value.reached),
    binding: bindingLimits(problem.value, exact, {
      arms: task.frame.arms.length,
      budget: goal.kind === 'budget' ? goal.budget : null,
    }),
  });
}

/** What the list reaches at best, and the plan that does. */
function* outOfReach(task: PlanTask, wantedPower: number): PlanSearch {
  const nearest = yield* bestWorst(task, Number.POSITIVE_INFINITY);
  if (!nearest.ok) return nearest;
  const { powers, binding, counts, cost } = nearest.value;
  return refuse({
    code: 'questions-out-of-reach',
    wantedPower,
    questions: powers.filter(({ power }) => power < wantedPower),
    cells: binding.cells,
    nearest: { counts, cost, powers },
  });
}

/** Whether a round changed nothing more: only Dunnett's limit depends on the counts it started from. */
function settled(before: PlanTask, after: PlanTask): boolean {
  const dunnett = after.questions.some(
    ({ question }) => question.kind === 'any-carrot' && question.adjustment === 'dunnett',
  );
  return (
    !dunnett ||
    after.frame.counts.every((row, cell) =>
      row.every((count, arm) => {
        const old = before.frame.counts[cell]?.[arm] ?? 0;
        return Math.abs(count - old) <= 1e-5 * Math.max(1, count);
      }),
    )
  );
}
