import { binomialDraws } from '#core/random/binomial-draws.ts';
import type { RandomGenerator } from '#core/random/generator.ts';
import { placeDrawer } from './place-drawer.ts';

/** From here on it pays to draw first how many have the most common value. */
const commonShare = 0.5;
const customersFrom = 100;

/** How the sum of a resample is drawn, and how many random draws one takes about. */
export interface ResampledSum {
  readonly draw: () => number;
  readonly draws: number;
}

/**
 * Draws sums of resamples: of as many values as there are, with replacement.
 * `sorted`: the values, ascending. Where half of a hundred or more are the same (most customers spend nothing), the number of
 * those in the resample is drawn at once, a binomial count, and only the others one by one: the same distribution for a
 * tenth of the draws.
 */
export function resampledSum(sorted: Float64Array, generator: RandomGenerator): ResampledSum {
  const size = sorted.length;
  // Where a value fills half of the places, it is on the middle one.
  const common = sorted[Math.floor(size / 2)] ?? 0;
  const others = sorted.filter((value) => value !== common);
  if (size < customersFrom || size - others.length < commonShare * size) {
    return { draw: sumOf(sorted, () => size, generator), draws: size };
  }
  const howMany = binomialDraws(size, others.length / size);
  let count = 0;
  const sumOfOthers = sumOf(others, () => count, generator);
  return {
    draw: () => {
      count = others.length === 0 ? 0 : howMany(generator);
      return (size - count) * common + sumOfOthers();
    },
    draws: others.length,
  };
}

function sumOf(
  values: Float64Array,
  howMany: () => number,
  generator: RandomGenerator,
): () => number {
  const drawPlace = placeDrawer(generator, values.length);
  return () => {
    let sum = 0;
    for (let left = howMany(); left > 0; left -= 1) sum += values[drawPlace()] ?? 0;
    return sum;
  };
}
