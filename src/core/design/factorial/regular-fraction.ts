import { refuse, succeed, type Result } from '#core/result.ts';
import type { Effect } from './effect.ts';
import type { Run } from './factor-space.ts';

/** A factor that is set by others: its sign is the product of theirs, times `sign`. */
export interface Generator {
  readonly factor: number;
  /** The basic factors of the product, in ascending order, two or more. */
  readonly product: Effect;
  readonly sign: 1 | -1;
}

/** A product of factors that is constant over all runs of a fraction. */
export interface DefiningWord {
  readonly factors: Effect;
  readonly sign: 1 | -1;
}

/** A regular fraction 2^(k-p): basic factors in full, and p factors that are products of basic ones. */
export interface RegularFraction {
  /** All factors, k. */
  readonly factorCount: number;
  /** Factors run in full, k - p; there are 2^(k-p) runs. */
  readonly basicCount: number;
  readonly generators: readonly Generator[];
  /** All 2^p - 1 products of generators, shortest first. */
  readonly definingWords: readonly DefiningWord[];
  /** How many words there are of the lengths 1, 2, …, k. */
  readonly wordLengths: readonly number[];
  /** The length of the shortest word: 3 mixes main effects with pairs, 4 pairs with pairs, 5 neither. */
  readonly resolution: number;
}

/** Factors as the bits of a number. */
export function bitsOf(factors: Effect): number {
  return factors.reduce((bits, factor) => bits | (1 << factor), 0);
}

/** The factors whose bits are set. Example: 13 gives [0, 2, 3]. */
export function factorsOf(bits: number): number[] {
  return Array.from({ length: 31 }, (_, factor) => factor).filter((factor) => bits & (1 << factor));
}

/**
 * The fraction whose last factors are products of the first, with everything that is constant in it.
 * `products`: for each factor after the basic ones the basic factors of its product; `signs`: 1 by default.
 * Refuses `invalid-generator` (fewer than two basic factors, a place that is none, or a product used twice, so that two
 * factors could never be told apart).
 * Source: Box & Hunter (1961), The 2^(k-p) fractional factorial designs I.
 * Example: three basic factors and the product [0, 1, 2] give 2^(4-1) with the one word [0, 1, 2, 3], resolution 4.
 */
export function regularFraction(
  basicCount: number,
  products: readonly Effect[],
  signs: readonly (1 | -1)[] = [],
): Result<RegularFraction> {
  const factorCount = basicCount + products.length;
  const seen = new Set<number>();
  for (const [place, product] of products.entries()) {
    const bits = bitsOf(product);
    const possible = product.every((f, at) => f < basicCount && f > (product[at - 1] ?? -1));
    if (product.length < 2 || !possible || seen.has(bits)) {
      return refuse({ code: 'invalid-generator', factor: basicCount + place });
    }
    seen.add(bits);
  }
  const generators = products.map((product, place) => ({
    factor: basicCount + place,
    product,
    sign: signs[place] ?? 1,
  }));
  const definingWords = wordsOf(generators);
  const wordLengths = Array.from(
    { length: factorCount },
    (_, place) => definingWords.filter(({ factors }) => factors.length === place + 1).length,
  );
  const resolution = definingWords[0]?.factors.length ?? factorCount + 1;
  return succeed({ factorCount, basicCount, generators, definingWords, wordLengths, resolution });
}

/** All products of the generators: the defining relation without the identity. */
function wordsOf(generators: readonly Generator[]): DefiningWord[] {
  let group: { bits: number; sign: 1 | -1 }[] = [{ bits: 0, sign: 1 }];
  for (const { factor, product, sign } of generators) {
    const word = bitsOf([...product, factor]);
    group = group.flatMap((other) => [
      other,
      { bits: other.bits ^ word, sign: other.sign === sign ? 1 : -1 },
    ]);
  }
  return group
    .slice(1)
    .map(({ bits, sign }) => ({ factors: factorsOf(bits), sign }))
    .toSorted(
      (a, b) => a.factors.length - b.factors.length || bitsOf(a.factors) - bitsOf(b.factors),
    );
}

/**
 * The runs of a fraction, the basic factors in Yates' order: level 0 stands for -1, level 1 for 1.
 * Example: 2^(4-1) with the product [0, 1, 2] begins [0, 0, 0, 0], [1, 0, 0, 1], [0, 1, 0, 1], [1, 1, 0, 0].
 */
export function fractionRuns({ basicCount, generators }: RegularFraction): Run[] {
  return Array.from({ length: 2 ** basicCount }, (_, place) => {
    const basic = Array.from({ length: basicCount }, (__, factor) => (place >> factor) & 1);
    const set = generators.map(({ product, sign }) => {
      const minuses = product.filter((factor) => basic[factor] === 0).length;
      return (minuses % 2 === 0) === (sign === 1) ? 1 : 0;
    });
    return [...basic, ...set];
  });
}
