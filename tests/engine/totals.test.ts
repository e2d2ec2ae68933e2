import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import {
  type ExperimentTotals,
  type OutcomeSource,
  type Strata,
  noFurtherColumns,
  usualReading,
} from '#core/results/analysis.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const contacts: OutcomeSource = {
  kind: 'table',
  table: 'data_3',
  customerColumn: 'customer_id',
  armColumn: 'arm',
  outcomeColumn: 'responded',
  moneyColumn: 'amount',
  ...noFurtherColumns,
};

/** Responders planted per cell (row-major: short, mid, long; low, mid, high) for CONTROL, COUPON, GIFT, POINT. */
const planted = [
  [3, 13, 6, 4],
  [4, 13, 9, 14],
  [5, 10, 11, 28],
  [2, 8, 4, 2],
  [3, 9, 6, 9],
  [3, 7, 7, 18],
  [1, 5, 2, 1],
  [2, 6, 4, 6],
  [2, 5, 5, 12],
];

describe('the totals of an experiment', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = openEngine();
    await engine.request('load-sample', {});
  });

  function totals(strata: Strata, outcome: OutcomeSource = contacts, armNames: string[] = []) {
    return engine.request('total-experiment', {
      plan: { ...usualReading, source: outcome, strata, control: armNames[0] ?? 'CONTROL' },
      source: sampleSource,
      rules: defaultStageRules,
      running: [],
      armNames,
    });
  }

  const responders = ({ strata }: ExperimentTotals) =>
    strata.map((stratum) => stratum.totals.map((arm) => arm.responders));

  it('are the planted ones for the finished experiment of the sample', async () => {
    const whole = value(await totals({ kind: 'none' }));
    expect(whole.arms).toEqual(['CONTROL', 'COUPON', 'GIFT', 'POINT']);
    expect(responders(whole)).toEqual([[25, 76, 54, 94]]);
    expect(whole.strata[0]?.totals.map(({ customers }) => customers)).toEqual([900, 900, 900, 900]);
    const money = whole.strata[0]?.totals.slice(1).map(({ moneySum }) => moneySum) ?? [];
    expect(money.reduce((sum, amount) => sum + amount, 0)).toBe(6_100_700);
    expect(whole.leftOut).toEqual({
      missingArm: 0,
      missingOutcome: 0,
      noStratum: 0,
      notOnList: 0,
      repeatedCustomers: 0,
      inSeveralArms: 0,
      beforeWindow: 0,
      afterWindow: 0,
    });
  });

  it('are the planted ones in every cell, found through the customer id', async () => {
    const byCell = value(await totals({ kind: 'cells', design: deckDesign() }));
    expect(responders(byCell)).toEqual(planted);
    expect(byCell.strata.map(({ population }) => population)).toEqual([
      2690, 1009, 562, 3612, 892, 445, 3211, 790, 501,
    ]);
    expect(
      byCell.strata.every(({ totals: arms }) => arms.every((arm) => arm.customers === 100)),
    ).toBe(true);
  });

  it('are refused, and the quota table too, where a design has more cells than can be allocated', async () => {
    const deck = deckDesign();
    const [attribute] = deck.attributes;
    if (!attribute) throw new Error('The design has attributes.');
    const attributes = Array.from({ length: 30 }, () => attribute);
    const design = { ...deck, attributes };
    expect(await totals({ kind: 'cells', design })).toEqual({
      ok: false,
      problem: { code: 'too-many-strata', most: 2000 },
    });
    const count = engine.request('count-quota', {
      source: sampleSource,
      design,
      rules: defaultStageRules,
      running: [],
    });
    await expect(count).rejects.toThrow('cells are more than 2000');
  });

  it('are the same by the columns that name the cell', async () => {
    const byColumns = value(
      await totals({ kind: 'columns', columns: ['dormancy_cell', 'points_cell'] }),
    );
    expect(byColumns.strata).toHaveLength(9);
    const longHigh = byColumns.strata.find(({ key }) => key.join() === 'long,high');
    expect(longHigh?.totals.map((arm) => arm.responders)).toEqual([2, 5, 5, 12]);
  });

  it('of a list in waves count the customers of every wave', async () => {
    const design = deckDesign();
    const drawing = {
      source: sampleSource,
      design,
      rules: defaultStageRules,
      running: [],
      experiment: 8,
      seed: 'waves',
      counts: planted.map(() => [20, 20]),
      drawnAt: '2026-11-22T00:00:00Z',
    };
    value(await engine.request('draw', drawing));
    value(await engine.request('top-up', { ...drawing, counts: planted.map(() => [5, 7]) }));
    const inCell = engine.engine.database.all(
      'SELECT customer FROM carrotlab_assignment WHERE experiment = 8 AND arm = 1 AND cell = 4 ORDER BY rowid',
    );
    const [first, last] = [inCell[0]?.[0], inCell.at(-1)?.[0]];
    const table = value(await engine.importText(`customer_id,구매\n${first},Y\n${last},Y\n`));
    const outcome: OutcomeSource = {
      kind: 'drawn',
      experiment: 8,
      table: table.name,
      customerColumn: 'customer_id',
      outcomeColumn: '구매',
      moneyColumn: null,
      ...noFurtherColumns,
      everyRow: 'nothing',
      furtherFiles: [],
    };
    const { strata } = value(await totals({ kind: 'cells', design }, outcome, ['대조군', '쿠폰']));
    expect(strata[4]?.totals).toMatchObject([
      { customers: 25, responders: 0 },
      { customers: 27, responders: 2 },
    ]);
  });

  it('of a drawn list add up the responses of a customer and leave out strangers', async () => {
    const design = deckDesign();
    value(
      await engine.request('draw', {
        source: sampleSource,
        design,
        rules: defaultStageRules,
        running: [],
        experiment: 7,
        seed: 'totals',
        counts: planted.map(() => [50, 50]),
        drawnAt: '2026-11-22T00:00:00Z',
      }),
    );
    const list = engine.engine.database.all(
      'SELECT customer, cell, arm FROM carrotlab_assignment WHERE experiment = 7 AND arm = 1 AND cell = 4 LIMIT 3',
    );
    const [first, second, third] = list.map(([customer]) => customer);
    const file = [
      'customer_id,구매,amount',
      `${first},Y,1000`,
      `${first},Y,500`,
      `${second},N,`,
      `${third},Y,200`,
      `${third},,`,
      'X999,Y,99',
    ].join('\n');
    const table = value(await engine.importText(file));
    const outcome: OutcomeSource = {
      kind: 'drawn',
      experiment: 7,
      table: table.name,
      customerColumn: 'customer_id',
      outcomeColumn: '구매',
      moneyColumn: 'amount',
      ...noFurtherColumns,
      everyRow: 'nothing',
      furtherFiles: [],
    };
    const result = value(await totals({ kind: 'cells', design }, outcome, ['대조군', '쿠폰']));
    expect(result.strata[4]).toEqual({
      key: ['4'],
      totals: [
        { customers: 50, responders: 0, moneySum: 0, moneySumOfSquares: 0 },
        { customers: 50, responders: 2, moneySum: 1700, moneySumOfSquares: 1500 ** 2 + 200 ** 2 },
      ],
      population: 892,
    });
    expect(result.leftOut).toMatchObject({
      missingOutcome: 1,
      notOnList: 1,
      repeatedCustomers: 1,
    });
    const byRegion = value(
      await totals({ kind: 'columns', columns: ['region'] }, outcome, ['대조군', '쿠폰']),
    );
    expect(byRegion.strata.map(({ key }) => key)).toEqual([['경기'], ['서울']]);

    const strangers = value(await engine.importText('customer_id,구매\n17,Y\n18,N'));
    const other = { ...outcome, table: strangers.name, moneyColumn: null };
    expect(await totals({ kind: 'none' }, other, ['대조군', '쿠폰'])).toMatchObject({
      problem: { code: 'nobody-on-list', rows: 2, example: '17', listed: expect.any(String) },
    });
  });

  it('refuse an outcome that is no yes or no, too many arms and an empty list', async () => {
    expect(await totals({ kind: 'none' }, { ...contacts, outcomeColumn: 'channel' })).toMatchObject(
      {
        ok: false,
        problem: { code: 'outcome-not-yes-or-no', column: 'channel' },
      },
    );
    expect(await totals({ kind: 'none' }, { ...contacts, armColumn: 'customer_id' })).toMatchObject(
      {
        ok: false,
        problem: { code: 'too-many-arms', most: 20 },
      },
    );
    const nobody: OutcomeSource = {
      kind: 'drawn',
      experiment: 99,
      table: 'data_3',
      customerColumn: 'customer_id',
      outcomeColumn: null,
      moneyColumn: null,
      ...noFurtherColumns,
      everyRow: 'responded',
      furtherFiles: [],
    };
    expect(await totals({ kind: 'none' }, nobody, ['a', 'b'])).toEqual({
      ok: false,
      problem: { code: 'no-rows' },
    });
  });

  it('do not lose digits of large money', async () => {
    const table = value(
      await engine.importText('arm,responded,amount\nA,1,3000000000\nA,1,4000000000\nB,0,\n'),
    );
    const result = value(
      await totals({ kind: 'none' }, { ...contacts, table: table.name, customerColumn: null }),
    );
    expect(result.strata[0]?.totals[0]).toEqual({
      customers: 2,
      responders: 2,
      moneySum: 7e9,
      moneySumOfSquares: 25e18,
    });
  });
});
