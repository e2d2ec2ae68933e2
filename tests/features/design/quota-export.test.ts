import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { quotaExport } from '#features/design/quota-export.ts';
import { quotaLayers, type QuotaMeasure } from '#features/design/quota-view.svelte.ts';
import {
  deckDesign,
  deckPopulationInBandingOrder as population,
} from '../../core/design/deck-design.ts';

const exported = (
  design: Design,
  numbers: readonly number[],
  measure: QuotaMeasure,
  across?: readonly number[],
) => {
  const counts = numbers.map(() => design.arms.map((_, arm) => 100 + arm));
  const places = across ?? (design.attributes.length > 1 ? [design.attributes.length - 1] : []);
  return quotaExport(design, quotaLayers(design, { population: numbers, counts }, places, measure));
};

describe('the quota table to take along', () => {
  it('is the deck’s table with its margins', () => {
    const table = exported(deckDesign, population, 'population');
    expect(table.rows).toEqual([
      ['Dormancy', 'Points high', 'Points mid', 'Points low', '계'],
      ['long', 501, 790, 3211, 4502],
      ['mid', 445, 892, 3612, 4949],
      ['short', 562, 1009, 2690, 4261],
      ['계', 1508, 2691, 9513, 13_712],
    ]);
    expect([table.headerRows, table.headerColumns]).toEqual([1, 1]);
  });

  it('has every row twice with the sample, and all rows equally wide', () => {
    const table = exported(deckDesign, population, 'sample');
    const each = deckDesign.arms.reduce((sum, _, arm) => sum + 100 + arm, 0);
    expect(table.rows[2]).toEqual(['long', '표본', each, each, each, 3 * each]);
    expect(table.rows.at(-1)).toEqual(['계', '표본', 3 * each, 3 * each, 3 * each, 9 * each]);
    expect(new Set(table.rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  it('is a column for one attribute and a single number for none', () => {
    const one = { ...deckDesign, attributes: deckDesign.attributes.slice(0, 1) };
    expect(exported(one, [1, 2, 3], 'population').rows).toEqual([
      ['Dormancy', '계'],
      ['long', 3],
      ['mid', 2],
      ['short', 1],
      ['계', 6],
    ]);
    const none = exported({ ...deckDesign, attributes: [] }, [9], 'population');
    expect(new Set(none.rows.map((row) => row.length)).size).toBe(1);
  });

  it('has a row of headers for each attribute across, and a row of numbers for each arm', () => {
    const table = exported(deckDesign, population, 'arms', [0, 1]);
    expect(table.headerRows).toBe(2);
    expect(table.rows[0]?.slice(0, 4)).toEqual(['', '', 'Dormancy long', 'Dormancy long']);
    expect(table.rows[1]?.slice(0, 4)).toEqual(['', '', 'Points high', 'Points mid']);
    const names = deckDesign.arms.map(({ name }) => name);
    expect(table.rows.slice(2, 4 + names.length).map((row) => row[1])).toEqual(['고객 수', '표본', ...names]); // prettier-ignore
    expect(table.rows[4]?.slice(2, 5)).toEqual([100, 100, 100]);
    expect(table.rows[4]?.at(-1)).toBe(900);
    expect(new Set(table.rows.map((row) => row.length))).toEqual(new Set([12]));
  });
});
