import type {
  Column,
  ColumnRole,
  DataTable,
  PersonalDataKind,
  TableRole,
} from '../import/column.ts';
import { giveRole } from '../import/give-role.ts';
import { maskReport } from '../import/mask-report.ts';
import { maskedAs } from '../import/personal-data.ts';
import { followTable } from './follow-table.ts';
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

/**
 * Puts a new table in the place of another: it takes that one's position, label and role, and its columns take the roles
 * and marks of those of the same name. An analysis that reads the old table reads the new one from then on if that has
 * every column the analysis needs; otherwise it stays with the old one, as after a removal. The same goes for a condition
 * of a design that looks into the old table. An unknown name adds the table at the end.
 */
export function replaceTable(
  document: ProjectDocument,
  oldName: string,
  table: DataTable,
): ProjectDocument {
  const old = document.tables.find(({ name }) => name === oldName);
  if (!old) return addTable(document, table);
  const { label, role } = old;
  const heir = { ...table, label, role, columns: inheritedColumns(old.columns, table.columns) };
  const names = new Set(table.columns.map(({ name }) => name));
  return {
    ...document,
    tables: document.tables
      .filter(({ name }) => name === oldName || name !== table.name)
      .map((each) => (each === old ? heir : each)),
    experiments: document.experiments.map((experiment) =>
      followTable(experiment, { from: oldName, to: table.name, columns: names }),
    ),
  };
}

/** What a new column was guessed to be counts only where no column of before has that part. */
function inheritedColumns(old: readonly Column[], columns: readonly Column[]): readonly Column[] {
  const guessed = columns.map((column) =>
    old.some(({ name }) => name === column.name) ? { ...column, role: 'none' as const } : column,
  );
  return old.reduce<readonly Column[]>((given, { name, role, personal }) => {
    const marked = given.map((column) => (column.name === name ? { ...column, personal } : column));
    return role === 'none' ? marked : giveRole(marked, name, role);
  }, guessed);
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

/**
 * Marks a column as personal, of the given kind, or takes the mark away (null). What the table's import report quotes of
 * a column that had no mark is masked with it; what was masked on reading stays so, since nobody knows it any more.
 * An unknown table or column changes nothing.
 * Example: marking 담당 as 'name' masks its values on screen and leaves it out of exports unless it is chosen.
 */
export function changeColumnPersonal(
  document: ProjectDocument,
  tableName: string,
  columnName: string,
  personal: PersonalDataKind | null,
): ProjectDocument {
  const table = document.tables.find(({ name }) => name === tableName);
  const column = table?.columns.find(({ name }) => name === columnName);
  if (!table || !column || column.personal === personal) return document;
  const kind = maskedAs(column) === null ? maskedAs({ ...column, personal }) : null;
  const marked: DataTable = {
    ...table,
    columns: table.columns.map((each) => (each === column ? { ...each, personal } : each)),
    report:
      kind !== null && table.report
        ? maskReport(table.report, table.columns, columnName, kind)
        : table.report,
  };
  return { ...document, tables: document.tables.map((each) => (each === table ? marked : each)) };
}

function stepAside(tables: readonly DataTable[], role: TableRole): readonly DataTable[] {
  return soleTableRoles.includes(role)
    ? tables.map((table) => (table.role === role ? { ...table, role: 'other' as const } : table))
    : tables;
}
