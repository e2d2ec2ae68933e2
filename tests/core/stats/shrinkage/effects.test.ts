import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betweenVariance,
  betweenVarianceInterval,
  type BetweenMethod,
} from '#core/stats/shrinkage/between-cells.ts';
import type { CellEffect } from '#core/stats/shrinkage/cell-effect.ts';
import { intervalFromPValue } from '#core/stats/shrinkage/interval-from-p-value.ts';
import { pooledEffect } from '#core/stats/shrinkage/random-effects.ts';
import { morrisEffects, shrunkenEffects } from '#core/stats/shrinkage/shrunken-effects.ts';
import { normalTwoSided } from '#core/stats/distributions/normal-distribution.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

type Pooled = Record<'mean' | 'se' | 'p' | 'low' | 'high' | 'predictLow' | 'predictHigh', number>;
interface MetaRow {
  y: number[];
  s: number[];
  tau2: Record<'REML' | 'PM' | 'DL' | 'HE', number>;
  tauLow: number;
  tauHigh: number;
  z: Pooled;
  knha: Pooled;
  Q: number;
  QP: number;
  I2: number;
  H2: number;
  blup?: Record<'estimate' | 'se' | 'low' | 'high', number[]>;
  morris?: Record<'borrowed' | 'estimate' | 'se', number[]>;
}
interface Published {
  estimate: number;
  p: number;
  confidence: number;
  standardError: number;
  low: number;
  high: number;
}
const { table } = oracle<{ table: MetaRow[] }>('shrinkage/meta-analysis');
const { published } = oracle<{ published: Published[] }>('shrinkage/shares');

const effectsOf = ({ y, s }: MetaRow): CellEffect[] =>
  y.map((estimate, place) => ({ estimate, standardError: s[place] ?? NaN }));
const smallestSquare = ({ s }: MetaRow): number => Math.min(...s) ** 2;

const someEffects = fc.array(
  fc.record({
    estimate: between(-10, 10),
    standardError: between(0.05, 5),
  }),
  { minLength: 4, maxLength: 12 },
);

describe('the variance between cells', () => {
  it('is that of metafor by all four ways', () => {
    expect(table.length).toBe(51);
    const methods: [BetweenMethod, keyof MetaRow['tau2']][] = [
      ['reml', 'REML'],
      ['paule-mandel', 'PM'],
      ['dersimonian-laird', 'DL'],
      ['hedges', 'HE'],
    ];
    for (const row of table) {
      for (const [method, name] of methods) {
        const found = valueOf(betweenVariance(effectsOf(row), method));
        // Next to 0 only the size beside a standard error counts.
        expectClose(found, row.tau2[name], 1e-9, { row, method }, 1e-3 * smallestSquare(row));
      }
    }
  });

  it('has the Q-profile interval of metafor', () => {
    for (const row of table) {
      const found = valueOf(betweenVarianceInterval(effectsOf(row), 0.95));
      expectClose(found.low, row.tauLow, 1e-9, row, smallestSquare(row));
      expectClose(found.high, row.tauHigh, 1e-9, row, smallestSquare(row));
    }
  });

  it('is the published 0.313 (REML) and 0.309 (DerSimonian-Laird) for the BCG trials', () => {
    const [row] = table;
    if (!row) throw new Error('No BCG trials');
    expect(valueOf(betweenVariance(effectsOf(row)))).toBeCloseTo(0.3132, 4);
    expect(valueOf(betweenVariance(effectsOf(row), 'dersimonian-laird'))).toBeCloseTo(0.3088, 4);
  });

  it('grows with the square of the unit and does not mind where zero is', () => {
    fc.assert(
      fc.property(
        someEffects,
        fc.constantFrom<BetweenMethod[]>('reml', 'paule-mandel', 'hedges'),
        (effects, method) => {
          const here = valueOf(betweenVariance(effects, method));
          const there = valueOf(
            betweenVariance(
              effects.map(({ estimate, standardError }) => ({
                estimate: 8 * estimate + 16,
                standardError: 8 * standardError,
              })),
              method,
            ),
          );
          expectClose(there, 64 * here, 1e-7, effects, 1e-3);
        },
      ),
    );
  });

  it('refuses what has no common scale', () => {
    const cell = { estimate: 1, standardError: 1 };
    const refused = (...effects: CellEffect[]) => refusalOf(betweenVariance(effects));
    expect(refused(cell)).toBe('too-few-cells');
    expect(refused(cell, { estimate: 1, standardError: 0 })).toBe('invalid-effect');
    expect(refused(cell, { estimate: NaN, standardError: 1 })).toBe('invalid-effect');
    expect(refused(cell, { estimate: 1, standardError: 1e7 })).toBe('invalid-effect');
    expect(refused(cell, { estimate: 1e12, standardError: 1 })).toBe('invalid-effect');
    expect(refusalOf(betweenVarianceInterval([cell, cell], 0))).toBe('invalid-confidence');
  });
});

