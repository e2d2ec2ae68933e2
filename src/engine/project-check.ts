import { readDocument } from '#core/history/read-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { ident, type Database } from './database.ts';
import { isSealIntact, noSeal, sealKey } from './project-seal.ts';
import type { FileBound, OpenProblem } from './protocol.ts';
import { isDataTableName, projectTables, tableDefinition } from './tables.ts';

export interface CheckedProject {
  readonly documentText: string;
  readonly tables: readonly DataTable[];
}

/** What is read of a project file at most; what SQLite and the screens can take. */
export const bounds = {
  tables: 500,
  columns: 2000,
  rows: 50_000_000,
  document: 64 * 2 ** 20,
} as const satisfies Partial<Record<FileBound, number>>;

/** The version of the document since which a file is sealed. */
const sealedFrom = 2;

/** The index that SQLite makes for the key of `carrotlab_project`. */
const ownIndex = 'sqlite_autoindex_carrotlab_project_1';

/**
 * The document of a project file whose header is ours. Nothing of the file is computed: before a value is read, its
 * schema must be, word for word, one that this program writes, which leaves no place for a view, a trigger, a virtual
 * or generated column, a default or a condition.
 */
export function checkProject(
  database: Database,
  bytes: Uint8Array,
  version: number,
): Result<CheckedProject, OpenProblem> {
  const schema = readSchema(database);
  const foreign = schema.find((part) => !isOwnPart(part));
  if (foreign) return refuse({ code: 'foreign-part', kind: foreign.type, name: foreign.name });
  if (!projectTables.every((table) => schema.some(({ name }) => name === table.name))) {
    return refuse({ code: 'not-a-project' });
  }
  const verdict = database.one('PRAGMA integrity_check(1)');
  if (verdict !== 'ok') return damaged(String(verdict));
  const seal = projectValue(database, sealKey);
  if (version >= sealedFrom && seal !== noSeal && !(seal !== null && isSealIntact(bytes, seal))) {
    return damaged('the seal is broken');
  }
  const document = checkDocument(database);
  if (!document.ok) return document;
  const problem = checkTables(database, schema, document.value.tables);
  return problem ? refuse(problem) : document;
}

interface SchemaPart {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

function readSchema(database: Database): SchemaPart[] {
  return database
    .all('SELECT type, name, sql FROM sqlite_schema ORDER BY rowid')
    .map(([type, name, sql]) => ({
      type: String(type),
      name: String(name),
      sql: typeof sql === 'string' ? sql : null,
    }));
}

/** Data tables are compared with the document later; everything else has one form. */
function isOwnPart({ type, name, sql }: SchemaPart): boolean {
  if (type === 'index') return name === ownIndex && sql === null;
  if (type !== 'table') return false;
  const own = projectTables.find((table) => table.name === name);
  return own ? own.sql === sql : isDataTableName(name) && !/^CREATE VIRTUAL/i.test(sql ?? '');
}

function checkDocument(database: Database): Result<CheckedProject, OpenProblem> {
  const length = Number(
    database.one("SELECT octet_length(value) FROM carrotlab_project WHERE key = 'document'") ?? 0,
  );
  if (length > bounds.document) return oversized('document', length);
  const documentText = projectValue(database, 'document');
  const document = readDocument(documentText ?? '');
  if (documentText === null || !document.ok) {
    return !document.ok && document.problem.code === 'newer-version'
      ? refuse({ code: 'newer-version', version: document.problem.version })
      : refuse({ code: 'not-a-project' });
  }
  return succeed({ documentText, tables: document.value.tables });
}

function checkTables(
  database: Database,
  schema: readonly SchemaPart[],
  tables: readonly DataTable[],
): OpenProblem | null {
  if (tables.length > bounds.tables) return oversized('tables', tables.length).problem;
  let rows = 0;
  for (const { name, columns } of tables) {
    if (!isDataTableName(name)) return { code: 'not-a-project' };
    if (columns.length > bounds.columns) return oversized('columns', columns.length).problem;
    const stored = schema.find((part) => part.name === name);
    if (stored?.sql !== tableDefinition(name, columns)) {
      return damaged(`the table ${name} is not as the document describes it`).problem;
    }
    rows += Number(database.one(`SELECT count(*) FROM ${ident(name)}`));
    if (rows > bounds.rows) return oversized('rows', rows).problem;
  }
  return null;
}

function projectValue(database: Database, key: string): string | null {
  const value = database.one('SELECT value FROM carrotlab_project WHERE key = ?', [key]);
  return typeof value === 'string' ? value : null;
}

function oversized(what: Exclude<FileBound, 'bytes'>, found: number) {
  return refuse({ code: 'oversized-file', what, found, most: bounds[what] });
}

function damaged(detail: string) {
  return refuse({ code: 'damaged-file', detail });
}
