import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import {
  noFurtherColumns,
  usualReading,
  type AnalysisPlan,
  type DrawnSource,
  type ResponseFile,
} from '#core/results/analysis.ts';
import type { ArmBranches } from '#core/results/outcome-detail.ts';
import { emptyDocument, type Experiment } from '#core/history/project-document.ts';
import { moneyRobustness } from '#core/results/money-robustness.ts';
import { refuse } from '#core/result.ts';
import { outcomesSql } from '#core/sql/results-sql.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { sqlWords } from '#text/sql/sql-words.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

let engine: TestEngine;
/** Customers of the drawn list: those of arm 0, then those of arm 1. */
let holdout: string[];
let carrot: string[];

const reading = (plan: AnalysisPlan, running: readonly number[] = []) => ({
  plan,
  source: sampleSource,
  rules: defaultStageRules,
  running,
  armNames: plan.source.kind === 'drawn' ? ['a', 'b'] : [],
});
const totals = async (plan: AnalysisPlan) =>
  value(await engine.request('total-experiment', reading(plan)));
const detail = async (plan: AnalysisPlan, running: readonly number[] = []) =>
  value(await engine.request('detail-experiment', reading(plan, running)));

const design = deckDesign();
async function draw(experiment: number, perCellAndArm: number) {
  const counts = Array.from({ length: 9 }, () => [perCellAndArm, perCellAndArm]);
  value(
    await engine.request('draw', {
      source: sampleSource,
      design,
      rules: defaultStageRules,
      running: [],
      experiment,
      seed: 'outcomes',
      counts,
      drawnAt: '2026-11-22T00:00:00Z',
    }),
  );
}

beforeAll(async () => {
  engine = openEngine();
  await engine.request('load-sample', {});
  await draw(7, 20);
  await draw(8, 5);
  const arm = (place: number) =>
    engine.engine.database
      .all('SELECT customer FROM carrotlab_assignment WHERE experiment = 7 AND arm = ?', [place])
      .map(([customer]) => String(customer));
  holdout = arm(0);
  carrot = arm(1);
});

const file = async (text: string, columns: Partial<ResponseFile>): Promise<ResponseFile> => ({
  table: value(await engine.importText(text, { tableRole: 'other' })).name,
  customerColumn: 'customer_id',
  outcomeColumn: null,
  everyRow: 'nothing',
  moneyColumn: null,
  ...noFurtherColumns,
  ...columns,
});

const drawnFrom = ([first, ...furtherFiles]: readonly ResponseFile[]): DrawnSource => {
  if (!first) throw new Error('There is a file');
  return { kind: 'drawn', experiment: 7, ...first, furtherFiles };
};
const planFor = (files: readonly ResponseFile[], more: Partial<AnalysisPlan> = {}) => ({
  ...usualReading,
  source: drawnFrom(files),
  control: 'a',
  strata: { kind: 'none' as const },
  ...more,
});

describe('the response tree of the sample', () => {
  it('has the planted branches, and each fork adds up', async () => {
    const { branches, told, moneyCap, strata } = await detail({
      ...usualReading,
      source: {
        kind: 'table',
        table: 'data_3',
        customerColumn: 'customer_id',
        armColumn: 'arm',
        outcomeColumn: 'responded',
        moneyColumn: 'amount',
        ...noFurtherColumns,
        deliveryColumn: 'delivery',
        purchaseColumn: 'purchased',
        basketColumn: 'basket',
      },
      control: 'CONTROL',
      strata: { kind: 'columns', columns: ['dormancy_cell'] },
      beforeColumn: 'amount',
    });
    const contacted = branches.slice(1);
    const all = (branch: keyof ArmBranches) => sum(contacted.map((arm) => arm[branch]));
    expect([all('customers'), all('bounced'), all('deliveryUnknown')]).toEqual([2700, 108, 0]);
    expect([all('responded'), all('purchased')]).toEqual([224, 177]);
    expect([all('severalProducts'), all('basketUnknown')]).toEqual([57, 0]);
    expect(branches[0]).toMatchObject({ customers: 900, deliveryUnknown: 900, responded: 25 });
    expect(told).toMatchObject({ delivery: true, purchase: true, basket: true, days: false });
    const money = strata.flatMap(({ arms }) => arms.slice(1).map((arm) => arm.money?.sum ?? NaN));
    expect(sum(money)).toBe(6_100_700);
    // The number known before is the money itself here: all that goes with it is its square.
    for (const { arms } of strata)
      for (const { before, money: own } of arms) expect(before?.byMoney).toBe(own?.sumOfSquares);
    expect(moneyCap?.customersAbove.every((customers) => customers <= 36)).toBe(true);
  });
});

