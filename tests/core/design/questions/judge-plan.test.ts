import { describe, expect, it } from 'vitest';
import { judgePlan, plannedQuestions, questionedFrame } from '#core/design/questions/judge-plan.ts';
import { deckArms, deckDesign, deckPopulationInBandingOrder } from '../deck-design.ts';

const even = (perCellAndArm: number) =>
  deckPopulationInBandingOrder.map(() => deckArms.map(() => perCellAndArm));
const population = deckPopulationInBandingOrder;

describe('what a plan can answer', () => {
  it('is asked of the deck’s plan: any carrot is told from none, one cell alone tells nothing', () => {
    const judged = judgePlan(deckDesign, population, even(100));
    expect(judged.map(({ question, verdict }) => [question.id, verdict.state])).toEqual([
      ['any-carrot', 'answered'],
      ['carrots', 'no-effect-expected'],
      ['same-0', 'no-effect-expected'],
      ['for-0', 'no-effect-expected'],
      ['same-1', 'no-effect-expected'],
      ['for-1', 'no-effect-expected'],
      ['smallest-cell', 'too-small'],
    ]);
    expect(judged.at(-1)?.question.within).toEqual([5]);
    expect(population[5]).toBe(445);
  });

  it('has the deck’s power of 0.2954 in the smallest cell when everybody in it is drawn', () => {
    const power = { baselineShare: 0.05, lift: 0.05, alpha: 0.05 };
    const counts = population.map((customers) => deckArms.map(() => customers / 4));
    const last = judgePlan({ ...deckDesign, power }, population, counts).at(-1);
    const reached = last?.verdict.power;
    expect(reached?.ok && reached.value.power).toBeCloseTo(0.29538, 5);
    expect(last?.verdict.remedies.map(({ kind }) => kind)).toEqual([
      'whole-list',
      'enlarge',
      'larger-effect',
    ]);
  });

  it('leaves out what there is nothing to compare for', () => {
    const [holdout, coupon] = deckArms;
    if (!holdout || !coupon) throw new Error('The deck has arms.');
    const ids = (arms: typeof deckArms, attributes = deckDesign.attributes) =>
      judgePlan(
        { ...deckDesign, arms, attributes },
        attributes.length === 0 ? [9000] : population,
        attributes.length === 0 ? [arms.map(() => 100)] : population.map(() => arms.map(() => 100)),
      ).map(({ question }) => question.id);
    expect(ids([holdout, coupon])).toEqual(['any-carrot', 'same-0', 'same-1', 'smallest-cell']);
    expect(ids([holdout, coupon], [])).toEqual(['any-carrot']);
    expect(ids([holdout])).toEqual([]);
    expect(ids(deckArms.slice(1), [])).toEqual(['carrots']);
  });

  it('leaves out cells without customers, and asks nothing of shares that are none', () => {
    const counts = even(100).map((row, cell) => (cell === 5 ? row.map(() => 0) : row));
    const judged = judgePlan(deckDesign, population, counts);
    expect(judged.every(({ question }) => !question.within?.includes(5))).toBe(true);
    expect(judged.at(-1)?.question.within).toEqual([8]);
    const power = { baselineShare: 0, lift: 0.05, alpha: 0.05 };
    expect(judgePlan({ ...deckDesign, power }, population, even(100))).toEqual([]);
  });

  it('asks the plan’s own questions, at the alpha that its rule leaves each', () => {
    const asked = [
      { id: 'any', kind: 'any-carrot', adjustment: 'holm' },
      { id: 'gift', kind: 'carrot-versus-holdout', carrot: 'gift' },
    ] as const;
    const alphasOf = (multiplicity: 'none' | 'holm') => {
      const design = { ...deckDesign, questionPlan: { asked, multiplicity, power: 0.9 } };
      const frame = questionedFrame(design, population, even(100));
      if (!frame) throw new Error('The deck’s shares are possible.');
      return plannedQuestions(design, frame).map(({ question, alpha }) => [question.id, alpha]);
    };
    expect(alphasOf('none')).toEqual([
      ['any', 0.05],
      ['gift', 0.05],
    ]);
    expect(alphasOf('holm')).toEqual([
      ['any', 0.025],
      ['gift', 0.025],
    ]);
  });

  it('finds less where the channel reaches fewer', () => {
    const channels = deckDesign.channels.map((channel) => ({ ...channel, reachShare: 0.5 }));
    const powerOf = (design: typeof deckDesign) => {
      const power = judgePlan(design, population, even(100))[0]?.verdict.power;
      return power?.ok ? (power.value.power ?? 0) : 0;
    };
    expect(powerOf({ ...deckDesign, channels })).toBeLessThan(powerOf(deckDesign));
  });
});
