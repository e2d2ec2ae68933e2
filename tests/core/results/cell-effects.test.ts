import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairByStratum } from '#core/results/arm-totals.ts';
import { readCellEffects } from '#core/results/cell-effects.ts';
import { effectOnEligible } from '#core/results/eligible-effect.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../stats/oracle.ts';
import { plantedArms, plantedByCells, plantedByColumns } from './planted-experiment.ts';

interface Forest {
  name: string;
  treatment: number[];
  nt: number[];
  control: number[];
  nc: number[];
  se: number[];
  spread: number;
  spreadLow: number;
  spreadHigh: number;
  shrunken?: { estimate: number[]; se: number[]; borrowed: number[] };
}

const { forests, eligible } = oracle<{
  forests: Forest[];
  eligible: { arm: string; difference: number; se: number }[];
}>('results/everywhere');

const pairsOf = ({ treatment, nt, control, nc }: Forest) =>
  treatment.map((events, place) => ({
    treatment: { events, trials: nt[place] ?? 0 },
    control: { events: control[place] ?? 0, trials: nc[place] ?? 0 },
  }));

/** What must be there. */
function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Missing.');
  return value;
}

describe('the effect in every cell', () => {
  it.each(forests.map((forest) => [forest.name, forest] as const))(
    'is raw and shrunken as in R: %s',
    (_, forest) => {
      const { cells, spread } = readCellEffects(pairsOf(forest), 0.95);
      const found = valueOf(spread);
      expectClose(found.spread, forest.spread, 1e-9, 'spread');
      // R's own root search of the Q profile stops at about 1e-9 of the variance.
      expectClose(found.interval.low, forest.spreadLow, 1e-7, 'low');
      expectClose(found.interval.high, forest.spreadHigh, 1e-7, 'high');
      for (const [place, { raw, shrunken }] of cells.entries()) {
        const { treatment, nt, control, nc } = forest;
        const difference =
          (treatment[place] ?? NaN) / (nt[place] ?? NaN) -
          (control[place] ?? NaN) / (nc[place] ?? NaN);
        expectClose(valueOf(raw).difference, difference, 1e-12, place, 1);
        if (!forest.shrunken) {
          expect(refusalOf(shrunken)).toBe('no-visible-difference');
          continue;
        }
        const { estimate, standardError, borrowedShare, worthOfCells } = valueOf(shrunken);
        expectClose(estimate, forest.shrunken.estimate[place] ?? NaN, 1e-9, place);
        expectClose(standardError, forest.shrunken.se[place] ?? NaN, 1e-9, place);
        expectClose(borrowedShare, forest.shrunken.borrowed[place] ?? NaN, 1e-9, place);
        const worth = ((forest.se[place] ?? NaN) / (forest.shrunken.se[place] ?? NaN)) ** 2;
        expectClose(worthOfCells, worth, 1e-9, place);
      }
    },
  );

  it('is Morris’ with four cells and more, and the plain prediction with fewer', () => {
    const methods = forests.map((forest) => {
      return valueOf(readCellEffects(pairsOf(forest), 0.95).spread).method;
    });
    expect(methods).toEqual(['morris', 'morris', 'morris', 'blup', 'morris', 'morris']);
  });

  it('marks cells with fewer than ten responses', () => {
    const pairs = pairByStratum(plantedByColumns, plantedArms.indexOf('POINT'), 0);
    const few = readCellEffects(pairs, 0.95).cells.map(({ isTooFew }) => isTooFew);
    expect(few).toEqual([false, true, true, false, false, true, false, false, true]);
  });

  it('leaves out a cell without customers in an arm, and says so', () => {
    const whole = pairByStratum(plantedByColumns, 3, 0);
    const holed = [...whole, { ...given(whole[0]), control: { events: 0, trials: 0 } }];
    const [without, within] = [readCellEffects(whole, 0.95), readCellEffects(holed, 0.95)];
    expect(within.cells.slice(0, 9)).toEqual(without.cells);
    expect(refusalOf(given(within.cells[9]).raw)).toBe('no-trials');
    expect(refusalOf(given(within.cells[9]).shrunken)).toBe('no-trials');
  });

  it('cannot be shrunken from a single cell', () => {
    const { cells, spread } = readCellEffects(
      pairByStratum(plantedByColumns, 3, 0).slice(0, 1),
      0.95,
    );
    expect(refusalOf(spread)).toBe('too-few-cells');
    expect(refusalOf(given(cells[0]).shrunken)).toBe('too-few-cells');
    expect(given(cells[0]).raw.ok).toBe(true);
  });

  it('lies between the cell itself and the mean of all, whatever the counts', () => {
    const arm = fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, share]) => ({ trials, events: Math.round(trials * share) }));
    const pairs = fc.array(fc.record({ treatment: arm, control: arm }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(pairs, (drawn) => {
        for (const { shrunken } of readCellEffects(drawn, 0.9).cells) {
          if (!shrunken.ok) {
            expect(shrunken.problem.code).toBe('no-visible-difference');
            continue;
          }
          const { estimate, interval, borrowedShare } = shrunken.value;
          expect(borrowedShare).toBeGreaterThanOrEqual(0);
          expect(borrowedShare).toBeLessThanOrEqual(1);
          expect(Math.abs(estimate)).toBeLessThanOrEqual(1);
          expect(interval.low).toBeLessThan(interval.high);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the effect on all eligible customers', () => {
  it.each(eligible.map((row) => [row.arm, row] as const))('weights %s by the list', (arm, row) => {
    const place = plantedArms.indexOf(arm);
    const found = valueOf(given(effectOnEligible(plantedByCells, place, 0, 0.95)));
    expectClose(found.difference, row.difference, 1e-9, arm);
    expectClose(found.standardError, row.se, 1e-9, arm);
  });

  it('is not asked where the customers of the cells are not known', () => {
    const { strata } = plantedByColumns;
    const unknown = {
      ...plantedByColumns,
      strata: strata.map((s) => ({ ...s, population: null })),
    };
    expect(effectOnEligible(unknown, 3, 0, 0.95)).toBeNull();
  });

  it('is refused where a cell has lost customers since', () => {
    const [first, ...others] = plantedByCells.strata;
    const fewer = { ...plantedByCells, strata: [{ ...given(first), population: 99 }, ...others] };
    expect(refusalOf(given(effectOnEligible(fewer, 3, 0, 0.95)))).toBe('invalid-population');
  });
});
