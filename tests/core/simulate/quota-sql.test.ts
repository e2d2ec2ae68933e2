import initSqlJs, { type Database } from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleTable } from '#core/simulate/sample-table.ts';
import { quotaTable, sample } from './sample-rows.ts';

/** The quota table as an analyst would ask for it; `lastPurchases` names a query of customer_id and d. */
const quotaOf = (lastPurchases: string) => `
  with months as (
    select points_balance,
      (strftime('%Y', :asof) - strftime('%Y', d)) * 12 + (strftime('%m', :asof) - strftime('%m', d))
        - (strftime('%d', :asof) < strftime('%d', d)) as m
    from customers join (${lastPurchases}) using (customer_id)
    where region in ('서울', '경기')
  )
  select case when m >= 6 then 'long' when m >= 3 then 'mid' when m >= 1 then 'short' else 'active' end as band,
    sum(points_balance >= 10000), sum(points_balance between 3000 and 9999), sum(points_balance < 3000)
  from months where m is not null group by band`;

let database: Database;

beforeAll(async () => {
  const sql = await initSqlJs();
  database = new sql.Database();
  insert(sample.customers);
  insert(sample.transactions);
});
afterAll(() => {
  database.close();
});

function insert({ name, columns, rows }: SampleTable) {
  const names = columns.map((column) => column.name).join(', ');
  database.run(`create table ${name} (${names})`);
  const statement = database.prepare(`insert into ${name} values (${columns.map(() => '?')})`);
  database.run('begin');
  for (const row of rows) statement.run([...row]);
  database.run('commit');
  statement.free();
}

function quota(lastPurchases: string) {
  const [result] = database.exec(quotaOf(lastPurchases), { ':asof': sample.asOf });
  return Object.fromEntries((result?.values ?? []).map(([band, ...counts]) => [band, counts]));
}

describe('the quota table in SQLite', () => {
  it('comes out of last_purchase_date', () => {
    expect(quota('select customer_id, last_purchase_date as d from customers')).toEqual(quotaTable);
  });

  it('comes out of the transactions', () => {
    const last = 'select customer_id, max(order_date) as d from transactions group by customer_id';
    expect(quota(last)).toEqual(quotaTable);
  });
});
