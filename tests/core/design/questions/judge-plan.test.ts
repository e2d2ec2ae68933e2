import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePlan, plannedQuestions, questionedFrame } from '#core/design/questions/judge-plan.ts';
import type { QuestionPlan } from '#core/design/questions/question-plan.ts';
import { goneAttribute, type Question } from '#core/design/questions/question.ts';
import { expectClose, oracle } from '../../stats/oracle.ts';
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
    expect(judged.every(({ verdict }) => verdict.power.ok)).toBe(true);
    const frame = questionedFrame(deckDesign, population, counts);
    if (!frame) throw new Error('The deck has shares.');
    const planned = plannedQuestions(deckDesign, frame);
    expect(planned.every(({ question }) => !question.within?.includes(5))).toBe(true);
    expect(judged.at(-1)?.question.within).toEqual([8]);
    const power = { baselineShare: 0, lift: 0.05, alpha: 0.05 };
    expect(judgePlan({ ...deckDesign, power }, population, even(100))).toEqual([]);
  });

  it('finds less where the channel reaches fewer', () => {
    const channels = deckDesign.channels.map((channel) => ({ ...channel, reachShare: 0.5 }));
    const powerOf = (design: typeof deckDesign) => {
      const power = judgePlan(design, population, even(100))[0]?.verdict.power;
      return power?.ok ? (power.value.power ?? 0) : 0;
    };
    expect(powerOf({ ...deckDesign, channels })).toBeLessThan(powerOf(deckDesign));
  });

  const ask = (asked: readonly Question[], more: Partial<QuestionPlan> = {}, design = deckDesign) =>
    judgePlan(
      { ...design, questionPlan: { asked, multiplicity: 'none', power: 0.8, ...more } },
      population,
      even(100),
    );
  const gift: Question = { id: 'gift', kind: 'carrot-versus-holdout', carrot: 'gift' };
  const any: Question = { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' };
  const powerOf = (judged: ReturnType<typeof ask>, place = 0) => {
    const power = judged[place]?.verdict.power;
    return power?.ok ? (power.value.power ?? NaN) : NaN;
  };

  it('asks its own questions in their order, at the alpha that the rule for many leaves each', () => {
    for (const [multiplicity, alpha] of [
      ['none', 0.05],
      ['bonferroni', 0.025],
      ['holm', 0.025],
    ] as const) {
      const judged = ask([gift, any], { multiplicity, power: 0.9 });
      expect(judged.map(({ question }) => question)).toEqual([gift, any]);
      for (const each of judged) {
        expect(each.alpha).toBe(alpha);
        expect(each.verdict.power).toMatchObject({ value: { alpha, wantedPower: 0.9 } });
      }
    }
  });

  it('has the powers of R for questions at the alphas of Bonferroni', () => {
    const design = { ...deckDesign, power: { baselineShare: 0.05, lift: 0.05, alpha: 0.05 } };
    const { alone, ofThree, smallest, rival } =
      oracle<Record<string, number>>('power/own-questions');
    const [first] = ask([gift], {}, design);
    expectClose(powerOf(first ? [first] : []), alone ?? NaN, 1e-9, 'alone');
    const arms = deckArms.map((arm) => (arm.id === 'point' ? { ...arm, expectedLift: 0.02 } : arm));
    const three: readonly Question[] = [
      gift,
      { ...gift, id: 'cell', within: [5] },
      { id: 'pair', kind: 'carrot-versus-carrot', first: 'gift', second: 'point' },
    ];
    const judged = ask(three, { multiplicity: 'bonferroni' }, { ...design, arms });
    expectClose(powerOf(judged, 0), ofThree ?? NaN, 1e-9, 'of three');
    expectClose(powerOf(judged, 1), smallest ?? NaN, 1e-9, 'the smallest cell');
    expectClose(powerOf(judged, 2), rival ?? NaN, 1e-9, 'two carrots');
  });

  it('never has more power where more questions share alpha', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('holm', 'bonferroni'),
        (more, multiplicity) => {
          const copies = Array.from({ length: more }, (_, place): Question => ({
            ...gift,
            id: `${place}`,
          }));
          const shared = powerOf(ask([gift, ...copies], { multiplicity }));
          const fewer = powerOf(ask([gift, ...copies.slice(1)], { multiplicity }));
          expect(shared).toBeLessThan(fewer);
          expect(powerOf(ask([gift, ...copies]))).toBe(powerOf(ask([gift])));
        },
      ),
    );
  });

  it('says of a question what is gone from the plan', () => {
    const gone = ask([
      { ...gift, carrot: 'voucher' },
      { id: 'b', kind: 'carrot-for-customer', attribute: goneAttribute },
      { ...gift, id: 'c', within: [] },
      { ...gift, id: 'd', within: [9] },
      { id: 'e', kind: 'main-effect', factor: 'channel' },
    ]).map(({ verdict }) => (verdict.power.ok ? null : verdict.power.problem.code));
    expect(gone).toEqual([
      'unknown-arm',
      'unknown-attribute',
      'no-cells-in-question',
      'unknown-cell',
      'unknown-factor',
    ]);
  });

  it('gives questions between carrots a power where each has a lift of its own', () => {
    const arms = deckArms.map((arm) => (arm.id === 'gift' ? { ...arm, expectedLift: 0.1 } : arm));
    const judged = judgePlan({ ...deckDesign, arms }, population, even(100));
    const pair = judged.find(({ question }) => question.id === 'carrots')?.verdict;
    expect(pair?.state).toBe('too-small');
    expect(pair?.power.ok && pair.power.value.effect).toBeCloseTo(-0.05, 12);
  });

  it('leaves customers of unknown level out of a trend, who stand nowhere on its scale', () => {
    const [dormancy, points] = deckDesign.attributes;
    if (!dormancy || !points) throw new Error('The deck has attributes.');
    const attributes = [{ ...dormancy, unknownName: 'unknown' }, points];
    const rise: Question = {
      id: 'trend',
      kind: 'trend',
      outcome: 'effect',
      carrot: null,
      directions: [{ attribute: 0, direction: 'rising' }],
    };
    const more = [...population, 700, 800, 900];
    const counts = more.map(() => deckArms.map(() => 100));
    const design = { ...deckDesign, attributes };
    const frame = questionedFrame(design, more, counts);
    if (!frame) throw new Error('The deck has shares.');
    const plan = { asked: [rise, gift], multiplicity: 'none', power: 0.8 } as const;
    const [trend, other] = plannedQuestions({ ...design, questionPlan: plan }, frame);
    expect(trend?.question.within).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(other?.question.within).toHaveLength(12);
  });
});
