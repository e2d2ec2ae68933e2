import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agrestiCaffoInterval,
  meeInterval,
  newcombeInterval,
  waldDifferenceInterval,
} from '#core/stats/proportions/difference-intervals.ts';
import {
  adjustedLogInterval,
  adjustedLogitInterval,
  katzInterval,
  woolfInterval,
} from '#core/stats/proportions/log-intervals.ts';
import { scoreOddsRatio } from '#core/stats/proportions/odds-ratio-score.ts';
import {
  compareProportions,
  pooledChiSquare,
} from '#core/stats/proportions/proportion-difference.ts';
import type { ArmCounts } from '#core/stats/proportions/arm-counts.ts';
import type { Interval } from '#core/stats/interval.ts';
import type { Result } from '#core/result.ts';
import { armCounts, counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

type Limits = [number, number];
type Method = (treatment: ArmCounts, control: ArmCounts, confidence: number) => Result<Interval>;
interface PairRow {
  events1: number;
  trials1: number;
  events0: number;
  trials0: number;
  confidence: number;
  newcombe: Limits;
  caffo: Limits;
  wald: Limits;
  katz?: [number, number, number];
  adjustedLog: Limits;
  woolf?: Limits;
  adjustedLogit: Limits;
  oddsLow?: number;
  oddsHigh?: number | null;
  mee?: Limits;
}
const { pairs } = oracle<{ pairs: PairRow[] }>('proportions/two-shares');
const arms = (row: PairRow) =>
  [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
const mixed = ({ events, trials }: ArmCounts) => events > 0 && events < trials;

function compare(method: Method, row: PairRow, [low, high]: Limits, scale: number): void {
  const found = valueOf(method(...arms(row), row.confidence));
  expectClose(found.low, low, 1e-9, row, scale);
  expectClose(found.high, high, 1e-9, row, scale);
}

describe('the intervals of a difference', () => {
  it('are those of statsmodels', () => {
    expect(pairs.length).toBeGreaterThan(180);
    for (const row of pairs) {
      // The oracle subtracts shares near 1, which leaves 1e-16 of 1e-6.
      compare(newcombeInterval, row, row.newcombe, 1e-5);
      compare(agrestiCaffoInterval, row, row.caffo.map(cut) as Limits, 1e-5);
      if (arms(row).some(mixed))
        compare(waldDifferenceInterval, row, row.wald.map(cut) as Limits, 1e-5);
    }
  });

  it("include Mee's, with the limits of a solution in 40 digits", () => {
    for (const row of pairs) if (row.mee) compare(meeInterval, row, row.mee, 1e-9);
  });

  it('are the published ones of Newcombe (1998) for 56/70 and 48/80', () => {
    const published = [
      [newcombeInterval, 0.0524, 0.3339],
      [waldDifferenceInterval, 0.0575, 0.3425],
      [meeInterval, 0.0533, 0.3377],
    ] as const;
    for (const [method, low, high] of published) {
      const found = valueOf(method(counts(56, 70), counts(48, 80), 0.95));
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    }
  });

  it('mirror themselves when the arms are swapped, and contain the difference', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const difference = treatment.events / treatment.trials - control.events / control.trials;
        for (const method of [newcombeInterval, agrestiCaffoInterval, meeInterval]) {
          const there = valueOf(method(treatment, control, 0.9));
          const back = valueOf(method(control, treatment, 0.9));
          expectClose(back.low, -there.high, 1e-9, { treatment, control }, 1e-6);
          expectClose(back.high, -there.low, 1e-9, { treatment, control }, 1e-6);
          if (method === agrestiCaffoInterval) continue;
          expect(there.low).toBeLessThanOrEqual(difference + 1e-15);
          expect(there.high).toBeGreaterThanOrEqual(difference - 1e-15);
        }
      }),
    );
  });

  it('leave out zero, by Mee, exactly when the pooled chi-square is below alpha, and lie within the other score interval', () => {
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const chiSquare = pooledChiSquare(treatment, control);
        const { low, high } = valueOf(meeInterval(treatment, control, 0.95));
        if (chiSquare.ok) expect(low > 0 || high < 0).toBe(chiSquare.value.pValue < 0.05);
        const { interval } = valueOf(compareProportions(treatment, control, 0.95));
        expect(low).toBeGreaterThanOrEqual(interval.low);
        expect(high).toBeLessThanOrEqual(interval.high);
      }),
    );
  });

  it('refuse what has no value', () => {
    expect(refusalOf(waldDifferenceInterval(counts(0, 5), counts(9, 9), 0.95))).toBe(
      'no-variation',
    );
    for (const method of [
      newcombeInterval,
      agrestiCaffoInterval,
      waldDifferenceInterval,
      meeInterval,
    ]) {
      refusesTheImpossible(method);
    }
  });
});

