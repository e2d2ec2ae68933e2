import { usualPower } from '../plan-power.ts';
import type { Question } from './question.ts';
import type { FamilyRule } from './question-families.ts';

/** What the experiment shall answer, and how sure; written down before the list is drawn. */
export interface QuestionPlan {
  /** The planner's own questions in their order, or null for the standard ones of the plan. */
  readonly asked: readonly Question[] | null;
  /** How all questions together share alpha. */
  readonly multiplicity: FamilyRule;
  /** The power that each question is to have, 0..1. */
  readonly power: number;
}

/** The questions that a plan is made for until somebody chooses others. */
export const standardQuestionPlan: QuestionPlan = {
  asked: null,
  multiplicity: 'none',
  power: usualPower,
};