describe('outcomes from several files', () => {
  it('are joined by customer: bounces, responses with their days, purchases', async () => {
    const [one = '', two = '', three = '', four = ''] = carrot;
    const [kept = ''] = holdout;
    const bounces = await file(`customer_id\n${one}\n${two}\n`, { everyRow: 'bounced' });
    const clicks = await file(
      `customer_id,clicked_on\n${three},2026-03-02\n${three},2026-03-01\n${kept},2026-03-02\n${two},2026-03-09\nX1,2026-03-01\n`,
      { everyRow: 'responded', dateColumn: 'clicked_on' },
    );
    const purchases = await file(
      `customer_id,paid_on,amount,products\n${three},2026-03-03,5000,2\n${three},2026-03-04,1000,1\n${four},2026-03-05,700,1\n${four},2026-04-30,90000,1\n`,
      {
        everyRow: 'purchased',
        moneyColumn: 'amount',
        dateColumn: 'paid_on',
        basketColumn: 'products',
      },
    );
    const plan = planFor([clicks, bounces, purchases], {
      window: { from: '2026-03-01', to: '2026-03-31' },
    });
    const counted = await totals(plan);
    expect(counted.strata[0]?.totals).toEqual([
      { customers: 180, responders: 1, moneySum: 0, moneySumOfSquares: 0 },
      { customers: 180, responders: 2, moneySum: 6700, moneySumOfSquares: 6000 ** 2 + 700 ** 2 },
    ]);
    expect(counted.leftOut).toMatchObject({
      notOnList: 1,
      repeatedCustomers: 3,
      beforeWindow: 0,
      afterWindow: 1,
    });
    const seen = await detail(plan, [8]);
    expect(seen.branches[1]).toEqual({
      customers: 180,
      // The second of the two responded all the same.
      bounced: 1,
      respondedThoughBounced: 1,
      deliveryUnknown: 0,
      responded: 3,
      purchased: 2,
      severalProducts: 1,
      basketUnknown: 0,
      purchasedWithoutResponse: 1,
      missingOutcome: 0,
    });
    expect(seen.branches[0]).toMatchObject({ deliveryUnknown: 180, responded: 1 });
    expect(seen.daily).toEqual({
      first: '2026-03-01',
      responders: [
        [0, 1, 0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 0, 1],
      ],
      money: [
        [0, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 5000, 1000, 700, 0, 0, 0, 0],
      ],
      undated: [0, 0],
    });
    expect(seen.days).toEqual({ first: '2026-03-01', last: '2026-04-30' });
    expect(seen.strata[0]?.arms[1]).toMatchObject({ purchasers: 2, buyers: 2, orders: { sum: 3 } });
    // The other experiment drew by the same seed, so its customers are the first of this list.
    expect(seen.onOtherLists).toEqual([{ experiment: 8, customers: 90 }]);
  });

  it('take a purchase for a response where no file tells of responses', async () => {
    const purchases = await file(`customer_id,amount\n${carrot[0]},100\n${holdout[0]},50\n`, {
      everyRow: 'purchased',
      moneyColumn: 'amount',
    });
    const { strata } = await totals(planFor([purchases]));
    expect(strata[0]?.totals.map(({ responders }) => responders)).toEqual([1, 1]);
  });

  it('refuse a column that has no words for what it should tell', async () => {
    const wrong = await file(`customer_id,status\n${carrot[0]},파랑\n${carrot[1]},초록\n`, {
      deliveryColumn: 'status',
    });
    const answer = await engine.request('total-experiment', reading(planFor([wrong])));
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'outcome-not-yes-or-no', column: 'status', told: 'delivery' },
    });
  });
});

