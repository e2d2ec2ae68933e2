import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaPriorByLikelihood } from '#core/stats/shrinkage/beta-prior-likelihood.ts';
import { betaPriorByMoments } from '#core/stats/shrinkage/beta-prior.ts';
import { expectedNormalMaximum } from '#core/stats/shrinkage/expected-normal-maximum.ts';
import { placedRisingSum, risingSum } from '#core/stats/shrinkage/rising-sum.ts';
import { shrunkenShares } from '#core/stats/shrinkage/shrunken-shares.ts';
import { bestOfCellsBias, winnersCurse } from '#core/stats/shrinkage/winners-curse.ts';
import { counts } from '../arm-arbitrary.ts';
import { plantedCells } from '../known-tables.ts';
import { expectClose, oracle, refusalOf, valueOf } from '../oracle.ts';
import { between } from '../even-arbitrary.ts';

interface PriorRow {
  events: number[];
  trials: number[];
  momentMean?: number;
  momentSize?: number;
  mean?: number;
  size?: number;
}
type ShrunkenRow = Record<
  'events' | 'trials' | 'mean' | 'size' | 'estimate' | 'low' | 'high',
  number
>;
const { priors, shrunken, curses, largest } = oracle<{
  priors: PriorRow[];
  shrunken: ShrunkenRow[];
  curses: { share: number; trials: number; cells: number; best: number }[];
  largest: { cells: number; expected: number }[];
}>('shrinkage/shares');

const cellsOf = ({ events, trials }: PriorRow) =>
  events.map((count, place) => counts(count, trials[place] ?? NaN));

/** The sample's POINT cells: long, mid and short dormancy within high, low and mid points. */
const pointCells = ['high', 'low', 'mid'].flatMap((points) =>
  ['long', 'mid', 'short'].map((dormancy) => {
    const cell = plantedCells.find(
      ({ arm, levels }) => arm === 'POINT' && levels[0] === dormancy && levels[1] === points,
    );
    return counts(cell?.events ?? NaN, 100);
  }),
);

describe('the prior of response shares', () => {
  it('has the moments of exact fractions', () => {
    let refused = 0;
    for (const row of priors) {
      const found = betaPriorByMoments(cellsOf(row));
      if (row.momentMean === undefined || row.momentSize === undefined) {
        refused += 1;
        expect(['no-visible-difference', 'too-much-spread']).toContain(refusalOf(found));
        continue;
      }
      expectClose(valueOf(found).meanShare, row.momentMean, 1e-14, row);
      expectClose(valueOf(found).priorSize, row.momentSize, 1e-9, row);
    }
    expect(priors.length - refused).toBeGreaterThan(40);
  });

  it('has the largest likelihood in 40 digits', () => {
    let refused = 0;
    for (const row of priors) {
      const found = betaPriorByLikelihood(cellsOf(row));
      if (row.mean === undefined || row.size === undefined) {
        refused += 1;
        expect(refusalOf(found)).toBe('no-visible-difference');
        continue;
      }
      expectClose(valueOf(found).meanShare, row.mean, 1e-9, row);
      expectClose(valueOf(found).priorSize, row.size, 1e-9, row);
    }
    expect(priors.length - refused).toBeGreaterThan(40);
  });

  it('of the sample’s POINT cells has mean 0.104444 and is worth 12.9934 customers', () => {
    const prior = valueOf(betaPriorByMoments(pointCells));
    expect(prior.meanShare).toBeCloseTo(0.104444, 6);
    expect(prior.priorSize).toBeCloseTo(12.9934, 4);
    const found = valueOf(shrunkenShares(pointCells, prior, 0.95));
    const published = [
      0.118211, 0.171312, 0.259812, 0.02086, 0.029711, 0.047411, 0.065111, 0.091661, 0.135911,
    ];
    for (const [place, expected] of published.entries()) {
      expect(found[place]?.estimate).toBeCloseTo(expected, 6);
    }
  });

  it('refuses cells without a spread of their own', () => {
    for (const prior of [betaPriorByMoments, betaPriorByLikelihood]) {
      expect(refusalOf(prior([counts(1, 2)]))).toBe('too-few-cells');
      expect(refusalOf(prior([counts(1, 2), counts(0, 0)]))).toBe('no-trials');
      expect(refusalOf(prior([counts(1, 2), counts(3, 2)]))).toBe('invalid-counts');
      expect(refusalOf(prior([counts(0, 20), counts(0, 30)]))).toBe('no-variation');
      expect(refusalOf(prior([counts(10, 100), counts(11, 100)]))).toBe('no-visible-difference');
    }
    const extreme = [counts(0, 100), counts(100, 100)];
    expect(refusalOf(betaPriorByMoments(extreme))).toBe('too-much-spread');
    expect(refusalOf(betaPriorByLikelihood(extreme))).toBe('all-or-nothing');
  });

  it('stays the same when response and no response are swapped', () => {
    const someCells = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 3000 }), between(0, 1))
        .map(([trials, share]) => counts(Math.round(share * trials), trials)),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(someCells, (cells) => {
        const there = betaPriorByLikelihood(cells);
        const back = betaPriorByLikelihood(
          cells.map(({ events, trials }) => counts(trials - events, trials)),
        );
        expect(back.ok).toBe(there.ok);
        if (!there.ok || !back.ok) return;
        expectClose(1 - back.value.meanShare, there.value.meanShare, 1e-8, cells);
        expectClose(back.value.priorSize, there.value.priorSize, 1e-6, cells);
      }),
    );
  });
});

