import type { ColumnRole, DataTable, TableRole } from '../import/column.ts';
import { giveRole } from '../import/give-role.ts';
import type { ProjectDocument } from './project-document.ts';

/** Roles that one table of a project plays at a time. */
const soleTableRoles: readonly TableRole[] = ['customers', 'transactions'];

/**
 * Adds an imported table at the end; one of the same name is replaced. If it plays a role that only one table can
 * (customers, transactions), the table that played it before becomes `other`.
 */
export function addTable(document: ProjectDocument, table: DataTable): ProjectDocument {
  const others = document.tables.filter(({ name }) => name !== table.name);
  return { ...document, tables: [...stepAside(others, table.role), table] };
}

/** Takes a table out of the project. An unknown name changes nothing. */
export function removeTable(document: ProjectDocument, name: string): ProjectDocument {
  const tables = document.tables.filter((table) => table.name !== name);
  return tables.length === document.tables.length ? document : { ...document, tables };
}

/** Gives a table its role; who played a sole role before becomes `other`. An unknown name changes nothing. */
export function changeTableRole(
  document: ProjectDocument,
  name: string,
  role: TableRole,
): ProjectDocument {
  if (!document.tables.some((table) => table.name === name)) return document;
  return {
    ...document,
    tables: document.tables.map((table) =>
      table.name === name ? { ...table, role } : (stepAside([table], role)[0] ?? table),
    ),
  };
}

/** Changes what the user sees as a table's name. The name in SQLite stays. */
export function renameTable(
  document: ProjectDocument,
  name: string,
  label: string,
): ProjectDocument {
  return {
    ...document,
    tables: document.tables.map((table) => (table.name === name ? { ...table, label } : table)),
  };
}

/**
 * Gives a column its role. A role that one column can play leaves the column that played it before with `none`.
 * Example: making `member` the `customer-id` takes that role from `customer_id`.
 */
export function changeColumnRole(
  document: ProjectDocument,
  tableName: string,
  columnName: string,
  role: ColumnRole,
): ProjectDocument {
  return {
    ...document,
    tables: document.tables.map((table) =>
      table.name === tableName
        ? { ...table, columns: giveRole(table.columns, columnName, role) }
        : table,
    ),
  };
}

function stepAside(tables: readonly DataTable[], role: TableRole): readonly DataTable[] {
  return soleTableRoles.includes(role)
    ? tables.map((table) => (table.role === role ? { ...table, role: 'other' as const } : table))
    : tables;
}
