import { describe, expect, it } from 'vitest';
import { easyStep, histogramView } from '#charts/histogram-view.ts';

const bins = Array.from({ length: 100 }, (_, bin) => ({
  from: bin * 10,
  to: bin * 10 + 10,
  count: bin < 10 ? 100 : 1,
}));

describe('what is drawn of a histogram', () => {
  it('leaves a long thin tail out and counts it', () => {
    const view = histogramView(bins, [20]);
    expect([view.from, view.to]).toEqual([0, 130]);
    expect(view.tail).toBe(87);
  });

  it('has as much room beyond the last cut as before it', () => {
    expect(histogramView(bins, [20, 300]).to).toBe(600);
  });

  it('reaches a cut that lies beyond all values', () => {
    const view = histogramView(bins, [5000]);
    expect(view.to).toBe(5000);
    expect(view.tail).toBe(0);
  });

  it('has a width even where all values are the same, or there are none', () => {
    expect(histogramView([{ from: 4, to: 4, count: 9 }], [])).toMatchObject({ from: 4, to: 5 });
    expect(histogramView([], [])).toMatchObject({ from: 0, to: 1, tail: 0 });
  });

  it('moves cuts by steps that are easy to say', () => {
    expect([20_000, 24, 3].map(easyStep)).toEqual([100, 0.1, 0.01]);
  });
});
