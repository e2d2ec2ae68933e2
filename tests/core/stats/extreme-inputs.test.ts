import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import { breslowDay } from '#core/stats/stratified/homogeneity.ts';
import { compareMeans, relativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import { meanInterval } from '#core/stats/means/mean-interval.ts';
import * as means from '#core/stats/power/power-means.ts';
import * as proportions from '#core/stats/power/power-proportions.ts';
import { precisionSize } from '#core/stats/power/precision-size.ts';
import { numbersIn } from '../../features/tools/hostile-query.ts';
import { runs } from '../../property-runs.ts';
import { armCounts } from './arm-arbitrary.ts';
import { refusalOf, valueOf } from './oracle.ts';
import { between } from './even-arbitrary.ts';

/** Every size that a number can have, and those that people write. */
const amount = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  between(0, 1e12),
  fc.constantFrom(0, 5e-324, 1e-300, 1e308, Number.MAX_VALUE),
);
const signed = fc.tuple(amount, fc.constantFrom(1, -1)).map(([value, sign]) => value * sign);
const exponent = between(-300, -1);
const share = fc.oneof(
  between(0, 1),
  fc.constantFrom(0, 5e-324, 1 - 2 ** -53, 1),
  exponent.map((digits) => 10 ** digits),
  exponent.map((digits) => 1 - 10 ** (digits / 20)),
);
const confidenceShare = fc.oneof(fc.constant(0.95), between(1e-9, 1));
const sides = fc.constantFrom(1 as const, 2 as const);
const sizes = { sizeTreatment: amount, sizeControl: amount };
const arm = fc.record({
  count: fc.integer({ min: 0, max: 1e9 }),
  mean: signed,
  standardDeviation: amount,
});
const ratePlan = {
  baselineShare: share,
  alpha: share,
  sides,
  method: fc.constantFrom('r' as const, 'arcsine' as const, 'evan-miller' as const),
};
const meanPlan = { standardDeviation: amount, alpha: share, sides };

function answers<Inputs>(
  inputs: fc.Arbitrary<Inputs>,
  ask: (inputs: Inputs) => readonly Result<unknown>[],
): void {
  const finite = (given: Inputs) => {
    const values = ask(given).flatMap((result) => (result.ok ? numbersIn(result.value) : []));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  };
  fc.assert(fc.property(inputs, finite), runs(200));
}

describe('however extreme the inputs, the answer is finite or a reason', () => {
  it('for the size that two shares need', () => {
    const ratio = fc.oneof(fc.constant(1), amount);
    const inputs = fc.record({ ...ratePlan, lift: signed, power: share, ratio });
    answers(inputs, (plan) => [
      proportions.sampleSizePerArm(plan),
      proportions.sampleSizePerArm({ ...plan, lift: plan.lift % 1, population: 5000 }),
    ]);
  });

  it('for the power and the smallest lift of two shares', () => {
    const lift = fc.oneof(share, signed);
    answers(fc.record({ ...ratePlan, ...sizes, lift, power: share }), (plan) => [
      proportions.powerOfProportions(plan),
      proportions.minimumDetectableLift(plan),
    ]);
  });

  it('for the size that two means need', () => {
    const ratio = fc.oneof(fc.constant(1), amount);
    const inputs = fc.record({ ...meanPlan, difference: signed, power: share, ratio });
    answers(inputs, (plan) => [means.sampleSizePerArmForMeans(plan)]);
  });

  it('for the power and the smallest difference of two means', () => {
    const inputs = fc.record({ ...meanPlan, ...sizes, difference: signed, power: share });
    answers(inputs, (plan) => [means.powerOfMeans(plan), means.minimumDetectableDifference(plan)]);
  });

  it('for the precision of a share', () => {
    answers(fc.record({ share, halfWidth: amount, confidenceShare }), (plan) => [
      precisionSize(plan),
    ]);
  });

  it('for means and their lift', () => {
    answers(fc.tuple(arm, arm, confidenceShare), ([treatment, control, confidence]) => [
      meanInterval(treatment, confidence),
      compareMeans(treatment, control, confidence),
      relativeLiftOfMeans(treatment, control, confidence),
    ]);
  });

  it('for the homogeneity of strata', () => {
    const pair = fc.record({ treatment: armCounts, control: armCounts });
    answers(fc.array(pair, { minLength: 2, maxLength: 5 }), (strata) => [breslowDay(strata)]);
  });
});

describe('what a number cannot hold is refused', () => {
  const rates = { baselineShare: 0.001, alpha: 0.001, power: 0.9 };
  const ofMeans = { standardDeviation: 1, alpha: 0.05, power: 0.8 };

  it('as an effect too small', () => {
    const plan = { ...rates, lift: -5e-324 };
    expect(refusalOf(proportions.sampleSizePerArm(plan))).toBe('effect-too-small');
    expect(refusalOf(proportions.sampleSizePerArm({ ...plan, population: 5000 }))).toBe(
      'effect-too-small',
    );
  });

  it('as arms too small or too unequal', () => {
    const nobody = { sizeTreatment: 5e-324, sizeControl: 50 };
    expect(refusalOf(proportions.powerOfProportions({ ...rates, lift: 0.1, ...nobody }))).toBe(
      'invalid-size',
    );
    expect(refusalOf(means.minimumDetectableDifference({ ...ofMeans, ...nobody }))).toBe(
      'invalid-size',
    );
    const unequal = { ...ofMeans, difference: 1, ratio: Number.MAX_VALUE };
    expect(refusalOf(means.sampleSizePerArmForMeans(unequal))).toBe('invalid-ratio');
  });

  it('as a power that even no effect would have', () => {
    // The next number after alpha: a one-sided test without an effect has as much, to the last digit.
    const nextTo = (alpha: number) => ({ alpha, power: alpha * (1 + 2 ** -52), sides: 1 as const });
    const even = { sizeTreatment: 50, sizeControl: 50 };
    const rate = { ...even, ...nextTo(0.02), baselineShare: 0.3 };
    expect(refusalOf(proportions.minimumDetectableLift(rate))).toBe('invalid-power');
    const mean = { ...even, ...nextTo(0.03), standardDeviation: 1 };
    expect(refusalOf(means.minimumDetectableDifference(mean))).toBe('invalid-power');
  });

  it('as amounts whose squares are beyond the numbers', () => {
    const spent = (standardDeviation: number, mean = 1) => ({ count: 9, mean, standardDeviation });
    for (const beyond of [spent(1e200), spent(1e-200), spent(1, 1e200)]) {
      expect(refusalOf(meanInterval(beyond, 0.95))).toBe('invalid-mean');
      expect(refusalOf(compareMeans(spent(0), beyond, 0.95))).toBe('invalid-mean');
    }
  });

  it('but the smallest difference follows its unit to the largest', () => {
    const even = { sizeTreatment: 20, sizeControl: 20 };
    const inUnits = (standardDeviation: number) =>
      valueOf(means.minimumDetectableDifference({ ...ofMeans, ...even, standardDeviation }));
    expect(inUnits(1e300) / 1e300).toBeCloseTo(inUnits(1), 12);
  });
});