describe('the intervals of a ratio', () => {
  it('are those of SciPy and statsmodels', () => {
    for (const row of pairs) {
      const [treatment, control] = arms(row);
      const everybody = !mixed(treatment) && !mixed(control) && row.events1 > 0 && row.events0 > 0;
      if (everybody) {
        expect(refusalOf(katzInterval(treatment, control, 0.95))).toBe('no-variation');
        const total = treatment.trials + control.trials;
        expect(adjustedLogInterval(treatment, control, 0.95)).toMatchObject({
          problem: { code: 'no-variation', events: total, total },
        });
        continue;
      }
      compare(adjustedLogInterval, row, row.adjustedLog, 0);
      if (row.katz) compare(katzInterval, row, [row.katz[1], row.katz[2]], 0);
      else expect(refusalOf(katzInterval(treatment, control, 0.95))).toBe('no-events');
    }
  });

  it('G22: of 7/34 and 1/34 are .91 to 54 by Katz and .92 to 27 by the adjusted logarithm', () => {
    const katz = valueOf(katzInterval(counts(7, 34), counts(1, 34), 0.95));
    expect(katz.low).toBeCloseTo(0.91, 2);
    expect(katz.high).toBeCloseTo(54, 0);
    const adjusted = valueOf(adjustedLogInterval(counts(7, 34), counts(1, 34), 0.95));
    expect(adjusted.low).toBeCloseTo(0.92, 2);
    expect(adjusted.high).toBeCloseTo(27, 0);
  });

  it('G26: of 16/128 and 24/256 is .7347317 to 2.419628', () => {
    const found = valueOf(katzInterval(counts(16, 128), counts(24, 256), 0.95));
    expect(found.low).toBeCloseTo(0.7347317, 7);
    expect(found.high).toBeCloseTo(2.419628, 6);
  });

  it('refuse what has no value', () => {
    for (const method of [katzInterval, adjustedLogInterval]) refusesTheImpossible(method);
  });
});

describe('the intervals of an odds ratio', () => {
  it('are those of statsmodels', () => {
    for (const row of pairs) {
      compare(adjustedLogitInterval, row, row.adjustedLogit, 0);
      if (row.woolf) compare(woolfInterval, row, row.woolf, 0);
      else expect(refusalOf(woolfInterval(...arms(row), 0.95))).toBe('empty-cell');
    }
  });

  it('include the score interval, with the limits of a solution in 40 digits', () => {
    for (const row of pairs) {
      const found = scoreOddsRatio(...arms(row), row.confidence);
      if (row.oddsLow === undefined) {
        expect(refusalOf(found)).toBe('no-variation');
        continue;
      }
      const { interval } = valueOf(found);
      expectClose(interval.low, row.oddsLow, 1e-9, row);
      if (row.oddsHigh === null) expect(interval.high).toBe(null);
      else expectClose(interval.high ?? NaN, row.oddsHigh ?? NaN, 1e-9, row);
    }
  });

  it('G26: of 10/30 and 41/134 is .4879913 to 2.635883, at 90% .5588516 to 2.301663', () => {
    const found = valueOf(woolfInterval(counts(10, 30), counts(41, 134), 0.95));
    expect(found.low).toBeCloseTo(0.4879913, 7);
    expect(found.high).toBeCloseTo(2.635883, 6);
    const narrow = valueOf(woolfInterval(counts(10, 30), counts(41, 134), 0.9));
    expect(narrow.low).toBeCloseTo(0.5588516, 7);
    expect(narrow.high).toBeCloseTo(2.301663, 6);
  });

  it('have reciprocal limits when the arms, or response and no response, are swapped', () => {
    const misses = ({ events, trials }: ArmCounts) => counts(trials - events, trials);
    fc.assert(
      fc.property(armCounts, armCounts, (treatment, control) => {
        const there = valueOf(adjustedLogitInterval(treatment, control, 0.9));
        const others = [
          adjustedLogitInterval(control, treatment, 0.9),
          adjustedLogitInterval(misses(treatment), misses(control), 0.9),
        ];
        for (const back of others.map(valueOf)) {
          expectClose(back.low * there.high, 1, 1e-12, { treatment, control });
          expectClose(back.high * there.low, 1, 1e-12, { treatment, control });
        }
      }),
    );
  });

  it('refuse what has no value', () => {
    for (const method of [woolfInterval, adjustedLogitInterval]) refusesTheImpossible(method);
  });
});

function cut(limit: number): number {
  return Math.min(1, Math.max(-1, limit));
}

function refusesTheImpossible(method: Method): void {
  expect(refusalOf(method(counts(0, 0), counts(1, 2), 0.95))).toBe('no-trials');
  expect(refusalOf(method(counts(1, 2), counts(3, 2), 0.95))).toBe('invalid-counts');
  expect(refusalOf(method(counts(1, 2), counts(1, 2), 1))).toBe('invalid-confidence');
}
