import { describe, expect, it } from 'vitest';
import { suggestCuts } from '#core/design/suggest-cuts.ts';

describe('suggested cuts', () => {
  it('divide evenly spread values in thirds', () => {
    const bins = Array.from({ length: 9 }, (_, bin) => ({
      from: bin * 1000,
      to: (bin + 1) * 1000,
      count: 100 / 3,
    }));
    expect(suggestCuts(bins)).toEqual([3000, 6000]);
  });

  it('are easy to say', () => {
    expect(suggestCuts([{ from: 0, to: 12_345, count: 100 }])).toEqual([4100, 8200]);
  });

  it('are none for no values, and one where two would be the same', () => {
    expect(suggestCuts([])).toEqual([]);
    expect(suggestCuts([{ from: 5, to: 5, count: 10 }])).toEqual([]);
    expect(suggestCuts([{ from: 0, to: 1, count: 0 }, { from: 1, to: 1.001, count: 9 }])).toEqual([1]); // prettier-ignore
  });
});