describe('the sums behind the likelihood', () => {
  it('are those of adding every term', () => {
    for (const start of [1e-6, 0.01, 0.5, 1]) {
      for (const step of [0, 1e-14, 1e-9, 1e-5, 0.003, 0.5, 20, 1e4]) {
        for (const count of [0, 1, 5, 64, 65, 100, 3000]) {
          let [plain, placed] = [0, 0];
          for (let place = count - 1; place >= 0; place -= 1) {
            plain += 1 / (start + step * place);
            placed += place / (start + step * place);
          }
          const about = { start, step, count };
          expectClose(risingSum(start, step, count), plain, 2e-13, about);
          expectClose(placedRisingSum(start, step, count), placed, 2e-12, about);
        }
      }
    }
  });
});

describe('the shrunken shares', () => {
  it('have the beta quantiles of SciPy', () => {
    expect(shrunken.length).toBeGreaterThan(100);
    for (const row of shrunken) {
      const prior = { meanShare: row.mean, priorSize: row.size };
      const [found] = valueOf(shrunkenShares([counts(row.events, row.trials)], prior, 0.95));
      expectClose(found?.estimate ?? NaN, row.estimate, 1e-13, row);
      expectClose(found?.interval.low ?? NaN, row.low, 1e-9, row, 1e-300);
      expectClose(found?.interval.high ?? NaN, row.high, 1e-9, row);
    }
  });

  it('are the prior itself in a cell without customers', () => {
    const prior = { meanShare: 0.3, priorSize: 8 };
    const [found] = valueOf(shrunkenShares([counts(0, 0)], prior, 0.9));
    expect(found?.estimate).toBeCloseTo(0.3, 14);
    expect(found?.borrowedShare).toBe(1);
  });

  it('refuse what is no prior', () => {
    const cells = [counts(1, 2)];
    const refused = (meanShare: number, priorSize: number) =>
      refusalOf(shrunkenShares(cells, { meanShare, priorSize }, 0.95));
    expect(refused(0, 5)).toBe('invalid-prior');
    expect(refused(0.5, 0)).toBe('invalid-prior');
    expect(refused(NaN, 5)).toBe('invalid-prior');
    const prior = { meanShare: 0.5, priorSize: 5 };
    expect(refusalOf(shrunkenShares(cells, prior, 1))).toBe('invalid-confidence');
    expect(refusalOf(shrunkenShares([counts(3, 2)], prior, 0.9))).toBe('invalid-counts');
  });
});

describe('the winner’s curse', () => {
  it('is that of all outcomes enumerated in 40 digits', () => {
    for (const row of curses) {
      const found = valueOf(winnersCurse(row.share, row.trials, row.cells));
      expectClose(found.expectedBestShare, row.best, 1e-12, row);
    }
  });

  it('makes the best of 3, 9 and 27 cells look 1.29, 1.53 and 1.73 times as good (8% of 100)', () => {
    const inflation = (cells: number) => valueOf(winnersCurse(0.08, 100, cells)).inflation;
    expect(inflation(3)).toBeCloseTo(1.29, 2);
    expect(inflation(9)).toBeCloseTo(1.53, 2);
    expect(inflation(27)).toBeCloseTo(1.73, 2);
    expectClose(inflation(1), 1, 1e-12, 'one cell');
  });

  it('of normal effects is the expected largest of so many', () => {
    for (const row of largest) {
      expectClose(expectedNormalMaximum(row.cells), row.expected, 1e-13, row, 1e-3);
      expectClose(valueOf(bestOfCellsBias(2, row.cells)), 2 * row.expected, 1e-13, row, 1e-3);
    }
    expect(() => expectedNormalMaximum(0)).toThrow(RangeError);
  });

  it('of many customers is that of normal effects', () => {
    const found = valueOf(winnersCurse(0.5, 1_000_000, 9));
    const bias = valueOf(bestOfCellsBias(0.0005, 9));
    expectClose(found.expectedBestShare - 0.5, bias, 1e-3, found);
  });

  it('refuses what cannot be', () => {
    expect(refusalOf(winnersCurse(0, 100, 3))).toBe('invalid-baseline');
    expect(refusalOf(winnersCurse(0.5, 1.5, 3))).toBe('invalid-size');
    expect(refusalOf(winnersCurse(0.5, 100, 0))).toBe('too-few-cells');
    expect(refusalOf(bestOfCellsBias(0, 3))).toBe('invalid-standard-deviation');
    expect(refusalOf(bestOfCellsBias(1, 0.5))).toBe('too-few-cells');
  });
});
