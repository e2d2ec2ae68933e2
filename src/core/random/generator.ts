import { spreadSeed, stepXoshiro } from './xoshiro.ts';

/** What to save beside a seed, so that a draw can be replayed by another program. */
export const GENERATOR_ALGORITHM = 'xoshiro128**';

/** Raise it when the same seed starts to give other numbers. */
export const GENERATOR_VERSION = 1;

/** A stream of random numbers that depends on its seed alone, in every browser. */
export interface RandomGenerator {
  /** A whole number 0 … 2^32 - 1. */
  nextWord(): number;
  /** A number in [0, 1), one of 2^53 equally likely ones. */
  nextShare(): number;
  /** A whole number 0 … `below` - 1, all equally likely. `below` is a whole number 1 … 2^32; others throw. */
  nextInteger(below: number): number;
}

/**
 * Starts the stream of a seed.
 *
 * `seed`: any text; a number stands for its decimal text, so 7 and '7' give the same stream. Text is brought to NFC
 * (Hangul typed on any system is the same seed), hashed by FNV-1a over its UTF-16 units (low byte first) and spread to
 * four words by splitmix32.
 * Example: `createGenerator('carrot').nextInteger(100)` is 71.
 */
export function createGenerator(seed: string | number): RandomGenerator {
  const state = spreadSeed(hashText(String(seed).normalize('NFC')));
  const nextWord = () => stepXoshiro(state);
  return {
    nextWord,
    nextShare: () => ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53,
    nextInteger(below) {
      if (!Number.isInteger(below) || below < 1 || below > 2 ** 32) {
        throw new RangeError(`nextInteger needs a whole number from 1 to 2^32, not ${below}`);
      }
      // Words beyond the last full multiple of `below` would favour the small numbers.
      const limit = 2 ** 32 - (2 ** 32 % below);
      let word = nextWord();
      while (word >= limit) word = nextWord();
      return word % below;
    },
  };
}

/** FNV-1a, 32 bits, over the UTF-16 units of a text, low byte first. Source: Fowler, Noll & Vo, RFC 9923. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
