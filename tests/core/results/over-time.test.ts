import { describe, expect, it } from 'vitest';
import { usualReading } from '#core/results/analysis.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import { isSpreadUnevenly } from '#core/results/over-time/cohort-days.ts';
import { overTime } from '#core/results/over-time/over-time.ts';
import { responseScore } from '#core/stats/sequential/response-score.ts';
import { responseSequence } from '#core/stats/sequential/response-sequence.ts';
import { refusalOf, valueOf } from '../stats/oracle.ts';
import { admissions, armTotals, flatTotals, plantedByColumns } from './planted-experiment.ts';
import { plantedBranches, plantedDetail } from './trust/planted-detail.ts';

const plan = { ...usualReading, control: 'CONTROL' };
const window = { from: '2017-03-01', to: '2017-03-12' };

/** Two arms of 900 with responses by day from 1 March. */
function detailOf(control: readonly number[], carrot: readonly number[]): OutcomeDetail {
  return {
    ...plantedDetail,
    arms: ['CONTROL', 'POINT'],
    branches: plantedBranches.slice(0, 2),
    daily: {
      first: '2017-03-01',
      responders: [control, carrot],
      money: null,
      undated: [1, 2],
    },
    days: { first: '2017-03-01', last: `2017-03-${String(control.length).padStart(2, '0')}` },
  };
}
const totals = flatTotals([
  ['CONTROL', 900, 30],
  ['POINT', 900, 90],
]);
const strong = detailOf([3, 3, 3, 3, 3, 3], [12, 12, 12, 12, 12, 12]);
const weak = detailOf([3, 3, 3, 3, 3, 3], [4, 2, 3, 4, 3, 3]);

describe('an experiment over time', () => {
  it('looked at any time gives the confidence sequence, and stops on the first day it may', () => {
    const found = valueOf(overTime(totals, strong, { ...plan, looks: { kind: 'any-time' } }));
    const [carrot] = found.carrots;
    let [treatment, control] = [900, 900];
    const days = [0, 1, 2, 3, 4, 5].map(() => {
      const day = {
        waitingTreatment: treatment,
        waitingControl: control,
        treatment: 12,
        control: 3,
      };
      treatment -= 12;
      control -= 3;
      return day;
    });
    const readings = valueOf(responseSequence(days, { confidenceShare: 0.95, effectSpread: 0.5 }));
    const first = readings.findIndex(({ pValue }) => pValue <= 0.05);
    expect(first).toBeGreaterThan(0);
    expect(carrot?.decision).toEqual({
      code: 'may-stop',
      day: `2017-03-0${first + 1}`,
      isBetter: true,
    });
    expect(carrot?.points[5]).toMatchObject({
      day: '2017-03-06',
      responders: 72,
      controlResponders: 18,
      difference: 54 / 900,
      ratio: Math.exp(readings[5]?.logRatio ?? NaN),
      interval: { low: Math.exp(readings[5]?.interval.low ?? NaN) },
    });
    expect(found.undated).toBe(3);
    const calm = valueOf(overTime(totals, weak, { ...plan, looks: { kind: 'any-time' } }));
    expect(calm.carrots[0]?.decision).toEqual({ code: 'go-on', nextLook: null });
  });

  it('looked at once describes, and never says that one may stop', () => {
    const found = valueOf(overTime(totals, strong, { ...plan, window }));
    expect(found.carrots[0]?.decision).toEqual({ code: 'look-once', isOver: false });
    const plain = valueOf(
      responseScore(
        [{ waitingTreatment: 900, waitingControl: 900, treatment: 12, control: 3 }],
        1.959963984540054,
      ),
    );
    expect(found.carrots[0]?.points[0]?.interval?.low).toBeCloseTo(Math.exp(plain.interval.low), 9);
  });

  it('looked at as planned stops at looks only', () => {
    const looks = { kind: 'planned', looks: 4 } as const;
    const found = valueOf(overTime(totals, strong, { ...plan, window, looks }));
    const [carrot] = found.carrots;
    // Looks at the end of days 3, 6, 9 and 12; the responses reach to day 6.
    expect(carrot?.points.map(({ look }) => look)).toEqual([null, null, 1, null, null, 2]);
    expect(carrot?.decision).toEqual({ code: 'may-stop', day: '2017-03-06', isBetter: true });
    const calm = valueOf(overTime(totals, weak, { ...plan, window, looks }));
    expect(calm.carrots[0]?.decision).toEqual({ code: 'go-on', nextLook: '2017-03-09' });
    const over = valueOf(
      overTime(totals, weak, { ...plan, window: { ...window, to: '2017-03-06' }, looks }),
    );
    expect(over.carrots[0]?.decision).toEqual({ code: 'ended' });
    const noWindow = valueOf(overTime(totals, strong, { ...plan, looks }));
    expect(noWindow.carrots[0]?.decision).toEqual({ code: 'window-needed' });
  });

  it('shares the false-alarm chance among the carrots, unless the plan does not', () => {
    const detail: OutcomeDetail = {
      ...strong,
      arms: ['CONTROL', 'POINT', 'GIFT'],
      branches: plantedBranches.slice(0, 3),
      daily: {
        first: '2017-03-01',
        responders: [[3], [9], [4]],
        money: null,
        undated: [0, 0, 0],
      },
    };
    const three = flatTotals([
      ['CONTROL', 900, 3],
      ['POINT', 900, 9],
      ['GIFT', 900, 4],
    ]);
    expect(valueOf(overTime(three, detail, plan)).alpha).toBeCloseTo(0.025, 12);
    expect(valueOf(overTime(three, detail, { ...plan, multiplicity: 'none' })).alpha).toBeCloseTo(
      0.05,
      12,
    );
  });

  it('says nothing beyond chance where cells weigh differently by arm', () => {
    expect(isSpreadUnevenly(admissions, 'men', 'K')).toBe(true);
    expect(isSpreadUnevenly(plantedByColumns, 'POINT', 'CONTROL')).toBe(false);
    const uneven = {
      ...totals,
      strata: [
        { key: ['a'], totals: [armTotals(800, 10), armTotals(100, 10)], population: null },
        { key: ['b'], totals: [armTotals(100, 10), armTotals(800, 10)], population: null },
      ],
    };
    const found = valueOf(overTime(uneven, strong, { ...plan, looks: { kind: 'any-time' } }));
    expect(found.carrots[0]?.decision).toEqual({ code: 'spread-unevenly' });
  });

  it('puts days together where there are very many responses, and is refused without days', () => {
    const many = detailOf(
      Array.from({ length: 30 }, () => 10),
      Array.from({ length: 30 }, () => 20),
    );
    const large: OutcomeDetail = {
      ...many,
      branches: many.branches.map((branches) => ({ ...branches, customers: 900_000 })),
      daily: many.daily && {
        ...many.daily,
        responders: many.daily.responders.map((arm) => arm.map((count) => count * 40)),
      },
    };
    const found = valueOf(overTime(totals, large, plan));
    expect(found.carrots[0]?.points).toHaveLength(15);
    expect(found.carrots[0]?.points.at(-1)).toMatchObject({
      day: '2017-03-30',
      responders: 24_000,
      controlResponders: 12_000,
    });
    expect(refusalOf(overTime(totals, plantedDetail, plan))).toBe('no-days');
  });
});
