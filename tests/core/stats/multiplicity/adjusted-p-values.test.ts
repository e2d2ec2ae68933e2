import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustBenjaminiHochberg,
  adjustBenjaminiYekutieli,
  adjustBonferroni,
  adjustHochberg,
  adjustHolm,
  adjustHolmSidak,
  adjustHommel,
  adjustSidak,
} from '#core/stats/multiplicity/adjusted-p-values.ts';
import { between, evenly } from '../even-arbitrary.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Family {
  p: number[];
  holm: number[];
  bonferroni: number[];
  bh: number[];
}
const { families } = oracle<{ families: Family[] }>('multiplicity/families');
const fromStatsmodels = oracle<{ families: (Record<MethodName, number[]> & { p: number[] })[] }>(
  'multiplicity/adjusted',
);
const fromR = oracle<{ families: Record<'p' | 'hochberg' | 'hommel' | 'by', number[]>[] }>(
  'multiplicity/adjusted-r',
);
const methods = {
  hochberg: adjustHochberg,
  hommel: adjustHommel,
  by: adjustBenjaminiYekutieli,
  sidak: adjustSidak,
  holmSidak: adjustHolmSidak,
  holm: adjustHolm,
  bonferroni: adjustBonferroni,
  bh: adjustBenjaminiHochberg,
};
type MethodName = keyof typeof methods;
const methodNames = Object.keys(methods) as MethodName[];
const pValues = fc.array(fc.oneof(evenly(0, 1), between(0, 1)), {
  minLength: 1,
});

describe('adjusted p-values', () => {
  it('are those of R', () => {
    for (const family of families) {
      const compare = (found: number[], expected: number[]): void => {
        expect(found).toHaveLength(expected.length);
        found.forEach((value, place) => expectClose(value, expected[place] ?? NaN, 1e-12, family));
      };
      compare(adjustHolm(family.p), family.holm);
      compare(adjustBonferroni(family.p), family.bonferroni);
      compare(adjustBenjaminiHochberg(family.p), family.bh);
    }
  });

  it('are those of R for the sharper and the safer guards', () => {
    for (const family of fromR.families) {
      for (const name of ['hochberg', 'hommel', 'by'] as const) {
        methods[name](family.p).forEach((value, place) =>
          expectClose(value, family[name][place] ?? NaN, 1e-13, { name, family }),
        );
      }
    }
  });

  it('are those of statsmodels for every guard', () => {
    for (const family of fromStatsmodels.families) {
      for (const name of methodNames) {
        // Its Sidak forms 1 - (1 - p)^n and keeps no digits of p-values near 1e-12.
        const rounding = name === 'sidak' || name === 'holmSidak' ? 1e-14 : 0;
        methods[name](family.p).forEach((value, place) => {
          const expected = family[name][place] ?? NaN;
          if (Math.abs(value - expected) > rounding) {
            expectClose(value, expected, 1e-12, { name, family });
          }
        });
      }
    }
  });

  it('G41, G42: are the published ones of Holm and of Benjamini and Hochberg', () => {
    const holm = adjustHolm([0.01, 0.04, 0.03, 0.005, 0.55, 0.6]);
    [0.05, 0.12, 0.12, 0.03, 1, 1].forEach((value, place) =>
      expect(holm[place]).toBeCloseTo(value, 12),
    );
    const discovery = adjustBenjaminiHochberg([0.898, 0.138, 0.007, 0.964, 0.538, 0.006, 0.138]);
    [0.964, 0.2415, 0.0245, 0.964, 0.7532, 0.0245, 0.2415].forEach((value, place) =>
      expect(discovery[place]).toBeCloseTo(value, 12),
    );
  });

  it('stay in the order of their comparisons, and never shrink', () => {
    fc.assert(
      fc.property(pValues, (family) => {
        const holm = adjustHolm(family);
        const bonferroni = adjustBonferroni(family);
        const discovery = adjustBenjaminiHochberg(family);
        family.forEach((pValue, place) => {
          expect(holm[place]).toBeGreaterThanOrEqual(pValue);
          expect(holm[place]).toBeLessThanOrEqual(bonferroni[place] ?? 0);
          expect(discovery[place]).toBeLessThanOrEqual((holm[place] ?? 0) * (1 + 1e-12));
        });
        expect(adjustHolm(family.toReversed()).toReversed()).toEqual(holm);
      }),
    );
  });

  it('keep the order of the guards: the more a guard supposes, the less it adds', () => {
    fc.assert(
      fc.property(pValues, (family) => {
        const of = Object.fromEntries(
          methodNames.map((name) => [name, methods[name](family)]),
        ) as Record<MethodName, number[]>;
        const below = (less: MethodName, more: MethodName): void =>
          of[less].forEach((value, place) =>
            expect(value, `${less} ${more}`).toBeLessThanOrEqual(
              (of[more][place] ?? NaN) * (1 + 1e-12),
            ),
          );
        below('hommel', 'hochberg');
        below('hochberg', 'holm');
        below('holmSidak', 'holm');
        below('sidak', 'bonferroni');
        below('holmSidak', 'sidak');
        below('bh', 'by');
        below('bh', 'hommel');
        family.forEach((pValue, place) => {
          for (const name of methodNames) {
            expect(of[name][place]).toBeGreaterThanOrEqual(pValue * (1 - 1e-12));
            expect(of[name][place]).toBeLessThanOrEqual(1);
          }
        });
      }),
    );
  });

  it('follow their comparisons when these change places', () => {
    fc.assert(
      fc.property(pValues, (family) => {
        for (const name of methodNames) {
          expect(methods[name](family.toReversed()).toReversed()).toEqual(methods[name](family));
        }
      }),
    );
  });

  it('of a single comparison are its own', () => {
    for (const name of methodNames) expect(methods[name]([0.03])[0]).toBeCloseTo(0.03, 15);
  });

  it('are by Hommel those R gives for the published example of Holm', () => {
    const found = adjustHommel([0.01, 0.04, 0.03, 0.005, 0.55, 0.6]);
    const expected = [0.05, 0.12, 0.09, 0.03, 0.6, 0.6];
    found.forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? NaN, 12));
  });

  it('of an empty family are none, and of no p-value a mistake', () => {
    for (const name of methodNames) {
      expect(methods[name]([])).toEqual([]);
      expect(() => methods[name]([0.1, Number.NaN])).toThrow(RangeError);
      expect(() => methods[name]([-0.1])).toThrow(RangeError);
    }
    expect(() => adjustBonferroni([1.2])).toThrow(RangeError);
  });
});
