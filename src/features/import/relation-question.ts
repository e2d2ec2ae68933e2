import type { CustomerSource } from '#core/customers/variable.ts';
import type { DataTable } from '#core/import/column.ts';

/** What is asked about a table and the customer list. */
export interface RelationQuestion {
  readonly list: { table: string; idColumn: string; lastPurchaseColumn: string | null };
  readonly other: { table: string; idColumn: string; dateColumn: string | null };
  readonly asOf: string | null;
}

/** How a table can be compared with the customer list; null for the list itself and for tables that name no customer. */
export function relationQuestion(
  source: CustomerSource,
  table: DataTable,
  asOf: string | null,
): RelationQuestion | null {
  const id = table.columns.find(({ role }) => role === 'customer-id');
  if (table.name === source.table || !id) return null;
  const date = table.columns.find(({ role, kind }) => role === 'order-date' && kind === 'date');
  return {
    list: {
      table: source.table,
      idColumn: source.idColumn,
      lastPurchaseColumn: source.lastPurchaseColumn,
    },
    other: { table: table.name, idColumn: id.name, dateColumn: date?.name ?? null },
    asOf,
  };
}
