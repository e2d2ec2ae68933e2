import { binomialWeights } from '../stats/power/event-weights.ts';
import type { RandomGenerator } from './generator.ts';

/**
 * Draws of how many of `trials` customers respond with `share`, one random number each.
 * `trials`: whole, 0 or more; `share`: 0 to 1. By the inverse of the distribution function, so that a draw never falls as its
 * random number rises, whatever the share.
 */
export function binomialDraws(
  trials: number,
  share: number,
): (generator: RandomGenerator) => number {
  if (trials === 0) return () => 0;
  const { first, weights } = binomialWeights(trials, share);
  const below = new Float64Array(weights.length);
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) {
    sum += weights[place] ?? 0;
    below[place] = sum;
  }
  return (generator) => {
    const share = generator.nextShare();
    let [low, high] = [0, below.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((below[middle] ?? 1) > share) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}
