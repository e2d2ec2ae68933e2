import type { SqlValue } from 'sql.js';
import type { ColumnKind } from '#core/import/column.ts';
import { columnKinds } from '#core/import/column.ts';
import { documentVersion } from '#core/history/project-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { Database, ident } from './database.ts';
import type { Engine } from './engine.ts';
import type { OpenProblem } from './protocol.ts';
import {
  createDataTable,
  createProjectTables,
  dataTableNames,
  isDataTableName,
  type StoredColumn,
} from './tables.ts';

/** 'CRLB' in the header of the file says that it is ours. */
const applicationId = 0x43524c42;

interface OpenedProject {
  readonly documentText: string;
  readonly tables: string[];
}

/** The rows as the bytes of a SQLite file, without the data tables that are no longer wanted. */
export function exportRows(engine: Engine, keep: readonly string[]): Uint8Array {
  const bytes = engine.database.export();
  const unwanted = dataTableNames(engine.database).filter((name) => !keep.includes(name));
  if (unwanted.length === 0) return bytes;
  // The tables stay in the open database, because undo may still want them.
  const copy = new Database(engine.library, bytes);
  for (const name of unwanted) {
    copy.run(`DROP TABLE ${ident(name)}`);
    copy.run('DELETE FROM carrotlab_rejects WHERE table_name = ?', [name]);
  }
  copy.run('VACUUM');
  const smaller = copy.export();
  copy.close();
  return smaller;
}

/** The project as one file: its rows, its document, and a mark that says which program and version wrote it. */
export function exportProject(
  engine: Engine,
  documentText: string,
  keep: readonly string[],
): Uint8Array {
  engine.database.run("INSERT OR REPLACE INTO carrotlab_project VALUES ('document', ?)", [
    documentText,
  ]);
  engine.database.run(`PRAGMA application_id = ${applicationId}`);
  engine.database.run(`PRAGMA user_version = ${documentVersion}`);
  return exportRows(engine, keep);
}

/** Opens rows that this browser saved. Refuses: damaged-file. */
export function openSavedRows(
  engine: Engine,
  bytes: Uint8Array,
): Result<{ tables: string[] }, OpenProblem> {
  try {
    const database = new Database(engine.library, bytes);
    const tables = dataTableNames(database);
    database.one('SELECT count(*) FROM carrotlab_assignment');
    engine.replaceDatabase(database);
    return succeed({ tables });
  } catch (error) {
    return refuse({ code: 'damaged-file', detail: String(error) });
  }
}

/**
 * Opens a project file that may come from anyone: nothing of its schema is taken over, only the rows of the tables that
 * its document lists are copied into tables of our own making.
 * Refuses: not-a-database, not-a-project, newer-version, damaged-file. What was open stays open then.
 */
export function openProject(engine: Engine, bytes: Uint8Array): Result<OpenedProject, OpenProblem> {
  if (!isSqlite(bytes)) return refuse({ code: 'not-a-database' });
  let foreign: Database | null = null;
  let fresh: Database | null = null;
  try {
    foreign = new Database(engine.library, bytes);
    const checked = check(foreign);
    if (!checked.ok) return checked;
    fresh = new Database(engine.library);
    createProjectTables(fresh);
    const tables = copyTables(foreign, fresh, checked.value);
    engine.replaceDatabase(fresh);
    fresh = null;
    return succeed({ documentText: checked.value, tables });
  } catch (error) {
    return refuse({ code: 'damaged-file', detail: String(error) });
  } finally {
    fresh?.close();
    foreign?.close();
  }
}

