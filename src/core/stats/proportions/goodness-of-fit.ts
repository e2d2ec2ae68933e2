import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { chiSquareUpperTail } from '../distributions/chi-square-distribution.ts';

/** Whether counts agree with stated shares; `expectedCounts` has a place for every count (0 where none is meant). */
export interface GoodnessOfFit {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly expectedCounts: readonly number[];
}

/** A place with a smaller share than this expects nobody that a number could hold. */
const smallestShare = 1e-100;

/**
 * Whether counts agree with the shares that were stated for them (which customers, which carrots, which arms).
 * `observedCounts`: whole numbers; `expectedWeights`: one for each, 0 or more, any scale (shares, sizes). A place of
 * weight 0 is left out, with its degree of freedom.
 * Refuses `arms-do-not-match` (lists of different length), `invalid-counts`, `invalid-weights`, `no-customers`,
 * `too-few-arms` (fewer than two of positive weight) and `customers-in-zero-weight-arm` with its place.
 * Source: Pearson (1900); R `chisq.test(x, p = , rescale.p = TRUE)`.
 * Example: 89, 37, 30, 28, 2 at 40, 20, 20, 15, 5 gives 9.9901, df 4, p 0.04059.
 */
export function goodnessOfFit(
  observedCounts: readonly number[],
  expectedWeights: readonly number[],
): Result<GoodnessOfFit> {
  const problem = fitProblem(observedCounts, expectedWeights);
  if (problem) return refuse(problem);
  const customers = observedCounts.reduce((sum, observed) => sum + observed, 0);
  const totalWeight = expectedWeights.reduce((sum, weight) => sum + weight, 0);
  const expectedCounts = expectedWeights.map((weight) => customers * (weight / totalWeight));
  const statistic = expectedCounts.reduce((sum, expected, place) => {
    const observed = observedCounts[place] ?? 0;
    return expected > 0 ? sum + (observed - expected) ** 2 / expected : sum;
  }, 0);
  const degreesOfFreedom = expectedWeights.filter((weight) => weight > 0).length - 1;
  const pValue = chiSquareUpperTail(statistic, degreesOfFreedom);
  return succeed({ statistic, degreesOfFreedom, pValue, expectedCounts });
}

function fitProblem(
  observedCounts: readonly number[],
  expectedWeights: readonly number[],
): Problem | null {
  if (observedCounts.length !== expectedWeights.length) {
    const facts = { counts: observedCounts.length, weights: expectedWeights.length };
    return { code: 'arms-do-not-match', ...facts };
  }
  if (!observedCounts.every((observed) => Number.isSafeInteger(observed) && observed >= 0)) {
    return { code: 'invalid-counts', observedCounts };
  }
  if (!expectedWeights.every((weight) => Number.isFinite(weight) && weight >= 0)) {
    return { code: 'invalid-weights', expectedWeights };
  }
  const totalWeight = expectedWeights.reduce((sum, weight) => sum + weight, 0);
  const tooSmall = (weight: number): boolean => !(weight / totalWeight > smallestShare);
  if (expectedWeights.some((weight) => weight > 0 && tooSmall(weight))) {
    return { code: 'invalid-weights', expectedWeights };
  }
  const stray = expectedWeights.findIndex(
    (weight, arm) => weight === 0 && (observedCounts[arm] ?? 0) > 0,
  );
  if (stray >= 0) {
    return { code: 'customers-in-zero-weight-arm', arm: stray, customers: observedCounts[stray] };
  }
  const arms = expectedWeights.filter((weight) => weight > 0).length;
  if (arms < 2) return { code: 'too-few-arms', arms };
  return observedCounts.some((observed) => observed > 0) ? null : { code: 'no-customers' };
}
