import { describe, expect, it } from 'vitest';
import { chainOf } from '#core/rollout/win-back/chain.ts';
import { followUpWorths } from '#core/rollout/win-back/follow-up-worth.ts';
import { incrementalResponse } from '#core/rollout/win-back/incremental-response.ts';
import { outcomeOf, winBack, type WinBackReturn } from '#core/rollout/win-back/win-back.ts';
import type { WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';
import { tornado, twoWayTable } from '#core/rollout/win-back/sensitivity.ts';
import { withFactor } from '#core/rollout/win-back/sensitivity-inputs.ts';
import { expectClose, oracle, valueOf } from '../../stats/oracle.ts';

interface Step {
  readonly cost: number;
  readonly remaining: number;
  readonly orders: number;
  readonly months: number;
  readonly without: number | null;
  readonly holdout: number | null;
}

type View = Readonly<
  Record<'profit' | 'roi', number> &
    Record<'breakEvenOrderValue' | 'breakEvenResponse' | 'payback', number | null>
>;

type Numbers = Readonly<
  Record<
    | 'contacted'
    | 'contactCost'
    | 'responded'
    | 'rewardCost'
    | 'orderValue'
    | 'margin'
    | 'orders'
    | 'discount'
    | 'holdout'
    | 'totalCost'
    | 'orderValueSwing'
    | 'cornerProfit'
    | 'cornerProfitBeyond',
    number
  >
>;

interface ChainRow extends Numbers {
  readonly steps: readonly Step[];
  readonly gross: View;
  readonly incremental: View;
  readonly worths: readonly {
    readonly step: number;
    readonly breakEvenChange: number | null;
    readonly size: number | null;
    readonly profit: number | null;
  }[];
}

const { chains, starbucks } = oracle<{
  chains: readonly ChainRow[];
  starbucks: readonly Record<
    'treated' | 'treatedBuyers' | 'control' | 'controlBuyers' | 'irr' | 'nir',
    number
  >[];
}>('rollout/win-back');

function inputsOf(row: ChainRow): WinBackInputs {
  const [first, ...further] = row.steps;
  if (!first) throw new Error('A chain has a step.');
  return {
    contacted: row.contacted,
    costPerContact: row.contactCost,
    responded: row.responded,
    costPerReward: row.rewardCost,
    costPerFollowUp: first.cost,
    retained: first.remaining,
    orderValue: row.orderValue,
    marginShare: row.margin,
    ordersPerResponder: row.orders,
    months: first.months,
    discountPerMonth: row.discount,
    holdoutShare: row.holdout,
    holdoutRetainedShare: first.holdout,
    retainedShareWithout: first.without,
    followUps: further.map((step) => ({
      name: '',
      costPerCustomer: step.cost,
      remaining: step.remaining,
      ordersPerMonth: step.orders,
      months: step.months,
      shareWithout: step.without,
      holdoutShare: step.holdout,
    })),
  };
}

describe('60 chains reckoned in R payment by payment', () => {
  it.each([['gross'], ['incremental']] as const)('have the same %s money', (view) => {
    for (const row of chains) {
      const found = valueOf(winBack(inputsOf(row)));
      const mine: WinBackReturn = view === 'gross' ? found.gross : valueOf(found.incremental);
      const size = row.totalCost + Math.abs(row.gross.profit);
      expectClose(found.totalCost, row.totalCost, 1e-12, row);
      expectClose(mine.profit, row[view].profit, 1e-12, row, size);
      expectClose(valueOf(mine.roi), row[view].roi, 1e-12, row, size / row.totalCost);
    }
  });

  it.each([['gross'], ['incremental']] as const)('break even at the same %s points', (view) => {
    let [orderValues, responses, paid, unpaid] = [0, 0, 0, 0];
    for (const row of chains) {
      const found = valueOf(winBack(inputsOf(row)));
      const mine = view === 'gross' ? found.gross : valueOf(found.incremental);
      const theirs = row[view];
      expect(mine.breakEvenOrderValue.ok).toBe(theirs.breakEvenOrderValue !== null);
      if (theirs.breakEvenOrderValue !== null) {
        orderValues += 1;
        const value = valueOf(mine.breakEvenOrderValue);
        expectClose(value, theirs.breakEvenOrderValue, 1e-6, row);
      }
      expect(mine.breakEvenResponse.ok).toBe(theirs.breakEvenResponse !== null);
      if (theirs.breakEvenResponse !== null) {
        responses += 1;
        expectClose(valueOf(mine.breakEvenResponse), theirs.breakEvenResponse, 1e-9, row);
      }
      expect(mine.payback.ok ? mine.payback.value : null).toBe(theirs.payback);
      if (theirs.payback === null) unpaid += 1;
      else paid += 1;
    }
    expect(Math.min(orderValues, responses, paid, unpaid)).toBeGreaterThan(5);
  });

  it('say of every follow-up from which change on it pays, what it earned, and how many it takes to know', () => {
    let sizes = 0;
    for (const row of chains) {
      const worths = followUpWorths(inputsOf(row), { alpha: 0.05, power: 0.8 });
      for (const { step, breakEvenChange, size, profit } of row.worths) {
        const mine = worths[step - 1];
        if (!mine) throw new Error('Every step has its worth.');
        expect(mine.breakEvenChange.ok).toBe(breakEvenChange !== null);
        if (breakEvenChange !== null)
          expectClose(valueOf(mine.breakEvenChange), breakEvenChange, 1e-9, row, 1e-3);
        if (size !== null) {
          sizes += 1;
          // Their change is a found root: its error counts twice in a size.
          expectClose(valueOf(mine.experiment).exactSizeControl, size, 1e-6, row);
        }
        const scale = mine.cost + Math.abs(mine.mostProfit);
        if (profit === null) expect(mine.profit.ok).toBe(false);
        else expectClose(valueOf(mine.profit), profit, 1e-12, row, scale);
      }
    }
    expect(sizes).toBeGreaterThan(30);
  });

  it('move as far with the order value, and to the same corner of two inputs', () => {
    for (const row of chains) {
      const inputs = inputsOf(row);
      const aim = { view: 'gross', measure: 'profit' } as const;
      const spreads = { 'order-value': 0.2 };
      const bar = valueOf(tornado(inputs, aim, spreads)).find(
        ({ factor }) => factor === 'order-value',
      );
      const size = row.totalCost + Math.abs(row.gross.profit);
      expectClose(bar?.swing ?? Number.NaN, row.orderValueSwing, 1e-11, row, size);
      for (const view of ['gross', 'incremental'] as const) {
        const response = row.responded / row.contacted;
        const chain = chainOf(inputs);
        const corner = withFactor(
          withFactor(chain, 'response', response * 0.8),
          'order-value',
          row.orderValue * 0.8,
        );
        const theirs = view === 'gross' ? row.cornerProfit : row.cornerProfitBeyond;
        expectClose(valueOf(outcomeOf(corner, view, 'profit')), theirs, 1e-11, row, size);
        const table = twoWayTable(
          inputs,
          { view, measure: 'profit' },
          {
            factor: 'response',
            range: { low: response * 0.8, high: response * 1.2, basis: 'relative' },
          },
          {
            factor: 'order-value',
            range: { low: row.orderValue * 0.8, high: row.orderValue * 1.2, basis: 'relative' },
          },
          3,
        );
        expectClose(table.rows[0]?.[0] ?? Number.NaN, theirs, 1e-11, row, size);
        for (const { x, y } of table.breakEven) {
          const there = withFactor(withFactor(chain, 'response', x), 'order-value', y);
          const profit = valueOf(outcomeOf(there, view, 'profit'));
          expect(Math.abs(profit)).toBeLessThanOrEqual(1e-9 * size);
        }
      }
    }
  });
});

describe('the Starbucks measures', () => {
  it('are R’s where the groups differ in size', () => {
    for (const row of starbucks) {
      const found = valueOf(
        incrementalResponse(
          { customers: row.treated, buyers: row.treatedBuyers },
          { customers: row.control, buyers: row.controlBuyers },
          { profitPerBuyer: 10, costPerContact: 0.15 },
        ),
      );
      expectClose(found.incrementalShare, row.irr, 1e-12, row, 0.01);
      expectClose(found.netIncrementalRevenue, row.nir, 1e-12, row, 0.15 * row.treated);
    }
  });

  it('are the published rule where the groups are equal', () => {
    const found = valueOf(
      incrementalResponse(
        { customers: 40_000, buyers: 700 },
        { customers: 40_000, buyers: 320 },
        { profitPerBuyer: 10, costPerContact: 0.15 },
      ),
    );
    expect(found.netIncrementalRevenue).toBeCloseTo(10 * 700 - 0.15 * 40_000 - 10 * 320, 8);
    expect(found.incrementalShare).toBeCloseTo(380 / 40_000, 12);
    expect(valueOf(found.costPerIncrementalBuyer)).toBeCloseTo(6000 / 380, 10);
  });

  it('refuse groups that are none, and a cost per buyer where none was added', () => {
    const terms = { profitPerBuyer: 10, costPerContact: 0.15 };
    const group = { customers: 100, buyers: 10 };
    expect(incrementalResponse({ customers: 0, buyers: 0 }, group, terms)).toMatchObject({
      problem: { code: 'no-customers', group: 'treated' },
    });
    expect(incrementalResponse(group, { customers: 5, buyers: 6 }, terms)).toMatchObject({
      problem: { code: 'invalid-counts', group: 'control' },
    });
    expect(valueOf(incrementalResponse(group, group, terms)).costPerIncrementalBuyer).toEqual({
      ok: false,
      problem: { code: 'no-incremental-buyers', incrementalBuyers: 0 },
    });
  });
});
