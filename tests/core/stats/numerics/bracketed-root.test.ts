import { describe, expect, it } from 'vitest';
import { bracketedRoot } from '#core/stats/numerics/bracketed-root.ts';

describe('the root between two points', () => {
  it('is found to the last digit', () => {
    expect(bracketedRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(bracketedRoot((x) => x ** 9, -1, 4)).toBeCloseTo(0, 15);
  });

  it('is found when the ends are infinite', () => {
    expect(bracketedRoot((x) => Math.log(x / (1 - x)), 0, 1)).toBeCloseTo(0.5, 15);
  });

  it('may be an end itself', () => {
    expect(bracketedRoot((x) => x, 0, 1)).toBe(0);
    expect(bracketedRoot((x) => x - 1, 0, 1)).toBe(1);
  });

  it('is not sought where the sign does not change', () => {
    expect(() => bracketedRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
  });

  it('is found between values whose product is too small for a number', () => {
    expect(bracketedRoot((x) => 1e-200 * (x - 0.25), 0, 1)).toBeCloseTo(0.25, 12);
  });
});
