import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import * as clusters from '#core/stats/power/cluster-power.ts';
import * as contrasts from '#core/stats/power/contrast-power.ts';
import * as exact from '#core/stats/power/exact-power.ts';
import { exactSizePerArm } from '#core/stats/power/exact-size.ts';
import * as limits from '#core/stats/power/fewest-significant-events.ts';
import * as manyMeans from '#core/stats/power/many-means.ts';
import * as manyShares from '#core/stats/power/many-shares.ts';
import * as meanMargins from '#core/stats/power/margin-means.ts';
import * as shareMargins from '#core/stats/power/margin-shares.ts';
import { operatingCharacteristics } from '#core/stats/power/operating-characteristics.ts';
import * as anova from '#core/stats/power/power-anova.ts';
import * as chiSquare from '#core/stats/power/power-chi-square.ts';
import * as oneMean from '#core/stats/power/power-one-mean.ts';
import * as strata from '#core/stats/power/power-strata.ts';
import * as unknowns from '#core/stats/power/proportion-power-unknowns.ts';
import * as relative from '#core/stats/power/relative-lift-power.ts';
import { numbersIn } from '../../../features/tools/hostile-query.ts';
import { runs } from '../../../property-runs.ts';
import { armCounts } from '../arm-arbitrary.ts';
import { between } from '../even-arbitrary.ts';

const amount = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  between(0, 1e6),
  between(0, 100),
  fc.constantFrom(0, 5e-324, 1e-300, 1e-9, 1, 2, 1e12, 1e308, Number.MAX_VALUE, NaN, Infinity),
);
const signed = fc.tuple(amount, fc.constantFrom(1, -1)).map(([value, sign]) => value * sign);
const share = fc.oneof(
  between(0, 1),
  fc.constantFrom(0, 5e-324, 1e-12, 0.05, 0.8, 1 - 2 ** -53, 1, NaN),
);
const effect = fc.oneof(between(-1, 1), signed);
const alpha = fc.oneof(fc.constant(0.05), share);
const sides = fc.constantFrom(1 as const, 2 as const);
const whole = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(0, 1, 1.5, 1e6, 1e300));
const direction = fc.constantFrom('rise' as const, 'fall' as const);
const arms = { sizeTreatment: amount, sizeControl: amount };

function answers<Inputs>(
  inputs: fc.Arbitrary<Inputs>,
  ask: (inputs: Inputs) => readonly Result<unknown>[],
  tries = 150,
): void {
  const finite = (given: Inputs) => {
    const values = ask(given).flatMap((result) => (result.ok ? numbersIn(result.value) : []));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  };
  fc.assert(fc.property(inputs, finite), runs(tries));
}

