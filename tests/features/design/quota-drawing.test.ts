import { describe, expect, it } from 'vitest';
import { quotaTable } from '#core/design/quota-table.ts';
import { drawQuota } from '#features/design/quota-drawing.ts';
import {
  deckDesign,
  deckPopulationInBandingOrder as population,
} from '../../core/design/deck-design.ts';

function drawn(across?: readonly number[]) {
  const table = quotaTable(deckDesign, population, across);
  return drawQuota({
    table,
    cellLines: (row, place) => {
      const line = row === null ? table : table.rows[row];
      const cell = row === null ? table.columns[place ?? -1]?.total : table.rows[row]?.cells[place ?? -1]?.population; // prettier-ignore
      return [String(place === null ? line?.total : cell), '400'];
    },
    range: () => '',
    total: 'Total',
    all: 'All',
    measure: (text) => 8 * text.length,
  });
}

describe('the quota table as a drawing', () => {
  it('has every number of the table and its margins, and shades the cells by their customers', () => {
    const { texts, shades, width, height } = drawn();
    const numbers = texts.filter(({ role }) => role === 'number').map(({ text }) => Number(text));
    expect(numbers).toEqual([
      501, 790, 3211, 4502, 445, 892, 3612, 4949, 562, 1009, 2690, 4261, 1508, 2691, 9513, 13712,
    ]);
    expect(shades.map(({ share }) => Math.round(share * 3612))).toEqual([501, 790, 3211, 445, 892, 3612, 562, 1009, 2690]); // prettier-ignore
    for (const { x, y, anchor, text } of texts) {
      const left = anchor === 'end' ? x - 8 * text.length : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThan(height);
    }
  });

  it('keeps texts of a line apart, nested headers too', () => {
    for (const across of [undefined, [0, 1], []]) {
      const { texts } = drawn(across);
      const boxes = texts.map(({ text, x, y, anchor }) => {
        const size = 8 * text.length;
        const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2;
        return { text, y, left, right: left + size };
      });
      for (const [place, one] of boxes.entries())
        for (const other of boxes.slice(place + 1))
          if (one.y === other.y)
            expect(one.right <= other.left || other.right <= one.left, `${one.text} | ${other.text}`).toBe(true); // prettier-ignore
    }
  });
});
