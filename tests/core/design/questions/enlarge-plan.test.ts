import { describe, expect, it } from 'vitest';
import { allocate } from '#core/design/allocation.ts';
import type { Design } from '#core/design/design.ts';
import { enlargePlan } from '#core/design/questions/enlarge-plan.ts';
import { judgePlan } from '#core/design/questions/judge-plan.ts';
import { summariseQuestions } from '#core/design/questions/question-summary.ts';
import type { Question } from '#core/design/questions/question.ts';
import { deckDesign, deckPopulationInBandingOrder } from '../deck-design.ts';
import { valueOf } from '../../stats/oracle.ts';

const population = deckPopulationInBandingOrder;
const any: Question = { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' };
const smallest: Question = {
  id: 'smallest',
  kind: 'carrot-versus-holdout',
  carrot: 'gift',
  within: [5],
};
const plan = (perCellAndArm: number, asked: readonly Question[] | null, more = {}): Design => ({
  ...deckDesign,
  ...more,
  allocation: { kind: 'equal', perCellAndArm },
  questionPlan: { asked, multiplicity: 'none', power: 0.8 },
});
const judged = (design: Design) =>
  judgePlan(design, population, valueOf(allocate(design, population)));
const enlarged = (design: Design) =>
  enlargePlan(design, population, valueOf(allocate(design, population)), judged(design));
const statesOf = (design: Design) => judged(design).map(({ verdict }) => verdict.state);

describe('what the questions of a plan come to', () => {
  it('counts what is answered and names the worst', () => {
    const { asked, states, worst } = summariseQuestions(judged(plan(100, null)));
    expect([asked, states.answered, states['too-small'], states['no-effect-expected']]).toEqual([
      7, 1, 1, 5,
    ]);
    expect(worst?.judged.question.id).toBe('smallest-cell');
    expect(worst?.power).toBeCloseTo(0.3447, 4);
    expect(summariseQuestions([])).toMatchObject({ asked: 0, worst: null });
  });
});

describe('a plan enlarged for its questions', () => {
  it('is the smallest of its rule that answers them', () => {
    const small = plan(30, [any]);
    expect(statesOf(small)).toEqual(['too-small']);
    const found = enlarged(small);
    if (found?.allocation.kind !== 'equal') throw new Error('Equal cells have enough.');
    const size = found.allocation.perCellAndArm;
    expect(found).toMatchObject({ perArm: 9 * size, sampleSize: 36 * size });
    expect(statesOf(plan(size, [any]))).toEqual(['answered']);
    expect(statesOf(plan(size - 1, [any]))).toEqual(['too-small']);
  });

  it('goes by the cells’ customers where equal numbers would empty the smallest', () => {
    const power = { baselineShare: 0.03, lift: 0.025, alpha: 0.05 };
    const small = plan(100, [any], { power });
    const found = enlarged(small);
    if (found?.allocation.kind !== 'proportional') throw new Error('Equal cells have not enough.');
    expect(statesOf({ ...small, allocation: found.allocation })).toEqual(['answered']);
  });

  it('leaves aside what the whole list cannot answer, and gives up where that is all', () => {
    const found = enlarged(plan(30, [any, smallest]));
    expect(found?.allocation).toEqual(enlarged(plan(30, [any]))?.allocation);
    expect(enlarged(plan(100, [smallest]))).toBeNull();
    expect(enlarged(plan(100, [any]))).toBeNull();
  });
});
