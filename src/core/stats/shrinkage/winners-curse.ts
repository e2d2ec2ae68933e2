import { refuse, succeed, type Result } from '#core/result.ts';
import { expectedNormalMaximum } from './expected-normal-maximum.ts';

/** What the best of several cells looks like on average, although all are equally good. */
export interface WinnersCurse {
  readonly expectedBestShare: number;
  /** How many times the true share that is. */
  readonly inflation: number;
}

/**
 * How much too good the best of several cells looks, if all of them truly respond alike: the winner's curse.
 * `responseShare`: the true one, strictly between 0 and 1; `trials`: customers per cell, whole, 1 to 1,000,000; `cells`:
 * whole, 1 to 100,000.
 * Refuses `invalid-baseline`, `invalid-size` and `too-few-cells` (also more than 100,000).
 * Source: the mean of the largest of k binomial counts by exact enumeration, the sum of 1 - F(x)^k.
 * Example: 8% of 100 customers: 1.29 times of 3 cells, 1.53 times of 9, 1.73 times of 27.
 */
export function winnersCurse(
  responseShare: number,
  trials: number,
  cells: number,
): Result<WinnersCurse> {
  if (!(responseShare > 0 && responseShare < 1)) {
    return refuse({ code: 'invalid-baseline', baselineShare: responseShare });
  }
  if (!(Number.isInteger(trials) && trials >= 1 && trials <= 1e6)) {
    return refuse({ code: 'invalid-size', trials });
  }
  if (!(Number.isInteger(cells) && cells >= 1 && cells <= 100_000)) {
    return refuse({ code: 'too-few-cells', cells });
  }
  const weights = binomialWeights(responseShare, trials);
  const total = weights.chances.reduce((sum, chance) => sum + chance, 0);
  // E[max] = first count + the sum over further counts of the chance that some cell exceeds them.
  let expectedBest = weights.first;
  let above = total;
  for (const chance of weights.chances.slice(0, -1)) {
    above -= chance;
    expectedBest += -Math.expm1(cells * Math.log1p(-Math.max(0, above) / total));
  }
  const expectedBestShare = expectedBest / trials;
  return succeed({ expectedBestShare, inflation: expectedBestShare / responseShare });
}

/** The chance of each count that matters, up to a common factor, from the first one on. */
function binomialWeights(
  share: number,
  trials: number,
): { readonly first: number; readonly chances: readonly number[] } {
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  const odds = share / (1 - share);
  const rising: number[] = [];
  for (let count = mode, chance = 1; count < trials && chance > 1e-40; count += 1) {
    chance *= ((trials - count) / (count + 1)) * odds;
    rising.push(chance);
  }
  const falling: number[] = [];
  for (let count = mode, chance = 1; count > 0 && chance > 1e-40; count -= 1) {
    chance *= count / (trials - count + 1) / odds;
    falling.push(chance);
  }
  return { first: mode - falling.length, chances: [...falling.reverse(), 1, ...rising] };
}

/**
 * How much too good the best of several equally good cells looks when their effects are known to within a standard error.
 * `standardError`: of each cell's effect, above 0; `cells`: whole, 1 to 100,000. The answer is in the effect's unit: what to
 * take off the best effect before anything is learnt from it, if nothing tells the cells apart beforehand.
 * Refuses `invalid-standard-deviation` and `too-few-cells`.
 * Source: Tippett (1925), Biometrika 17: the expected largest of k normal values.
 * Example: 9 cells with a standard error of 0.02 each: the best looks 0.0297 too good.
 */
export function bestOfCellsBias(standardError: number, cells: number): Result<number> {
  if (!(standardError > 0 && standardError <= 1e100)) {
    return refuse({ code: 'invalid-standard-deviation', standardError });
  }
  if (!(Number.isInteger(cells) && cells >= 1 && cells <= 100_000)) {
    return refuse({ code: 'too-few-cells', cells });
  }
  return succeed(standardError * expectedNormalMaximum(cells));
}
