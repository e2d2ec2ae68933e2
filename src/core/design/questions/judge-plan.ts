import { liftOfArm } from '../channel.ts';
import { levelCount, type Design } from '../design.ts';
import { usualPower } from '../plan-power.ts';
import { judgeQuestion, type QuestionVerdict } from './answerable.ts';
import type { PlanFrame } from './plan-frame.ts';
import type { Question } from './question.ts';
import { standardQuestions } from './standard-questions.ts';

/** A question with what the plan can say to it. */
export interface JudgedQuestion {
  readonly question: Question;
  readonly verdict: QuestionVerdict;
}

/** What of a design its questions depend on. */
export type QuestionedDesign = Pick<Design, 'attributes' | 'arms' | 'channels' | 'power'>;

/**
 * The standard questions of a plan with the power, or the smallest difference found, of each at the design's alpha and the
 * usual power. Every carrot is expected to lift the response share by as much in every cell, thinned by the reach of its
 * channel: so the first question has a power, and those about differences between carrots or cells say which difference
 * they find.
 * `population`: eligible customers per cell; `counts`: customers drawn, [cell][arm]. No question where the planned shares
 * do not lie strictly between 0 and 1.
 * Example: the deck's plan with 100 per cell and arm answers whether any carrot beats none, and not by its smallest cell.
 */
export function judgePlan(
  design: QuestionedDesign,
  population: readonly number[],
  counts: readonly (readonly number[])[],
): readonly JudgedQuestion[] {
  const { baselineShare, alpha } = design.power;
  const row = design.arms.map((arm) => {
    if (arm.role === 'holdout') return baselineShare;
    return baselineShare + liftOfArm(design, arm);
  });
  if (!row.every((share) => share > 0 && share < 1) || !(alpha > 0 && alpha < 1)) return [];
  const frame: PlanFrame = {
    levels: design.attributes.map(levelCount),
    arms: design.arms.map(({ id, role }) => ({ id, role })),
    population,
    counts,
    shares: population.map(() => row),
  };
  return standardQuestions(frame).map((question) => ({
    question,
    verdict: judgeQuestion(frame, question, { alpha, power: usualPower }),
  }));
}
