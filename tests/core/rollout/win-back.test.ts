import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import type { WinBackInputs } from '#core/rollout/plan.ts';
import { winBack, type WinBack } from '#core/rollout/win-back.ts';

const deck: WinBackInputs = {
  contacted: 100,
  costPerContact: 3500,
  responded: 30,
  costPerFollowUp: 500,
  retained: 20,
  orderValue: 30_000,
  marginShare: 0.3,
  ordersPerResponder: 1,
  months: 6,
};

function reckon(change: Partial<WinBackInputs> = {}): WinBack {
  const result = winBack({ ...deck, ...change });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function valueOf(result: Result<number>): number {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('the deck’s win-back funnel', () => {
  const funnel = reckon();

  it('costs 350,000 + 15,000', () => {
    expect(funnel).toMatchObject({
      contactCost: 350_000,
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
    expect(valueOf(funnel.costPerResponse)).toBeCloseTo(11_666.6667, 4);
    expect(valueOf(funnel.costPerRetained)).toBe(18_250);
    expect(valueOf(funnel.followUpCostPerRetained)).toBe(750);
  });

  it('sells 900,000 + 3,600,000 and earns 985,000, an ROI of 2.698630', () => {
    expect(funnel.wakeUpSales).toBe(900_000);
    expect(funnel.retainedSales).toBe(3_600_000);
    expect(funnel.totalSales).toBe(4_500_000);
    expect(funnel.profit).toBeCloseTo(985_000, 6);
    expect(valueOf(funnel.roi)).toBeCloseTo(2.69863, 6);
  });

  it('breaks even at orders of 38,888.89 from wake-ups alone, of 8,111.11 with retention', () => {
    expect(valueOf(funnel.breakEvenOrderValueOfWakeUp)).toBeCloseTo(38_888.8889, 4);
    expect(valueOf(funnel.breakEvenOrderValue)).toBeCloseTo(8_111.1111, 4);
  });

  it('breaks even at a response of 7.865 %: 3,500 per contact over 44,500 left per response', () => {
    expect(valueOf(funnel.breakEvenResponse)).toBeCloseTo(3500 / 44_500, 12);
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
  ] as const)('refuses %o', (change, problem) => {
    expect(winBack({ ...deck, ...change })).toEqual({ ok: false, problem });
  });

  it('says why a ratio has no value when nobody came back', () => {
    const funnel = reckon({ responded: 0, retained: 0 });
    expect(funnel.profit).toBe(-350_000);
    expect(funnel.costPerResponse).toEqual({ ok: false, problem: { code: 'no-responses' } });
    expect(funnel.costPerRetained).toEqual({ ok: false, problem: { code: 'nobody-retained' } });
    expect(funnel.breakEvenOrderValue).toEqual({ ok: false, problem: { code: 'no-margin' } });
    expect(funnel.breakEvenResponse).toEqual({ ok: false, problem: { code: 'no-responses' } });
  });

  it('does not break even at an order value that no number can hold', () => {
    const funnel = reckon({ marginShare: 5e-324 });
    expect(funnel.breakEvenOrderValue).toEqual({ ok: false, problem: { code: 'no-margin' } });
  });

  it.each([{ orderValue: 1e308 }, { costPerContact: 1e308 }, { orderValue: 0, months: 1e308 }])(
    'refuses amounts beyond the numbers: %o',
    (change) => {
      expect(winBack({ ...deck, ...change, ordersPerResponder: 7 })).toEqual({
        ok: false,
        problem: { code: 'out-of-numbers' },
      });
    },
  );

  it('has no return on investment when it costs nothing', () => {
    const funnel = reckon({ costPerContact: 0, costPerFollowUp: 0 });
    expect(funnel.roi).toEqual({ ok: false, problem: { code: 'no-cost' } });
    expect(valueOf(funnel.breakEvenResponse)).toBe(0);
  });

  it.each([{ marginShare: 0 }, { costPerContact: 50_000 }])(
    'never breaks even with %o',
    (change) => {
      expect(reckon(change).breakEvenResponse).toMatchObject({
        problem: { code: 'never-breaks-even' },
      });
    },
  );

  it('has no profit at its own break-even order value', () => {
    const inputs = fc.record({
      contacted: fc.integer({ min: 50, max: 5000 }),
      costPerContact: fc.integer({ min: 1, max: 10_000 }),
      responded: fc.integer({ min: 10, max: 50 }),
      retained: fc.integer({ min: 0, max: 10 }),
      months: fc.integer({ min: 0, max: 24 }),
    });
    fc.assert(
      fc.property(inputs, (change) => {
        const orderValue = valueOf(reckon(change).breakEvenOrderValue);
        const { profit, totalCost } = reckon({ ...change, orderValue });
        expect(Math.abs(profit)).toBeLessThan(1e-9 * totalCost);
      }),
    );
  });
});
