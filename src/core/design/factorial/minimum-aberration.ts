import { refuse, type Result } from '#core/result.ts';
import { factorsOf, regularFraction, type RegularFraction } from './regular-fraction.ts';

/** Beyond these the search takes longer than a person waits: factors by the number of basic factors. */
const mostFactors: Readonly<Record<number, number>> = { 2: 3, 3: 7, 4: 15, 5: 12, 6: 11 };

/**
 * The best two-level fraction of its size: the one with the fewest words of three factors, then of four, and so on.
 * `factorCount`: 3 to 15; `runs`: 4, 8, 16, 32 or 64, fewer than 2^k. Found by trying all choices of products, leaving a
 * branch as soon as its words are as many as those of the best fraction known; the first of equal ones is taken.
 * Refuses `no-such-fraction` (runs that are no such power of 2 or not fewer than 2^k, or more factors than 3, 7, 15, 12
 * and 11 for those runs).
 * Source: Fries & Hunter (1980), Minimum aberration 2^(k-p) designs; the word lengths agree with the tables of Chen, Sun
 * & Wu (1993).
 * Example: 7 factors in 16 runs have the products [0, 1, 2], [0, 1, 3], [0, 2, 3]: resolution 4 with seven words of four.
 */
export function minimumAberrationFraction(
  factorCount: number,
  runs: number,
): Result<RegularFraction> {
  const basicCount = Math.log2(runs);
  const most = mostFactors[basicCount];
  if (most === undefined || factorCount <= basicCount || factorCount > most) {
    return refuse({ code: 'no-such-fraction', factors: factorCount, runs });
  }
  const products = bestProducts(basicCount, factorCount - basicCount);
  return regularFraction(basicCount, products.map(factorsOf));
}

/** Every size in which there is a fraction of so many factors. Example: 5 factors: 8 and 16. */
export function fractionSizes(factorCount: number): number[] {
  return Object.entries(mostFactors)
    .filter(([basic, most]) => Number(basic) < factorCount && factorCount <= most)
    .map(([basic]) => 2 ** Number(basic));
}

/** The products, as bits of basic factors, whose words have minimum aberration. */
function bestProducts(basicCount: number, wanted: number): readonly number[] {
  const candidates = Array.from({ length: 2 ** basicCount }, (_, bits) => bits).filter(
    (bits) => factorsOf(bits).length >= 2,
  );
  let best: readonly number[] = [];
  let fewest: readonly number[] | null = null;
  const extend = (
    start: number,
    chosen: readonly number[],
    group: readonly number[],
    lengths: readonly number[],
  ): void => {
    if (chosen.length === wanted) {
      best = chosen;
      fewest = lengths;
      return;
    }
    for (let at = start; at <= candidates.length - (wanted - chosen.length); at += 1) {
      const product = candidates[at] ?? 0;
      const word = product | (1 << (basicCount + chosen.length));
      const longer = [...lengths];
      const added = group.map((other) => other ^ word);
      for (const bits of added) {
        const length = bitCount(bits);
        longer[length] = (longer[length] ?? 0) + 1;
      }
      // More words are added with each product, never taken away: what is no better now will not be.
      if (fewest && !hasFewer(longer, fewest)) continue;
      extend(at + 1, [...chosen, product], [...group, ...added], longer);
    }
  };
  extend(0, [], [0], new Array<number>(basicCount + wanted + 1).fill(0));
  return best;
}

/** Whether the first length at which two counts of words differ is the first one's smaller. */
function hasFewer(counts: readonly number[], others: readonly number[]): boolean {
  // A plain loop, as below: both are asked millions of times.
  for (let length = 0; length < counts.length; length += 1) {
    const difference = (counts[length] ?? 0) - (others[length] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** How many bits of a number are set. */
function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
