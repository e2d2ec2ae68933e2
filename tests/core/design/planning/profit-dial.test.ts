import { describe, expect, it } from 'vitest';
import { profitDial, type DialPlan } from '#core/design/planning/profit-dial.ts';
import type { Question } from '#core/design/questions/question.ts';
import { expectClose, refusalOf, valueOf } from '../../stats/oracle.ts';
import { deckFrame } from '../questions/deck-frame.ts';

const simulation = { seed: 'dial', repetitions: 2000 };
const question: Question = { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' };
const asked = { question, options: { alpha: 0.05 } };
const frame = { ...deckFrame({ baselineShare: 0.03, lift: 0.02 }) };
const plan: DialPlan = {
  frame: { ...frame, counts: frame.population.map((count) => frame.arms.map(() => count / 8)) },
  prior: {
    meanLifts: [0, 0.02, 0.02, 0.02],
    liftSpread: 0.02,
    cellSpread: 0.01,
    baselineShare: 0.03,
    baselineSpread: 0.003,
  },
  value: {
    profitPerResponse: 60_000,
    costPerContact: [0, 800, 800, 800],
    costPerReward: [0, 5000, 4800, 5000],
  },
  rule: 'one',
};

describe('the profit dial', () => {
  it('shows the size for 80% power beside the size that earns most, with regret and error', () => {
    const dial = valueOf(profitDial(plan, asked, simulation));
    const [power, profit] = [valueOf(dial.forPower), valueOf(dial.forProfit)];
    expect(profit.profit).toBeGreaterThanOrEqual(power.profit);
    expect(profit.regret).toBeLessThanOrEqual(power.regret);
    expectClose(
      profit.regret + profit.profit,
      power.regret + power.profit,
      1e-9,
      'perfect knowledge',
    );
    for (const position of [dial.forPlan, power, profit]) {
      expect(position.errorShare.value).toBeGreaterThan(0);
      expect(position.errorShare.value).toBeLessThan(0.75);
      expect(position.errorShare.standardError).toBeGreaterThan(0);
      expect(position.size).toBeLessThan(13_712);
    }
    // No point of the curve earns more, and it goes up to the whole list.
    for (const point of dial.curve) {
      expect(point.profitPerCustomer).toBeLessThanOrEqual(profit.profitPerCustomer * (1 + 1e-9));
    }
    expectClose(dial.curve.at(-1)?.size ?? NaN, 13_712, 1e-9, 'curve');
    expect(valueOf(profitDial(plan, asked, simulation))).toEqual(dial);
  });

  it('puts the plan where its counts are, and expects of an arm what is its own', () => {
    const dial = valueOf(profitDial(plan, asked, simulation));
    expect(dial.forPlan.size).toBeCloseTo(13_712 / 2, 9);
    expect(dial.forPlan.profit).toBeLessThanOrEqual(valueOf(dial.forProfit).profit);
    // Without a test the best arm by what is known goes out: 13,712 customers at 7% · (60,000 - 5,000) - 800.
    const prior = { ...plan.prior, meanLifts: [0, 0.04, 0.02, 0.02] };
    const known = valueOf(profitDial({ ...plan, prior }, asked, simulation));
    expect(known.forPlan.profitWithoutTest).toBeCloseTo(0.07 * 55_000 - 800, 9);
  });

  it('tests less on a shorter list', () => {
    const short = {
      ...plan.frame,
      population: plan.frame.population.map((count) => count / 4),
      counts: plan.frame.counts.map((row) => row.map((count) => count / 4)),
    };
    const sizeOf = (changed: DialPlan) =>
      valueOf(valueOf(profitDial(changed, asked, simulation)).forProfit).size;
    expect(sizeOf({ ...plan, frame: short })).toBeLessThan(sizeOf(plan));
  });

  it('says when a size cannot be', () => {
    const tiny = { ...plan.frame, population: plan.frame.population.map(() => 20) };
    const counts = tiny.population.map(() => [1, 1, 1, 1]);
    const dial = valueOf(profitDial({ ...plan, frame: { ...tiny, counts } }, asked, simulation));
    expect(refusalOf(dial.forPower)).toBe('list-too-short');
    const even = { ...plan.frame, shares: plan.frame.shares.map(() => [0.03, 0.03, 0.03, 0.03]) };
    const none = valueOf(profitDial({ ...plan, frame: even }, asked, simulation));
    expect(refusalOf(none.forPower)).toBe('no-effect-expected');
    const hopeless = {
      ...plan,
      value: { ...plan.value, costPerContact: [0, 90_000, 90_000, 90_000] },
    };
    const lost = valueOf(profitDial(hopeless, asked, simulation));
    expect(refusalOf(lost.forProfit)).toBe('testing-does-not-pay');
    const bad = { ...plan, prior: { ...plan.prior, baselineShare: 0 } };
    expect(refusalOf(profitDial(bad, asked, simulation))).toBe('invalid-prior');
    const unpriced = { ...plan, value: { ...plan.value, costPerContact: [0] } };
    expect(refusalOf(profitDial(unpriced, asked, simulation))).toBe('negative-cost');
    const nobody = { ...plan, frame: { ...plan.frame, counts: counts.map(() => [0, 0, 0, 0]) } };
    expect(refusalOf(profitDial(nobody, asked, simulation))).toBe('invalid-proportions');
  });
});
