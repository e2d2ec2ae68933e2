import { describe, expect, it } from 'vitest';
import { planPower } from '#core/design/plan-power.ts';
import { deckArms, deckDesign, deckPopulation } from './deck-design.ts';

const counts = deckPopulation.map(() => [100, 100, 100, 100]);

describe('the power of a plan', () => {
  it('agrees with R power.prop.test for 900 per arm', () => {
    const plan = planPower(counts, deckDesign);
    if (!plan.ok) throw new Error(plan.problem.code);
    expect(plan.value).toMatchObject({ holdoutSize: 900, carrotSize: 900, alpha: 0.05 });
    expect(plan.value.power).toBeCloseTo(0.996623576751, 8);
    const { minimumDetectableLift: least } = plan.value;
    if (!least.ok) throw new Error(least.problem.code);
    expect(least.value).toBeCloseTo(0.0269079631442, 6);
  });

  it('is reckoned for a carrot of which something is expected', () => {
    const arms = deckArms.map((arm) => (arm.id === 'gift' ? { ...arm, expectedLift: 0 } : arm));
    expect(planPower(counts, { ...deckDesign, arms })).toMatchObject({ value: { lift: 0.05 } });
  });

  it('is reckoned for the smallest carrot arm', () => {
    expect(planPower([[10, 9, 8, 10]], deckDesign)).toMatchObject({ value: { carrotSize: 8 } });
  });

  it('is reckoned for the channel that reaches the fewest', () => {
    const channels = [
      ...deckDesign.channels,
      { id: 'sms', name: '', kind: 'sms', costPerContact: 20, reachShare: 0.6 } as const,
    ];
    const arms = deckArms.map((arm) => (arm.id === 'gift' ? { ...arm, channel: 'sms' } : arm));
    const plan = planPower(counts, { ...deckDesign, channels, arms });
    // The formula of R's power.prop.test in Python's statistics.NormalDist, 900 per arm, 3 against 6 percent.
    expect(plan).toMatchObject({ value: { lift: 0.03 } });
    if (plan.ok) expect(plan.value.power).toBeCloseTo(0.867107136725, 8);
  });

  it.each([
    ['no-holdout', { ...deckDesign, arms: deckArms.slice(1) }, counts],
    ['no-carrot', { ...deckDesign, arms: deckArms.slice(0, 1) }, counts],
    ['invalid-size', deckDesign, [[0, 0, 0, 0]]],
    ['invalid-lift', { ...deckDesign, power: { baselineShare: 0.03, lift: 0, alpha: 0.05 } }, counts], // prettier-ignore
    ['invalid-baseline', { ...deckDesign, power: { baselineShare: 0, lift: 0.1, alpha: 0.05 } }, counts], // prettier-ignore
    ['invalid-alpha', { ...deckDesign, power: { baselineShare: 0.1, lift: 0.1, alpha: 0 } }, counts], // prettier-ignore
  ] as const)('refuses %s', (code, design, drawn) => {
    expect(planPower(drawn, design)).toMatchObject({ ok: false, problem: { code } });
  });

  it('says that even everybody responding would not be found in a tiny arm', () => {
    expect(planPower([[1, 1, 1, 1]], deckDesign)).toMatchObject({
      value: { minimumDetectableLift: { problem: { code: 'no-detectable-effect' } } },
    });
  });
});
