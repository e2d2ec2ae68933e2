import { describe, expect, it } from 'vitest';
import { carrotArm } from '#core/design/arm.ts';
import { assumedEarnings } from '#core/design/planning/assumed-earnings.ts';
import { startReplay, turnDial } from '#core/design/planning/design-outlook.ts';
import {
  characteristicsPlanOf,
  dialPlanOf,
  type CountedDesign,
} from '#core/design/planning/outlook-plan.ts';
import { expectClose, refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckArms, deckDesign, deckPopulationInBandingOrder } from '../deck-design.ts';

const population = deckPopulationInBandingOrder;
const even = (perCellAndArm: number, arms = deckArms.length) =>
  population.map(() => Array.from({ length: arms }, () => perCellAndArm));
const simulation = { seed: 'outlook', repetitions: 400 };
const [holdout] = deckArms;
if (!holdout) throw new Error('The deck has a holdout.');

/** 3% without a carrot; DM reaches 80% of its customers, and half of the responders redeem the coupon. */
const design = {
  ...deckDesign,
  power: { baselineShare: 0.03, lift: 0.05, alpha: 0.05 },
  channels: [
    { id: 'tm', name: '', kind: 'tm' as const, costPerContact: 3500, reachShare: 1 },
    { id: 'dm', name: '', kind: 'dm' as const, costPerContact: 700, reachShare: 0.8 },
  ],
  arms: [
    holdout,
    { ...carrotArm('coupon', 'Coupon', 'dm', 5000), redemptionShare: 0.5 },
    { ...carrotArm('gift', 'Gift', 'tm', 4800), expectedLift: 0.07 },
  ],
  earnings: {
    profitPerResponse: 60_000,
    meanLift: null,
    liftSpread: 0.02,
    cellSpread: 0.01,
    baselineSpread: 0.003,
  },
};
const counted: CountedDesign = { design, population, counts: even(100, 3) };

describe('a design as the profit dial sees it', () => {
  it('thins lifts by the reach, pays rewards as they are redeemed, and nothing for the holdout', () => {
    const { prior, value, frame, rule } = valueOf(dialPlanOf(counted));
    for (const [arm, lift] of [0, 0.05 * 0.8, 0.07].entries())
      expectClose(prior.meanLifts[arm] ?? NaN, lift, 1e-12, arm);
    expect(prior).toMatchObject({
      liftSpread: 0.02,
      cellSpread: 0.01,
      baselineShare: 0.03,
      baselineSpread: 0.003,
    });
    expect(value).toEqual({
      profitPerResponse: 60_000,
      costPerContact: [0, 700, 3500],
      costPerReward: [0, 2500, 4800],
    });
    expect(frame.counts).toBe(counted.counts);
    expect(rule).toBe('one');
  });

  it('takes the mean of past carrots for all of them, whatever their channel', () => {
    const earnings = { ...design.earnings, meanLift: 0.06 };
    const { prior } = valueOf(dialPlanOf({ ...counted, design: { ...design, earnings } }));
    expect(prior.meanLifts).toEqual([0, 0.06, 0.06]);
  });

  it('says money per customer as it is worked out by hand', () => {
    const { dial } = valueOf(turnDial(counted, null, simulation));
    // The gift earns most by what is known: 10% · (60,000 - 4,800) - 3,500; the coupon 7% · (60,000 - 2,500) - 700.
    const gift = 0.1 * (60_000 - 4800) - 3500;
    const coupon = 0.07 * (60_000 - 2500) - 700;
    expect(coupon).toBeGreaterThan(gift);
    expectClose(dial.forPlan.profitWithoutTest, coupon, 1e-12, 'without a test');
    expect(dial.forPlan.size).toBe(2700);
    const customers = population.reduce((sum, count) => sum + count, 0);
    expectClose(dial.forPlan.profit, customers * dial.forPlan.profitPerCustomer, 1e-12, 'list');
  });

  it('asks for the power of the question that was chosen, or the first that has something to find', () => {
    const first = valueOf(turnDial(counted, null, simulation));
    expect(first.asked).toBe('any-carrot');
    expect(first.questions.map(({ id }) => id)).toContain('smallest-cell');
    const smallest = valueOf(turnDial(counted, 'smallest-cell', simulation));
    expect(smallest.asked).toBe('smallest-cell');
    expect(refusalOf(smallest.dial.forPower)).toBe('list-too-short');
    expect(valueOf(turnDial(counted, 'gone', simulation)).asked).toBe('any-carrot');
  });

  it('is refused while nobody has said what a response leaves, and where shares are impossible', () => {
    const unsaid = { ...counted, design: { ...design, earnings: null } };
    expect(refusalOf(turnDial(unsaid, null, simulation))).toBe('earnings-unknown');
    const power = { ...design.power, baselineShare: 0.97 };
    const impossible = { ...counted, design: { ...design, power } };
    expect(refusalOf(turnDial(impossible, null, simulation))).toBe('shares-impossible');
    expect(refusalOf(startReplay(impossible, 'a'))).toBe('shares-impossible');
    const none = { ...design, questionPlan: { ...design.questionPlan, asked: [] } };
    expect(refusalOf(turnDial({ ...counted, design: none }, null, simulation))).toBe(
      'no-questions',
    );
    expect(refusalOf(startReplay({ ...counted, design: none }, 'a'))).toBe('no-questions');
  });

  it('assumes half the lift between carrots, a quarter between cells and a tenth of the baseline', () => {
    const assumed = assumedEarnings(design.power, 12_000);
    expect(assumed.meanLift).toBeNull();
    expectClose(assumed.liftSpread, 0.025, 1e-12, 'carrots');
    expectClose(assumed.cellSpread, 0.0125, 1e-12, 'cells');
    expectClose(assumed.baselineSpread, 0.003, 1e-12, 'baseline');
  });
});

