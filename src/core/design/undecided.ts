import type { Design } from './design.ts';
import { standardQuestionPlan } from './questions/question-plan.ts';

/** What a design begins with where nobody has said more: arms of their own, no limits, the standard questions. */
export const undecided: Pick<
  Design,
  'factorPlan' | 'cellRules' | 'budget' | 'questionPlan' | 'earnings'
> = {
  factorPlan: null,
  cellRules: [],
  budget: null,
  questionPlan: standardQuestionPlan,
  earnings: null,
};