describe('the pooled effect', () => {
  it('is that of metafor, with the normal and with Knapp and Hartung', () => {
    for (const row of table) {
      for (const [name, knappHartung] of [
        ['z', false],
        ['knha', true],
      ] as const) {
        const found = valueOf(pooledEffect(effectsOf(row), { knappHartung }));
        const expected = row[name];
        const scale = expected.se;
        expectClose(found.mean, expected.mean, 1e-9, row, scale);
        expectClose(found.standardError, expected.se, 1e-9, row);
        expectClose(found.interval.low, expected.low, 1e-9, row, scale);
        expectClose(found.interval.high, expected.high, 1e-9, row, scale);
        expectClose(found.predictionInterval.low, expected.predictLow, 1e-9, row, scale);
        expectClose(found.predictionInterval.high, expected.predictHigh, 1e-9, row, scale);
        expectClose(found.pValue, expected.p, 1e-9, row, 1e-12);
        expectClose(found.heterogeneity.statistic, row.Q, 1e-9, row, 1e-6);
        expectClose(found.heterogeneity.pValue, row.QP, 1e-9, row);
        expectClose(found.realShare, row.I2, 1e-9, row, 1e-3);
        expectClose(found.timesChance, row.H2, 1e-9, row);
      }
    }
  });

  it('is the inverse-variance mean when the cells do not differ', () => {
    const effects = [
      { estimate: 1, standardError: 1 },
      { estimate: 1.2, standardError: 2 },
    ];
    const found = valueOf(pooledEffect(effects, { knappHartung: false }));
    expectClose(found.mean, (1 + 1.2 / 4) / 1.25, 1e-14, effects);
    expect(found.betweenVariance).toBe(0);
    expect(found.predictionInterval).toEqual(found.interval);
  });

  it('refuses equal estimates only where their standard error would be 0', () => {
    const same = [1, 2, 3].map((standardError) => ({ estimate: 0.5, standardError }));
    expect(refusalOf(pooledEffect(same))).toBe('no-variation');
    expect(valueOf(pooledEffect(same, { knappHartung: false })).mean).toBe(0.5);
    expect(refusalOf(pooledEffect(same, { confidenceShare: 2 }))).toBe('invalid-confidence');
    expect(refusalOf(pooledEffect([]))).toBe('too-few-cells');
  });
});

