import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestCuts } from '#core/design/suggest-cuts.ts';
import { between } from '../stats/even-arbitrary.ts';

describe('suggested cuts', () => {
  it('divide evenly spread values in thirds', () => {
    expect(suggestCuts(Float64Array.from({ length: 9000 }, (_, value) => value))).toEqual([
      3000, 6000,
    ]);
  });

  it('follow the values and not their range, so that a long tail moves nothing', () => {
    const tail = [...Array.from({ length: 900 }, (_, value) => value), 1e9, 1e9, 1e9];
    expect(suggestCuts(tail)).toEqual([300, 600]);
  });

  it('are easy to say', () => {
    expect(suggestCuts([0, 4115, 4115, 8230, 8230, 12_345])).toEqual([4100, 8200]);
  });

  it('are none for no values, and one where two would be the same', () => {
    expect(suggestCuts([])).toEqual([]);
    expect(suggestCuts([5, 5, 5])).toEqual([]);
    expect(suggestCuts([0, 1, 1, 1])).toEqual([1]);
  });

  it('rise, and leave nobody out below the first level', () => {
    const values = fc.array(between(-1e6, 1e6), { maxLength: 60 });
    fc.assert(
      fc.property(values, (numbers) => {
        const cuts = suggestCuts(numbers);
        const rising = cuts.every((cut, place) => place === 0 || cut > (cuts[place - 1] ?? cut));
        return cuts.length <= 2 && rising && cuts.every((cut) => cut > Math.min(...numbers));
      }),
    );
  });
});