describe('a finished table', () => {
  it('tells who is in two arms, and counts nothing outside its days', async () => {
    const table = value(
      await engine.importText(
        'customer_id,arm,visit,on\nA,x,1,2026-01-01\nA,y,0,2026-01-02\nB,x,1,2026-02-01\nC,y,0,\nD,y,,2026-01-02\n',
      ),
    );
    const plan: AnalysisPlan = {
      ...usualReading,
      source: {
        kind: 'table',
        table: table.name,
        customerColumn: 'customer_id',
        armColumn: 'arm',
        outcomeColumn: 'visit',
        moneyColumn: null,
        ...noFurtherColumns,
        dateColumn: 'on',
      },
      control: 'x',
      strata: { kind: 'none' },
      window: { from: '2026-01-01', to: '2026-01-31' },
    };
    const { strata, leftOut } = await totals(plan);
    expect(strata[0]?.totals.map((arm) => [arm.customers, arm.responders])).toEqual([
      [2, 1],
      [2, 0],
    ]);
    expect(leftOut).toMatchObject({ missingOutcome: 1, repeatedCustomers: 1, afterWindow: 1 });
    const { inSeveralArms, branches } = await detail(plan);
    expect(inSeveralArms).toEqual({ customers: 1, examples: ['A'] });
    expect(branches[1]).toMatchObject({ customers: 2, missingOutcome: 1 });
  });

  it('leaves out all rows of who is in two arms where the plan says so, and counts them', async () => {
    // A and E are in two arms, F twice in one; a row without an arm and rows without an id make nobody belong to two.
    const table = value(
      await engine.importText(
        'customer_id,arm,visit,money,on\nA,x,1,900,2026-01-01\nA,y,0,0,2026-01-02\nB,x,1,40,2026-01-03\nC,y,0,0,2026-01-02\nE,y,1,70,2026-01-02\nE,x,1,5,2026-01-02\nE,y,0,0,2026-01-04\nF,y,1,30,2026-01-02\nF,y,0,0,2026-01-02\nG,x,1,20,2026-01-02\nG,,1,20,2026-01-02\n,x,0,10,2026-01-02\n,y,0,0,2026-01-02\n',
      ),
    );
    const plan: AnalysisPlan = {
      ...usualReading,
      severalArms: 'leave-out',
      source: {
        kind: 'table',
        table: table.name,
        customerColumn: 'customer_id',
        armColumn: 'arm',
        outcomeColumn: 'visit',
        moneyColumn: 'money',
        ...noFurtherColumns,
        dateColumn: 'on',
      },
      control: 'x',
      strata: { kind: 'none' },
    };
    const { strata, leftOut } = await totals(plan);
    // x: B, G and nobody; y: C, F, F and nobody.
    expect(strata[0]?.totals).toEqual([
      { customers: 3, responders: 2, moneySum: 70, moneySumOfSquares: 2100 },
      { customers: 4, responders: 1, moneySum: 30, moneySumOfSquares: 900 },
    ]);
    expect(leftOut).toMatchObject({ missingArm: 1, inSeveralArms: 5, repeatedCustomers: 2 });
    const found = await detail(plan);
    expect(found.inSeveralArms).toEqual({ customers: 2, examples: ['A', 'E'] });
    expect(found.branches.map(({ customers }) => customers)).toEqual([3, 4]);
    expect(found.daily?.money).toEqual([
      [30, 40],
      [30, 0],
    ]);
    expect(found.largestAmounts.map(({ customer, money }) => [customer, money])).toEqual([
      ['B', 40],
      ['F', 30],
      ['G', 20],
      [null, 10],
    ]);
    const robust = await engine.request('money-robustness', { ...reading(plan), carrot: 'y' });
    expect(value(robust)).toEqual(
      moneyRobustness('y', [{ treatment: [0, 30, 0, 0], control: [40, 20, 10] }], 0.95),
    );
    expect(await engine.request('money-robustness', { ...reading(plan), carrot: 'z' })).toEqual(
      refuse({ code: 'no-money' }),
    );
    // The SQL of the screen counts the same.
    const tables = [{ ...table, role: 'other' as const }];
    const document = { ...emptyDocument('p'), tables };
    const sql = outcomesSql(
      sqlProject(document, sqlWords().columns),
      { analysis: plan } as Experiment,
      false,
    );
    const { database } = engine.engine;
    database.run(`CREATE TEMP VIEW file AS SELECT * FROM ${table.name}`);
    const rows = database.all(sql ?? '').map((row) => row.slice(0, 3));
    expect(rows).toEqual([
      ['x', 3, 2],
      ['y', 4, 1],
    ]);
    expect((await totals({ ...plan, severalArms: 'count' })).leftOut.inSeveralArms).toBe(0);
  });
});

