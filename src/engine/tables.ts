import type { SqlValue, Statement } from 'sql.js';
import type { Column, ColumnKind } from '#core/import/column.ts';
import { ident, type Database } from './database.ts';

/** Declared types: their affinity makes SQLite store what we mean, their name tells the kind again. */
const declaredTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  decimal: 'REAL',
  date: 'TEXT_DATE',
  boolean: 'INTEGER_YES_NO',
};

export interface StoredColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/**
 * The tables that every project has. A project file must hold them in just these words, and data tables in those of
 * `tableDefinition`: when either changes, `project-check.ts` must know what earlier versions wrote.
 */
export const projectTables: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'carrotlab_project',
    sql: 'CREATE TABLE carrotlab_project (key TEXT PRIMARY KEY, value TEXT) STRICT',
  },
  {
    name: 'carrotlab_rejects',
    sql: 'CREATE TABLE carrotlab_rejects (table_name TEXT, line INTEGER, reason TEXT, raw TEXT) STRICT',
  },
  {
    name: 'carrotlab_assignment',
    sql: 'CREATE TABLE carrotlab_assignment (experiment INTEGER, customer TEXT, cell INTEGER, arm INTEGER) STRICT',
  },
];

export function createProjectTables(database: Database): void {
  for (const { sql } of projectTables) database.run(sql);
}

/** Whether a name is one that we give to imported tables. */
export function isDataTableName(name: string): boolean {
  return /^data_\d{1,9}$/.test(name);
}

export function dataTableNames(database: Database): string[] {
  return database
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .map(([name]) => String(name))
    .filter(isDataTableName);
}

/** Leaves out the data tables that are no longer wanted, and the space they took; false where there were none. */
export function dropTables(database: Database, keep: readonly string[]): boolean {
  const unwanted = dataTableNames(database).filter((name) => !keep.includes(name));
  for (const name of unwanted) {
    database.run(`DROP TABLE ${ident(name)}`);
    database.run('DELETE FROM carrotlab_rejects WHERE table_name = ?', [name]);
  }
  if (unwanted.length > 0) database.run('VACUUM');
  return unwanted.length > 0;
}

/** The next free name. A number is never used twice, so that an old plan cannot meet a new table. */
export function takeTableName(database: Database): string {
  const used = dataTableNames(database).map((name) => Number(name.slice(5)));
  const last = Number(
    database.one("SELECT value FROM carrotlab_project WHERE key = 'last-table'") ?? 0,
  );
  const next = Math.max(last, 0, ...used) + 1;
  database.run("INSERT OR REPLACE INTO carrotlab_project VALUES ('last-table', ?)", [String(next)]);
  return `data_${next}`;
}

export function createDataTable(
  database: Database,
  name: string,
  columns: readonly StoredColumn[],
): void {
  database.run(tableDefinition(name, columns));
}

/** How a data table is made, as SQLite keeps it too. */
export function tableDefinition(name: string, columns: readonly StoredColumn[]): string {
  const declared = columns.map((column) => `${ident(column.name)} ${declaredTypes[column.kind]}`);
  return `CREATE TABLE ${ident(name)} (${declared.join(', ')})`;
}

/**
 * Declares the columns of a table again, where its rows stay as they lie: whole numbers as decimals. SQLite stores a
 * decimal without a fraction as a whole number anyway, and makes it a decimal when it is read by the declared type.
 * Source: sqlite.org/datatype3.html, 2 (REAL), and sqlite.org/lang_altertable.html, 7 (changes of the schema alone).
 */
export function redeclareTable(
  database: Database,
  name: string,
  columns: readonly StoredColumn[],
): void {
  database.run('PRAGMA writable_schema = ON');
  try {
    database.run("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", [
      tableDefinition(name, columns),
      name,
    ]);
  } finally {
    // Back to a schema that is read only, and read anew.
    database.run('PRAGMA writable_schema = RESET');
  }
}

/** A statement that inserts one row with all its columns. */
export function insertStatement(database: Database, name: string, columnCount: number): Statement {
  const places = Array.from({ length: columnCount }, () => '?').join(', ');
  return database.prepare(`INSERT INTO ${ident(name)} VALUES (${places})`);
}

/** Makes a table and fills it. */
export function insertTable(
  database: Database,
  columns: readonly Column[],
  rows: readonly (readonly SqlValue[])[],
): string {
  return database.transaction(() => {
    const name = takeTableName(database);
    createDataTable(database, name, columns);
    const insert = insertStatement(database, name, columns.length);
    for (const row of rows) insert.run([...row]);
    insert.free();
    return name;
  });
}

/** The columns of a table, in order, with their kinds. */
export function tableColumns(database: Database, table: string): StoredColumn[] {
  return database
    .all('SELECT name, type FROM pragma_table_info(?)', [table])
    .map(([name, type]) => ({ name: String(name), kind: kindOf(String(type)) }));
}

function kindOf(declaredType: string): ColumnKind {
  const found = Object.entries(declaredTypes).find(([, type]) => type === declaredType);
  return (found?.[0] ?? 'text') as ColumnKind;
}
