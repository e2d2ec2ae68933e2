import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustBenjaminiHochberg,
  adjustBonferroni,
  adjustHolm,
} from '#core/stats/multiplicity/adjusted-p-values.ts';
import { expectClose, oracle } from '../oracle.ts';

interface Family {
  p: number[];
  holm: number[];
  bonferroni: number[];
  bh: number[];
}
const { families } = oracle<{ families: Family[] }>('multiplicity/families');
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });

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

  it('are the published ones of Holm and of Benjamini and Hochberg', () => {
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

  it('of an empty family are none, and of no p-value a mistake', () => {
    expect(adjustHolm([])).toEqual([]);
    expect(() => adjustHolm([0.1, Number.NaN])).toThrow(RangeError);
    expect(() => adjustBonferroni([1.2])).toThrow(RangeError);
  });
});
