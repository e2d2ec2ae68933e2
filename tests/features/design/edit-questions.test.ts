import { describe, expect, it } from 'vitest';
import type { Question } from '#core/design/questions/question.ts';
import {
  draftQuestion,
  freshDraft,
  isAsked,
  possibleKinds,
  withMoved,
  withQuestion,
} from '#features/design/edit-questions.ts';
import { deckDesign } from '../../core/design/deck-design.ts';

const plan = deckDesign.questionPlan;
const gift: Question = { id: 'q-1', kind: 'carrot-versus-holdout', carrot: 'gift' };
const pair: Question = { id: 'q-2', kind: 'carrot-versus-carrot', first: 'coupon', second: 'gift' };

describe('questions that are chosen', () => {
  it('are offered as far as the design has something to compare', () => {
    expect(possibleKinds(deckDesign)).toEqual([
      'any-carrot',
      'carrot-versus-holdout',
      'carrot-versus-carrot',
      'same-everywhere',
      'carrot-for-customer',
      'trend',
    ]);
    const [holdout, coupon] = deckDesign.arms;
    if (!holdout || !coupon) throw new Error('The deck has arms.');
    expect(possibleKinds({ ...deckDesign, arms: [holdout, coupon], attributes: [] })).toEqual([
      'any-carrot',
      'carrot-versus-holdout',
    ]);
  });

  it('begin with a form that means a question, whatever its kind', () => {
    for (const kind of possibleKinds(deckDesign)) {
      expect(draftQuestion(freshDraft(deckDesign, kind), 'x')).toMatchObject({ id: 'x', kind });
    }
    const same = { ...freshDraft(deckDesign, 'carrot-versus-carrot'), second: 'coupon' };
    expect(draftQuestion(same, 'x')).toBeNull();
  });

  it('are asked once, also with their sides exchanged', () => {
    const turned: Question = { ...pair, id: '', first: 'gift', second: 'coupon' };
    expect(isAsked(turned, [gift, pair])).toBe(true);
    expect(isAsked({ ...gift, within: [5] }, [gift, pair])).toBe(false);
  });

  it('get an id that no other has, and change places', () => {
    const draft = { ...freshDraft(deckDesign, 'trend'), cells: [1, 2] };
    const asked = withQuestion(plan, [pair], draft).asked;
    expect(asked?.map(({ id }) => id)).toEqual(['q-2', 'q-3']);
    expect(asked?.[1]?.within).toEqual([1, 2]);
    expect(withMoved(plan, [gift, pair], 1, -1).asked).toEqual([pair, gift]);
    expect(withMoved(plan, [gift, pair], 1, 1)).toBe(plan);
  });
});
