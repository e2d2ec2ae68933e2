import { columnKinds, type ColumnKind } from '#core/import/column.ts';
import { documentVersion } from '#core/history/project-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Database } from './database.ts';
import type { OpenProblem } from './protocol.ts';
import { isDataTableName, type StoredColumn } from './tables.ts';

/** 'CRLB' in the header of the file says that it is ours. */
export const applicationId = 0x43524c42;

export function isSqlite(bytes: Uint8Array): boolean {
  return [...'SQLite format 3\0'].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

/** The document of a project file that is sound, ours, and not newer than this program. */
export function checkProject(database: Database): Result<string, OpenProblem> {
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
export function isRealTable(database: Database, name: string): boolean {
  const kind = database.one(
    "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    [name],
  );
  return kind === 'table';
}

export interface ListedTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

/** The tables that a document lists, or null where it is no document. */
export function documentTables(text: string): ListedTable[] | null {
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