describe('counts of a warehouse', () => {
  const plan = async (text: string): Promise<AnalysisPlan> => ({
    ...usualReading,
    source: {
      kind: 'aggregated',
      table: value(await engine.importText(text)).name,
      customerColumn: null,
      armColumn: 'arm',
      customersColumn: 'n',
      outcomeColumn: 'responders',
      moneyColumn: 'money',
      moneySquaresColumn: 'squares',
    },
    control: 'none',
    strata: { kind: 'columns', columns: ['region'] },
  });

  it('are added up by stratum and arm, and know no customers', async () => {
    const aggregated = await plan(
      'arm,region,n,responders,money,squares\nnone,서울,100,5,50,500\nmail,서울,90,9,90,900\nnone,부산,10,1,5,25\nmail,부산,20,2,8,40\nmail,부산,5,1,2,4\n,부산,7,0,0,0\n',
    );
    const { arms, strata, leftOut } = await totals(aggregated);
    expect(arms).toEqual(['mail', 'none']);
    expect(strata).toEqual([
      {
        key: ['부산'],
        population: null,
        totals: [
          { customers: 25, responders: 3, moneySum: 10, moneySumOfSquares: 44 },
          { customers: 10, responders: 1, moneySum: 5, moneySumOfSquares: 25 },
        ],
      },
      {
        key: ['서울'],
        population: null,
        totals: [
          { customers: 90, responders: 9, moneySum: 90, moneySumOfSquares: 900 },
          { customers: 100, responders: 5, moneySum: 50, moneySumOfSquares: 500 },
        ],
      },
    ]);
    expect(leftOut.missingArm).toBe(7);
    expect(await engine.request('detail-experiment', reading(aggregated))).toMatchObject({
      problem: { code: 'no-customers' },
    });
  });

  it.each([
    ['more responders than customers', 'a,x,10,11,0,0'],
    ['a part of a customer', 'a,x,10.5,1,0,0'],
    ['squares that no amounts of that sum have', 'a,x,10,1,100,10'],
  ])('are refused where they cannot be: %s', async (_what, row) => {
    const impossible = await plan(`arm,region,n,responders,money,squares\nb,x,10,1,0,0\n${row}\n`);
    expect(await engine.request('total-experiment', reading(impossible))).toMatchObject({
      ok: false,
      problem: { code: 'impossible-aggregate', row: 2 },
    });
  });
});
