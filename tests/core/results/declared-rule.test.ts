import { describe, expect, it } from 'vitest';
import { declaredRule } from '#core/results/declared-rule.ts';
import type { QuestionPlan } from '#core/design/questions/question-plan.ts';
import { deckDesign } from '../design/deck-design.ts';

const declared = (plan: Partial<QuestionPlan>) =>
  declaredRule({ ...deckDesign, questionPlan: { ...deckDesign.questionPlan, ...plan } });

describe('the rule that a plan declares for its carrots', () => {
  it('is the one chosen for all questions together', () => {
    expect(declared({ multiplicity: 'holm' })).toBe('holm');
    expect(declared({ multiplicity: 'bonferroni', asked: [{ id: 'a', kind: 'any-carrot', adjustment: 'none' }] })).toBe('bonferroni'); // prettier-ignore
  });

  it('is else that of the question whether any carrot beats none: Dunnett in the standard plan', () => {
    expect(declared({ asked: null })).toBe('dunnett');
    expect(declared({ asked: [{ id: 'a', kind: 'any-carrot', adjustment: 'holm' }] })).toBe('holm');
  });

  it('leaves carrots that are asked about one by one to themselves, and is none where nothing is asked of them', () => {
    expect(declared({ asked: [{ id: 'a', kind: 'carrot-versus-holdout', carrot: 'POINT' }] })).toBe('none'); // prettier-ignore
    expect(declared({ asked: [] })).toBe(null);
    const arms = deckDesign.arms.filter(({ role }) => role !== 'holdout');
    expect(declaredRule({ ...deckDesign, arms })).toBe(null);
  });
});
