import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf } from '#core/rollout/win-back/chain.ts';
import { followUpWorths } from '#core/rollout/win-back/follow-up-worth.ts';
import { tornado, twoWayTable } from '#core/rollout/win-back/sensitivity.ts';
import {
  factorRange,
  factorValue,
  winBackFactors,
  withFactor,
} from '#core/rollout/win-back/sensitivity-inputs.ts';
import { outcomeOf, winBack } from '#core/rollout/win-back/win-back.ts';
import { usualWinBack } from '#core/rollout/win-back/win-back-inputs.ts';
import { valueOf } from '../../stats/oracle.ts';
import { chains } from './chains.ts';

const gross = { view: 'gross', measure: 'profit' } as const;

describe('the tornado of the deck’s chain', () => {
  const bars = valueOf(tornado(usualWinBack, gross));

  it('starts with what moves the profit most', () => {
    const swings = bars.map(({ swing }) => swing);
    expect(swings).toEqual(swings.toSorted((one, other) => other - one));
    expect(bars.map(({ factor }) => factor)).toContain('response');
  });

  it('takes a fifth of the order value to either side', () => {
    const bar = bars.find(({ factor }) => factor === 'order-value');
    expect(bar?.range).toEqual({ low: 24_000, high: 36_000, basis: 'relative' });
    expect(bar?.atLow).toBeCloseTo(715_000, 6);
    expect(bar?.atHigh).toBeCloseTo(1_255_000, 6);
  });

  it('takes for the response what 30 of 100 allow', () => {
    const bar = bars.find(({ factor }) => factor === 'response');
    // R: prop.test(30, 100, correct = FALSE)$conf.int
    expect(bar?.range.low).toBeCloseTo(0.2189488529, 9);
    expect(bar?.range.high).toBeCloseTo(0.3958485463, 9);
    expect(bar?.atLow).toBeCloseTo(44_500 * 100 * 0.2189488529 - 350_000, 1);
  });

  it('leaves out what is 0 or unknown, and takes a range that the reader states', () => {
    const factors = bars.map(({ factor }) => factor);
    expect(factors).not.toContain('discount');
    expect(factors).not.toContain('holdout');
    const stated = valueOf(tornado(usualWinBack, gross, { response: 0.5, 'order-value': 0 }));
    expect(stated.find(({ factor }) => factor === 'response')?.range.low).toBeCloseTo(0.15, 12);
    expect(stated.some(({ factor }) => factor === 'order-value')).toBe(false);
  });

  it('says which inputs alone turn the profit into a loss', () => {
    const stated = valueOf(tornado(usualWinBack, gross, { 'order-value': 0.8, margin: 0.1 }));
    expect(stated.filter(({ changesSign }) => changesSign).map(({ factor }) => factor)).toEqual([
      'order-value',
    ]);
  });

  it('has no return on nothing spent', () => {
    const free = { ...usualWinBack, costPerContact: 0, costPerFollowUp: 0 };
    expect(tornado(free, { view: 'gross', measure: 'roi' })).toEqual({
      ok: false,
      problem: { code: 'no-cost' },
    });
  });
});

