import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confidenceSequence,
  meanDifferenceSequence,
  shareDifferenceSequence,
} from '#core/stats/sequential/confidence-sequence.ts';
import { mixtureSequentialTest } from '#core/stats/sequential/mixture-sequential-test.ts';
import { createGenerator } from '#core/random/generator.ts';
import { counts } from '../arm-arbitrary.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Reading = Record<'low' | 'high' | 'p', number>;
type Tuned = Reading & { confidence: number; tuning: number };
const { sequences, shares, means, mixtures } = oracle<{
  sequences: (Tuned & { estimate: number; standardError: number; customers: number })[];
  shares: (Tuned & { events1: number; trials1: number; events0: number; trials0: number })[];
  means: (Tuned & Record<'mean1' | 'sd1' | 'n1' | 'mean0' | 'sd0' | 'n0', number>)[];
  mixtures: (Reading & { estimate: number; standardError: number; spread: number })[];
}>('sequential/always-valid');

const tuningOf = ({ confidence, tuning }: Tuned) => ({
  confidenceShare: confidence,
  tuningCustomers: tuning,
});

function expectReading(
  found: { interval: { low: number; high: number }; pValue: number },
  row: Reading,
): void {
  const scale = row.high - row.low;
  expectClose(found.interval.low, row.low, 1e-12, row, scale);
  expectClose(found.interval.high, row.high, 1e-12, row, scale);
  // A p-value of 1e-300 is the exponential of a number whose last digit is worth 1e-13.
  expectClose(found.pValue, row.p, row.p < 1e-20 ? 1e-11 : 1e-12, row, 1e-300);
}

describe('the confidence sequence', () => {
  it('is the published formula in 40 digits', () => {
    expect(sequences.length).toBe(96);
    for (const row of sequences)
      expectReading(valueOf(confidenceSequence(row, tuningOf(row))), row);
  });

  it('is the same for the difference of shares and of means', () => {
    for (const row of shares) {
      const arms = [counts(row.events1, row.trials1), counts(row.events0, row.trials0)] as const;
      expectReading(valueOf(shareDifferenceSequence(...arms, tuningOf(row))), row);
    }
    for (const row of means) {
      const arms = [
        { count: row.n1, mean: row.mean1, standardDeviation: row.sd1 },
        { count: row.n0, mean: row.mean0, standardDeviation: row.sd0 },
      ] as const;
      expectReading(valueOf(meanDifferenceSequence(...arms, tuningOf(row))), row);
    }
  });

  it('is tightest, for its number of customers, near the size it is tuned for', () => {
    const width = (tuningCustomers: number) =>
      valueOf(
        confidenceSequence(
          { estimate: 0, standardError: 1, customers: 5000 },
          { confidenceShare: 0.95, tuningCustomers },
        ),
      ).interval.high;
    for (const other of [100, 2000, 4000, 6500, 12000, 100000]) {
      expect(width(5000)).toBeLessThan(width(other) * (1 + 1e-3));
    }
  });

  it('leaves out 0 exactly when its p-value is below alpha, and is wider than one reading', () => {
    fc.assert(
      fc.property(
        between(-10, 10),
        fc.integer({ min: 2, max: 1_000_000 }),
        (estimate, customers) => {
          const { interval, pValue } = valueOf(
            confidenceSequence(
              { estimate, standardError: 1, customers },
              { confidenceShare: 0.95, tuningCustomers: 4000 },
            ),
          );
          expect(interval.low > 0 || interval.high < 0).toBe(pValue < 0.05);
          expect(interval.high - interval.low).toBeGreaterThan(2 * 1.96);
        },
      ),
    );
  });

  it('refuses what cannot be read', () => {
    const tuning = { confidenceShare: 0.95, tuningCustomers: 5000 };
    const current = { estimate: 0.01, standardError: 0.01, customers: 100 };
    const refused = (change: Partial<typeof current>, tuned: Partial<typeof tuning> = {}) =>
      refusalOf(confidenceSequence({ ...current, ...change }, { ...tuning, ...tuned }));
    expect(refused({ standardError: 0 })).toBe('no-variation');
    expect(refused({ standardError: -1 })).toBe('invalid-effect');
    expect(refused({ estimate: NaN })).toBe('invalid-effect');
    expect(refused({ customers: 1 })).toBe('invalid-size');
    expect(refused({}, { tuningCustomers: 0 })).toBe('invalid-tuning');
    expect(refused({}, { confidenceShare: 1 })).toBe('invalid-confidence');
    const arms = [counts(0, 10), counts(0, 10)] as const;
    expect(refusalOf(shareDifferenceSequence(...arms, tuning))).toBe('no-variation');
    expect(refusalOf(shareDifferenceSequence(counts(3, 2), counts(0, 10), tuning))).toBe(
      'invalid-counts',
    );
    const lonely = { count: 1, mean: 1, standardDeviation: 0 };
    expect(refusalOf(meanDifferenceSequence(lonely, lonely, tuning))).toBe('too-few-values');
  });
});

