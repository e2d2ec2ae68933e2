import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result.ts';
import type { AnalysisPlan, ArmTotals, ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { CarrotComparison, ExperimentAnalysis } from '#core/results/reading.ts';
import {
  armTotals,
  cellsPlan,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedByCells,
  plantedByColumns,
} from './planted-experiment.ts';

function analyse(
  totals: ExperimentTotals = plantedByColumns,
  plan: AnalysisPlan = columnsPlan,
  sizes: readonly number[] | null = null,
): ExperimentAnalysis {
  return value(analyseExperiment(totals, plan, sizes));
}

function value<Value>(result: Result<Value> | undefined | null): Value {
  if (!result?.ok) throw new Error(result ? result.problem.code : 'nothing');
  return result.value;
}

function carrot(analysis: ExperimentAnalysis, arm: string): CarrotComparison {
  const comparison = analysis.comparisons.find((found) => found.arm === arm);
  if (!comparison) throw new Error(arm);
  return comparison;
}

describe('the planted experiment', () => {
  const analysis = analyse();

  it('has 25, 76, 54 and 94 responders of 900 each, and an even split', () => {
    expect(analysis.arms.map(({ customers, responders }) => [customers, responders])).toEqual([
      [900, 25],
      [900, 76],
      [900, 54],
      [900, 94],
    ]);
    expect(value(analysis.sampleRatio)).toMatchObject({ pValue: 1, alarm: false });
    expect(analysis).toMatchObject({ customers: 3600, responders: 249, expectedSplit: 'equal' });
  });

  it.each([
    ['POINT', 42.840646, 44.12234],
    ['COUPON', 27.283376, 27.332682],
    ['GIFT', 11.134239, 11.169926],
  ])('gives %s against control the chi-square %d and CMH %d', (arm, chiSquare, cmh) => {
    const { pooled, stratified } = carrot(analysis, arm);
    expect(value(pooled).statistic).toBeCloseTo(chiSquare, 6);
    expect(value(stratified?.cochranMantelHaenszel).statistic).toBeCloseTo(cmh, 6);
  });

  it('gives the three p-values of the sample', () => {
    expect(value(carrot(analysis, 'POINT').pooled).pValue / 5.94e-11).toBeCloseTo(1, 3);
    expect(value(carrot(analysis, 'COUPON').pooled).pValue / 1.76e-7).toBeCloseTo(1, 2);
    expect(value(carrot(analysis, 'GIFT').pooled).pValue).toBeCloseTo(8.475e-4, 7);
  });

  it('gives point a common odds ratio of 4.179724, 2.659882 to 6.567993', () => {
    const { oddsRatio, oddsRatioInterval } = value(
      carrot(analysis, 'POINT').stratified?.cochranMantelHaenszel,
    );
    expect(oddsRatio).toBeCloseTo(4.179724, 6);
    expect(oddsRatioInterval?.low).toBeCloseTo(2.659882, 6);
    expect(oddsRatioInterval?.high).toBeCloseTo(6.567993, 6);
  });

  it('finds no overall winner: point against coupon p 0.146851, CMH 0.142777', () => {
    const pair = analysis.carrotPairs.find(({ first, second }) => first === 'COUPON' && second === 'POINT'); // prettier-ignore
    expect(value(pair?.pooled).pValue).toBeCloseTo(0.146851, 6);
    expect(value(pair?.cochranMantelHaenszel).pValue).toBeCloseTo(0.142777, 6);
    expect(value(pair?.response).difference).toBeCloseTo(-0.02, 12);
  });

  it('finds that carrots differ along points and not along dormancy', () => {
    const [dormancy, points] = analysis.interactions;
    expect(value(points?.test).statistic).toBeCloseTo(30.864816, 6);
    expect(value(points?.test).degreesOfFreedom).toBe(6);
    expect(value(points?.test).pValue).toBeCloseTo(2.6901e-5, 9);
    expect(value(points?.test).pValueAdjusted).toBeCloseTo(2 * 2.6901e-5, 8);
    expect(value(dormancy?.test).statistic).toBeCloseTo(0.105981, 6);
    expect(value(dormancy?.test).pValue).toBeCloseTo(0.99998, 5);
  });

  it('finds point best for high points and coupon best for low points', () => {
    const points = analysis.interactions[1];
    expect(points?.bestByLevel.map(({ level, arms }) => [level, arms])).toEqual([
      ['high', ['POINT']],
      ['mid', ['POINT']],
      ['low', ['COUPON']],
    ]);
    expect(points?.bestByLevel[0]).toMatchObject({ customers: 300, share: 58 / 300 });
    expect(value(points?.bestByLevel[2]?.difference).difference).toBeCloseTo(20 / 300, 12);
  });

  it('adjusts the three carrots by Holm and puts intervals around what was observed', () => {
    const responses = analysis.comparisons.map(({ response }) => value(response));
    const [coupon, gift, point] = responses;
    expect(point?.pValueAdjusted).toBe(3 * (point?.pValue ?? 0));
    expect(coupon?.pValueAdjusted).toBe(2 * (coupon?.pValue ?? 0));
    expect(gift?.pValueAdjusted).toBe(gift?.pValue);
    expect(point?.difference).toBeCloseTo(69 / 900, 12);
    for (const { difference, interval } of responses) {
      expect(interval.low).toBeGreaterThan(0);
      expect(interval.low).toBeLessThan(difference);
      expect(interval.high).toBeGreaterThan(difference);
    }
    expect(value(carrot(analysis, 'POINT').relativeLift).lift).toBeCloseTo(2.76, 12);
  });

  it('reads the same from a finished file and from our own draw', () => {
    const drawn = analyse(plantedByCells, cellsPlan);
    expect(drawn.comparisons).toEqual(analysis.comparisons);
    expect(drawn.interactions.map(({ attribute }) => attribute)).toEqual(['Dormancy', 'Points']);
    expect(drawn.interactions.map(({ bestByLevel }) => bestByLevel)).toEqual(
      analysis.interactions.map(({ bestByLevel }) => bestByLevel),
    );
    for (const [place, { test }] of drawn.interactions.entries())
      expect(value(test).statistic).toBeCloseTo(
        value(analysis.interactions[place]?.test).statistic,
        8,
      );
  });
});

describe('an analysis', () => {
  const arms = [
    ['none', 100, 4],
    ['card', 100, 9],
  ] as const;

  it('refuses a control that is not among the arms', () => {
    expect(analyseExperiment(plantedByColumns, { ...columnsPlan, control: 'nobody' })).toEqual({
      ok: false,
      problem: { code: 'control-not-found', control: 'nobody', arms: plantedByColumns.arms },
    });
  });

  it('has no stratified part, no money and no interactions where there are none', () => {
    const analysis = analyse(flatTotals(arms), { ...flatPlan, control: 'none' });
    expect(analysis.comparisons[0]).toMatchObject({ stratified: null, money: null });
    expect(analysis.arms[0]?.money).toBe(null);
    expect(analysis.interactions).toEqual([]);
    expect(analysis.carrotPairs).toEqual([]);
  });

  it('sees no variation where everybody spent the same, however the sums are rounded', () => {
    const source = { ...flatPlan.source, moneyColumn: 'spend' };
    const plan = { ...flatPlan, control: 'none', source };
    const summed = (customers: number, money: number) =>
      Array.from({ length: customers }).reduce<ArmTotals>(
        (sum) => ({
          ...sum,
          moneySum: sum.moneySum + money,
          moneySumOfSquares: sum.moneySumOfSquares + money * money,
        }),
        { customers, responders: customers, moneySum: 0, moneySumOfSquares: 0 },
      );
    for (const money of [9.99, 0.1, 33.33, 1e7 / 3]) {
      const arms = [summed(700, money), summed(900, money)];
      const strata = [{ key: [], population: null, totals: arms }];
      const totals = { ...flatTotals([['none', 1, 0], ['gift', 1, 0]]), strata }; // prettier-ignore
      const [comparison] = value(analyseExperiment(totals, plan)).comparisons;
      expect(comparison?.money?.difference).toMatchObject({ problem: { code: 'no-variation' } });
    }
  });

  it('compares money per customer, zeros included, where there is a money column', () => {
    const plan: AnalysisPlan = {
      ...flatPlan,
      control: 'none',
      source: { ...columnsPlan.source, kind: 'table', moneyColumn: 'spend' } as AnalysisPlan['source'], // prettier-ignore
    };
    const analysis = analyse(flatTotals(arms, 1000), plan);
    expect(value(analysis.arms[1]?.money).mean).toBe(90);
    const money = analysis.comparisons[0]?.money;
    expect(value(money?.difference).difference).toBe(50);
    expect(value(money?.difference).pValueAdjusted).toBe(value(money?.difference).pValue);
    expect(value(money?.relativeLift).lift).toBe(1.25);
  });

  it('hides nothing behind an arm without customers, and adjusts for the carrots that could be compared', () => {
    const analysis = analyse(
      flatTotals([
        ['none', 100, 4],
        ['card', 100, 19],
        ['empty', 0, 0],
        ['gift', 100, 8],
      ]),
      { ...flatPlan, control: 'none' },
    );
    expect(carrot(analysis, 'empty').response).toMatchObject({
      ok: false,
      problem: { code: 'no-trials' },
    });
    expect(analysis.arms[2]?.response).toMatchObject({ problem: { code: 'no-trials' } });
    const card = value(carrot(analysis, 'card').response);
    expect(card.pValueAdjusted).toBe(2 * card.pValue);
    expect(value(analysis.sampleRatio).alarm).toBe(true);
  });

  it('gives no p-value where nobody responded, and says so', () => {
    const silent = flatTotals([
      ['none', 100, 0],
      ['card', 100, 0],
    ]);
    const analysis = analyse(silent, { ...flatPlan, control: 'none' });
    expect(analysis.comparisons[0]?.response).toMatchObject({ problem: { code: 'no-variation' } });
    expect(value(analysis.arms[0]?.response).interval.high).toBeGreaterThan(0);
  });

  it('holds the split against the sizes that were planned', () => {
    const uneven = flatTotals([
      ['none', 1200, 20],
      ['card', 1500, 90],
    ]);
    const plan = { ...flatPlan, control: 'none' };
    expect(value(analyse(uneven, plan).sampleRatio).alarm).toBe(true);
    const planned = analyse(uneven, plan, [1200, 1500]);
    expect(planned.expectedSplit).toBe('planned');
    expect(value(planned.sampleRatio)).toMatchObject({ statistic: 0, alarm: false });
  });

  it('takes arms within a quarter of each other to be meant equal, and does not judge others without a plan', () => {
    const split = (treated: number) =>
      analyse(flatTotals([['none', 1000, 30], ['gift', treated, 60]]), { ...flatPlan, control: 'none' }); // prettier-ignore
    expect(split(1333)).toMatchObject({ expectedSplit: 'equal', sampleRatio: { ok: true } });
    expect(split(1334)).toMatchObject({
      expectedSplit: 'unknown',
      sampleRatio: { ok: false, problem: { code: 'split-not-stated' } },
    });
  });

  it('does not fit what would take minutes, and reads the rest', () => {
    const arms = ['none', 'card', 'gift'];
    const strata = Array.from({ length: 2000 }, (_, level) => ({
      key: [String(level)],
      totals: arms.map((_, arm) => armTotals(10, arm + 1)),
      population: null,
    }));
    const plan = {
      ...columnsPlan,
      control: 'none',
      strata: { kind: 'columns', columns: ['zip'] },
    } as const;
    const analysis = analyse({ ...plantedByColumns, arms, strata }, plan);
    expect(analysis.interactions[0]?.test).toEqual({
      ok: false,
      problem: { code: 'too-many-levels', cells: 6000, parameters: 6000 },
    });
    expect(value(analysis.comparisons[0]?.stratified?.difference).difference).toBeCloseTo(0.1, 12);
  });

  it('reads a lone control without comparisons', () => {
    const analysis = analyse(flatTotals([['none', 100, 4]]), { ...flatPlan, control: 'none' });
    expect(analysis.comparisons).toEqual([]);
    expect(analysis.sampleRatio).toMatchObject({ problem: { code: 'too-few-arms' } });
  });
});
