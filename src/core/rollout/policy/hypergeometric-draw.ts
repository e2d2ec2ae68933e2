import { hypergeometricProbability } from '#core/stats/distributions/hypergeometric-distribution.ts';
import type { RandomGenerator } from '#core/random/generator.ts';

/**
 * How many of `drawn` customers, taken without replacement from `population` of whom `marked` responded, are responders.
 * All whole, `marked` and `drawn` at most `population`. Takes one random number: counts are visited from the likeliest
 * outward until their chances add up to it.
 * Source: inversion from the mode; Kachitvichyanukul & Schmeiser (1985), J. Statist. Comput. Simul. 22.
 * Example: all 3 of 3 customers, 2 of them responders, hold 2 responders.
 */
export function drawHypergeometric(
  generator: RandomGenerator,
  population: number,
  marked: number,
  drawn: number,
): number {
  const least = Math.max(0, drawn - (population - marked));
  const most = Math.min(marked, drawn);
  if (least === most) return least;
  const others = population - marked - drawn;
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((drawn + 1) * (marked + 1)) / (population + 2))),
  );
  let left = generator.nextShare();
  const atMode = hypergeometricProbability(mode, { population, marked, drawn });
  left -= atMode;
  let [low, high, chanceLow, chanceHigh] = [mode, mode, atMode, atMode];
  while (left > 0 && (low > least || high < most)) {
    if (high < most) {
      chanceHigh *= ((marked - high) * (drawn - high)) / ((high + 1) * (others + high + 1));
      high++;
      left -= chanceHigh;
      if (left <= 0) return high;
    }
    if (low > least) {
      chanceLow *= (low * (others + low)) / ((marked - low + 1) * (drawn - low + 1));
      low--;
      left -= chanceLow;
      if (left <= 0) return low;
    }
  }
  return mode;
}
