import { describe, expect, it } from 'vitest';
import { quotaExport } from '#features/design/quota-export.ts';
import {
  deckDesign,
  deckPopulationInBandingOrder as population,
} from '../../core/design/deck-design.ts';

describe('the quota table to take along', () => {
  it('is the deck’s table with its margins', () => {
    const table = quotaExport(deckDesign, population, null);
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
    const table = quotaExport(deckDesign, population, population.map(() => 400)); // prettier-ignore
    expect(table.rows[2]).toEqual(['long', '표본', 400, 400, 400, 1200]);
    expect(table.rows.at(-1)).toEqual(['계', '표본', 1200, 1200, 1200, 3600]);
    expect(new Set(table.rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  it('is a column for one attribute and a single number for none', () => {
    const one = { ...deckDesign, attributes: deckDesign.attributes.slice(0, 1) };
    expect(quotaExport(one, [1, 2, 3], null).rows).toEqual([
      ['Dormancy', '계'],
      ['long', 3],
      ['mid', 2],
      ['short', 1],
      ['계', 6],
    ]);
    const none = quotaExport({ ...deckDesign, attributes: [] }, [9], null);
    expect(new Set(none.rows.map((row) => row.length)).size).toBe(1);
  });
});