describe('however extreme the plan, the answer is finite or a reason', () => {
  it('for what is counted out', () => {
    const inputs = fc.record({
      baselineShare: share,
      lift: effect,
      alpha,
      power: share,
      direction,
      sizeTreatment: whole,
      sizeControl: whole,
      test: fc.constantFrom('score' as const, 'fisher' as const, 'pooled-z' as const),
      alternative: fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const),
    });
    answers(
      inputs.filter(
        (plan) => plan.test !== 'fisher' || plan.sizeTreatment + plan.sizeControl < 900,
      ),
      (plan) => [
        operatingCharacteristics(plan),
        exact.exactPowerOfProportions(plan),
        exact.exactDetectableLift(plan),
      ],
      60,
    );
  });

  it('for exact sizes', () => {
    const inputs = fc.record({
      baselineShare: share,
      lift: effect,
      alpha,
      power: share,
      ratio: amount,
    });
    answers(inputs, (plan) => (Math.abs(plan.lift) < 0.02 ? [] : [exactSizePerArm(plan)]), 60);
  });

  it('for the events an arm must reach', () => {
    const test = fc.constantFrom('score' as const, 'fisher' as const);
    const inputs = fc.record({ control: armCounts, sizeTreatment: whole, alpha, sides, test });
    answers(
      inputs.filter(({ test: kind, control }) => kind === 'score' || control.trials < 3000),
      (arm) => [limits.fewestSignificantEvents(arm), limits.mostEventsOfSignificantFall(arm)],
    );
  });

  it('for alpha and baseline', () => {
    const method = fc.constantFrom('r', 'fleiss-corrected', 'arcsine', 'evan-miller');
    const inputs = fc.record({
      baselineShare: share,
      treatedShare: share,
      lift: effect,
      power: share,
      alpha,
      sides,
      direction,
      method,
      strict: fc.boolean(),
      ...arms,
    });
    answers(inputs, (plan) => [unknowns.alphaForPower(plan), unknowns.baselineForPower(plan)]);
  });

  it('for one mean, several means and a chi-square', () => {
    const inputs = fc.record({
      standardDeviation: amount,
      difference: signed,
      size: amount,
      power: share,
      alpha,
      sides,
      arms: fc.integer({ min: 1, max: 9 }),
      varianceWithin: amount,
      varianceBetween: amount,
      sizePerArm: amount,
      degreesOfFreedom: amount,
      effect: amount,
    });
    answers(inputs, (plan) => [
      oneMean.powerOfOneMean(plan),
      oneMean.sampleSizeForOneMean(plan),
      oneMean.minimumDetectableChange(plan),
      anova.powerOfAnova(plan),
      anova.sampleSizePerArmForAnova(plan),
      anova.minimumDetectableAnovaEffect(plan),
      chiSquare.powerOfChiSquare(plan),
      chiSquare.sampleSizeForChiSquare(plan),
      chiSquare.minimumDetectableChiSquareEffect(plan),
    ]);
  });

  it('for several arms', () => {
    const inputs = fc.record({
      baselineShare: share,
      standardDeviation: amount,
      lifts: fc.array(effect, { maxLength: 3 }),
      sizes: fc.array(amount, { maxLength: 3 }),
      sizeControl: amount,
      controlRatio: amount,
      power: share,
      alpha,
      sides,
      direction,
      wanted: fc.constantFrom('each' as const, 'any' as const, 'all' as const),
      rule: fc.constantFrom('dunnett' as const, 'bonferroni' as const, 'none' as const),
    });
    answers(inputs, (plan) => [
      manyShares.powerOfManyShares(plan),
      manyShares.sampleSizeForManyShares(plan),
      manyShares.detectableLiftForManyShares(plan),
    ]);
    answers(
      inputs,
      (plan) => [
        manyMeans.powerOfManyMeans({ ...plan, differences: plan.lifts }),
        manyMeans.sampleSizeForManyMeans({ ...plan, differences: plan.lifts }),
        manyMeans.detectableDifferenceForManyMeans(plan),
      ],
      15,
    );
  });

  it('for margins', () => {
    const inputs = fc.record({
      baselineShare: share,
      standardDeviation: amount,
      lift: effect,
      difference: signed,
      margin: amount,
      power: share,
      ratio: amount,
      alpha,
      claim: fc.constantFrom('not-worse' as const, 'equivalent' as const),
      better: fc.constantFrom('higher' as const, 'lower' as const),
      ...arms,
    });
    answers(inputs, (plan) => [
      shareMargins.powerWithinMargin(plan),
      shareMargins.sampleSizeWithinMargin(plan),
      shareMargins.smallestMargin(plan),
      meanMargins.powerOfMeansWithinMargin(plan),
      meanMargins.sampleSizeOfMeansWithinMargin(plan),
      meanMargins.smallestMarginOfMeans(plan),
    ]);
  });

  it('for strata, contrasts, clusters and relative lifts', () => {
    const stratum = fc.record({ weight: amount, controlShare: share, treatedShare: share });
    const group = fc.record({ weight: signed, variance: amount, size: amount });
    const inputs = fc.record({
      strata: fc.array(stratum, { maxLength: 3 }),
      groups: fc.array(group, { maxLength: 3 }),
      size: amount,
      effect: signed,
      lift: signed,
      mean: amount,
      tunedTo: amount,
      power: share,
      alpha,
      sides,
      direction,
      continuityCorrection: fc.boolean(),
      meanClusterSize: amount,
      sizeVariation: amount,
      intraclassCorrelation: share,
      standardDeviation: amount,
      difference: signed,
      clustersTreatment: amount,
      clustersControl: amount,
      ...arms,
    });
    answers(inputs, (plan) => [
      strata.sampleSizeForStrata(plan),
      strata.powerOfStrata(plan),
      strata.detectableCommonOddsRatio(plan),
      strata.detectableCommonDifference(plan),
      contrasts.powerOfContrast(plan),
      contrasts.sampleSizeForContrast(plan),
      contrasts.detectableContrast(plan),
      clusters.designEffect(plan),
      clusters.powerOfClusters(plan),
      clusters.clustersPerArm(plan),
      clusters.detectableClusterDifference(plan),
      relative.relativeLiftPower(plan),
      relative.minimumDetectableRelativeLift(plan),
    ]);
  });
});
