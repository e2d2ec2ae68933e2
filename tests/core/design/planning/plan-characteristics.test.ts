import { describe, expect, it } from 'vitest';
import {
  enumeratePlan,
  simulatePlan,
  startPlanSimulation,
} from '#core/design/planning/plan-characteristics.ts';
import { shareNeverSeen } from '#core/design/planning/outcome-tally.ts';
import type { CharacteristicsPlan } from '#core/design/planning/plan-replay.ts';
import { questionPower } from '#core/design/questions/question-power.ts';
import type { Question } from '#core/design/questions/question.ts';
import { operatingCharacteristics } from '#core/stats/power/operating-characteristics.ts';
import { expectClose, refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckFrame } from '../questions/deck-frame.ts';

const one: Question = { id: 'one', kind: 'carrot-versus-holdout', carrot: 'coupon' };
const any: Question = { id: 'any', kind: 'any-carrot', adjustment: 'holm' };

/** One cell, a holdout and as many carrots as there are further shares. */
function smallPlan(shares: readonly number[], counts: readonly number[]): CharacteristicsPlan {
  const names = ['none', 'coupon', 'gift'];
  const arms = shares.map((_, arm) => ({
    id: names[arm] ?? '',
    role: arm === 0 ? ('holdout' as const) : ('carrot' as const),
  }));
  return {
    frame: { levels: [1], arms, population: [1000], counts: [counts], shares: [shares] },
    questions: [
      { question: any, alpha: 0.1 },
      { question: one, alpha: 0.1 },
    ],
    nullVariance: 'pooled',
    rollout: { profitPerResponse: 10_000, costPerCustomer: [0, 300, 400] },
  };
}

describe('the long run of a plan, every outcome counted', () => {
  it('of two arms is that of the exact table of outcomes', () => {
    for (const [control, treated, n0, n1] of [
      [0.1, 0.3, 40, 30],
      [0.2, 0.25, 25, 60],
      [0.5, 0.3, 33, 33],
    ] as const) {
      const plan = smallPlan([control, treated], [n0, n1]);
      const found = valueOf(enumeratePlan(plan)).questions[1];
      const exact = valueOf(
        operatingCharacteristics({
          baselineShare: control,
          lift: treated - control,
          sizeControl: n0,
          sizeTreatment: n1,
          alpha: 0.1,
          test: 'pooled-z',
        }),
      );
      expectClose(found?.power.value ?? NaN, exact.power, 1e-9, plan);
      expectClose(found?.falseAlarm?.value ?? NaN, exact.falseRise + exact.falseFall, 1e-9, plan);
      expectClose(found?.signError?.value ?? NaN, exact.signError ?? NaN, 1e-9, plan, 1e-6);
      expectClose(found?.exaggeration?.value ?? NaN, exact.exaggeration ?? NaN, 1e-9, plan);
      expect(found?.power.standardError).toBe(0);
    }
  });

  it('shows the decision rule: profit is the sum over outcomes of what is rolled out', () => {
    const plan = smallPlan([0.1, 0.3], [30, 30]);
    const { decision, questions } = valueOf(enumeratePlan(plan));
    // One carrot: it is rolled out exactly when it is significant upwards, and earns 1000 · (10,000 · 0.2 - 300).
    const truth = 1000 * (10_000 * 0.2 - 300);
    expect(decision?.perfectProfit).toBeCloseTo(truth, 6);
    expectClose(
      decision?.profit.value ?? NaN,
      truth * (decision?.rolledOut.value ?? NaN),
      1e-9,
      plan,
    );
    expect(decision?.rolledOut.value).toBeLessThanOrEqual(questions[0]?.power.value ?? NaN);
    expect(decision?.exaggeration?.value).toBeGreaterThan(1);
    expect(decision?.lossShare?.value).toBe(0);
  });

  it('rolls out only what seems to earn, and counts how often that truly loses', () => {
    const at = (costPerCustomer: number) => {
      const rollout = { profitPerResponse: 10_000, costPerCustomer: [0, costPerCustomer] };
      return valueOf(enumeratePlan({ ...smallPlan([0.1, 0.3], [30, 30]), rollout })).decision;
    };
    // A rise of 20 points is worth 2,000: at 2,500 a customer it loses, but at first sight it may seem to earn.
    expect(at(2500)?.perfectProfit).toBe(0);
    expect(at(2500)?.lossShare?.value).toBe(1);
    expectClose(
      at(2500)?.profit.value ?? NaN,
      1000 * (2000 - 2500) * (at(2500)?.rolledOut.value ?? NaN),
      1e-9,
      'loss',
    );
    expect(at(2500)?.rolledOut.value).toBeLessThan(at(300)?.rolledOut.value ?? NaN);
    // What no outcome can pay for is never rolled out.
    expect(at(10_001)?.rolledOut.value).toBe(0);
    expect(at(10_001)?.lossShare).toBeNull();
  });

  it('rolls out more often than once in twenty at no effect only by as much as Holm allows', () => {
    const { anyFalseAlarm, questions } = valueOf(
      enumeratePlan(smallPlan([0.3, 0.3, 0.3], [25, 25, 25])),
    );
    expect(questions[0]?.falseAlarm?.value).toBeLessThan(0.11);
    expect(anyFalseAlarm.value).toBeGreaterThanOrEqual(questions[1]?.falseAlarm?.value ?? NaN);
    // Without an effect the power is the false alarm.
    expectClose(
      questions[1]?.power.value ?? NaN,
      questions[1]?.falseAlarm?.value ?? NaN,
      1e-12,
      'null',
    );
  });
});

