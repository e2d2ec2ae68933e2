import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfNormalPlot, lenthMethod } from '#core/stats/models/lenth.ts';
import { yatesContrasts } from '#core/stats/models/factorial-effects.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';

const { lenth } = oracle<{
  lenth: {
    effects: number[];
    confidence: number;
    pse: number;
    me: number;
    sme: number;
    p: number[];
    quantiles: number[];
    sizes: number[];
  }[];
}>('models/factorial');

/** Filtration rates of a 2^4 experiment. Source: Montgomery, Design and Analysis of Experiments, example 6.2. */
const filtrationRates = [45, 71, 48, 65, 68, 60, 80, 65, 43, 100, 45, 104, 75, 86, 70, 96];

describe("Lenth's method", () => {
  it('is his formulas, evaluated by R', () => {
    for (const row of lenth) {
      const found = valueOf(lenthMethod(row.effects, { confidenceShare: row.confidence }));
      expectClose(found.pseudoStandardError, row.pse, 1e-12, row);
      expectClose(found.marginOfError, row.me, 1e-9, row);
      expectClose(found.simultaneousMargin, row.sme, 1e-9, row);
      found.effects.forEach(({ pValue }, place) =>
        expectClose(pValue, row.p[place] ?? NaN, 1e-9, row),
      );
    }
  });

  it("has Montgomery's published margins for the filtration rates: 2.625, 6.748 and 13.699", () => {
    const effects = yatesContrasts(filtrationRates)
      .slice(1)
      .map((contrast) => contrast / 8);
    expect(effects.slice(0, 3)).toEqual([21.625, 3.125, 0.125]);
    const found = valueOf(lenthMethod(effects));
    expect(found.pseudoStandardError).toBe(2.625);
    expect(found.marginOfError).toBeCloseTo(6.747777, 6);
    expect(found.simultaneousMargin).toBeCloseTo(13.69896, 5);
    expect(found.effects.filter(({ ratio }) => Math.abs(ratio) * 2.625 > 13.69896).length).toBe(4);
  });

  it('does not care for the unit or the signs of the effects', () => {
    const some = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 3, maxLength: 31 });
    fc.assert(
      fc.property(some, (effects) => {
        const there = lenthMethod(effects);
        const back = lenthMethod(effects.map((effect) => -4 * effect));
        if (!there.ok) {
          expect(refusalOf(back)).toBe('no-variation');
          return;
        }
        const { marginOfError, simultaneousMargin } = valueOf(back);
        expectClose(marginOfError, 4 * there.value.marginOfError, 1e-12, effects);
        expectClose(simultaneousMargin, 4 * there.value.simultaneousMargin, 1e-12, effects);
        expect(simultaneousMargin).toBeGreaterThan(marginOfError);
      }),
    );
  });

  it('refuses two effects, effects that are none, and effects that are mostly 0', () => {
    expect(refusalOf(lenthMethod([1, 2]))).toBe('too-few-effects');
    expect(refusalOf(lenthMethod([1, 2, NaN]))).toBe('invalid-effects');
    expect(refusalOf(lenthMethod([0, 0, 0, 5]))).toBe('no-variation');
    expect(refusalOf(lenthMethod([1, 2, 3], { confidenceShare: 1 }))).toBe('invalid-confidence');
  });
});

describe('the half-normal plot', () => {
  it('sets the sizes against half-normal quantiles', () => {
    for (const row of lenth) {
      const points = valueOf(halfNormalPlot(row.effects));
      points.forEach(({ size, quantile, place }, rank) => {
        expectClose(quantile, row.quantiles[rank] ?? NaN, 1e-12, row);
        expectClose(size, row.sizes[rank] ?? NaN, 1e-12, row);
        expect(size).toBe(Math.abs(row.effects[place] ?? NaN));
      });
    }
    expect(refusalOf(halfNormalPlot([1]))).toBe('too-few-effects');
  });
});
