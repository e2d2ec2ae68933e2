import { describe, expect, it } from 'vitest';
import { cellCount, cellName, levelsOfCell } from '#core/design/cell-name.ts';
import { deckDesign } from './deck-design.ts';

const { attributes } = deckDesign;

describe('the name of a cell', () => {
  it('joins the level names in the order of the attributes', () => {
    expect(Array.from({ length: 9 }, (_, cell) => cellName(attributes, cell))).toEqual([
      'short×low', 'short×mid', 'short×high',
      'mid×low', 'mid×mid', 'mid×high',
      'long×low', 'long×mid', 'long×high',
    ]); // prettier-ignore
  });

  it('counts the first attribute slowest', () => {
    expect(levelsOfCell(attributes, 5)).toEqual([1, 2]);
  });

  it('is one of as many as the levels multiply to', () => {
    expect(cellCount(attributes)).toBe(9);
    expect(cellCount([])).toBe(1);
  });

  it('is empty for the only cell of a design without attributes', () => {
    expect(cellName([], 0)).toBe('');
  });
});
