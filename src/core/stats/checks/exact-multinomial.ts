import { refuse, succeed, type Result } from '#core/result.ts';
import { binomialLogProbability } from '../distributions/binomial-distribution.ts';

/** The exact test of observed counts against shares; `outcomes` were counted one by one. */
export interface ExactMultinomial {
  readonly pValue: number;
  readonly outcomes: number;
}

/** The most outcomes counted: a fraction of a second. */
export const mostMultinomialOutcomes = 100_000;

/** An arm with a smaller share than this expects nobody that a number could hold. */
const smallestShare = 1e-100;

/** Two chances count as equal within this share: they differ by rounding only. */
const tieTolerance = 1e-7;

/**
 * Whether the numbers of customers per arm agree with the shares that were planned, counted out exactly: for a handful
 * of customers, where chi-square cannot be trusted. The p-value adds up all outcomes no more likely than this one.
 * `observedCounts`: whole numbers, in all at least 1; `weights`: above 0, as many, any scale.
 * Refuses `arms-do-not-match`, `too-few-arms` (fewer than two), `invalid-counts`, `invalid-weights`, `no-customers` and
 * `too-large-for-exact` (more than 100,000 possible outcomes: 445 customers in three arms, 82 in four).
 * Source: Cressie & Read (1988), Goodness-of-Fit Statistics for Discrete Multivariate Data, 1.1; R `binom.test` for two
 * arms.
 * Example: 1, 2 and 7 at even weights give 0.093126.
 */
export function exactMultinomialTest(
  observedCounts: readonly number[],
  weights: readonly number[],
): Result<ExactMultinomial> {
  if (observedCounts.length !== weights.length) {
    const facts = { counts: observedCounts.length, weights: weights.length };
    return refuse({ code: 'arms-do-not-match', ...facts });
  }
  if (weights.length < 2) return refuse({ code: 'too-few-arms', arms: weights.length });
  if (!observedCounts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return refuse({ code: 'invalid-counts', observedCounts });
  }
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  if (!weights.every((weight) => weight > 0 && weight / totalWeight > smallestShare)) {
    return refuse({ code: 'invalid-weights', expectedWeights: weights });
  }
  const customers = observedCounts.reduce((sum, count) => sum + count, 0);
  if (customers === 0) return refuse({ code: 'no-customers' });
  const outcomes = multinomialOutcomes(customers, weights.length);
  if (outcomes > mostMultinomialOutcomes) {
    return refuse({ code: 'too-large-for-exact', outcomes, mostOutcomes: mostMultinomialOutcomes });
  }
  const shares = conditionalShares(weights);
  const limit = logChanceOf(observedCounts, shares) + Math.log1p(tieTolerance);
  return succeed({ pValue: Math.min(1, chanceBelow(limit, customers, shares, 0, 0)), outcomes });
}

/** In how many ways so many customers can fall into so many arms; Infinity beyond the numbers. */
export function multinomialOutcomes(customers: number, arms: number): number {
  let ways = 1;
  for (let arm = 1; arm < arms; arm += 1) ways *= (customers + arm) / arm;
  return Math.round(ways);
}

/** Each arm's share of itself and the arms after it. */
function conditionalShares(weights: readonly number[]): number[] {
  return weights.map((weight, arm) => {
    const after = weights.slice(arm + 1).reduce((sum, other) => sum + other, 0);
    return weight / (weight + after);
  });
}

/** The logarithm of the chance of these counts: arm by arm, each a binomial of what is left. */
function logChanceOf(counts: readonly number[], shares: readonly number[]): number {
  let left = counts.reduce((sum, count) => sum + count, 0);
  return shares.slice(0, -1).reduce((sum, share, arm) => {
    const events = counts[arm] ?? 0;
    const log = binomialLogProbability(events, { trials: left, share });
    left -= events;
    return sum + log;
  }, 0);
}

/** The chance of all outcomes of the arms from `arm` on that are no more likely than the limit. */
function chanceBelow(
  limit: number,
  left: number,
  shares: readonly number[],
  arm: number,
  logSoFar: number,
): number {
  if (arm === shares.length - 1) return logSoFar <= limit ? Math.exp(logSoFar) : 0;
  const share = shares[arm] ?? 1;
  let sum = 0;
  for (let events = 0; events <= left; events += 1) {
    const log = logSoFar + binomialLogProbability(events, { trials: left, share });
    sum += chanceBelow(limit, left - events, shares, arm + 1, log);
  }
  return sum;
}
