import { documentVersion } from '#core/history/project-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { Database, ident } from './database.ts';
import type { Engine } from './engine.ts';
import type { OpenProblem } from './protocol.ts';
import { applicationId, checkProject, isSqlite } from './project-check.ts';
import { copyTables } from './project-copy.ts';
import { createProjectTables, dataTableNames } from './tables.ts';

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
  let saved: Database | null = null;
  try {
    saved = new Database(engine.library, bytes);
    const tables = dataTableNames(saved);
    saved.one('SELECT count(*) FROM carrotlab_assignment');
    engine.replaceDatabase(saved);
    saved = null;
    return succeed({ tables });
  } catch (error) {
    return refuse({ code: 'damaged-file', detail: String(error) });
  } finally {
    saved?.close();
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
    const checked = checkProject(foreign);
    if (!checked.ok) return checked;
    fresh = new Database(engine.library);
    createProjectTables(fresh);
    const tables = copyTables(foreign, fresh, checked.value.tables);
    engine.replaceDatabase(fresh);
    fresh = null;
    return succeed({ documentText: checked.value.documentText, tables });
  } catch (error) {
    return refuse({ code: 'damaged-file', detail: String(error) });
  } finally {
    fresh?.close();
    foreign?.close();
  }
}
