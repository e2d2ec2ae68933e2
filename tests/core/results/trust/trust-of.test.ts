import { describe, expect, it } from 'vitest';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import { mustStop } from '#core/results/trust/alarm.ts';
import { trustOf } from '#core/results/trust/trust-of.ts';
import { armTotals, columnsPlan, flatTotals, plantedByColumns } from '../planted-experiment.ts';
import { moneyOf, plantedBranches, plantedDetail } from './planted-detail.ts';

interface Changes {
  readonly totals?: ExperimentTotals;
  readonly plan?: Partial<AnalysisPlan>;
  readonly detail?: OutcomeDetail | null;
  readonly sizes?: readonly number[];
  readonly plannedCells?: readonly (readonly number[])[] | null;
  readonly unevenWaves?: readonly number[] | null;
}

function trust({
  totals = plantedByColumns,
  plan = {},
  detail = plantedDetail,
  sizes,
  plannedCells = null,
  unevenWaves = null,
}: Changes) {
  const read = { ...columnsPlan, ...plan };
  const analysis = analyseExperiment(totals, read, sizes ?? null);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  return trustOf({
    plan: read,
    totals,
    analysis: analysis.value,
    detail,
    plannedCells,
    unevenWaves,
  });
}

const withBranches = (
  change: (arm: number) => Partial<OutcomeDetail['branches'][number]>,
): OutcomeDetail => ({
  ...plantedDetail,
  branches: plantedBranches.map((branches, arm) => ({ ...branches, ...change(arm) })),
});

const leftOut = (change: Partial<ExperimentTotals['leftOut']>): ExperimentTotals => ({
  ...plantedByColumns,
  leftOut: { ...plantedByColumns.leftOut, ...change },
});

const days = (control: readonly number[], carrot: readonly number[]): OutcomeDetail => ({
  ...plantedDetail,
  daily: {
    first: '2017-03-01',
    responders: [control, control, control, carrot],
    money: null,
    undated: [0, 0, 0, 0],
  },
  days: { first: '2017-03-01', last: `2017-03-${String(control.length).padStart(2, '0')}` },
});

