import { describe, expect, it } from 'vitest';
import type { Attribute } from '#core/design/design.ts';
import { levelRange, withCuts, type LevelRange } from '#core/design/edit-cuts.ts';

const points: Attribute = {
  id: 'points',
  name: 'points',
  variable: { from: 'customers', column: 'points' },
  banding: { kind: 'number', cuts: [3000, 10000] },
  levelNames: ['low', 'mid', 'high'],
  unknownName: null,
  highestFirst: true,
};

const names = ({ from, below }: LevelRange) => [`${from ?? ''}..${below ?? ''}`];
const namesIn = (attribute: Attribute) => attribute.levelNames;

describe('cutting an attribute otherwise', () => {
  it('keeps given names when a cut only moves', () => {
    const moved = withCuts(points, [2500, 10000], names);
    expect(moved.banding).toEqual({ kind: 'number', cuts: [2500, 10000] });
    expect(namesIn(moved)).toEqual(['low', 'mid', 'high']);
  });

  it('names the two halves of a split level by their ranges and keeps the rest', () => {
    expect(namesIn(withCuts(points, [3000, 5000, 10000], names))).toEqual([
      'low',
      '3000..5000',
      '5000..10000',
      'high',
    ]);
  });

  it('names a merged level by its range', () => {
    expect(namesIn(withCuts(points, [10000], names))).toEqual(['..10000', 'high']);
  });

  it('renames a level that was named after its range when the cut moves, in any of the languages', () => {
    const split = withCuts(points, [10000], names);
    const inTwoLanguages = (range: LevelRange) => [`ab ${range.from ?? '-'}`, ...names(range)];
    expect(namesIn(withCuts(split, [8000], inTwoLanguages))).toEqual(['ab -', 'high']);
  });

  it('leaves categories alone', () => {
    const region: Attribute = { ...points, banding: { kind: 'category', groups: [['a'], ['b']] } };
    expect(withCuts(region, [1], names)).toBe(region);
  });

  it('knows what a level covers', () => {
    expect(levelRange([3, 6], 0)).toEqual({ from: null, below: 3 });
    expect(levelRange([3, 6], 2)).toEqual({ from: 6, below: null });
  });
});
