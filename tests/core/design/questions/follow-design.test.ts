import { describe, expect, it } from 'vitest';
import type { Attribute } from '#core/design/design.ts';
import { questionsAfter } from '#core/design/questions/follow-design.ts';
import { goneAttribute, type Question } from '#core/design/questions/question.ts';
import { deckDesign } from '../deck-design.ts';

const [dormancy, points] = deckDesign.attributes as [Attribute, Attribute];
const region: Attribute = {
  ...points,
  id: 'region',
  name: 'Region',
  banding: { kind: 'category', groups: [['서울'], ['경기', '인천']] },
  levelNames: ['Seoul', 'around'],
};
const cut = (attribute: Attribute, cuts: readonly number[]): Attribute => ({
  ...attribute,
  banding: { kind: 'number', cuts },
  levelNames: [...cuts, 0].map(String),
});
const inCells = (within: readonly number[]): Question => ({
  id: 'q',
  kind: 'carrot-versus-holdout',
  carrot: 'gift',
  within,
});
const after = (
  question: Question,
  attributes: readonly Attribute[],
  before: readonly Attribute[] = deckDesign.attributes,
) => {
  const questionPlan = { ...deckDesign.questionPlan, asked: [question] };
  return questionsAfter({ attributes: before }, { attributes, questionPlan }).asked?.[0];
};

describe('questions after an edit of the attributes', () => {
  it('keep to their attribute wherever it stands, and say so when it is gone', () => {
    const which: Question = { id: 'q', kind: 'carrot-for-customer', attribute: 1 };
    expect(after(which, [region, dormancy, points])).toEqual({ ...which, attribute: 2 });
    expect(after(which, [points])).toEqual({ ...which, attribute: 0 });
    expect(after(which, [dormancy])).toEqual({ ...which, attribute: goneAttribute });
    const everywhere: Question = { id: 'q', kind: 'carrot-for-customer', attribute: null };
    expect(after(everywhere, [dormancy])).toEqual(everywhere);
    const trend: Question = {
      id: 'q',
      kind: 'trend',
      outcome: 'effect',
      carrot: null,
      directions: [{ attribute: 0, direction: 'rising' }],
    };
    expect(after(trend, [points, dormancy])).toMatchObject({ directions: [{ attribute: 1 }] });
  });

  it('keep to their customers: more cells for a new attribute, one for those that became one', () => {
    expect(after(inCells([5]), [region, dormancy, points])).toMatchObject({ within: [5, 14] });
    expect(after(inCells([5]), [dormancy, points, region])).toMatchObject({ within: [10, 11] });
    expect(after(inCells([3, 4, 5]), [dormancy])).toMatchObject({ within: [1] });
    expect(after(inCells([5]), [points, dormancy])).toMatchObject({ within: [7] });
  });

  it('follow a cut that moves, and levels that only changed places', () => {
    expect(after(inCells([5]), [dormancy, cut(points, [4000, 9000])])).toMatchObject({
      within: [5],
    });
    const turned: Attribute = {
      ...region,
      banding: { kind: 'category', groups: [['경기', '인천'], ['서울']] },
    };
    expect(after(inCells([0]), [turned], [region])).toMatchObject({ within: [1] });
  });

  it('are about nothing where their cells cannot be told any more', () => {
    // A cut more: the highest level is what it was, the middle one is not.
    const finer = [dormancy, cut(points, [3000, 6000, 10_000])];
    expect(after(inCells([5]), finer)).toMatchObject({ within: [7] });
    expect(after(inCells([4]), finer)).toMatchObject({ within: [] });
    expect(after(inCells([4, 5]), [dormancy])).toMatchObject({ within: [] });
    expect(after(inCells([]), [dormancy])).toMatchObject({ within: [] });
  });

  it('are left as they are while the table is', () => {
    const plan = { ...deckDesign.questionPlan, asked: [inCells([5])] };
    const renamed = deckDesign.attributes.map((each) => ({ ...each, name: 'other' }));
    expect(questionsAfter(deckDesign, { attributes: renamed, questionPlan: plan })).toBe(plan);
  });
});
