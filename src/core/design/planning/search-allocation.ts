import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { costPerCustomer, weighedCosts } from '../arm-weights.ts';
import { cellBounds, type CellBounds } from '../cell-bounds.ts';
import type { FoundAllocation } from '../design.ts';
import { plannedQuestions, questionedFrame } from '../questions/judge-plan.ts';
import type { PlanFrame } from '../questions/plan-frame.ts';
import type { Question } from '../questions/question.ts';
import type { SearchedDesign } from './found-for.ts';
import {
  isOutOfReach,
  searchPlan,
  type PlanAllocation,
  type PlanSearch,
} from './plan-allocation.ts';
import type { PlanGoal } from './plan-goal.ts';
import type { PlanTask } from './plan-problem.ts';
import {
  questionRequirements,
  type PlannedQuestion,
  type ReachedPower,
} from './question-requirements.ts';

/** What a search is for: the goal, and the fewest customers of a cell × arm. */
export interface AllocationWish {
  readonly goal: PlanGoal;
  readonly least: number;
}

/** What was found for the questions of a design. */
export interface FoundPlan extends Pick<FoundAllocation, 'counts' | 'answers'> {
  /** The expected cost in money; a holdout costs nothing. */
  readonly cost: number;
  /** Questions that could not steer the search: no difference is expected of them, or nobody is there to ask. */
  readonly leftOut: readonly Question[];
}

/** Why nothing was found; where questions are out of reach, with what comes nearest. */
export type SearchProblem =
  | Problem
  | (Problem<'out-of-reach'> & {
      wantedPower: number;
      short: FoundAllocation['answers'];
      nearest: FoundPlan;
    });

/**
 * Searches for the customers of every cell × arm that answer the questions of a design for a goal; yields between its rounds,
 * so that it can be given up.
 * `population`: eligible customers per cell; `wish.least`: whole; a cell that has fewer gives what it has, evenly. Limits of
 * cells are kept, cells that are off give nobody. A holdout's customer is weighed as much as a carrot's (`weighedCosts`), but
 * what is spent on carrots is what the budget has to pay for.
 * Refuses what `cellBounds` and `planAllocation` refuse, `no-questions` (none has anything to find) and `out-of-reach`.
 * Example: one cell, carrot against holdout, 5% against 10%, power 0.8, at least 10: 355 and 488.
 */
export function* searchAllocation(
  design: SearchedDesign,
  population: readonly number[],
  { goal, least }: AllocationWish,
): Generator<undefined, Result<FoundPlan, SearchProblem>> {
  const bounds = cellBounds(design, population);
  if (!bounds.ok) return bounds;
  const task = taskOf(design, population, bounds.value, least);
  if (!task.ok) return task;
  const { leftOut, ...searched } = task.value;
  const prices = design.arms.map((arm) => costPerCustomer(design, arm));
  const found = yield* goal.kind === 'cheapest'
    ? searchPlan(searched, goal)
    : forMoney(searched, goal.budget, prices);
  const plan = (counts: PlanAllocation['counts'], powers: readonly ReachedPower[]): FoundPlan => {
    const kept = withFloors(counts, bounds.value);
    return { counts: kept, cost: priceOf(kept, prices), answers: answersOf(searched, powers), leftOut }; // prettier-ignore
  };
  if (found.ok) return succeed(plan(found.value.counts, found.value.powers));
  const { problem } = found;
  if (!isOutOfReach(problem)) return found;
  const { wantedPower, questions, nearest } = problem;
  return refuse({
    code: 'out-of-reach',
    wantedPower,
    short: answersOf(searched, questions),
    nearest: plan(nearest.counts, nearest.powers),
  });
}

/** The design as a task, and the questions that have nothing to find in it. */
function taskOf(
  design: SearchedDesign,
  population: readonly number[],
  bounds: readonly CellBounds[],
  least: number,
): Result<PlanTask & { readonly leftOut: readonly Question[] }> {
  const arms = design.arms.length;
  const open = bounds.map(({ most }) => (most >= arms ? most : 0));
  const counts = open.map((customers) => design.arms.map(() => customers / arms));
  const listed = population.map((customers, cell) => (open[cell] ? customers : 0));
  const frame = questionedFrame(design, listed, counts);
  if (!frame) return refuse({ code: 'share-out-of-range' });
  const asked = plannedQuestions(design, frame).map((planned) => within(planned, open));
  const steers = (planned: PlannedQuestion): boolean => hasSomethingToFind(frame, planned);
  const questions = asked.filter(steers);
  if (questions.length === 0) return refuse({ code: 'no-questions' });
  const cells = bounds.map((cell, place) => (open[place] ? cell : { least: 0, most: 0 }));
  return succeed({
    frame,
    questions,
    limits: { costs: weighedCosts(design), least, cells },
    leftOut: asked.filter((planned) => !steers(planned)).map(({ question }) => question),
  });
}

/** A question about the cells that are drawn from. */
function within(planned: PlannedQuestion, open: readonly number[]): PlannedQuestion {
  const { question } = planned;
  const cells = question.within?.filter((cell) => (open[cell] ?? 0) > 0);
  return cells ? { ...planned, question: { ...question, within: cells } } : planned;
}

function hasSomethingToFind(frame: PlanFrame, planned: PlannedQuestion): boolean {
  if (planned.question.within?.length === 0) return false;
  // Any power above every alpha will do: only whether an effect is expected is asked here.
  return questionRequirements(frame, [planned], 1 - 1e-9).ok;
}

/**
 * The best that carrots for so much money can do. Holdouts have a weight but no price, so the budget of the search is raised
 * until what the carrots cost comes to the money.
 */
function* forMoney(task: PlanTask, budget: number, prices: readonly number[]): PlanSearch {
  let best = yield* searchPlan(task, { kind: 'best-worst', budget });
  let weighed = budget;
  for (let round = 0; round < 3 && best.ok; round += 1) {
    const spent = priceOf(best.value.counts, prices);
    if (!best.value.binding.budget || !(spent > 0) || spent > 0.995 * budget) break;
    weighed *= budget / spent;
    const next = yield* searchPlan(task, { kind: 'best-worst', budget: weighed });
    if (!next.ok) break;
    if (priceOf(next.value.counts, prices) <= budget) best = next;
    else weighed *= 0.99 * (budget / priceOf(next.value.counts, prices));
  }
  return best;
}

function priceOf(counts: readonly (readonly number[])[], prices: readonly number[]): number {
  return counts.reduce(
    (sum, row) => row.reduce((cost, size, arm) => cost + size * (prices[arm] ?? 0), sum),
    0,
  );
}

/** Rounding the floor of a cell to its arms may leave a customer or two short of it. */
function withFloors(
  counts: readonly (readonly number[])[],
  bounds: readonly CellBounds[],
): number[][] {
  return counts.map((row, cell) => {
    const kept = [...row];
    const short = (bounds[cell]?.least ?? 0) - kept.reduce((sum, size) => sum + size, 0);
    for (let turn = 0; turn < short; turn += 1) {
      kept[turn % kept.length] = (kept[turn % kept.length] ?? 0) + 1;
    }
    return kept;
  });
}

function answersOf(
  { questions }: PlanTask,
  powers: readonly ReachedPower[],
): FoundAllocation['answers'] {
  return powers.flatMap(({ id, power }) => {
    const planned = questions.find(({ question }) => question.id === id);
    return planned ? [{ question: planned.question, power }] : [];
  });
}
