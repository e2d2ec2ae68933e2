import { describe, expect, it } from 'vitest';
import { categoryLevels, levelOfMonths, levelOfNumber, noLevel } from '#core/design/levels.ts';

describe('levels', () => {
  it('begin at their cut: 2999 is low, 3000 mid, 10000 high', () => {
    expect([2999, 3000, 9999, 10000].map((points) => levelOfNumber([3000, 10000], points))).toEqual(
      [0, 1, 1, 2],
    );
    expect(levelOfNumber([], 5)).toBe(0);
    expect(levelOfNumber([3000], NaN)).toBe(noLevel);
    expect(levelOfNumber([0], -5)).toBe(0);
  });

  it('of months leave the future out', () => {
    expect([-1, 0, 2, 3, 6].map((months) => levelOfMonths([3, 6], months))).toEqual([
      noLevel,
      0,
      0,
      1,
      2,
    ]);
  });

  it('of categories are their groups, the first one that names a value', () => {
    const levelOf = categoryLevels([
      ['서울', '경기'],
      ['부산', '서울'],
    ]);
    expect(['서울', '부산', '제주', null].map(levelOf)).toEqual([0, 1, noLevel, noLevel]);
  });
});