describe('trust in a result', () => {
  it('has nothing against the bundled sample, and says what it could not check', () => {
    const found = trust({});
    expect(found.alarms).toEqual([]);
    expect(found.passed).toEqual([
      'split',
      'split-by-cell',
      'several-arms',
      'missing-outcomes',
      'delivery',
      'largest-amounts',
      'rows-used',
      'repeated-customers',
    ]);
    expect(found.notPossible).toEqual(['waves', 'other-lists', 'over-time', 'window']);
    expect(mustStop(found)).toBe(false);
  });

  it('stops at a broken split, and only there', () => {
    const broken = trust({
      totals: flatTotals([
        ['CONTROL', 821_588, 100],
        ['POINT', 815_482, 100],
      ]),
      detail: null,
    });
    expect(broken.alarms).toMatchObject([
      { code: 'split-broken', severity: 'stop', advice: 'stop-reading' },
    ]);
    expect(mustStop(broken)).toBe(true);
    const uneven = trust({
      totals: flatTotals([
        ['CONTROL', 44_700, 100],
        ['POINT', 45_489, 100],
      ]),
      detail: null,
    });
    // R: chisq.test(c(44700, 45489)) gives 0.0086, chisq.test(c(44800, 45489)) 0.0218.
    expect(uneven.alarms).toMatchObject([{ code: 'split-uneven', severity: 'doubt' }]);
    const slightly = trust({
      totals: flatTotals([
        ['CONTROL', 44_800, 100],
        ['POINT', 45_489, 100],
      ]),
      detail: null,
    });
    expect(slightly.alarms).toMatchObject([{ code: 'split-uneven', severity: 'note' }]);
  });

  it('finds opposite losses in two cells that cancel in the whole', () => {
    const totals: ExperimentTotals = {
      ...plantedByColumns,
      strata: plantedByColumns.strata.map((stratum, cell) => ({
        ...stratum,
        totals: stratum.totals.map((arm, place) =>
          cell > 1 || place < 2 ? arm : armTotals(cell === place - 2 ? 50 : 150, arm.responders),
        ),
      })),
    };
    const assumed = trust({ totals });
    expect(assumed.passed).toContain('split');
    expect(assumed.alarms).toMatchObject([
      {
        code: 'split-broken-in-cell',
        // Nobody stated the sizes, but seven of nine cells have equal arms.
        severity: 'stop',
        advice: 'stop-reading',
        facts: { stratum: 0, sizes: [100, 100, 50, 150], cellsAffected: 2, othersFit: true },
      },
    ]);
    const plannedCells = totals.strata.map(() => [100, 100, 100, 100]);
    expect(mustStop(trust({ totals, plannedCells }))).toBe(true);
    const asPlanned = totals.strata.map(({ totals: arms }) => arms.map((arm) => arm.customers));
    expect(trust({ totals, plannedCells: asPlanned }).passed).toContain('split-by-cell');
  });

  it.each([
    ['most cells are off', 5],
    ['hardly any cell is not', 8],
  ])('doubts only, where nobody stated sizes and %s', (_, cells) => {
    const totals: ExperimentTotals = {
      ...plantedByColumns,
      strata: plantedByColumns.strata.map((stratum, cell) => ({
        ...stratum,
        totals: stratum.totals.map((arm, place) =>
          cell >= cells || place < 2
            ? arm
            : armTotals((cell + place) % 2 === 0 ? 50 : 150, arm.responders),
        ),
      })),
    };
    expect(trust({ totals }).alarms).toMatchObject([
      { code: 'split-broken-in-cell', severity: 'doubt', facts: { othersFit: false } },
    ]);
  });

  it.each([
    [12, 'doubt', 'exclude'],
    [37, 'stop', 'stop-reading'],
  ])('weighs %i customers in two arms of 3,600 as %s', (customers, severity, advice) => {
    const inSeveralArms = { customers, examples: ['C1'] };
    expect(trust({ detail: { ...plantedDetail, inSeveralArms } }).alarms).toMatchObject([
      { code: 'in-several-arms', severity, advice, facts: { customers, share: customers / 3600 } },
    ]);
  });

  it.each([
    [36, 'note'],
    [37, 'doubt'],
  ])('tells of %i rows of customers in two arms that were left out as a %s', (rows, severity) => {
    const plan = { severalArms: 'leave-out' } as const;
    const totals = leftOut({ inSeveralArms: rows });
    const inSeveralArms = { customers: 18, examples: ['C1'] };
    const [alarm] = trust({ plan, totals, detail: { ...plantedDetail, inSeveralArms } }).alarms;
    expect(alarm).toMatchObject({
      code: 'several-arms-left-out',
      severity,
      facts: { customers: 18, rows, share: rows / (3600 + rows) },
    });
    // Of a concluded result only the counts are kept.
    expect(trust({ plan, totals, detail: null }).alarms).toMatchObject([
      { facts: { customers: null, rows } },
    ]);
  });

  it('tells of customers that other lists hold', () => {
    const onOtherLists = [
      { experiment: 4, customers: 300 },
      { experiment: 5, customers: 0 },
    ];
    const source = {
      ...columnsPlan.source,
      kind: 'drawn',
      experiment: 1,
      everyRow: 'responded',
      furtherFiles: [],
    } as unknown as AnalysisPlan['source'];
    const found = trust({ plan: { source }, detail: { ...plantedDetail, onOtherLists } });
    expect(found.alarms).toMatchObject([
      { code: 'on-other-lists', severity: 'doubt', facts: { customers: 300, experiments: [4] } },
    ]);
  });

  it('stops where outcomes are missing more in one arm, and notes where they are missing alike', () => {
    const differ = withBranches((arm) => ({ missingOutcome: arm === 3 ? 60 : 20 }));
    const totals = leftOut({ missingOutcome: 120 });
    expect(trust({ totals, detail: differ }).alarms).toMatchObject([
      { code: 'missing-outcomes-differ', severity: 'stop', facts: { byArm: { length: 4 } } },
    ]);
    const alike = withBranches(() => ({ missingOutcome: 30 }));
    expect(trust({ totals, detail: alike }).alarms).toMatchObject([
      { code: 'missing-outcomes', severity: 'note', facts: { customers: 120, share: 120 / 3720 } },
    ]);
  });

  it('compares deliveries among those that were contacted', () => {
    const differ = withBranches((arm) => ({ bounced: [0, 36, 36, 90][arm] ?? 0 }));
    expect(trust({ detail: differ }).alarms).toMatchObject([
      {
        code: 'delivery-differs',
        severity: 'doubt',
        facts: { byArm: [{ arm: 'COUPON' }, { arm: 'GIFT' }, { arm: 'POINT', share: 0.1 }] },
      },
    ]);
  });

  it('sees a difference in money that a few customers make', () => {
    const fewLarge = { sum: 5_000_000, sumOfSquares: 3.6e12 };
    const detail: OutcomeDetail = {
      ...plantedDetail,
      arms: ['CONTROL', 'POINT'],
      branches: plantedBranches.slice(0, 2),
      strata: [
        {
          key: [],
          arms: [moneyOf(900, 30, 900_000), { ...moneyOf(900, 32, 960_000), money: fewLarge }],
        },
      ],
    };
    const totals = flatTotals([
      ['CONTROL', 900, 30],
      ['POINT', 900, 32],
    ]);
    const { alarms } = trust({ totals, detail });
    expect(alarms).toMatchObject([
      { code: 'largest-amounts-decide', severity: 'doubt', facts: { arm: 'POINT' } },
    ]);
    const [alarm] = alarms;
    if (alarm?.code !== 'largest-amounts-decide') throw new Error('No alarm');
    expect(alarm.facts.cappedDifference).toBeCloseTo(60_000 / 900, 9);
    expect(alarm.facts.difference).toBeCloseTo(4_100_000 / 900, 9);
  });

  it('sees an effect that fades, and leaves a steady one alone', () => {
    const control = [10, 10, 10, 10, 10, 10];
    expect(trust({ detail: days(control, [60, 50, 20, 10, 10, 10]) }).alarms).toMatchObject([
      { code: 'effect-changes', facts: { arm: 'POINT', until: '2017-03-02' } },
    ]);
    expect(trust({ detail: days(control, [30, 30, 30, 30, 30, 30]) }).passed).toContain(
      'over-time',
    );
  });

  it('waits while the responses do not reach the end of the window', () => {
    const detail = days([5, 5, 5], [9, 9, 9]);
    const plan = { window: { from: '2017-03-01', to: '2017-03-10' } };
    const open = trust({ plan, detail });
    expect(open.alarms).toMatchObject([
      {
        code: 'window-open',
        severity: 'doubt',
        advice: 'wait',
        facts: { reached: '2017-03-03', to: '2017-03-10' },
      },
    ]);
    const [alarm] = open.alarms;
    // 24 a day, for seven days more.
    expect(alarm?.code === 'window-open' && alarm.facts.chanceOfSilence).toBeCloseTo(
      Math.exp(-24 * 7),
      80,
    );
    const quiet = days([5, 5, 5, 0, 0, 0, 0, 0, 0, 0], [9, 9, 9, 0, 0, 0, 0, 0, 0, 0]);
    const later = { window: { from: '2017-03-01', to: '2017-03-20' } };
    expect(trust({ plan: later, detail: quiet }).alarms).toMatchObject([
      { code: 'window-open', severity: 'note' },
    ]);
    expect(
      trust({ plan: { window: { from: '2017-03-01', to: '2017-03-03' } }, detail }).passed,
    ).toContain('window');
  });

  it('weighs rows that do not count by their share', () => {
    const plan = { window: { from: '2017-03-01', to: '2017-03-03' } };
    const detail = days([5, 5, 5], [9, 9, 9]);
    expect(
      trust({ plan, detail, totals: leftOut({ beforeWindow: 2, afterWindow: 40 }) }).alarms,
    ).toMatchObject([
      { code: 'outside-window', severity: 'doubt', facts: { before: 2, after: 40 } },
    ]);
    expect(trust({ totals: leftOut({ notOnList: 3 }) }).alarms).toMatchObject([
      { code: 'not-on-list', severity: 'note' },
    ]);
    expect(trust({ totals: leftOut({ missingArm: 300, noStratum: 1 }) }).alarms).toMatchObject([
      { code: 'rows-unused', severity: 'doubt' },
    ]);
    expect(trust({ totals: leftOut({ repeatedCustomers: 3 }) }).alarms).toMatchObject([
      { code: 'repeated-customers', severity: 'doubt', facts: { added: false } },
    ]);
    expect(trust({ unevenWaves: [] }).passed).toContain('waves');
    expect(trust({ unevenWaves: [3] }).alarms).toMatchObject([
      { code: 'waves-differ', severity: 'doubt', facts: { waves: [3] } },
    ]);
    const marks = withBranches(() => ({ purchasedWithoutResponse: 2 }));
    expect(trust({ detail: marks }).alarms).toMatchObject([
      { code: 'contradicting-marks', facts: { purchasedWithoutResponse: 8 } },
    ]);
  });

  it('puts the gravest alarm first', () => {
    const detail = {
      ...withBranches((arm) => ({ bounced: [0, 36, 36, 90][arm] ?? 0 })),
      inSeveralArms: { customers: 200, examples: [] },
    };
    const { alarms } = trust({ detail, totals: leftOut({ notOnList: 1 }) });
    expect(alarms.map(({ severity }) => severity)).toEqual(['stop', 'doubt', 'note']);
  });
});
