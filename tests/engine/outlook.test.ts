import { describe, expect, it } from 'vitest';
import { simulatePlan } from '#core/design/planning/plan-characteristics.ts';
import { characteristicsPlanOf } from '#core/design/planning/outlook-plan.ts';
import { deckDesign, deckPopulationInBandingOrder } from '../core/design/deck-design.ts';
import { openEngine, value } from './open-engine.ts';

const population = deckPopulationInBandingOrder;
const design = {
  ...deckDesign,
  earnings: {
    profitPerResponse: 100_000,
    meanLift: null,
    liftSpread: 0.025,
    cellSpread: 0.0125,
    baselineSpread: 0.003,
  },
};
const counted = {
  design,
  population,
  counts: population.map(() => design.arms.map(() => 100)),
};

describe('the worker asked for the outlook of a plan', () => {
  it('turns the dial, the same every time', async () => {
    const engine = openEngine();
    const params = { ...counted, question: null, simulation: { seed: '1', repetitions: 500 } };
    const found = value(await engine.request('turn-dial', params));
    expect(found.asked).toBe('any-carrot');
    expect(found.dial.forPlan.size).toBe(3600);
    expect(value(await engine.request('turn-dial', params))).toEqual(found);
  });

  it('plays the plan through in pieces that change nothing, and tells how far it is', async () => {
    const engine = openEngine();
    const params = { ...counted, seed: 'seed', repetitions: 300 };
    const { characteristics, questions } = value(await engine.request('replay-plan', params));
    const { plan } = value(characteristicsPlanOf(counted));
    const whole = value(simulatePlan(plan, { seed: 'seed', repetitions: 300 }));
    expect(characteristics).toEqual(whole);
    expect(questions.map(({ id }) => id)).toEqual(characteristics.questions.map(({ id }) => id));
    const told = engine.replaying.map(({ done }) => done);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(300);
  });

  it('stops when it is told to', async () => {
    const engine = openEngine();
    engine.isCancelled = () => engine.replaying.length >= 2;
    const answer = await engine.request('replay-plan', {
      ...counted,
      seed: 'seed',
      repetitions: 1_000_000,
    });
    expect(!answer.ok && answer.problem.code).toBe('cancelled');
    expect(engine.replaying.length).toBe(2);
  });

  it('counts every outcome where they are few', async () => {
    const small = {
      design: { ...design, attributes: [], arms: design.arms.slice(0, 2) },
      population: [500],
      counts: [[40, 40]],
    };
    const params = { ...small, seed: 'any', repetitions: 1 };
    const { characteristics } = value(await openEngine().request('replay-plan', params));
    expect(characteristics.method).toBe('enumerated');
    expect(characteristics.anyFalseAlarm.standardError).toBe(0);
  });

  it('refuses repetitions that are none, and a plan of which nobody knows what it earns', async () => {
    const engine = openEngine();
    for (const repetitions of [0, 1.5, 1e7]) {
      const answer = await engine.request('replay-plan', { ...counted, seed: 's', repetitions });
      expect(!answer.ok && answer.problem).toEqual({ code: 'invalid-repetitions', repetitions });
    }
    const dial = await engine.request('turn-dial', {
      ...counted,
      design: { ...design, earnings: null },
      question: null,
      simulation: { seed: '1', repetitions: 10 },
    });
    expect(!dial.ok && dial.problem.code).toBe('earnings-unknown');
  });
});
