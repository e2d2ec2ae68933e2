import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutScale, placedCut } from '#charts/cut-scale.ts';

const even = Array.from({ length: 40 }, (_, bin) => ({ from: bin, to: bin + 1, count: 10 }));
const tail = [0, 1, 3, 10, 30, 100, 1000, 100_000].map((from, place, all) => ({
  from,
  to: all[place + 1] ?? 1_000_000,
  count: 10,
}));

describe('the scale on which cuts are moved', () => {
  it('finds the value of a place again, on either scale', () => {
    const value = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(value, fc.boolean(), (wanted, log) => {
        const scale = cutScale(even, [5, 30], { width: 400, log, whole: false });
        expect(scale.valueAt(scale.at(wanted))).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('leaves nothing out on the log scale, and says powers of ten up to the largest', () => {
    const scale = cutScale(tail, [50], { width: 700, log: true, whole: true });
    expect([scale.view.from, scale.view.to, scale.view.tail]).toEqual([0, 1_000_000, 0]);
    expect(scale.ticks.at(-1)).toBe(1_000_000);
    expect(scale.ticks.length).toBeLessThanOrEqual(7);
    // As far from one to ten as from ten to a hundred, nearly: zero has to have a place.
    const gap = (low: number, high: number) => scale.at(high) - scale.at(low);
    expect(gap(100, 1000) / gap(1000, 10_000)).toBeCloseTo(1, 1);
  });

  it('steps by two digits of the value on the log scale, by whole numbers where they must be', () => {
    const scale = cutScale(tail, [50], { width: 700, log: true, whole: true });
    expect([5, 50, 500, 54_321].map(scale.stepAt)).toEqual([1, 1, 10, 1000]);
    expect(cutScale(even, [3], { width: 400, log: false, whole: true }).stepAt(3)).toBe(1);
  });

  it('keeps a cut on a step and off its neighbours, wherever it is wanted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 2_000_000, noNaN: true }),
        fc.boolean(),
        (wanted, log) => {
          const cuts = [10, 40, 900];
          const scale = cutScale(tail, cuts, { width: 400, log, whole: true });
          const placed = placedCut(scale, cuts, 1, wanted);
          expect(Number.isInteger(placed)).toBe(true);
          expect(placed).toBeGreaterThan(10);
          if (log) expect(placed).toBeLessThan(900);
        },
      ),
    );
    const scale = cutScale(even, [3, 6], { width: 400, log: false, whole: true });
    expect(placedCut(scale, [3, 6], 1, 2)).toBe(4);
    expect(placedCut(scale, [3, 6], 0, 9)).toBe(5);
  });
});
