import { beforeEach, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { CustomerSource, Variable } from '#core/customers/variable.ts';
import type { Attribute } from '#core/design/design.ts';
import { onlyThose, type Condition } from '#core/design/eligibility.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const asOf = '2026-11-22';
const rules = defaultStageRules;
const lastOrder: Variable = { from: 'transactions', measure: 'last-order-date' };
const orderCount: Variable = { from: 'transactions', measure: 'order-count' };
const spend: Variable = { from: 'transactions', measure: 'spend' };

describe('variables of customers', () => {
  let engine: TestEngine;
  let source: CustomerSource;

  beforeEach(async () => {
    engine = openEngine();
    const customers = value(
      await engine.importText(
        [
          'customer_id,grade,points,last_purchase_date',
          'A,gold,100,2026-11-01',
          'B,gold,200,2026-01-01',
          'C,,,',
          'D,silver,50,2027-01-01',
          'E,silver,-1,2026-10-22',
        ].join('\n'),
      ),
    );
    const orders = value(
      await engine.importText(
        [
          'order_id,customer_id,order_date,amount',
          '1,A,2026-03-01,100',
          '1,A,2026-03-01,50',
          '2,A,2026-11-01,10',
          '3,B,2026-01-01,40',
          '4,B,2026-01-01,-15',
          '5,D,2027-01-01,1',
          '6,Z,2026-05-05,999',
        ].join('\n'),
      ),
    );
    source = {
      table: customers.name,
      idColumn: 'customer_id',
      lastPurchaseColumn: 'last_purchase_date',
      transactions: {
        table: orders.name,
        customerColumn: 'customer_id',
        dateColumn: 'order_date',
        orderColumn: 'order_id',
        amountColumn: 'amount',
      },
    };
  });

  function count(conditions: Condition[], attributes: Attribute[] = [], from = source) {
    const design = { ...deckDesign(), asOf, eligibility: conditions.map(onlyThose), attributes };
    return engine.request('count-quota', { source: from, design, rules, running: [] });
  }

  const describeIt = (variable: Variable) =>
    engine.request('describe-variable', { source, variable, asOf, rules });

  it('are counted from the transactions: orders once each, returns deducted, strangers left out', async () => {
    const atLeast = (variable: Variable, from: number) =>
      count([{ kind: 'number', variable, from, below: null }]);
    expect((await atLeast(orderCount, 2)).eligible).toBe(2);
    expect((await atLeast(orderCount, 0)).eligible).toBe(5);
    expect((await atLeast(spend, 25)).eligible).toBe(2);
    expect((await atLeast(spend, 25.5)).eligible).toBe(1);
    expect((await describeIt(spend)).range).toEqual({ smallest: 25, largest: 160 });
    expect((await describeIt(spend)).missing).toBe(3);
  });

  it('give orders without an id one order a day', async () => {
    const { transactions } = source;
    const noIds = {
      ...source,
      transactions: transactions && { ...transactions, orderColumn: null },
    };
    const filter: Condition = { kind: 'number', variable: orderCount, from: 2, below: null };
    expect((await count([filter], [], noIds)).eligible).toBe(1);
  });

  it('of the future fulfil no filter and have no level', async () => {
    for (const variable of [
      lastOrder,
      { from: 'customers', column: 'last_purchase_date' },
    ] as const) {
      const everyone: Condition = { kind: 'months-since', variable, from: null, to: null };
      const attribute: Attribute = {
        id: 'm',
        name: 'm',
        variable,
        banding: { kind: 'months-since', cuts: [1] },
        levelNames: ['0', '1+'],
        unknownName: null,
        highestFirst: false,
      };
      const filtered = await count([everyone], [attribute]);
      expect(filtered.unclassified).toBe(0);
      const unfiltered = await count([], [attribute]);
      expect(unfiltered.population).toEqual(filtered.population);
      expect(unfiltered.unclassified).toBe(5 - filtered.eligible);
    }
  });

  it('are put in stages, and future customers in none', async () => {
    const summary = await engine.request('summarise-customers', { source, asOf, rules });
    expect(summary).toMatchObject({
      customers: 5,
      buyers: 4,
      futureDated: 1,
      stages: { prospect: 1, new: 0, active: 0, inactive: 2, 'wake-up': 1 },
    });
    const alone = { ...source, transactions: null };
    const withoutOrders = await engine.request('summarise-customers', {
      source: alone,
      asOf,
      rules,
    });
    expect(withoutOrders.stages).toEqual({
      prospect: 1,
      new: null,
      active: 1,
      inactive: 2,
      'wake-up': null,
    });
    expect(withoutOrders.salesShareOfTop).toBeNull();
    const wakeUps: Condition = {
      kind: 'category',
      variable: { from: 'stage' },
      values: ['wake-up'],
      drawn: null,
    };
    expect((await count([wakeUps])).eligible).toBe(1);
  });

  it('are counted after each rule in turn', async () => {
    const quota = await count([
      {
        kind: 'category',
        variable: { from: 'customers', column: 'grade' },
        values: ['gold', 'silver'],
        drawn: null,
      },
      { kind: 'number', variable: { from: 'customers', column: 'points' }, from: 0, below: 200 },
    ]);
    expect(quota).toMatchObject({
      customers: 5,
      rules: [
        { removed: 1, left: 4, removesAlone: 1 },
        { removed: 2, left: 2, removesAlone: 3 },
      ],
      eligible: 2,
      population: [2],
    });
  });

  it('are described: a histogram of numbers and months, the categories of the rest', async () => {
    expect(await describeIt({ from: 'customers', column: 'grade' })).toMatchObject({
      kind: 'category',
      missing: 1,
      distinct: 2,
      categories: [
        { value: 'gold', count: 2 },
        { value: 'silver', count: 2 },
      ],
    });
    const points = await describeIt({ from: 'customers', column: 'points' });
    expect(points).toMatchObject({
      kind: 'number',
      missing: 1,
      range: { smallest: -1, largest: 200 },
    });
    expect(points.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(4);
    const months = await describeIt(lastOrder);
    expect(months).toMatchObject({
      kind: 'date',
      missing: 2,
      range: { smallest: -2, largest: 10 },
    });
    expect(months.bins.map(({ to, from }) => to - from)).toEqual(months.bins.map(() => 1));
  });

  it('have a latest purchase, and values to choose from', async () => {
    const latest = (today: string) => engine.request('latest-purchase', { source, today });
    expect(await latest('2027-01-01')).toBe('2027-01-01');
    expect(await latest('2026-12-31')).toBe('2026-11-01');
    expect(await latest('2026-10-31')).toBe('2026-10-22');
    expect(await latest('2025-12-31')).toBeNull();
    expect(await engine.request('list-values', { table: source.table, column: 'grade' })).toEqual([
      { value: 'gold', count: 2 },
      { value: 'silver', count: 2 },
    ]);
  });

  it('know nothing of a purchase that is dated after the as-of date', async () => {
    const { transactions } = source;
    const orders = value(
      await engine.importText(
        [
          'order_id,customer_id,order_date,amount',
          '1,A,2026-03-01,100',
          '2,A,2026-11-01,10',
          '7,A,2062-11-20,5000',
          '3,B,2026-01-01,40',
          '8,B,2026-11-23,7',
          '9,C,2026-11-22 23:59,3',
          '5,D,2027-01-01,1',
          '10,E,2026-11-23,1',
        ].join('\n'),
      ),
    );
    const told = {
      ...source,
      transactions: transactions && { ...transactions, table: orders.name },
    };
    const summary = await engine.request('summarise-customers', { source: told, asOf, rules });
    expect(summary).toMatchObject({
      buyers: 5,
      futureDated: 1,
      stages: { prospect: 0, new: 1, active: 0, inactive: 2, 'wake-up': 1 },
    });
    const ask = (variable: Variable, from: CustomerSource, day: string) =>
      engine.request('describe-variable', { source: from, variable, asOf: day, rules });
    expect((await ask(spend, told, asOf)).range).toEqual({ smallest: 3, largest: 110 });
    expect((await ask(orderCount, told, asOf)).range).toEqual({ smallest: 0, largest: 2 });
    expect((await ask(spend, told, '2026-11-23')).range).toEqual({ smallest: 1, largest: 110 });
    const alone = { ...told, lastPurchaseColumn: null };
    const months = await ask(lastOrder, alone, asOf);
    expect(months).toMatchObject({ missing: 0, range: { smallest: -2, largest: 10 } });
    const after = await engine.request('summarise-customers', { source: alone, asOf, rules });
    // D and E ordered after the day only: they are in no stage, and are told.
    expect(after.futureDated).toBe(2);
    expect(await engine.request('latest-purchase', { source: told, today: asOf })).toBe(asOf);
    const later = { source: told, today: '2026-12-31' };
    expect(await engine.request('latest-purchase', later)).toBe('2026-11-23');
  });

  it('see new rows after another import', async () => {
    const before = await count([]);
    const more = value(await engine.importText('customer_id,points\nQ,1\n'));
    const quota = await count([], [], { ...source, table: more.name });
    expect([before.customers, quota.customers]).toEqual([5, 1]);
  });
});
