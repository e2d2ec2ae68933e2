import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGenerator } from '#core/random/generator.ts';
import { shuffle } from '#core/random/shuffle.ts';
import { binomialBounds } from './binomial-bounds.ts';

describe('shuffle', () => {
  it('keeps every item of an array, in the array it was given', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const sorted = items.toSorted((a, b) => a - b);
        expect(shuffle(items, createGenerator(seed))).toBe(items);
        expect(items.toSorted((a, b) => a - b)).toEqual(sorted);
      }),
    );
  });

  it('shuffles a typed array as it does an array', () => {
    const typed = shuffle(Uint32Array.of(1, 2, 3, 4, 5), createGenerator('carrot'));
    expect(typed).toBeInstanceOf(Uint32Array);
    expect([...typed]).toEqual(shuffle([1, 2, 3, 4, 5], createGenerator('carrot')));
    expect([...typed]).toEqual([5, 1, 4, 3, 2]);
  });

  it('gives each of the 24 orders of four items its share, within exact binomial bounds', () => {
    const generator = createGenerator('orders');
    const draws = 12_000;
    const counts = new Map<string, number>();
    for (let draw = 0; draw < draws; draw++) {
      const order = shuffle([1, 2, 3, 4], generator).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const [low, high] = binomialBounds(draws, 1 / 24, 1e-6);
    expect(counts.size).toBe(24);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(low);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(high);
  });

  it('leaves nothing and a single item as they are', () => {
    expect(shuffle([], createGenerator(1))).toEqual([]);
    expect(shuffle(['only'], createGenerator(1))).toEqual(['only']);
  });
});