describe('a design as its long run is played through', () => {
  it('weighs a rollout by contact and redeemed rewards, once it is known what a response leaves', () => {
    const { plan, leftOut } = valueOf(characteristicsPlanOf(counted));
    expect(leftOut).toEqual([]);
    expect(plan.nullVariance).toBe('pooled');
    expect(plan.rollout?.profitPerResponse).toBe(60_000);
    for (const [arm, cost] of [0, 700 + 0.07 * 2500, 3500 + 0.1 * 4800].entries())
      expectClose(plan.rollout?.costPerCustomer[arm] ?? NaN, cost, 1e-12, arm);
    const unsaid = { ...counted, design: { ...design, earnings: null } };
    expect(valueOf(characteristicsPlanOf(unsaid)).plan.rollout).toBeUndefined();
  });

  it('asks each question at its own alpha, and leaves out what the plan has nobody for', () => {
    const asked = [
      { id: 'gift', kind: 'carrot-versus-holdout', carrot: 'gift' },
      { id: 'gone', kind: 'carrot-versus-holdout', carrot: 'gone' },
    ] as const;
    const questionPlan = { asked, multiplicity: 'bonferroni', power: 0.8 } as const;
    const { plan, leftOut } = valueOf(
      characteristicsPlanOf({ ...counted, design: { ...design, questionPlan } }),
    );
    expect(plan.questions.map(({ question, alpha }) => [question.id, alpha])).toEqual([
      ['gift', 0.025],
    ]);
    expect(leftOut.map(({ question }) => question.id)).toEqual(['gone']);
  });

  it('counts every outcome of a plan of a few customers, and simulates the deck’s', () => {
    const small = { ...design, attributes: [], arms: design.arms.slice(0, 2) };
    const few = startReplay({ design: small, population: [900], counts: [[40, 40]] }, 'a');
    expect(valueOf(few).kind).toBe('counted');
    expect(valueOf(startReplay(counted, 'a')).kind).toBe('simulation');
  });
});
