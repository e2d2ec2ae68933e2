import type { Design } from './design.ts';
import { standardQuestionPlan } from './questions/question-plan.ts';

/** What a design begins with where nobody has said more: arms of their own, no limits, the standard questions, one look at the end. */
export const undecided: Pick<
  Design,
  'factorPlan' | 'cellRules' | 'budget' | 'questionPlan' | 'looks' | 'earnings'
> = {
  factorPlan: null,
  cellRules: [],
  budget: null,
  questionPlan: standardQuestionPlan,
  looks: { kind: 'once' },
  earnings: null,
};
