import { documentVersion } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import type { DataTable } from '#core/import/column.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Database } from './database.ts';
import type { OpenProblem } from './protocol.ts';
import { isDataTableName } from './tables.ts';

/** 'CRLB' in the header of the file says that it is ours. */
export const applicationId = 0x43524c42;

export function isSqlite(bytes: Uint8Array): boolean {
  return [...'SQLite format 3\0'].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

export interface CheckedProject {
  readonly documentText: string;
  readonly tables: readonly DataTable[];
}

/** The document of a project file that is sound, ours, and not newer than this program. */
export function checkProject(database: Database): Result<CheckedProject, OpenProblem> {
  const verdict = database.one('PRAGMA quick_check(1)');
  if (verdict !== 'ok') return refuse({ code: 'damaged-file', detail: String(verdict) });
  if (database.one('PRAGMA application_id') !== applicationId) {
    return refuse({ code: 'not-a-project' });
  }
  const version = Number(database.one('PRAGMA user_version'));
  if (version > documentVersion) return refuse({ code: 'newer-version', version });
  if (!isRealTable(database, 'carrotlab_project')) return refuse({ code: 'not-a-project' });
  const text = database.one("SELECT value FROM carrotlab_project WHERE key = 'document'");
  const document = readDocument(typeof text === 'string' ? text : '');
  if (!document.ok) {
    return document.problem.code === 'newer-version'
      ? refuse({ code: 'newer-version', version: document.problem.version })
      : refuse({ code: 'not-a-project' });
  }
  const { tables } = document.value;
  if (!tables.every(({ name }) => isDataTableName(name))) return refuse({ code: 'not-a-project' });
  return succeed({ documentText: String(text), tables });
}

/** Views, virtual and shadow tables, and generated columns are not read: they could compute what they like. */
export function isRealTable(database: Database, name: string): boolean {
  const kind = database.one(
    "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?",
    [name],
  );
  const computed = database.one('SELECT max(hidden) FROM pragma_table_xinfo(?)', [name]);
  return kind === 'table' && computed === 0;
}
