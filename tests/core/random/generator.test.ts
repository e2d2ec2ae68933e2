import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator, GENERATOR_ALGORITHM, GENERATOR_VERSION } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { stepXoshiro } from '#core/random/xoshiro.ts';
import oracle from '../../oracles/random/generator.json' with { type: 'json' };
import { binomialBounds } from './binomial-bounds.ts';

/** Each property draws 100 seeds and up to 16 counts; at this level one false alarm is due in a million runs. */
const alpha = 1e-9;

describe('the generator against the oracle', () => {
  it('names what the oracle works out', () => {
    expect([GENERATOR_ALGORITHM, GENERATOR_VERSION]).toEqual([oracle.algorithm, oracle.version]);
  });

  it('steps xoshiro128** as its authors do', () => {
    const state = Uint32Array.of(1, 2, 3, 4);
    expect(oracle.wordsFromState1234.map(() => stepXoshiro(state))).toEqual(
      oracle.wordsFromState1234,
    );
    // The first words of the authors' C program.
    expect(oracle.wordsFromState1234.slice(0, 4)).toEqual([11520, 0, 5927040, 70819200]);
  });

  it.each(oracle.streams)('gives the stream of the seed "$seed"', (stream) => {
    const words = createGenerator(stream.seed);
    expect(stream.words.map(() => words.nextWord())).toEqual(stream.words);
    const shares = createGenerator(stream.seed);
    expect(stream.shares.map(() => shares.nextShare())).toEqual(stream.shares);
    for (const { below, values } of stream.integers) {
      const integers = createGenerator(stream.seed);
      expect(values.map(() => integers.nextInteger(below))).toEqual(values);
    }
    const places = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(shuffle(places, createGenerator(stream.seed))).toEqual(stream.shuffled);
  });
});

describe('the seed', () => {
  it('is the same as a number and as its text', () => {
    expect(createGenerator(7).nextWord()).toBe(createGenerator('7').nextWord());
  });

  it('is the same however the Hangul was composed', () => {
    expect(createGenerator('캐럿'.normalize('NFD')).nextWord()).toBe(
      createGenerator('캐럿').nextWord(),
    );
  });

  it('gives another stream when it changes', () => {
    const first = Array.from({ length: 2000 }, (_, seed) => createGenerator(seed).nextWord());
    expect(new Set(first).size).toBe(2000);
  });
});

describe('the numbers', () => {
  it('are uniform below any number, within exact binomial bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 16 }), (seed, below) => {
        const generator = createGenerator(seed);
        const draws = 2000;
        const counts = new Array<number>(below).fill(0);
        for (let draw = 0; draw < draws; draw++) {
          const value = generator.nextInteger(below);
          counts[value] = (counts[value] ?? NaN) + 1;
        }
        const [low, high] = binomialBounds(draws, 1 / below, alpha);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(low);
        expect(Math.max(...counts)).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('do not favour small numbers where a remainder would', () => {
    // 2^32 mod (3 · 2^30) leaves a quarter of all words: without rejection the lower third would come up half the time.
    const generator = createGenerator('rejection');
    const below = 3 * 2 ** 30;
    const draws = 3000;
    let lower = 0;
    for (let draw = 0; draw < draws; draw++) {
      if (generator.nextInteger(below) < 2 ** 30) lower++;
    }
    const [low, high] = binomialBounds(draws, 1 / 3, alpha);
    expect(lower).toBeGreaterThanOrEqual(low);
    expect(lower).toBeLessThanOrEqual(high);
  });

  it('are shares in [0, 1) whose 53 bits are each set half the time', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 52 }), (seed, bit) => {
        const generator = createGenerator(seed);
        const draws = 1000;
        let set = 0;
        let outside = 0;
        for (let draw = 0; draw < draws; draw++) {
          const share = generator.nextShare();
          outside += Number(!(share >= 0 && share < 1));
          set += Number((BigInt(share * 2 ** 53) >> BigInt(bit)) & 1n);
        }
        expect(outside).toBe(0);
        const [low, high] = binomialBounds(draws, 1 / 2, alpha);
        expect(set).toBeGreaterThanOrEqual(low);
        expect(set).toBeLessThanOrEqual(high);
      }),
    );
  });

  it.each([0, -1, 1.5, NaN, 2 ** 32 + 1])('refuse to be below %d', (below) => {
    expect(() => createGenerator(1).nextInteger(below)).toThrow(RangeError);
  });
});
