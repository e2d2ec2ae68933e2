import { describe, expect, it } from 'vitest';
import {
  marginPerResponse,
  ordersPerResponse,
  salesPerResponse,
  usualUnitValue,
} from '#core/rollout/unit-value.ts';

describe('what a response is worth', () => {
  it('is the margin of its first order, until somebody says more', () => {
    expect(ordersPerResponse(usualUnitValue)).toBe(1);
    expect(salesPerResponse(usualUnitValue, 30_000)).toBe(30_000);
    expect(marginPerResponse(usualUnitValue, 30_000)).toBe(9_000);
  });

  it('counts later orders month by month, each discounted by the months until it', () => {
    const value = { ...usualUnitValue, laterOrdersPerMonth: 0.5, months: 6 };
    expect(ordersPerResponse(value)).toBe(4);
    // The worth of 1 in each of 6 months at 1 percent, (1 - 1.01^-6) / 0.01 in Python: 5.79547647457933.
    expect(ordersPerResponse({ ...value, discountPerMonth: 0.01 })).toBeCloseTo(
      1 + 0.5 * 5.79547647457933,
      10,
    );
  });

  it('leaves out what would have been sold anyway', () => {
    const value = { ...usualUnitValue, cannibalisedShare: 0.1 };
    expect(salesPerResponse(value, 30_000)).toBe(27_000);
    expect(marginPerResponse(value, 30_000)).toBeCloseTo(8_100, 10);
  });
});
