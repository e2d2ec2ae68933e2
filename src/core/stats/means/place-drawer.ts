import type { RandomGenerator } from '#core/random/generator.ts';

/** Up to here a word times the size is an exact number. */
const largestExactSize = 2 ** 21;

/**
 * A function that draws a place 0 … `size` - 1, all equally likely, at a third of the cost of `nextInteger`: a bootstrap
 * draws by the million.
 * As in Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29: the upper half of word times size, and
 * another word where the lower half is among those that would favour a place.
 */
export function placeDrawer(generator: RandomGenerator, size: number): () => number {
  if (size > largestExactSize) return () => generator.nextInteger(size);
  const threshold = 2 ** 32 % size;
  return () => {
    for (;;) {
      const product = generator.nextWord() * size;
      const place = Math.floor(product / 2 ** 32);
      if (product - place * 2 ** 32 >= threshold) return place;
    }
  };
}
