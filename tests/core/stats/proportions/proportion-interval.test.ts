import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#core/stats/proportions/proportion-interval.ts';
import { armCounts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

interface WilsonRow {
  events: number;
  trials: number;
  confidence: number;
  low: number;
  high: number;
}
const { wilson } = oracle<{ wilson: WilsonRow[] }>('proportions/proportions');

describe('the Wilson interval', () => {
  it('is that of R', () => {
    expect(wilson.length).toBeGreaterThan(150);
    for (const row of wilson) {
      const { low, high } = valueOf(wilsonInterval(row.events, row.trials, row.confidence));
      // R subtracts nearly equal numbers for a small lower limit.
      expectClose(low, row.low, 1e-9, row, 1e-8);
      expectClose(high, row.high, 1e-9, row);
    }
  });

  it.each([
    [19, 38, 0.348499283643951, 0.651500716356049],
    [4, 200, 0.0078044264, 0.0502870869],
    [4, 20, 0.0806576626, 0.4160174322],
    [18, 20, 0.6989663548, 0.9721335188],
  ])('G24: of %i in %i is the published one', (events, trials, low, high) => {
    const found = valueOf(wilsonInterval(events, trials, 0.95));
    expect(found.low).toBeCloseTo(low, 9);
    expect(found.high).toBeCloseTo(high, 9);
  });

  it('never leaves 0 to 1, contains the share, and mirrors itself', () => {
    fc.assert(
      fc.property(armCounts, ({ events, trials }) => {
        const found = valueOf(wilsonInterval(events, trials, 0.95));
        const mirrored = valueOf(wilsonInterval(trials - events, trials, 0.95));
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(events / trials);
        expect(found.high).toBeGreaterThanOrEqual(events / trials);
        expect(found.low).toBeCloseTo(1 - mirrored.high, 12);
      }),
    );
  });

  it('touches 0 and 1 exactly where nobody or everybody responded', () => {
    expect(valueOf(wilsonInterval(0, 7, 0.95)).low).toBe(0);
    expect(valueOf(wilsonInterval(7, 7, 0.95)).high).toBe(1);
  });

  it('refuses empty groups, impossible counts and impossible confidences', () => {
    expect(refusalOf(wilsonInterval(0, 0, 0.95))).toBe('no-trials');
    expect(refusalOf(wilsonInterval(2, 1, 0.95))).toBe('invalid-counts');
    expect(refusalOf(wilsonInterval(1, 2, 1.5))).toBe('invalid-confidence');
  });
});
