import type { CustomerSource } from '#core/customers/variable.ts';
import type { Condition } from '#core/design/eligibility.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import type { DataTable, TableRole } from '#core/import/column.ts';

/** A table beside the customer list that names customers: a history of contacts, a list of refusals, transactions. */
export interface ListTable {
  readonly name: string;
  readonly label: string;
  readonly role: TableRole;
  readonly customerColumn: string;
  /** The likeliest date of a contact first. */
  readonly dateColumns: readonly string[];
}

const order: readonly TableRole[] = ['experiment', 'other', 'transactions', 'customers'];
const contactDate = /contact|sent|send|call|visit|접촉|발송|연락|통화|방문/i;

/** The tables in which a customer can be looked up: those that say which column holds the customer id. */
export function listTables(
  { tables }: Pick<ProjectDocument, 'tables'>,
  source: Pick<CustomerSource, 'table'>,
): readonly ListTable[] {
  return tables
    .flatMap((table) => (table.name === source.table ? [] : listTable(table)))
    .sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

/** Looking into a table, by its likeliest date within some days, or at all where it has no date. */
export function lookInto(
  { name, customerColumn, dateColumns }: ListTable,
  days = 30,
): Extract<Condition, { kind: 'listed' }> {
  const [dateColumn] = dateColumns;
  return {
    kind: 'listed',
    table: name,
    customerColumn,
    within: dateColumn === undefined ? null : { dateColumn, days },
  };
}

function listTable({ name, label, role, columns }: DataTable): readonly ListTable[] {
  const customer = columns.find((column) => column.role === 'customer-id');
  if (!customer) return [];
  const dates = columns.filter(({ kind }) => kind === 'date').map((column) => column.name);
  const likely = dates.filter((date) => contactDate.test(date));
  const dateColumns = [...likely, ...dates.filter((date) => !likely.includes(date))];
  return [{ name, label, role, customerColumn: customer.name, dateColumns }];
}