describe('the long run of a plan, simulated', () => {
  it('says how far off a share may be that was the same in every run', () => {
    // The limit L at which n runs without the event have a chance of 5%: (1 - L)^n = 0.05.
    expectClose(shareNeverSeen(10_000), 0.00029952835977661195, 1e-12, 'scipy');
    for (const repetitions of [1, 7, 400, 1e7])
      expectClose((1 - shareNeverSeen(repetitions)) ** repetitions, 0.05, 1e-6, repetitions);
    const sure = smallPlan([0.01, 0.99], [40, 40]);
    const { questions, decision } = valueOf(
      simulatePlan(sure, { seed: 'carrot', repetitions: 400 }),
    );
    const limit = shareNeverSeen(400);
    expect(questions[1]).toMatchObject({
      power: { value: 1, standardError: 0, limit: 1 - limit },
      signError: { value: 0, standardError: 0, limit },
    });
    expect(decision?.lossShare).toEqual({ value: 0, standardError: 0, limit });
    expect(decision?.profit.limit).toBeNull();
    expect(questions[1]?.exaggeration?.limit).toBeNull();
    // Where some runs differ the spread says it, and where every outcome was counted there is nothing to say.
    const usual = valueOf(simulatePlan(smallPlan([0.1, 0.25], [20, 24]), { seed: 'a', repetitions: 400 })); // prettier-ignore
    expect(usual.questions[1]?.power.limit).toBeNull();
    expect(valueOf(enumeratePlan(sure)).questions[1]?.power.limit).toBeNull();
  });

  it('agrees with the enumeration within its own standard errors', () => {
    const plan = smallPlan([0.1, 0.25, 0.3], [20, 24, 22]);
    const exact = valueOf(enumeratePlan(plan));
    const found = valueOf(simulatePlan(plan, { seed: 'carrot', repetitions: 6000 }));
    const near = (
      seen: { value: number; standardError: number } | null | undefined,
      counted: { value: number } | null | undefined,
    ) => {
      expect(seen?.standardError).toBeGreaterThan(0);
      const away = Math.abs((seen?.value ?? NaN) - (counted?.value ?? NaN));
      expect(away).toBeLessThan(4 * (seen?.standardError ?? NaN));
    };
    near(found.anyFalseAlarm, exact.anyFalseAlarm);
    near(found.decision?.profit, exact.decision?.profit);
    near(found.decision?.exaggeration, exact.decision?.exaggeration);
    for (const [place, question] of found.questions.entries()) {
      near(question.power, exact.questions[place]?.power);
      near(question.falseAlarm, exact.questions[place]?.falseAlarm);
      near(question.exaggeration, exact.questions[place]?.exaggeration);
    }
  });

  it('has the power that the questions promise, and their false alarms, on the deck’s plan', () => {
    const frame = {
      ...deckFrame(),
      counts: deckFrame().population.map(() => [100, 100, 100, 100]),
    };
    const shares = frame.shares.map((_, cell) => [0.05, 0.08, 0.09 + 0.02 * (cell % 3), 0.1]);
    const asked: Question[] = [
      any,
      one,
      { id: 'which', kind: 'carrot-for-customer', attribute: 1 },
      {
        id: 'trend',
        kind: 'trend',
        outcome: 'effect',
        carrot: 'gift',
        directions: [{ attribute: 1, direction: 'rising' }],
      },
    ];
    const questions = asked.map((question) => ({ question, alpha: 0.05 }));
    const plan = { frame: { ...frame, shares }, questions };
    const found = valueOf(simulatePlan(plan, { seed: 'deck', repetitions: 2000 }));
    for (const [place, question] of asked.entries()) {
      const planned = valueOf(questionPower(plan.frame, question, { alpha: 0.05 })).power ?? NaN;
      const seen = found.questions[place];
      // Normal approximation against real counts: two points beside the error of the simulation.
      const error = 4 * (seen?.power.standardError ?? NaN) + 0.02;
      expect(Math.abs((seen?.power.value ?? NaN) - planned)).toBeLessThan(error);
      expect(Math.abs((seen?.falseAlarm?.value ?? NaN) - 0.05)).toBeLessThan(0.03);
    }
    expect(found.decision).toBeNull();
  });

  it('is the same in whatever pieces it is run, and another with another seed', () => {
    const plan = smallPlan([0.1, 0.25, 0.3], [20, 24, 22]);
    const whole = valueOf(simulatePlan(plan, { seed: 'a', repetitions: 700 }));
    const pieces = valueOf(startPlanSimulation(plan, 'a'));
    for (const piece of [1, 99, 400, 200]) pieces.run(piece);
    expect(pieces.summary()).toEqual(whole);
    expect(valueOf(simulatePlan(plan, { seed: 'b', repetitions: 700 }))).not.toEqual(whole);
  });

  it('tells its progress, and ends when it is told to', () => {
    const told: number[] = [];
    const cancelled = simulatePlan(smallPlan([0.1, 0.2], [20, 20]), {
      seed: 'a',
      repetitions: 1000,
      progress: (done) => {
        told.push(done);
        return done < 400;
      },
    });
    expect(cancelled).toMatchObject({ problem: { code: 'cancelled', done: 400 } });
    expect(told).toEqual([200, 400]);
  });

  it('has no false alarm for a trend that the baseline has already', () => {
    const base = smallPlan([0.1, 0.2], [20, 20]);
    const trend: Question = {
      id: 't',
      kind: 'trend',
      outcome: 'response',
      carrot: null,
      directions: [{ attribute: 0, direction: 'rising' }],
    };
    const frame = {
      ...base.frame,
      levels: [2],
      population: [50, 50],
      counts: [
        [9, 9],
        [9, 9],
      ],
      shares: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    };
    const plan = { frame, questions: [{ question: trend, alpha: 0.1 }] };
    expect(valueOf(enumeratePlan(plan)).questions[0]?.falseAlarm).toBeNull();
  });

  it('is refused with the reason', () => {
    const plan = smallPlan([0.1, 0.2], [20, 20]);
    const run = (change: object, repetitions = 10) =>
      refusalOf(simulatePlan({ ...plan, ...change }, { seed: 'a', repetitions }));
    expect(run({}, 0)).toBe('invalid-repetitions');
    expect(run({ frame: { ...plan.frame, counts: [[2.5, 20]] } })).toBe('count-not-whole');
    expect(run({ frame: { ...plan.frame, counts: [[0, 20]] } })).toBe('empty-groups');
    const carrots = plan.frame.arms.map((arm) => ({ ...arm, role: 'carrot' as const }));
    expect(run({ frame: { ...plan.frame, arms: carrots } })).toBe('no-holdout');
    const large = { ...plan, frame: { ...plan.frame, counts: [[1000, 1000]] } };
    expect(refusalOf(enumeratePlan(large))).toBe('too-large-to-enumerate');
  });
});
