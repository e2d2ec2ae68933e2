import { liftOfArm } from '../channel.ts';
import { levelCount, type Design } from '../design.ts';
import type { PlannedQuestion } from '../planning/question-requirements.ts';
import { judgeQuestion, type QuestionVerdict } from './answerable.ts';
import { levelInCell, type PlanArm, type PlanFrame } from './plan-frame.ts';
import { plannedAlphas } from './question-families.ts';
import type { Question } from './question.ts';
import { cellsWithAllArms, standardQuestions } from './standard-questions.ts';

/** A question with what the plan can say to it. */
export interface JudgedQuestion {
  /** As it was asked. */
  readonly question: Question;
  /** The false-alarm chance that the plan's rule for many questions leaves it. */
  readonly alpha: number;
  readonly verdict: QuestionVerdict;
}

/** What of a design its questions depend on. */
export type QuestionedDesign = Pick<
  Design,
  'attributes' | 'arms' | 'channels' | 'power' | 'questionPlan'
>;

/**
 * A design as its questions see it: a carrot is expected to lift the response share by as much in every cell (by its own
 * expected lift, or else the plan's), thinned by the reach of its channel.
 * `population`: eligible customers per cell; `counts`: customers drawn, [cell][arm]. Null where the planned shares do not lie
 * strictly between 0 and 1, or alpha does not.
 * Example: at 3% and a lift of 5 points a carrot whose channel reaches 80% has a share of 7%.
 */
export function questionedFrame(
  design: QuestionedDesign,
  population: readonly number[],
  counts: readonly (readonly number[])[],
): PlanFrame | null {
  const { baselineShare, alpha } = design.power;
  const row = design.arms.map((arm) =>
    arm.role === 'holdout' ? baselineShare : baselineShare + liftOfArm(design, arm),
  );
  if (!row.every((share) => share > 0 && share < 1) || !(alpha > 0 && alpha < 1)) return null;
  return {
    levels: design.attributes.map(levelCount),
    arms: design.arms.map(({ id, role, run }): PlanArm => {
      const factors = run?.map(({ factor, level }) => [factor, level] as const);
      return factors ? { id, role, factors: Object.fromEntries(factors) } : { id, role };
    }),
    population,
    counts,
    shares: population.map(() => row),
  };
}

/** The questions of a plan in their order: its own, or the standard ones. */
export function askedQuestions(
  { questionPlan }: Pick<QuestionedDesign, 'questionPlan'>,
  frame: PlanFrame,
): readonly Question[] {
  return questionPlan.asked ?? standardQuestions(frame);
}

/**
 * The questions that a plan is made for, its own or the standard ones, each with the false-alarm chance that the plan's rule
 * for many questions leaves it and the cells that it is about. Whatever judges, sizes or simulates a plan asks these.
 * Where nobody has chosen cells a question is about those of which every arm gets customers; a trend leaves out customers of
 * unknown level, who stand nowhere on its scale.
 * Example: the deck's plan has seven, each at its alpha of 0.05; under Holm each at 0.05 / 7.
 */
export function plannedQuestions(
  design: QuestionedDesign,
  frame: PlanFrame,
): readonly PlannedQuestion[] {
  const { power, questionPlan } = design;
  const asked = askedQuestions(design, frame);
  const family = { rule: questionPlan.multiplicity, questions: asked.map(({ id }) => id) };
  const alphas = plannedAlphas(asked, [family], power.alpha);
  return asked.map((question) => ({
    question: { ...question, within: cellsOf(design, frame, question) },
    alpha: alphas.get(question.id) ?? power.alpha,
  }));
}

function cellsOf(
  { attributes }: QuestionedDesign,
  { levels, counts }: PlanFrame,
  question: Question,
): readonly number[] {
  const cells = question.within ?? cellsWithAllArms(counts);
  if (question.kind !== 'trend') return cells;
  const isUnknown = (cell: number, place: number): boolean => {
    const attribute = attributes[place];
    if (!attribute || attribute.unknownName === null) return false;
    return levelInCell(levels, cell, place) === levelCount(attribute) - 1;
  };
  return cells.filter(
    (cell) => !question.directions.some((each) => isUnknown(cell, each.attribute)),
  );
}

/**
 * The questions of a plan with the power, or the smallest difference found, of each at its alpha and the power that the plan
 * wants. Questions about differences between carrots or cells say which difference they find where none is expected.
 * Arguments as for `questionedFrame`; no question where that has none.
 * Example: the deck's plan with 100 per cell and arm answers whether any carrot beats none, and not by its smallest cell.
 */
export function judgePlan(
  design: QuestionedDesign,
  population: readonly number[],
  counts: readonly (readonly number[])[],
): readonly JudgedQuestion[] {
  const frame = questionedFrame(design, population, counts);
  if (!frame) return [];
  const asked = askedQuestions(design, frame);
  const { power } = design.questionPlan;
  return plannedQuestions(design, frame).map(({ question, alpha }, place) => ({
    question: asked[place] ?? question,
    alpha,
    verdict: judgeQuestion(frame, question, { alpha, power }),
  }));
}