describe('the shrunken effects', () => {
  it('are the best linear unbiased predictions of metafor', () => {
    let compared = 0;
    for (const row of table) {
      if (!row.blup) continue;
      const { cells } = valueOf(shrunkenEffects(effectsOf(row)));
      for (const [place, cell] of cells.entries()) {
        compared += 1;
        const scale = row.s[place];
        expectClose(cell.estimate, row.blup.estimate[place] ?? NaN, 1e-9, row, scale);
        expectClose(cell.standardError, row.blup.se[place] ?? NaN, 1e-9, row);
        expectClose(cell.interval.low, row.blup.low[place] ?? NaN, 1e-9, row, scale);
        expectClose(cell.interval.high, row.blup.high[place] ?? NaN, 1e-9, row, scale);
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it('have the corrected intervals of Morris', () => {
    let compared = 0;
    for (const row of table) {
      if (!row.morris) continue;
      const { cells } = valueOf(morrisEffects(effectsOf(row)));
      for (const [place, cell] of cells.entries()) {
        compared += 1;
        expectClose(cell.estimate, row.morris.estimate[place] ?? NaN, 1e-9, row, row.s[place]);
        expectClose(cell.standardError, row.morris.se[place] ?? NaN, 1e-9, row);
        expectClose(cell.borrowedShare, row.morris.borrowed[place] ?? NaN, 1e-9, row);
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  it('lie between the cell and the mean, the weaker the cell the nearer to the mean', () => {
    fc.assert(
      fc.property(someEffects, (effects) => {
        for (const shrink of [shrunkenEffects, morrisEffects]) {
          const found = shrink(effects);
          if (!found.ok) {
            expect(found.problem.code).toBe('no-visible-difference');
            continue;
          }
          const { mean, cells } = found.value;
          for (const [place, cell] of cells.entries()) {
            const raw = effects[place]?.estimate ?? NaN;
            expect(cell.estimate).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-12);
            expect(cell.estimate).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-12);
            for (const [other, { borrowedShare }] of cells.entries()) {
              const weaker =
                (effects[other]?.standardError ?? NaN) > (effects[place]?.standardError ?? NaN);
              // Two cells as weak as each other may differ in the last digit.
              if (weaker) expect(borrowedShare).toBeGreaterThan(cell.borrowedShare - 1e-12);
            }
          }
        }
      }),
    );
  });

  it('refuse cells that nothing tells apart', () => {
    const alike = [1, 1.1, 0.9, 1.05].map((estimate) => ({ estimate, standardError: 1 }));
    expect(refusalOf(shrunkenEffects(alike))).toBe('no-visible-difference');
    expect(refusalOf(morrisEffects(alike))).toBe('no-visible-difference');
    expect(refusalOf(morrisEffects(alike.slice(0, 3)))).toBe('too-few-cells');
    expect(refusalOf(morrisEffects(alike, { confidenceShare: 1 }))).toBe('invalid-confidence');
    expect(refusalOf(shrunkenEffects(alike, { confidenceShare: 1 }))).toBe('invalid-confidence');
  });
});

describe('an interval from a p-value', () => {
  it('G46: an effect of 0.1 with p 0.05 lies between 0 and 0.2', () => {
    const { interval } = valueOf(intervalFromPValue(0.1, 0.05, 0.95));
    expect(interval.low).toBeCloseTo(0, 14);
    expect(interval.high).toBeCloseTo(0.2, 14);
  });

  it('is that of 40 digits', () => {
    for (const row of published) {
      const found = valueOf(intervalFromPValue(row.estimate, row.p, row.confidence));
      expectClose(found.standardError, row.standardError, 1e-12, row);
      expectClose(found.interval.low, row.low, 1e-12, row, Math.abs(row.estimate));
      expectClose(found.interval.high, row.high, 1e-12, row, Math.abs(row.estimate));
    }
  });

  it('gives the p-value back', () => {
    fc.assert(
      fc.property(between(1e-12, 0.99), (pValue) => {
        const { standardError } = valueOf(intervalFromPValue(-3, pValue, 0.95));
        expectClose(normalTwoSided(-3 / standardError), pValue, 1e-12, pValue);
      }),
    );
  });

  it('refuses what tells nothing', () => {
    expect(refusalOf(intervalFromPValue(0, 0.05, 0.95))).toBe('invalid-effect');
    expect(refusalOf(intervalFromPValue(NaN, 0.05, 0.95))).toBe('invalid-effect');
    expect(refusalOf(intervalFromPValue(1, 0, 0.95))).toBe('invalid-p-value');
    expect(refusalOf(intervalFromPValue(1, 1, 0.95))).toBe('invalid-p-value');
    expect(refusalOf(intervalFromPValue(1, 0.05, 1))).toBe('invalid-confidence');
  });
});
