import type { Problem } from '#core/result.ts';
import { differenceOfProducts } from '../numerics/difference-of-products.ts';

/**
 * What one arm's customers add up to in two quantities: the outcome, and a companion seen in the same customers (the
 * denominator of a ratio, or the same spend before the experiment). Six sums that a database gives in one pass.
 */
export interface PairSums {
  readonly count: number;
  readonly outcomeSum: number;
  readonly companionSum: number;
  readonly outcomeSquares: number;
  readonly companionSquares: number;
  /** The sum over customers of outcome times companion. */
  readonly products: number;
}

/** Means, and variances and covariance with divisor count - 1. */
export interface PairMoments {
  readonly count: number;
  readonly outcomeMean: number;
  readonly companionMean: number;
  readonly outcomeVariance: number;
  readonly companionVariance: number;
  readonly covariance: number;
}

/** Beyond these the products of sums are no longer numbers. */
const largestSum = 1e75;
const smallestSquares = 1e-75;

/** What the rounding of sums can leave of a variance, relative to what was subtracted. */
const roundingShare = 1e-13;

/** The sums of two lists of the same length; lists of different lengths are the caller's mistake and throw. */
export function pairSums(outcomes: ArrayLike<number>, companions: ArrayLike<number>): PairSums {
  if (outcomes.length !== companions.length) {
    throw new RangeError(`${outcomes.length} outcomes have ${companions.length} companions`);
  }
  const sums = { outcomeSum: 0, companionSum: 0, outcomeSquares: 0, companionSquares: 0 };
  let products = 0;
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place] ?? Number.NaN;
    const companion = companions[place] ?? Number.NaN;
    sums.outcomeSum += outcome;
    sums.companionSum += companion;
    sums.outcomeSquares += outcome * outcome;
    sums.companionSquares += companion * companion;
    products += outcome * companion;
  }
  return { count: outcomes.length, ...sums, products };
}

/**
 * Why sums cannot be analysed, or null when they can.
 * Codes: `too-few-values` (fewer than two customers), `invalid-sums` (beyond 1e75, not numbers, or sums that no customers
 * can have).
 */
export function pairSumsProblem(arm: string, sums: PairSums): Problem | null {
  const { count, outcomeSum, companionSum, outcomeSquares, companionSquares, products } = sums;
  const bounded =
    Number.isSafeInteger(count) &&
    count >= 0 &&
    [outcomeSum, companionSum].every((sum) => Math.abs(sum) <= largestSum) &&
    [outcomeSquares, companionSquares].every(isSquareSum) &&
    Number.isFinite(products);
  if (!bounded) return { code: 'invalid-sums', arm, ...sums };
  if (count < 2) return { code: 'too-few-values', arm, count };
  const possible =
    spread(count, outcomeSquares, outcomeSum, outcomeSum) >= -1e-9 * outcomeSquares &&
    spread(count, companionSquares, companionSum, companionSum) >= -1e-9 * companionSquares &&
    Math.abs(products) <= Math.sqrt(outcomeSquares) * Math.sqrt(companionSquares) * (1 + 1e-9);
  return possible ? null : { code: 'invalid-sums', arm, ...sums };
}

function isSquareSum(squares: number): boolean {
  return squares === 0 || (squares >= smallestSquares && squares <= largestSum ** 2);
}

/** Means, variances and covariance of sums; a variance that is only rounding is 0. */
export function pairMoments(sums: PairSums): PairMoments {
  const { count, outcomeSum, companionSum, outcomeSquares, companionSquares, products } = sums;
  const outcomeSpread = spread(count, outcomeSquares, outcomeSum, outcomeSum);
  const companionSpread = spread(count, companionSquares, companionSum, companionSum);
  const outcomeVaries = outcomeSpread > roundingShare * outcomeSquares;
  const companionVaries = companionSpread > roundingShare * companionSquares;
  const crossSpread = spread(count, products, outcomeSum, companionSum);
  return {
    count,
    outcomeMean: outcomeSum / count,
    companionMean: companionSum / count,
    outcomeVariance: outcomeVaries ? outcomeSpread / (count - 1) : 0,
    companionVariance: companionVaries ? companionSpread / (count - 1) : 0,
    covariance: outcomeVaries && companionVaries ? crossSpread / (count - 1) : 0,
  };
}

/** Both arms as one group. */
export function addSums(first: PairSums, second: PairSums): PairSums {
  return {
    count: first.count + second.count,
    outcomeSum: first.outcomeSum + second.outcomeSum,
    companionSum: first.companionSum + second.companionSum,
    outcomeSquares: first.outcomeSquares + second.outcomeSquares,
    companionSquares: first.companionSquares + second.companionSquares,
    products: first.products + second.products,
  };
}

/**
 * The variance of `outcome - slope · companion` in one arm (divisor count - 1); 0 where only rounding is left.
 * `slope`: any number.
 */
export function residualVariance(moments: PairMoments, slope: number): number {
  const { outcomeVariance, companionVariance, covariance } = moments;
  const explained = slope * slope * companionVariance;
  const variance = outcomeVariance - 2 * slope * covariance + explained;
  return variance > roundingShare * (outcomeVariance + explained) ? variance : 0;
}

/** A sum of squares or products, taken from the means. */
function spread(count: number, products: number, first: number, second: number): number {
  return differenceOfProducts(count, products, first, second) / count;
}