describe('varying an input', () => {
  it('changes nothing where the value is its own', () => {
    fc.assert(
      fc.property(chains, (inputs) => {
        const chain = chainOf(inputs);
        const now = valueOf(outcomeOf(chain, 'gross', 'profit'));
        const { totalCost, gross: all } = valueOf(winBack(inputs));
        const size = totalCost + inputs.marginShare * all.presentSales;
        for (const factor of winBackFactors(inputs)) {
          const same = withFactor(chain, factor, factorValue(chain, factor));
          const profit = valueOf(outcomeOf(same, 'gross', 'profit'));
          expect(Math.abs(profit - now)).toBeLessThanOrEqual(1e-12 * size);
        }
      }),
    );
  });

  it('carries those who stay along with the response, and leaves the shares', () => {
    const chain = withFactor(chainOf(usualWinBack), 'response', 0.15);
    expect(chain.responded).toBeCloseTo(15, 12);
    expect(chain.steps[0]?.remaining).toBeCloseTo(10, 12);
    expect(factorValue(chain, 'kept-1')).toBeCloseTo(2 / 3, 12);
  });

  it('keeps every range within what the input can be', () => {
    fc.assert(
      fc.property(chains, fc.double({ min: 0, max: 5, noNaN: true }), (inputs, spread) => {
        for (const factor of winBackFactors(inputs)) {
          const { low, high } = factorRange(inputs, factor, spread);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(low);
          if (/response|margin|holdout|kept/.test(factor)) expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the table of two inputs', () => {
  const response = {
    factor: 'response',
    range: factorRange(usualWinBack, 'response', 0.5),
  } as const;
  const orderValue = {
    factor: 'order-value',
    range: { low: 0, high: 30_000, basis: 'relative' },
  } as const;
  const table = twoWayTable(usualWinBack, gross, response, orderValue, 5);

  it('has the profit of the chain itself in the middle of the last row', () => {
    expect(table.xValues[2]).toBeCloseTo(0.3, 12);
    expect(table.rows[4]?.[2]).toBeCloseTo(985_000, 6);
  });

  it('breaks even at 8,111.11 where the response is 30 %', () => {
    const there = table.breakEven.find(({ x }) => Math.abs(x - 0.3) < 1e-12);
    expect(there?.y).toBeCloseTo(8_111.1111, 4);
  });
});

describe('a thanks call that was never tested', () => {
  const [call] = followUpWorths(usualWinBack, { alpha: 0.05, power: 0.8 });
  if (!call) throw new Error('The deck’s chain has one follow-up.');

  it('pays from 0.926 points of retention on: 500 over 54,000', () => {
    expect(call.valuePerRemaining).toBeCloseTo(54_000, 8);
    expect(valueOf(call.breakEvenChange)).toBeCloseTo(500 / 54_000, 14);
  });

  it('may have earned 1,065,000 or lost its 15,000: nobody knows', () => {
    expect(call.mostProfit).toBeCloseTo(1_065_000, 6);
    expect(call.cost).toBe(15_000);
    expect(call.profit).toEqual({ ok: false, problem: { code: 'never-tested' } });
  });

  it('takes 40,967 customers per arm to show that little; 30 of them show a fall of 48 points', () => {
    // R: power.prop.test(p1 = 2/3 - 500/54000, p2 = 2/3, power = .8, tol = 1e-12)$n
    expect(valueOf(call.experiment).sizeControl).toBe(40_967);
    expect(valueOf(call.detectableChange)).toBeGreaterThan(0.4);
  });

  it('earned its worth less its cost where an arm without it is known', () => {
    const [tested] = followUpWorths(
      { ...usualWinBack, retainedShareWithout: 0.5 },
      { alpha: 0.05, power: 0.8 },
    );
    expect(tested && valueOf(tested.profit)).toBeCloseTo(5 * 54_000 - 15_000, 6);
  });

  it('says why it has no answer', () => {
    const worth = (change: object) =>
      followUpWorths({ ...usualWinBack, ...change }, { alpha: 0.05, power: 0.8 })[0];
    expect(worth({ responded: 0, retained: 0 })?.breakEvenChange).toEqual({
      ok: false,
      problem: { code: 'no-responses' },
    });
    expect(worth({ marginShare: 0 })?.breakEvenChange).toMatchObject({
      problem: { code: 'remaining-worth-nothing' },
    });
    expect(worth({ costPerFollowUp: 40_000 })?.breakEvenChange).toMatchObject({
      problem: { code: 'everybody-is-not-enough' },
    });
    expect(worth({ costPerFollowUp: 0 })?.experiment).toEqual({
      ok: false,
      problem: { code: 'costs-nothing' },
    });
  });
});
