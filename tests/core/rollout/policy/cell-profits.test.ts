import { describe, expect, it } from 'vitest';
import { cellProfits, type CarrotMoney } from '#core/rollout/policy/cell-profits.ts';
import { drawTogether } from '#core/rollout/policy/drawn-together.ts';
import { planVariance, profitInFold } from '#core/rollout/policy/plan-value.ts';
import { splitCounts } from '#core/rollout/policy/split-counts.ts';
import { testCounts } from '#core/rollout/policy/test-counts.ts';
import { createGenerator } from '#core/random/generator.ts';
import { readCellEffects } from '#core/results/cell-effects.ts';
import { armTotals, plantedByColumns } from '../../results/planted-experiment.ts';

const money = (change: Partial<CarrotMoney> = {}): CarrotMoney => ({
  marginPerResponse: 40_000,
  marginPerSales: 0.3,
  rewardPerResponse: 5000,
  costPerContact: 3500,
  ...change,
});
const planted = testCounts(plantedByColumns.strata.map(({ totals }) => totals));

describe('cellProfits', () => {
  it('is margin × lift less the reward of all who come and the contact', () => {
    const counts = testCounts([[armTotals(100, 5), armTotals(100, 28)]]);
    const found = cellProfits(counts, [money()], 'response');
    expect(found.profit[0]).toBeCloseTo(40_000 * 0.23 - 5000 * 0.28 - 3500, 9);
    expect(found.cost[0]).toBeCloseTo(3500 + 1400, 9);
    const own = (35_000 ** 2 * 0.28 * 0.72) / 100;
    expect(found.ownVariance[0]).toBeCloseTo(own, 6);
    expect(found.variance[0]).toBeCloseTo(own + (40_000 ** 2 * 0.05 * 0.95) / 100, 6);
  });

  it('takes money from what was spent, and what goes with responses off its variance', () => {
    // Of 4 customers 2 responded with 100 and 300: variance of the mean 20000 / 4; of the control 1 with 200.
    const counts = testCounts([
      [
        { customers: 4, responders: 1, moneySum: 200, moneySumOfSquares: 40_000 },
        { customers: 4, responders: 2, moneySum: 400, moneySumOfSquares: 100_000 },
      ],
    ]);
    const [carrot] = [money({ marginPerSales: 0.5, rewardPerResponse: 10, costPerContact: 1 })];
    const found = cellProfits(counts, [carrot as CarrotMoney], 'money');
    expect(found.profit[0]).toBeCloseTo(0.5 * (100 - 50) - 10 * 0.5 - 1, 12);
    const own = 0.25 * (20_000 / 4) + (100 * 0.25) / 4 - 2 * 0.5 * 10 * ((100 * 0.5) / 4);
    expect(found.ownVariance[0]).toBeCloseTo(own, 9);
    expect(found.controlVariance[0]).toBeCloseTo(10_000 / 4, 9);
  });

  it('knows nothing of a carrot that was not tried in a cell', () => {
    const counts = testCounts([[armTotals(100, 5), armTotals(0, 0), armTotals(100, 9)]]);
    expect([...cellProfits(counts, [money(), money()], 'response').isKnown]).toEqual([0, 1]);
    const bare = testCounts([[armTotals(0, 0), armTotals(50, 5), armTotals(100, 9)]]);
    expect([...cellProfits(bare, [money(), money()], 'response').isKnown]).toEqual([0, 0]);
  });

  it('is certain of nothing where nobody responded', () => {
    const counts = testCounts([[armTotals(100, 0), armTotals(100, 0)]]);
    expect(cellProfits(counts, [money()], 'response').variance[0]).toBeGreaterThan(0);
  });
});

describe('drawTogether', () => {
  it('draws profits as the results draw effects, where profit is nothing but effect', () => {
    const free = money({ marginPerResponse: 1, rewardPerResponse: 0, costPerContact: 0 });
    const profits = cellProfits(planted, [free, free, free], 'response');
    const drawn = drawTogether(profits, [free, free, free]);
    const pairs = plantedByColumns.strata.map(({ totals: [control, , , point] }) => ({
      control: { events: control?.responders ?? 0, trials: control?.customers ?? 0 },
      treatment: { events: point?.responders ?? 0, trials: point?.customers ?? 0 },
    }));
    for (const [cell, { shrunken }] of readCellEffects(pairs, 0.95).cells.entries()) {
      expect(shrunken.ok && shrunken.value.estimate).toBeCloseTo(
        drawn.profit[cell * 3 + 2] ?? 0,
        12,
      );
      expect(shrunken.ok && shrunken.value.standardError).toBeCloseTo(
        drawn.standardError[cell * 3 + 2] ?? 0,
        12,
      );
    }
  });

  it('gives every cell the mean where nothing tells cells apart', () => {
    const alike = testCounts([1, 2, 3, 4].map(() => [armTotals(100, 5), armTotals(100, 10)]));
    const profits = cellProfits(alike, [money()], 'response');
    const drawn = drawTogether(profits, [money()]);
    for (const profit of drawn.profit) expect(profit).toBeCloseTo(profits.profit[0] ?? 0, 6);
    expect(drawn.standardError[0]).toBeCloseTo(Math.sqrt((profits.variance[0] ?? 0) / 4), 6);
  });
});

describe('a plan', () => {
  it('carries the error of a control once for all carrots that are held against it', () => {
    const profits = cellProfits(planted, [money(), money(), money()], 'response');
    const plan = new Float64Array(27);
    plan.set([10, 20, 30]);
    const control = profits.controlVariance[0] ?? 0;
    const own = [...profits.ownVariance.slice(0, 3)];
    const [one = 0, two = 0, three = 0] = own;
    expect(planVariance(plan, profits)).toBeCloseTo(
      100 * one + 400 * two + 900 * three + (60 * 40_000) ** 2 * control,
      3,
    );
  });

  it('earns in all folds together what it earns in the whole', () => {
    const carrots = [money(), money({ costPerContact: 100 }), money({ rewardPerResponse: 0 })];
    for (const basis of ['response', 'money'] as const) {
      const whole = cellProfits(planted, carrots, basis).profit;
      const folds = splitCounts(planted, 5, createGenerator('folds'));
      const sum = new Float64Array(whole.length);
      for (const part of folds)
        profitInFold(part, planted, 5, carrots, basis).forEach((each, place) => {
          sum[place] = (sum[place] ?? 0) + each;
        });
      sum.forEach((each, place) => expect(each).toBeCloseTo(whole[place] ?? 0, 6));
    }
  });
});