function isSqlite(bytes: Uint8Array): boolean {
  return [...'SQLite format 3\0'].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** The document of a project file that is sound, ours, and not newer than this program. */
function check(database: Database): Result<string, OpenProblem> {
  const verdict = database.one('PRAGMA quick_check(1)');
  if (verdict !== 'ok') return refuse({ code: 'damaged-file', detail: String(verdict) });
  if (database.one('PRAGMA application_id') !== applicationId) {
    return refuse({ code: 'not-a-project' });
  }
  const version = Number(database.one('PRAGMA user_version'));
  if (version > documentVersion) return refuse({ code: 'newer-version', version });
  if (!isRealTable(database, 'carrotlab_project')) return refuse({ code: 'not-a-project' });
  const text = database.one("SELECT value FROM carrotlab_project WHERE key = 'document'");
  if (typeof text !== 'string' || !documentTables(text)) return refuse({ code: 'not-a-project' });
  return succeed(text);
}

/** Views, virtual tables and shadow tables are not read: they could compute what they like. */
function isRealTable(database: Database, name: string): boolean {
  const kind = database.one(
    "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    [name],
  );
  return kind === 'table';
}

interface ListedTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

/** The tables that a document lists, or null where it is no document. */
function documentTables(text: string): ListedTable[] | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(document) || !Array.isArray(document.tables)) return null;
  const tables: ListedTable[] = [];
  for (const table of document.tables as unknown[]) {
    if (!isRecord(table) || typeof table.name !== 'string' || !isDataTableName(table.name)) {
      return null;
    }
    if (!Array.isArray(table.columns) || !table.columns.every(isStoredColumn)) return null;
    tables.push({ name: table.name, columns: table.columns });
  }
  return tables;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isStoredColumn(value: unknown): value is StoredColumn {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    columnKinds.includes(value.kind as ColumnKind)
  );
}

/** SQL types whose values a column of a kind may hold; others become NULL. */
const allowedTypes: Readonly<Record<ColumnKind, string>> = {
  text: "'text'",
  date: "'text'",
  integer: "'integer'",
  boolean: "'integer'",
  decimal: "'real', 'integer'",
};

const ownTables: readonly ListedTable[] = [
  {
    name: 'carrotlab_rejects',
    columns: [
      { name: 'table_name', kind: 'text' },
      { name: 'line', kind: 'integer' },
      { name: 'reason', kind: 'text' },
      { name: 'raw', kind: 'text' },
    ],
  },
  {
    name: 'carrotlab_assignment',
    columns: [
      { name: 'experiment', kind: 'integer' },
      { name: 'customer', kind: 'text' },
      { name: 'cell', kind: 'integer' },
      { name: 'arm', kind: 'integer' },
    ],
  },
];

function copyTables(foreign: Database, fresh: Database, documentText: string): string[] {
  const tables = documentTables(documentText) ?? [];
  const lastTable = foreign.one("SELECT value FROM carrotlab_project WHERE key = 'last-table'");
  const values: SqlValue[] = [String(Number(lastTable) || 0)];
  fresh.run("INSERT INTO carrotlab_project VALUES ('last-table', ?)", values);
  fresh.run('ATTACH ? AS foreign_file', [foreign.fileName]);
  for (const { name, columns } of tables) {
    if (!isRealTable(foreign, name)) throw new Error(`The table ${name} is missing`);
    createDataTable(fresh, name, columns);
  }
  fresh.transaction(() => {
    for (const table of [...ownTables, ...tables]) {
      if (isRealTable(foreign, table.name)) copyRows(fresh, table);
    }
  });
  fresh.run('DETACH foreign_file');
  return tables.map(({ name }) => name);
}

function copyRows(fresh: Database, { name, columns }: ListedTable): void {
  const names = columns.map((column) => ident(column.name));
  const values = columns.map((column) => {
    const value = `source.${ident(column.name)}`;
    return `CASE WHEN typeof(${value}) IN (${allowedTypes[column.kind]}) THEN ${value} END`;
  });
  fresh.run(
    `INSERT INTO main.${ident(name)} (${names.join(', ')}) ` +
      `SELECT ${values.join(', ')} FROM foreign_file.${ident(name)} AS source`,
  );
}
