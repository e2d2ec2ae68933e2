import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dormancyBands } from '#core/customers/dormancy-bands.ts';

describe('dormancy bands', () => {
  it('are the deck’s four with its three cuts, the last one open', () => {
    const counts = Array.from({ length: 25 }, () => 1);
    expect(dormancyBands(counts, [1, 3, 6])).toEqual([
      { from: 0, to: 0, customers: 1 },
      { from: 1, to: 2, customers: 2 },
      { from: 3, to: 5, customers: 3 },
      { from: 6, to: null, customers: 19 },
    ]);
  });

  it('hold every buyer exactly once, wherever the cuts are', () => {
    const counts = fc.array(fc.nat(1000), { minLength: 25, maxLength: 25 });
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 6 })
      .map((months) => months.toSorted((one, other) => one - other));
    fc.assert(
      fc.property(counts, cuts, (customersByMonth, months) => {
        const bands = dormancyBands(customersByMonth, months);
        const inBands = bands.reduce((sum, { customers }) => sum + customers, 0);
        expect(inBands).toBe(customersByMonth.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});
