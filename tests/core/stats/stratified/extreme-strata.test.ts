import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import type { ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { exactMultinomialTest } from '#core/stats/checks/exact-multinomial.ts';
import { missingOutcomesCheck } from '#core/stats/checks/missing-outcomes.ts';
import { omnibusBalance } from '#core/stats/checks/omnibus-balance.ts';
import { sampleRatioByStratum } from '#core/stats/checks/sample-ratio-by-stratum.ts';
import {
  standardisedLevelDifference,
  standardisedMeanDifference,
} from '#core/stats/checks/standardised-difference.ts';
import { mantelHaenszelRiskRatio } from '#core/stats/stratified/common-risk-ratio.ts';
import { exactCommonOddsRatio } from '#core/stats/stratified/exact-common-odds-ratio.ts';
import {
  generalAssociation,
  rowMeanScoresDiffer,
  scoresCorrelate,
} from '#core/stats/stratified/generalised-cmh.ts';
import { postStratifiedDifference } from '#core/stats/stratified/post-stratified.ts';
import {
  postStratifiedMeanDifference,
  projectedMean,
} from '#core/stats/stratified/post-stratified-means.ts';
import { simpsonCheck } from '#core/stats/stratified/simpson-check.ts';
import { stratifiedScoreDifference } from '#core/stats/stratified/stratified-score.ts';
import {
  cochranMantelHaenszel,
  mantelHaenszelDifference,
} from '#core/stats/stratified/stratified.ts';
import { woolfHomogeneity } from '#core/stats/stratified/woolf-homogeneity.ts';
import { numbersIn } from '../../../features/tools/hostile-query.ts';
import { runs } from '../../../property-runs.ts';
import { armCounts } from '../arm-arbitrary.ts';
import { between } from '../even-arbitrary.ts';

/** Counts as large as whole numbers go, and the small ones that people have. */
const count = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 400_000 }),
  fc.integer({ min: 0, max: 2 ** 45 }),
);
const hugeArm = fc
  .tuple(count, between(0, 1))
  .map(([trials, share]) => ({ trials, events: Math.round(trials * share) }));
const arm = fc.oneof(armCounts, hugeArm);
const strata = fc.array(fc.record({ treatment: arm, control: arm }), { maxLength: 5 });
const confidenceShare = fc.oneof(fc.constant(0.95), between(1e-9, 1));
const amount = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  between(0, 1e6),
  fc.constantFrom(0, 5e-324, 1e-300, 1e308, Number.MAX_VALUE),
);
const signed = fc.tuple(amount, fc.constantFrom(1, -1)).map(([value, sign]) => value * sign);
const mean = fc.record({ count, mean: signed, standardDeviation: amount });

function answers<Inputs>(
  inputs: fc.Arbitrary<Inputs>,
  ask: (inputs: Inputs) => readonly Result<unknown>[],
  usualRuns = 150,
): void {
  const finite = (given: Inputs) => {
    const values = ask(given).flatMap((result) => (result.ok ? numbersIn(result.value) : []));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  };
  fc.assert(fc.property(inputs, finite), runs(usualRuns));
}

describe('however extreme the strata, the answer is finite or a reason', () => {
  it('for shares in strata', () => {
    answers(fc.tuple(strata, confidenceShare), ([given, confidence]) => {
      const options = { confidenceShare: confidence };
      return [
        cochranMantelHaenszel(given, options),
        mantelHaenszelDifference(given, options),
        mantelHaenszelDifference(given, { ...options, variance: 'greenland-robins' }),
        mantelHaenszelRiskRatio(given, options),
        woolfHomogeneity(given),
        woolfHomogeneity(given, 'never'),
        stratifiedScoreDifference(given, options),
        simpsonCheck(given, options),
        postStratifiedDifference(
          given.map((pair) => ({ ...pair, population: 2 ** 46 })),
          { ...options, forThisListOnly: true },
        ),
      ];
    });
  });

  it('for the exact test, which is refused in time', () => {
    const ask = (given: ArmPair[]) => [exactCommonOddsRatio(given, { confidenceShare: 0.9999 })];
    answers(strata, ask, 30);
  });

  it('for tables of any size', () => {
    const row = fc.array(count, { minLength: 3, maxLength: 3 });
    const table = fc.array(row, { minLength: 3, maxLength: 3 });
    const scores = fc.option(fc.array(signed, { minLength: 3, maxLength: 3 }), { nil: undefined });
    answers(fc.tuple(fc.array(table, { maxLength: 4 }), scores), ([tables, outcomeScores]) => [
      generalAssociation(tables),
      rowMeanScoresDiffer(tables, outcomeScores),
      scoresCorrelate(tables, outcomeScores ? { outcomeScores, armScores: outcomeScores } : {}),
      ...tables.map(([one = [], two = []]) => standardisedLevelDifference(one, two)),
    ]);
  });

  it('for means in strata', () => {
    const population = fc.constant(2 ** 46);
    const pairs = fc.array(fc.record({ population, treatment: mean, control: mean }), {
      maxLength: 4,
    });
    answers(fc.tuple(pairs, fc.boolean()), ([given, forThisListOnly]) => [
      postStratifiedMeanDifference(given, { forThisListOnly }),
      projectedMean(
        given.map(({ treatment }) => ({ population: 2 ** 46, sample: treatment })),
        { forThisListOnly },
      ),
      ...given.map(({ treatment, control }) => standardisedMeanDifference(treatment, control)),
    ]);
  });

  it('for the checks of arms, covariates and missing outcomes', () => {
    const counts = fc.array(count, { minLength: 2, maxLength: 2 });
    const weights = fc.array(amount, { minLength: 2, maxLength: 2 });
    answers(fc.array(fc.tuple(counts, weights), { maxLength: 4 }), (given) => [
      sampleRatioByStratum(
        given.map(([observedCounts, expectedWeights]) => ({ observedCounts, expectedWeights })),
      ),
      ...given.map(([observed, expected]) => exactMultinomialTest(observed, expected)),
      missingOutcomesCheck(
        given.map(([[one = 0, two = 0]]) => [
          { assigned: 2 ** 46, missing: one },
          { assigned: two, missing: Math.floor(two / 2) },
        ]),
      ),
    ]);
    const moments = fc.record({
      count,
      means: fc.tuple(signed),
      covariances: fc.tuple(fc.tuple(amount)),
    });
    const pair = fc.record({ treatment: moments, control: moments });
    answers(fc.array(pair, { maxLength: 4 }), (given) => [omnibusBalance(given)]);
  });
});
