import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import { winBack, type WinBack } from '#core/rollout/win-back/win-back.ts';
import {
  usualWinBack,
  type FollowUp,
  type WinBackInputs,
} from '#core/rollout/win-back/win-back-inputs.ts';
import { chains } from './chains.ts';

function reckon(change: Partial<WinBackInputs> = {}): WinBack {
  const result = winBack({ ...usualWinBack, ...change });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const thankYou: FollowUp = {
  name: 'DM',
  costPerCustomer: 300,
  remaining: 15,
  ordersPerMonth: null,
  months: null,
  shareWithout: null,
  holdoutShare: null,
};

describe('the deck’s win-back funnel', () => {
  const funnel = reckon();
  const { gross } = funnel;

  it('costs 350,000 + 15,000', () => {
    expect(funnel).toMatchObject({
      contactCost: 350_000,
      rewardCost: 0,
      followUpCost: 15_000,
      totalCost: 365_000,
    });
  });

  it('has rates of 30 %, 66.67 % and 20 %', () => {
    expect(funnel.responseShare).toBe(0.3);
    expect(valueOf(funnel.retentionShare)).toBeCloseTo(2 / 3, 12);
    expect(funnel.retainedShare).toBe(0.2);
  });

  it('costs 11,666.67 per wake-up, 18,250 per retained, of which 750 for the call', () => {
    expect(valueOf(gross.costPerResponse)).toBeCloseTo(11_666.6667, 4);
    expect(valueOf(gross.costPerRetained)).toBe(18_250);
    expect(valueOf(funnel.followUpCostPerRetained)).toBe(750);
  });

  it('sells 900,000 + 3,600,000 and earns 985,000, an ROI of 2.698630', () => {
    expect(gross).toMatchObject({ wakeUpSales: 900_000, laterSales: 3_600_000, sales: 4_500_000 });
    expect(gross.profit).toBeCloseTo(985_000, 6);
    expect(valueOf(gross.roi)).toBeCloseTo(2.69863, 6);
  });

  it('breaks even at orders of 38,888.89 from wake-ups alone, of 8,111.11 with retention', () => {
    expect(valueOf(gross.breakEvenOrderValueOfWakeUp)).toBeCloseTo(38_888.8889, 4);
    expect(valueOf(gross.breakEvenOrderValue)).toBeCloseTo(8_111.1111, 4);
  });

  it('breaks even at a response of 7.865 %: 3,500 per contact over 44,500 left per response', () => {
    expect(valueOf(gross.breakEvenResponse)).toBeCloseTo(3500 / 44_500, 12);
  });

  it('is at -95,000 on the day of the contact, gains 180,000 a month and pays back in month 1', () => {
    expect(gross.byMonth.map(({ month }) => month)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(gross.byMonth[0]?.profit).toBeCloseTo(-95_000, 6);
    expect(gross.byMonth[3]?.profit).toBeCloseTo(-95_000 + 3 * 180_000, 6);
    expect(valueOf(gross.payback)).toBe(1);
  });

  it('has no incremental figures without a holdout', () => {
    expect(funnel.incremental).toEqual({ ok: false, problem: { code: 'no-holdout' } });
  });
});

describe('the holdout', () => {
  it('turns a gross gain into a loss: 20 % came back, but 14 % of the holdout too', () => {
    // Orders of 70,000 at a margin of 0.3 leave 21,000; 2,000 per contact; nothing after the first order.
    const campaign = reckon({
      contacted: 1000,
      costPerContact: 2000,
      responded: 200,
      costPerFollowUp: 0,
      retained: 0,
      orderValue: 70_000,
      holdoutShare: 0.14,
    });
    const incremental = valueOf(campaign.incremental);
    expect(valueOf(campaign.gross.roi)).toBeCloseTo(1.1, 12);
    expect(valueOf(incremental.roi)).toBeCloseTo(-0.37, 12);
    expect(incremental.responses).toBeCloseTo(60, 12);
    expect(valueOf(incremental.costPerOrder)).toBeCloseTo(2_000_000 / 60, 8);
    expect(incremental.payback).toMatchObject({ problem: { code: 'never-pays-back', months: 6 } });
  });

  it('gives Hillstrom’s catalogue -0.38 per customer: 1.30 of demand at 40 % for 0.90', () => {
    const campaign = reckon({
      contacted: 1000,
      costPerContact: 0.9,
      responded: 1000,
      costPerFollowUp: 0,
      retained: 0,
      orderValue: 1.3,
      marginShare: 0.4,
    });
    expect(campaign.gross.profit / 1000).toBeCloseTo(-0.38, 12);
  });

  it('takes its own retention off where it is known, and that of the contacted where it is not', () => {
    const assumed = valueOf(reckon({ holdoutShare: 0.1 }).incremental);
    const known = valueOf(reckon({ holdoutShare: 0.1, holdoutRetainedShare: 0.2 }).incremental);
    expect(assumed.sales).toBeCloseTo(30_000 * (20 + (20 - 20 / 3) * 6), 6);
    expect(known.sales).toBeCloseTo(30_000 * (20 + (20 - 2) * 6), 6);
  });

  it('leaves nothing but the costs where as many come back anyway', () => {
    const incremental = valueOf(reckon({ holdoutShare: 0.3 }).incremental);
    expect(incremental.profit).toBeCloseTo(-365_000, 6);
    expect(incremental.costPerResponse).toEqual({ ok: false, problem: { code: 'no-responses' } });
  });
});

describe('a chain with a further step', () => {
  it('pays for it after the months before, for all who are still there', () => {
    const chain = reckon({ followUps: [thankYou] });
    expect(chain.followUpCost).toBe(15_000 + 300 * 20);
    expect(chain.gross.sales).toBe(30_000 * (30 + 20 * 6 + 15 * 6));
    expect(valueOf(chain.gross.costPerRetained)).toBeCloseTo(371_000 / 15, 9);
    expect(chain.gross.byMonth.map(({ month }) => month)).toEqual(
      Array.from({ length: 13 }, (_, month) => month),
    );
  });

  it('happens at once where the step before has no months', () => {
    const { gross } = reckon({ months: 0, followUps: [{ ...thankYou, months: 2 }] });
    expect(gross.byMonth.map(({ month }) => month)).toEqual([0, 1, 2]);
    expect(gross.byMonth[0]?.profit).toBeCloseTo(270_000 - 365_000 - 6000, 6);
  });

  it('discounts what comes later, costs too', () => {
    const chain = reckon({ discountPerMonth: 0.01, followUps: [{ ...thankYou, months: 1 }] });
    expect(chain.followUpCost).toBeCloseTo(15_000 + 6000 / 1.01 ** 6, 6);
    const months = [1, 2, 3, 4, 5, 6].reduce((sum, month) => sum + 20 / 1.01 ** month, 0);
    expect(chain.gross.presentSales).toBeCloseTo(30_000 * (30 + months + 15 / 1.01 ** 7), 4);
  });
});

describe('a win-back funnel', () => {
  it.each([
    [{ contacted: 0, responded: 0, retained: 0 }, { code: 'nobody-contacted' }],
    [{ responded: 101 }, { code: 'more-responded-than-contacted', responded: 101, contacted: 100 }],
    [{ retained: 31 }, { code: 'more-retained-than-responded', retained: 31, responded: 30 }],
    [{ costPerContact: -1 }, { code: 'negative-input', field: 'costPerContact', value: -1 }],
    [{ months: Number.NaN }, { code: 'negative-input', field: 'months', value: Number.NaN }],
    [{ orderValue: Infinity }, { code: 'negative-input', field: 'orderValue', value: Infinity }],
    [{ retained: 2.5 }, { code: 'not-whole', field: 'retained', value: 2.5 }],
    [{ marginShare: 30 }, { code: 'margin-out-of-range', marginShare: 30 }],
    [{ holdoutShare: 14 }, { code: 'share-out-of-range', field: 'holdoutShare', value: 14 }],
    [
      { followUps: [thankYou, { ...thankYou, remaining: 16 }] },
      { code: 'more-remaining-than-before', step: 2, remaining: 16, before: 15 },
    ],
    [
      { followUps: [{ ...thankYou, costPerCustomer: -3 }] },
      { code: 'negative-input', field: 'costPerCustomer', value: -3, step: 1 },
    ],
  ] as const)('refuses %o', (change, problem) => {
    expect(winBack({ ...usualWinBack, ...change })).toEqual({ ok: false, problem });
  });

  it('says why a ratio has no value when nobody came back', () => {
    const { gross } = reckon({ responded: 0, retained: 0 });
    expect(gross.profit).toBe(-350_000);
    expect(gross.costPerResponse).toEqual({ ok: false, problem: { code: 'no-responses' } });
    expect(gross.costPerRetained).toEqual({ ok: false, problem: { code: 'nobody-retained' } });
    expect(gross.costPerOrder).toEqual({ ok: false, problem: { code: 'no-orders' } });
    expect(gross.breakEvenOrderValue).toEqual({ ok: false, problem: { code: 'no-margin' } });
    expect(gross.breakEvenResponse).toEqual({ ok: false, problem: { code: 'no-responses' } });
    expect(gross.payback).toMatchObject({ problem: { code: 'never-pays-back', missing: 350_000 } });
  });

  it('does not break even at an order value that no number can hold', () => {
    const { gross } = reckon({ marginShare: 5e-324 });
    expect(gross.breakEvenOrderValue).toEqual({ ok: false, problem: { code: 'no-margin' } });
  });

  it.each([{ orderValue: 1e308 }, { costPerContact: 1e308 }, { orderValue: 1, months: 1e308 }])(
    'refuses amounts beyond the numbers: %o',
    (change) => {
      expect(winBack({ ...usualWinBack, ...change, ordersPerResponder: 7 })).toEqual({
        ok: false,
        problem: { code: 'out-of-numbers' },
      });
    },
  );

  it('has no return on investment when it costs nothing', () => {
    const { gross } = reckon({ costPerContact: 0, costPerFollowUp: 0 });
    expect(gross.roi).toEqual({ ok: false, problem: { code: 'no-cost' } });
    expect(valueOf(gross.breakEvenResponse)).toBe(0);
  });

  it.each([{ marginShare: 0 }, { costPerContact: 50_000 }])(
    'never breaks even with %o',
    (change) => {
      expect(reckon(change).gross.breakEvenResponse).toMatchObject({
        problem: { code: 'never-breaks-even' },
      });
    },
  );
});

describe('any chain', () => {
  it('earns nothing at its own break-even order value, in either view', () => {
    fc.assert(
      fc.property(chains, (inputs) => {
        const { gross, incremental } = valueOf(winBack(inputs));
        const views = incremental.ok ? ([gross, incremental.value] as const) : ([gross] as const);
        for (const [place, view] of views.entries()) {
          if (!view.breakEvenOrderValue.ok) continue;
          const again = valueOf(winBack({ ...inputs, orderValue: view.breakEvenOrderValue.value }));
          const { profit } = place === 0 ? again.gross : valueOf(again.incremental);
          // Incremental orders may be a small difference of large numbers.
          const size = again.totalCost + inputs.marginShare * again.gross.presentSales;
          expect(Math.abs(profit)).toBeLessThanOrEqual(1e-12 * size);
          if (place === 0) expect(again.gross.payback.ok).toBe(true);
        }
      }),
    );
  });

  it('earns at the end of its months what the closed sums say', () => {
    fc.assert(
      fc.property(chains, (inputs) => {
        const { gross, incremental, totalCost } = valueOf(winBack(inputs));
        for (const view of incremental.ok ? [gross, incremental.value] : [gross]) {
          const last = view.byMonth.at(-1)?.profit ?? Number.NaN;
          const sales = Math.max(gross.presentSales, -view.presentSales);
          const size = totalCost + inputs.marginShare * sales;
          expect(Math.abs(last - view.profit)).toBeLessThanOrEqual(1e-11 * size);
        }
      }),
    );
  });

  it('earns no more beyond the holdout than in all', () => {
    fc.assert(
      fc.property(chains, fc.double({ min: 0, max: 1, noNaN: true }), (inputs, holdoutShare) => {
        const { gross, incremental } = valueOf(winBack({ ...inputs, holdoutShare }));
        const beyond = valueOf(incremental);
        expect(beyond.profit).toBeLessThanOrEqual(gross.profit);
        expect(beyond.orders).toBeLessThanOrEqual(gross.orders);
        const more = valueOf(winBack({ ...inputs, holdoutShare: (1 + holdoutShare) / 2 }));
        expect(valueOf(more.incremental).profit).toBeLessThanOrEqual(beyond.profit);
      }),
    );
  });

  it('does not care in which unit money is counted', () => {
    fc.assert(
      fc.property(chains, fc.constantFrom(0.5, 2, 1024), (inputs, unit) => {
        const scaled: WinBackInputs = {
          ...inputs,
          costPerContact: inputs.costPerContact * unit,
          costPerReward: inputs.costPerReward * unit,
          costPerFollowUp: inputs.costPerFollowUp * unit,
          orderValue: inputs.orderValue * unit,
          followUps: inputs.followUps.map((step) => ({
            ...step,
            costPerCustomer: step.costPerCustomer * unit,
          })),
        };
        const [one, other] = [valueOf(winBack(inputs)), valueOf(winBack(scaled))];
        // Powers of two: not a digit may differ.
        expect(other.gross.profit).toBe(one.gross.profit * unit);
        expect(other.gross.roi).toEqual(one.gross.roi);
        expect(other.gross.breakEvenResponse.ok).toBe(one.gross.breakEvenResponse.ok);
        expect(other.gross.payback.ok).toBe(one.gross.payback.ok);
      }),
    );
  });

  it('earns more with dearer orders and more margin, less with dearer contacts, rewards, calls, and a discount', () => {
    fc.assert(
      fc.property(chains, (inputs) => {
        const profit = (change: Partial<WinBackInputs>) =>
          valueOf(winBack({ ...inputs, ...change })).gross.profit;
        const now = profit({});
        expect(profit({ orderValue: inputs.orderValue * 1.5 })).toBeGreaterThanOrEqual(now);
        expect(profit({ marginShare: (1 + inputs.marginShare) / 2 })).toBeGreaterThanOrEqual(now);
        expect(profit({ costPerContact: inputs.costPerContact + 1 })).toBeLessThan(now);
        expect(profit({ costPerReward: inputs.costPerReward + 1 })).toBeLessThanOrEqual(now);
        expect(profit({ costPerFollowUp: inputs.costPerFollowUp + 1 })).toBeLessThanOrEqual(now);
        const alone = { followUps: [] };
        const later = { ...alone, discountPerMonth: inputs.discountPerMonth + 0.01 };
        expect(profit(later)).toBeLessThanOrEqual(profit(alone));
      }),
    );
  });
});
