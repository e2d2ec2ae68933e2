import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignReturn } from '#core/rollout/incremental-roi.ts';
import { between } from '../stats/even-arbitrary.ts';

describe('the return of a campaign', () => {
  it('turns from a gain into a loss when the holdout came back too', () => {
    const returned = campaignReturn({
      responseShare: 0.2,
      holdoutShare: 0.14,
      profitPerOrder: 21_000,
      costPerContact: 2_000,
    });
    expect(returned.ok && returned.value.grossRoi).toBeCloseTo(1.1, 12);
    expect(returned.ok && returned.value.incrementalRoi).toBeCloseTo(-0.37, 12);
  });

  it('has no value where nothing was spent', () => {
    const free = { responseShare: 0.2, holdoutShare: 0.1, profitPerOrder: 1, costPerContact: 0 };
    expect(campaignReturn(free)).toEqual({ ok: false, problem: { code: 'no-cost' } });
  });

  it('is the same gross and incremental exactly where the holdout bought nothing', () => {
    const share = between(0, 1);
    const money = between(1, 1e6);
    fc.assert(
      fc.property(share, money, money, (responseShare, profitPerOrder, costPerContact) => {
        const returned = campaignReturn({
          responseShare,
          holdoutShare: 0,
          profitPerOrder,
          costPerContact,
        });
        return returned.ok && returned.value.grossRoi === returned.value.incrementalRoi;
      }),
    );
  });
});
