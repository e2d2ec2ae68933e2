import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import { bootstrapMeanDifference } from '#core/stats/means/bootstrap.ts';
import { bcaInterval } from '#core/stats/means/bootstrap-interval.ts';
import { spendConcentration } from '#core/stats/means/concentration.ts';
import {
  covariateAdjustedDifference,
  interactedDifference,
} from '#core/stats/means/covariance-analysis.ts';
import { cupedDifference } from '#core/stats/means/cuped.ts';
import { locationShift } from '#core/stats/means/hodges-lehmann.ts';
import { kruskalWallis } from '#core/stats/means/kruskal-wallis.ts';
import { testMeans } from '#core/stats/means/mean-test.ts';
import { oneWayAnova, welchAnova } from '#core/stats/means/one-way.ts';
import { allPairwiseDifferences } from '#core/stats/means/pairwise-means.ts';
import { pairSums, type PairSums } from '#core/stats/means/pair-sums.ts';
import { rankSumTest } from '#core/stats/means/rank-sum-test.ts';
import { compareRatios, relativeLiftOfRatios } from '#core/stats/means/ratio-comparison.ts';
import { fiellerRatioInterval, ratioOfSums } from '#core/stats/means/ratio-metric.ts';
import { regressionAdjustment } from '#core/stats/means/regression-adjustment.ts';
import { decomposeSpend } from '#core/stats/means/spend-decomposition.ts';
import { countValues, summariseCounts } from '#core/stats/means/value-counts.ts';
import { capCounts, pooledCaps } from '#core/stats/means/winsorise.ts';
import { numbersIn } from '../../../features/tools/hostile-query.ts';
import { runs } from '../../../property-runs.ts';
import { between } from '../even-arbitrary.ts';

const size = fc.oneof(
  fc.constantFrom(0, 5e-324, 1e-300, 1e-150, 1, 1e150, 1e308, Number.MAX_VALUE),
  between(-320, 308).map((digits) => 10 ** digits),
  between(0, 1e6),
);
const amount = fc.tuple(size, fc.constantFrom(1, 1, 1, -1)).map(([value, sign]) => value * sign);
const confidence = fc.oneof(fc.constant(0.95), between(1e-9, 1));
const arm = fc.record({
  count: fc.integer({ min: 0, max: 1e9 }),
  mean: amount,
  standardDeviation: size,
});
const list = fc.array(amount, { minLength: 1, maxLength: 9 });
const inventedSums: fc.Arbitrary<PairSums> = fc.record({
  count: fc.integer({ min: 0, max: 1e9 }),
  outcomeSum: amount,
  companionSum: amount,
  outcomeSquares: size,
  companionSquares: size,
  products: amount,
});
const sums = fc.oneof(
  inventedSums,
  fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 6 }).map((pairs) =>
    pairSums(
      pairs.map(([outcome]) => outcome),
      pairs.map(([, companion]) => companion),
    ),
  ),
);

function answers<Inputs>(
  inputs: fc.Arbitrary<Inputs>,
  ask: (inputs: Inputs) => readonly Result<unknown>[],
  usualRuns = 300,
): void {
  const finite = (given: Inputs) => {
    const values = ask(given).flatMap((result) => (result.ok ? numbersIn(result.value) : []));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  };
  fc.assert(fc.property(inputs, finite), runs(usualRuns));
}

describe('however extreme the amounts, the answer is finite or a reason', () => {
  it('for tests of means', () => {
    answers(fc.tuple(arm, arm, arm, confidence), ([first, second, third, confidenceShare]) => [
      testMeans(first, second, { confidenceShare, variance: 'pooled' }),
      testMeans(first, second, { confidenceShare, alternative: 'greater' }),
      oneWayAnova([first, second, third]),
      welchAnova([first, second, third]),
    ]);
  });

  it('for all pairs of means', () => {
    const inputs = fc.tuple(fc.array(arm, { minLength: 2, maxLength: 3 }), confidence);
    answers(
      inputs,
      ([arms, confidenceShare]) => [
        allPairwiseDifferences(arms, confidenceShare),
        allPairwiseDifferences(arms, confidenceShare, 'own'),
      ],
      60,
    );
  });

  it('for ranks, caps and concentration', () => {
    answers(fc.tuple(list, list, confidence), ([first, second, confidenceShare]) => {
      const [x, y] = [countValues(first), countValues(second)];
      const caps = pooledCaps([x, y], { lowerShare: 0.1, upperShare: 0.2 });
      return [
        rankSumTest(x, y),
        rankSumTest(x, y, { method: 'normal' }),
        locationShift(x, y, confidenceShare),
        locationShift(x, y, confidenceShare, { method: 'normal' }),
        kruskalWallis([x, y, x]),
        summariseCounts(x),
        spendConcentration(x),
        caps.ok ? summariseCounts(capCounts(x, caps.value).values) : caps,
      ];
    });
  });

  it('for ratios and adjusted differences by sums', () => {
    answers(fc.tuple(sums, sums, confidence), ([first, second, confidenceShare]) =>
      [
        compareRatios,
        relativeLiftOfRatios,
        cupedDifference,
        covariateAdjustedDifference,
        interactedDifference,
      ]
        .map((method): Result<unknown> => method(first, second, confidenceShare))
        .concat([
          ratioOfSums(first, confidenceShare),
          fiellerRatioInterval(first, confidenceShare),
        ]),
    );
  });

  it('for regressions by rows and the bootstrap', () => {
    const row = fc.tuple(amount, amount, amount);
    const inputs = fc.tuple(fc.array(row, { minLength: 6, maxLength: 12 }), confidence);
    answers(inputs, ([rows, confidenceShare]) => {
      const outcomes = rows.map(([outcome]) => outcome);
      const treated = rows.map((_, place) => place % 2 === 0);
      const covariates = [rows.map(([, first]) => first), rows.map(([, , second]) => second)];
      const strata = [{ treatment: outcomes.slice(0, 3), control: outcomes.slice(3) }];
      return [
        regressionAdjustment({ outcomes, treated, covariates }, { confidenceShare }),
        regressionAdjustment(
          { outcomes, treated, covariates: covariates.slice(1) },
          { slopes: 'common' },
        ),
        bootstrapMeanDifference(strata, { seed: 1, replicates: 100, confidenceShare }),
        bcaInterval(outcomes, 1, 0.1, confidenceShare),
      ];
    });
  });

  it('for the parts of spend', () => {
    const spend = fc.record({
      customers: fc.integer({ min: 2, max: 1e9 }),
      buyers: fc.integer({ min: 0, max: 50 }),
      total: amount,
      squares: size,
    });
    answers(fc.tuple(spend, spend, confidence), ([first, second, confidenceShare]) => [
      decomposeSpend(first, second, confidenceShare),
    ]);
  });
});
