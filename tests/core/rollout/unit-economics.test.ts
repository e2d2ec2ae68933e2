import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrotTerms } from '#core/rollout/plan.ts';
import { unitEconomics } from '#core/rollout/unit-economics.ts';
import { usualUnitValue } from '#core/rollout/unit-value.ts';
import { incrementalResponse } from '#core/rollout/win-back/incremental-response.ts';
import { valueOf } from '../stats/oracle.ts';

const terms: CarrotTerms = {
  arm: 'COUPON',
  orderValue: 70_000,
  costPerContact: 2000,
  costPerReward: 0,
  redemptionShare: 1,
};
const treated = { customers: 1000, responders: 200 };
const control = { customers: 1000, responders: 140 };

describe('unit economics of a carrot', () => {
  it('earn before the holdout is taken off and lose after: gross 1.10, incremental -0.37', () => {
    const found = unitEconomics(terms, usualUnitValue, treated, control, { low: 0.03, high: 0.09 });
    expect(valueOf(found.roi.gross)).toBeCloseTo(1.1, 12);
    expect(valueOf(found.roi.incremental)).toBeCloseTo(-0.37, 12);
    expect(valueOf(found.acquisitionCost.gross)).toBe(10_000);
    expect(valueOf(found.acquisitionCost.incremental)).toBeCloseTo(2_000_000 / 60, 6);
    expect(valueOf(found.salesPerCost.gross)).toBe(7);
    expect(valueOf(found.salesPerCost.incremental)).toBeCloseTo(2.1, 12);
    expect(valueOf(found.roiInterval)).toEqual({
      low: (21_000 * 30 - 2_000_000) / 2_000_000,
      high: (21_000 * 90 - 2_000_000) / 2_000_000,
    });
  });

  it('break even at the cost of a contact over what a response leaves (RFM practice)', () => {
    const found = unitEconomics(
      { ...terms, costPerReward: 5000, redemptionShare: 0.6 },
      usualUnitValue,
      treated,
      control,
      null,
    );
    expect(found.rewardPerResponse).toBe(3000);
    expect(found.rewardCost).toBe(600_000);
    expect(found.leftPerResponse).toBe(18_000);
    expect(valueOf(found.breakEvenResponse)).toBeCloseTo(2000 / 18_000, 12);
    expect(found.roiInterval).toEqual({ ok: false, problem: { code: 'no-interval' } });
  });

  it('say why there is no measure', () => {
    const at = (change: Partial<CarrotTerms>, responders = 200) =>
      unitEconomics(
        { ...terms, ...change },
        usualUnitValue,
        { customers: 1000, responders },
        control,
        null,
      );
    expect(at({ costPerContact: 0 }).roi.gross).toMatchObject({ problem: { code: 'no-cost' } });
    expect(at({}, 0).acquisitionCost.gross).toMatchObject({ problem: { code: 'no-responses' } });
    expect(at({}, 140).acquisitionCost.incremental).toMatchObject({
      problem: { code: 'no-incremental-responses' },
    });
    expect(at({ costPerReward: 30_000 }).breakEvenResponse).toMatchObject({
      problem: { code: 'reward-exceeds-margin' },
    });
    expect(at({ costPerContact: 30_000 }).breakEvenResponse).toMatchObject({
      problem: { code: 'never-breaks-even' },
    });
  });

  it('agree with the Starbucks measure: the incremental profit is the net incremental revenue', () => {
    const customers = fc.integer({ min: 100, max: 5000 });
    fc.assert(
      fc.property(
        customers,
        customers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, share) => {
          const treatedGroup = { customers: one, responders: Math.floor(one * share) };
          const controlGroup = { customers: other, responders: Math.floor(other * share * 0.8) };
          const found = unitEconomics(terms, usualUnitValue, treatedGroup, controlGroup, null);
          const nir = valueOf(
            incrementalResponse(
              { customers: one, buyers: treatedGroup.responders },
              { customers: other, buyers: controlGroup.responders },
              { profitPerBuyer: 21_000, costPerContact: 2000 },
            ),
          );
          const profit = valueOf(found.roi.incremental) * found.totalCost;
          expect(Math.abs(profit - nir.netIncrementalRevenue)).toBeLessThan(1e-9 * 21_000 * one);
        },
      ),
    );
  });

  it('never promise more beyond the control than in all', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (response, anyway, cannibalisedShare) => {
        const found = unitEconomics(
          { ...terms, costPerReward: 1000 },
          { ...usualUnitValue, cannibalisedShare, laterOrdersPerMonth: 0.2 },
          { customers: 1000, responders: Math.round(1000 * response) },
          { customers: 1000, responders: Math.round(1000 * anyway) },
          null,
        );
        expect(valueOf(found.roi.incremental)).toBeLessThanOrEqual(
          valueOf(found.roi.gross) + 1e-12,
        );
        expect(valueOf(found.salesPerCost.incremental)).toBeLessThanOrEqual(
          valueOf(found.salesPerCost.gross) + 1e-12,
        );
      }),
    );
  });
});
