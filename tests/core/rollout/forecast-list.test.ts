import { describe, expect, it } from 'vitest';
import type { ArmTotals } from '#core/results/analysis.ts';
import { forecastList, type ForecastCell } from '#core/rollout/list/forecast-list.ts';
import { usualOutlook } from '#core/rollout/outlook/outlook-plan.ts';

const arm = (responders: number, customers: number): ArmTotals => ({
  customers,
  responders,
  moneySum: responders * 30_000,
  moneySumOfSquares: responders * 30_000 ** 2,
});
const terms = (name: string) => ({
  arm: name,
  marginPerResponse: 100_000,
  rewardPerResponse: 5000,
  costPerContact: 3500,
});

describe('what is expected of a rollout list', () => {
  it('of one cell is what the experiment showed there, its own chance apart', () => {
    const cell: ForecastCell = {
      contacted: 9800,
      heldBack: 0,
      carrot: 'POINT',
      control: arm(40, 988),
      carrots: [arm(118, 988)],
    };
    const found = forecastList({
      cells: [cell],
      terms: [terms('POINT')],
      whatIf: usualOutlook,
      conclusion: null,
    });
    if (!found.ok) throw new Error(found.problem.code);
    const [part, whole] = found.value.parts;
    // Binomial shares and their standard errors by hand, of 988 tested and of 9,800 to come.
    expect(part?.treatmentShare.estimate).toBeCloseTo(0.1194331983805668, 14);
    expect(part?.treatmentShare.standardError).toBeCloseTo(0.01031727990709426, 14);
    expect(part?.treatmentShare.chance).toBeCloseTo(0.0032759000867054904, 14);
    expect(whole).toEqual({ ...part, arm: null });
    // Nobody is held back: nothing can be told of a difference.
    expect(part).toMatchObject({ controlShare: null, difference: null, profitPerContact: null });
  });

  it('by cells weighs each by its contacted customers, and the parts add up to the whole', () => {
    const planted = [
      [2, 5, 5, 12], [2, 6, 4, 6], [1, 5, 2, 1],
      [3, 7, 7, 18], [3, 9, 6, 9], [2, 8, 4, 2],
      [5, 10, 11, 28], [4, 13, 9, 14], [3, 13, 6, 4],
    ]; // prettier-ignore
    const given = ['POINT', 'COUPON', 'COUPON', 'POINT', 'POINT', 'COUPON', 'POINT', 'POINT', 'COUPON']; // prettier-ignore
    const sent = [91, 351, 2530, 41, 443, 2891, 146, 549, 2061];
    const held = [10, 39, 281, 4, 49, 321, 16, 60, 229];
    const found = forecastList({
      cells: planted.map(([control = 0, ...carrots], cell) => ({
        contacted: sent[cell] ?? 0,
        heldBack: held[cell] ?? 0,
        carrot: given[cell] ?? null,
        control: arm(control, 100),
        carrots: carrots.map((responders) => arm(responders, 100)),
      })),
      terms: ['COUPON', 'GIFT', 'POINT'].map(terms),
      whatIf: usualOutlook,
      conclusion: null,
    });
    if (!found.ok) throw new Error(found.problem.code);
    const [coupon, point, whole] = found.value.parts;
    expect([coupon?.arm, point?.arm, whole?.arm]).toEqual(['COUPON', 'POINT', null]);
    expect([coupon?.contacted, point?.contacted, whole?.contacted]).toEqual([7833, 1270, 9103]);
    for (const part of found.value.parts) {
      const { treatmentShare, controlShare, difference } = part;
      const sum = (controlShare?.estimate ?? NaN) + (difference?.estimate ?? NaN);
      expect(treatmentShare.estimate).toBeCloseTo(sum, 12);
    }
    const weighted = (7833 * (coupon?.difference?.estimate ?? NaN) + 1270 * (point?.difference?.estimate ?? NaN)) / 9103; // prettier-ignore
    expect(whole?.difference?.estimate).toBeCloseTo(weighted, 12);
    // Points are better than coupons where they go, and their cells are drawn towards the carrot’s mean.
    expect(point?.difference?.estimate).toBeGreaterThan(coupon?.difference?.estimate ?? NaN);
  });
});