describe('the mixture sequential test', () => {
  it('is the likelihood ratio averaged over the effects by numerical integration', () => {
    expect(mixtures.length).toBe(20);
    for (const row of mixtures) {
      const look = { ...row, customers: 100 };
      const tuning = { confidenceShare: 0.95, effectSpread: row.spread };
      expectReading(valueOf(mixtureSequentialTest([look], tuning)), row);
    }
  });

  it('is the confidence sequence when it is tuned alike', () => {
    const look = { estimate: 0.031, standardError: 0.01, customers: 4000 };
    const doubled = -2 * Math.log(0.05);
    const squaredRho = (doubled + Math.log1p(doubled)) / 9000;
    const sequence = valueOf(
      confidenceSequence(look, { confidenceShare: 0.95, tuningCustomers: 9000 }),
    );
    const effectSpread = look.standardError * Math.sqrt(look.customers * squaredRho);
    const mixture = valueOf(mixtureSequentialTest([look], { confidenceShare: 0.95, effectSpread }));
    expectClose(mixture.pValue, sequence.pValue, 1e-12, 'p');
    expectClose(mixture.interval.low, sequence.interval.low, 1e-12, 'low');
  });

  it('keeps the smallest p-value and the narrowest interval of all looks', () => {
    const tuning = { confidenceShare: 0.95, effectSpread: 0.02 };
    const strong = { estimate: 0.04, standardError: 0.01, customers: 500 };
    const weak = { estimate: 0.02, standardError: 0.009, customers: 900 };
    const both = valueOf(mixtureSequentialTest([strong, weak], tuning));
    expect(both.pValue).toBe(valueOf(mixtureSequentialTest([strong], tuning)).pValue);
    expect(both.interval).toEqual({
      low: valueOf(mixtureSequentialTest([strong], tuning)).interval.low,
      high: valueOf(mixtureSequentialTest([weak], tuning)).interval.high,
    });
  });

  it('refuses what cannot be read', () => {
    const tuning = { confidenceShare: 0.95, effectSpread: 0.02 };
    const look = { estimate: 0.5, standardError: 0.01, customers: 500 };
    expect(refusalOf(mixtureSequentialTest([], tuning))).toBe('no-looks');
    expect(refusalOf(mixtureSequentialTest([look], { ...tuning, effectSpread: 0 }))).toBe(
      'invalid-tuning',
    );
    expect(refusalOf(mixtureSequentialTest([look], { ...tuning, confidenceShare: 0 }))).toBe(
      'invalid-confidence',
    );
    expect(refusalOf(mixtureSequentialTest([{ ...look, standardError: 0 }], tuning))).toBe(
      'no-variation',
    );
    expect(refusalOf(mixtureSequentialTest([look, { ...look, estimate: -0.5 }], tuning))).toBe(
      'intervals-do-not-meet',
    );
  });
});

describe('looking two thousand times at two equal arms', () => {
  it('finds a difference in less than 5% of the experiments, both ways', () => {
    const experiments = 150;
    const looks = 2000;
    const generator = createGenerator('always-valid');
    let [bySequence, byMixture, byOrdinary] = [0, 0, 0];
    const tuning = { confidenceShare: 0.95, tuningCustomers: 20_000 };
    for (let experiment = 0; experiment < experiments; experiment += 1) {
      let [sequence, mixture, ordinary] = [false, false, false];
      const events = [0, 0];
      for (let look = 1; look <= looks; look += 1) {
        for (const arm of [0, 1]) {
          for (let customer = 0; customer < 5; customer += 1) {
            if (generator.nextShare() < 0.3) events[arm] = (events[arm] ?? 0) + 1;
          }
        }
        if (look < 20) continue;
        const trials = look * 5;
        const arms = [counts(events[0] ?? 0, trials), counts(events[1] ?? 0, trials)] as const;
        const found = valueOf(shareDifferenceSequence(...arms, tuning));
        sequence ||= found.pValue < 0.05;
        ordinary ||= Math.abs(found.estimate) > 1.96 * found.standardError;
        const effect = { confidenceShare: 0.95, effectSpread: 0.02 };
        mixture ||= valueOf(mixtureSequentialTest([found], effect)).pValue < 0.05;
      }
      bySequence += Number(sequence);
      byMixture += Number(mixture);
      byOrdinary += Number(ordinary);
    }
    expect(bySequence / experiments).toBeLessThan(0.05);
    expect(byMixture / experiments).toBeLessThan(0.05);
    // The reason for all this: an ordinary test looked at so often is wrong half of the time.
    expect(byOrdinary / experiments).toBeGreaterThan(0.4);
  });
});
