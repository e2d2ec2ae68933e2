import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idForm } from '#core/import/id-forms.ts';
import { idRules } from '#core/import/relation-check.ts';
import { runs } from '../property-runs.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const list = { table: 'data_1', idColumn: 'customer_id', lastPurchaseColumn: 'last_purchase_date' };
const other = { table: 'data_2', idColumn: 'customer_id', dateColumn: 'order_date' };

async function opened(
  customers: readonly string[],
  orders: readonly string[],
): Promise<TestEngine> {
  const engine = openEngine();
  const header = 'customer_id,last_purchase_date';
  const listFile = `${header}\nfirst,2026-01-01\n${customers.join('\n')}\n`;
  value(
    await engine.importText(listFile, {
      tableRole: 'customers',
      duplicates: 'keep-all',
      blankIds: 'keep',
    }),
  );
  const otherFile = `customer_id,order_date,n\nfirst,2026-01-01,1\n${orders.join('\n')}\n`;
  value(await engine.importText(otherFile, { tableRole: 'transactions' }));
  return engine;
}

describe('the relations of a table to the customer list', () => {
  it('join ids that are texts in one file and numbers in the other', async () => {
    const engine = openEngine();
    const listed =
      'customer_id,last_purchase_date\n1001,2026-01-01\n1002,2026-01-02\n007,2026-01-03\n';
    const customers = value(await engine.importText(listed, { tableRole: 'customers' }));
    const ordered =
      'buyer,order_date\n1001,2026-01-01\n1002,2026-01-02\n1001,2026-01-01\n7,2026-01-03\n';
    const orders = value(await engine.importText(ordered, { tableRole: 'transactions' }));
    expect([customers, orders].map(({ columns }) => columns[0]?.kind)).toEqual(['text', 'integer']);
    const numbers = { table: 'data_2', idColumn: 'buyer', dateColumn: 'order_date' };
    const check = value(
      await engine.request('check-relations', { list, other: numbers, asOf: '2026-04-30' }),
    );
    expect(check).toMatchObject({ matchedRows: 3, matchedCustomers: 2, orphanRows: 1 });
    // 007 and 7 may be two customers: they are not joined, and the likeness is said.
    expect(check.nearMatches).toMatchObject([{ rule: 'leading-zeros', rows: 1 }]);
  });

  it('are counted: orphans, customers without a row, repeated and missing ids', async () => {
    const engine = await opened(
      ['A,2026-01-05', 'B,2026-02-01', 'B,2026-02-02', 'C,', ',2026-01-01'],
      [
        'A,2026-01-07,1',
        'A,2026-01-02,1',
        'X,2026-01-01,1',
        'X,2026-01-01,1',
        'Y,2026-01-01,1',
        ',2026-01-01,1',
        'C,2026-05-01,1',
      ],
    );
    const check = value(
      await engine.request('check-relations', { list, other, asOf: '2026-04-30' }),
    );
    expect(check).toEqual({
      list: {
        rows: 6,
        customers: 4,
        rowsWithoutId: 1,
        repeatedIds: 1,
        repeatedRows: 2,
        repeatedExamples: [{ id: 'B', rows: 2 }],
      },
      rows: 8,
      rowsWithoutId: 1,
      matchedRows: 4,
      matchedCustomers: 3,
      customersWithoutRow: 1,
      withoutRowExamples: ['B'],
      orphanRows: 3,
      orphanIds: 2,
      orphanExamples: [
        { id: 'X', rows: 2 },
        { id: 'Y', rows: 1 },
      ],
      nearMatches: [],
      afterAsOf: { rows: 1, latest: '2026-05-01' },
      lastPurchase: {
        compared: 2,
        equal: 1,
        listEarlier: 1,
        listLater: 0,
        missingInList: 1,
        example: { id: 'A', listed: '2026-01-05', latest: '2026-01-07' },
      },
    });
    const bare = value(
      await engine.request('check-relations', {
        list: { ...list, lastPurchaseColumn: null },
        other: { ...other, dateColumn: null },
        asOf: '2026-04-30',
      }),
    );
    expect(bare).toMatchObject({ matchedRows: 4, afterAsOf: null, lastPurchase: null });
  });

  it('agree with plain SQL', async () => {
    const id = fc.constantFrom('A', 'B', 'C', 'a', '007', '7', ' B', '', 'Ｂ', '__proto__');
    const day = fc.constantFrom('2026-01-01', '2026-02-02', '2026-03-03', '');
    const customers = fc.array(
      fc.tuple(id, day).map((row) => row.join(',')),
      { maxLength: 12 },
    );
    const orders = fc.array(
      fc.tuple(id, day).map((row) => `${row.join(',')},1`),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(customers, orders, async (listed, bought) => {
        const engine = await opened(listed, bought);
        const check = value(
          await engine.request('check-relations', { list, other, asOf: '2026-02-02' }),
        );
        const one = (sql: string) => Number(engine.engine.database.one(sql));
        const isListed =
          'customer_id IN (SELECT customer_id FROM data_1 WHERE customer_id IS NOT NULL)';
        expect(check).toMatchObject({
          rows: one('SELECT count(*) FROM data_2'),
          rowsWithoutId: one('SELECT count(*) FROM data_2 WHERE customer_id IS NULL'),
          matchedRows: one(`SELECT count(*) FROM data_2 WHERE ${isListed}`),
          matchedCustomers: one(`SELECT count(DISTINCT customer_id) FROM data_2 WHERE ${isListed}`),
          customersWithoutRow: one(
            'SELECT count(DISTINCT customer_id) FROM data_1 WHERE customer_id NOT IN (SELECT customer_id FROM data_2 WHERE customer_id IS NOT NULL)',
          ),
          orphanRows: one(`SELECT count(*) FROM data_2 WHERE NOT ${isListed}`),
          orphanIds: one(`SELECT count(DISTINCT customer_id) FROM data_2 WHERE NOT ${isListed}`),
          list: {
            customers: one('SELECT count(DISTINCT customer_id) FROM data_1'),
            repeatedIds: one(
              'SELECT count(*) FROM (SELECT 1 FROM data_1 WHERE customer_id IS NOT NULL GROUP BY customer_id HAVING count(*) > 1)',
            ),
          },
          afterAsOf: { rows: one("SELECT count(*) FROM data_2 WHERE order_date > '2026-02-02'") },
        });
        expect(check.matchedRows + check.orphanRows + check.rowsWithoutId).toBe(check.rows);
      }),
      runs(60),
    );
  });

  it('say which rule would join orphans, and how many', async () => {
    const customers = ['123,', 'abc-1,', 'K9,', 'Seoul 7,', 'dup1,', 'DUP1,'];
    const orders = [
      '00123,,1',
      '00123,,1',
      'ABC1,,1',
      'Ｋ９,,1',
      'seoul7,,1',
      'Dup1,,1',
      'nobody,,1',
    ];
    const engine = await opened(customers, orders);
    const { nearMatches: near } = value(
      await engine.request('check-relations', { list, other, asOf: null }),
    );
    expect(
      near.map(({ rule, ids, rows, ambiguousIds }) => [rule, ids, rows, ambiguousIds]),
    ).toEqual([
      ['all', 4, 5, 1],
      ['leading-zeros', 1, 2, 0],
      ['width', 1, 1, 0],
      ['case', 0, 0, 1],
    ]);
    expect(near[1]?.example).toEqual({ id: '00123', listed: '123' });
  });

  it('write every id in one way only', () => {
    expect(idForm('00123.0', 'leading-zeros')).toBe('123');
    expect(idForm('C0012', 'leading-zeros')).toBe('C12');
    expect(idForm('000', 'leading-zeros')).toBe('0');
    expect(idForm('010-1234-5678', 'hyphens')).toBe('01012345678');
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...idRules), (id, rule) => {
        const form = idForm(id, rule);
        if (rule !== 'all' && rule !== 'leading-zeros') expect(idForm(form, rule)).toBe(form);
      }),
    );
  });

  it('are given up when they are cancelled', async () => {
    const engine = await opened(
      Array.from({ length: 40_000 }, (_, row) => `C${row},`),
      ['A,2026-01-01,1'],
    );
    engine.isCancelled = () => true;
    expect(await engine.request('check-relations', { list, other, asOf: null })).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });
});
