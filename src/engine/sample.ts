import type { Column, ColumnRole, DataTable, TableRole } from '#core/import/column.ts';
import { generateSample } from '#core/simulate/sample.ts';
import type { SampleTable } from '#core/simulate/sample-table.ts';
import type { Engine } from './engine.ts';
import { insertTable } from './tables.ts';

const customerRoles: Readonly<Record<string, ColumnRole>> = {
  customer_id: 'customer-id',
  last_purchase_date: 'last-purchase',
  signup_date: 'signup-date',
  points_balance: 'points',
  region: 'region',
};
const transactionRoles: Readonly<Record<string, ColumnRole>> = {
  customer_id: 'customer-id',
  order_id: 'order-id',
  order_date: 'order-date',
  amount: 'amount',
};
const contactRoles: Readonly<Record<string, ColumnRole>> = {
  customer_id: 'customer-id',
  arm: 'arm',
  responded: 'outcome',
  amount: 'amount',
};

/** Fills an empty database with the sample market. */
export function loadSample(engine: Engine): { tables: DataTable[]; asOf: string } {
  engine.startEmpty();
  const sample = generateSample();
  const tables = [
    insertSample(engine, sample.customers, 'customers', customerRoles),
    insertSample(engine, sample.transactions, 'transactions', transactionRoles),
    insertSample(engine, sample.contacts, 'experiment', contactRoles),
    insertSample(engine, sample.products, 'other', {}),
    insertSample(engine, sample.winback, 'other', {}),
  ];
  engine.rowsChanged();
  return { tables, asOf: sample.asOf };
}

/** Makes a table of one that was generated; it is labelled by its name. */
export function insertSample(
  engine: Engine,
  table: SampleTable,
  role: TableRole,
  roles: Readonly<Record<string, ColumnRole>>,
): DataTable {
  const columns = table.columns.map(({ name, kind }): Column => ({
    name,
    kind,
    role: roles[name] ?? 'none',
    personal: null,
  }));
  return {
    name: insertTable(engine.database, columns, table.rows),
    label: table.name,
    role,
    columns,
    rowCount: table.rows.length,
    report: null,
  };
}
