import { describe, expect, it } from 'vitest';
import { readLevelEffects } from '#core/results/level-effects.ts';
import { mantelHaenszelDifference } from '#core/stats/stratified/stratified.ts';
import { expectClose, refusalOf, valueOf } from '../stats/oracle.ts';
import {
  armTotals,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedByColumns,
} from './planted-experiment.ts';

/** The sample's effects in points, from its planted counts: every cell holds 100 of each arm. */
const points: readonly (readonly [string, readonly [number, number, number]])[] = [
  ['high', [12 / 300, 13 / 300, 48 / 300]],
  ['mid', [19 / 300, 10 / 300, 20 / 300]],
  ['low', [20 / 300, 6 / 300, 1 / 300]],
];

describe('what every carrot did at every level', () => {
  it.each(points)('is the difference within the other strata: points %s', (level, expected) => {
    const [, attribute] = readLevelEffects(plantedByColumns, columnsPlan);
    const found = attribute?.levels.find((each) => each.level === level);
    expect(found?.effects.map(({ arm }) => arm)).toEqual(['COUPON', 'GIFT', 'POINT']);
    for (const [place, { difference }] of (found?.effects ?? []).entries()) {
      expectClose(valueOf(difference).difference, expected[place] ?? NaN, 1e-12, level);
    }
  });

  it('carries the interval of the Mantel-Haenszel difference', () => {
    const [dormancy] = readLevelEffects(plantedByColumns, columnsPlan);
    const long = [
      [12, 2],
      [6, 2],
      [1, 1],
    ].map(([given = 0, kept = 0]) => ({
      treatment: { events: given, trials: 100 },
      control: { events: kept, trials: 100 },
    }));
    const found = dormancy?.levels[0]?.effects[2];
    expect(found && valueOf(found.difference)).toEqual(valueOf(mantelHaenszelDifference(long)));
  });

  it('marks too few responses, and says why there is none', () => {
    const totals = {
      ...flatTotals([
        ['CONTROL', 100, 0],
        ['A', 100, 0],
      ]),
      strata: [
        { key: ['none'], totals: [armTotals(100, 0), armTotals(100, 0)], population: null },
        { key: ['some'], totals: [armTotals(100, 4), armTotals(100, 6)], population: null },
        { key: ['gone'], totals: [armTotals(0, 0), armTotals(100, 6)], population: null },
      ],
    };
    const plan = { ...columnsPlan, strata: { kind: 'columns', columns: ['level'] } } as const;
    const [attribute] = readLevelEffects(totals, plan);
    const [none, some, gone] = (attribute?.levels ?? []).map(({ effects }) => effects[0]);
    expect(none && refusalOf(none.difference)).toBe('no-variation');
    expect(gone && refusalOf(gone.difference)).toBe('no-informative-strata');
    expect([none?.isTooFew, some?.isTooFew, gone?.isTooFew]).toEqual([true, false, true]);
  });

  it('is empty without strata', () => {
    expect(
      readLevelEffects(
        flatTotals([
          ['CONTROL', 9, 1],
          ['A', 9, 2],
        ]),
        flatPlan,
      ),
    ).toEqual([]);
  });
});
