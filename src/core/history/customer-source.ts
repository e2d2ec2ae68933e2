import type { CustomerSource, TransactionSource } from '../customers/variable.ts';
import type { Column, ColumnRole, DataTable, TableRole } from '../import/column.ts';
import type { ProjectDocument } from './project-document.ts';

/**
 * Where the project's customers and their purchases are, by the roles of its tables and columns. Null until a table is
 * `customers` and one of its columns the `customer-id`. Dates count only where the column was read as a date.
 * Transactions take part when they name the customer and the date of an order.
 */
export function customerSource({ tables }: Pick<ProjectDocument, 'tables'>): CustomerSource | null {
  const customers = tables.find(
    (table) => table.role === 'customers' && columnOf(table, 'customer-id') !== null,
  );
  const idColumn = customers ? columnOf(customers, 'customer-id') : null;
  if (!customers || idColumn === null) return null;
  return {
    table: customers.name,
    idColumn,
    lastPurchaseColumn: columnOf(customers, 'last-purchase', 'date'),
    transactions: tablesOf(tables, 'transactions').map(transactionSource).find(Boolean) ?? null,
  };
}

function transactionSource(table: DataTable): TransactionSource | null {
  const customerColumn = columnOf(table, 'customer-id');
  const dateColumn = columnOf(table, 'order-date', 'date');
  if (customerColumn === null || dateColumn === null) return null;
  return {
    table: table.name,
    customerColumn,
    dateColumn,
    orderColumn: columnOf(table, 'order-id'),
    amountColumn: columnOf(table, 'amount'),
  };
}

function tablesOf(tables: readonly DataTable[], role: TableRole): readonly DataTable[] {
  return tables.filter((table) => table.role === role);
}

function columnOf(table: DataTable, role: ColumnRole, kind?: Column['kind']): string | null {
  const found = table.columns.find(
    (column) => column.role === role && (kind === undefined || column.kind === kind),
  );
  return found?.name ?? null;
}
