import { documentVersion } from '#core/history/project-document.ts';
import { refuse, succeed } from '#core/result.ts';
import { Database, ident } from './database.ts';
import type { Engine } from './engine.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { checkProject } from './project-check.ts';
import { copyTables } from './project-copy.ts';
import { applicationId, checkHeader, mostFileBytes, oversizedFile } from './project-header.ts';
import { closeSeal, openSeal, sealKey } from './project-seal.ts';
import type { Answer, OpenProblem, Params } from './protocol.ts';
import { createProjectTables, dataTableNames, dropTables } from './tables.ts';

/** The project as one file: its rows, its document, and a mark that says which program and version wrote it. */
export function exportProject(
  engine: Engine,
  { documentText, keep, withheld = [] }: Params<'export-file'>,
): Uint8Array {
  // A copy, because the open tables may still be wanted by Undo, and the document is kept elsewhere while it is open.
  const copy = new Database(engine.library, engine.database.export());
  try {
    dropTables(copy, keep);
    withhold(copy, withheld);
    const put = 'INSERT OR REPLACE INTO carrotlab_project VALUES (?, ?)';
    copy.run(put, ['document', documentText]);
    copy.run(put, [sealKey, openSeal]);
    copy.run(`PRAGMA application_id = ${applicationId}`);
    copy.run(`PRAGMA user_version = ${documentVersion}`);
    const bytes = copy.export();
    closeSeal(bytes);
    return bytes;
  } finally {
    copy.close();
  }
}

/** Opens rows that this browser saved. Refuses: rows-missing, damaged-save, out-of-memory. What was open stays open then. */
export async function openSavedRows(
  engine: Engine,
  { storage, projectId, rows, keep }: Params<'open-saved'>,
): Promise<Answer<'open-saved'>> {
  const image = await engine.keeper.read(storage, projectId, rows);
  if (!image.ok) return image;
  let saved: Database | null = null;
  try {
    saved = new Database(engine.library, image.value.bytes);
    saved.one('SELECT count(*) FROM carrotlab_assignment');
    const isTrimmed = keep !== null && dropTables(saved, keep);
    const tables = dataTableNames(saved);
    engine.replaceDatabase(saved);
    saved = null;
    engine.keeper.follow(projectId, rows, image.value.hashes);
    if (isTrimmed) engine.keeper.markChanged();
    return succeed({ tables, isTrimmed });
  } catch (error) {
    return refuse(isOutOfMemory(error) ? { code: 'out-of-memory' } : { code: 'damaged-save' });
  } finally {
    saved?.close();
  }
}

/**
 * Opens a project file that may come from anyone: nothing of its schema is taken over, only the rows of the tables that
 * its document lists are copied into tables of our own making.
 * Refuses: not-a-database, not-a-project, newer-version, damaged-file, foreign-part, oversized-file, out-of-memory.
 * What was open stays open then.
 */
export async function openProject(engine: Engine, file: Blob): Promise<Answer<'open-file'>> {
  if (file.size > mostFileBytes) return refuse(oversizedFile(file.size));
  let foreign: Database | null = null;
  let fresh: Database | null = null;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const header = checkHeader(bytes);
    if (!header.ok) return header;
    foreign = new Database(engine.library, bytes);
    const checked = checkProject(foreign, bytes, header.value.version);
    if (!checked.ok) return checked;
    fresh = new Database(engine.library);
    createProjectTables(fresh);
    const tables = copyTables(foreign, fresh, checked.value.tables);
    engine.replaceDatabase(fresh);
    fresh = null;
    return succeed({ documentText: checked.value.documentText, tables });
  } catch (error) {
    return refuse(openProblem(error));
  } finally {
    fresh?.close();
    foreign?.close();
  }
}

/** Empties columns, and leaves no trace of them in the file either. */
function withhold(
  database: Database,
  withheld: NonNullable<Params<'export-file'>['withheld']>,
): void {
  for (const { table, columns } of withheld) {
    const empty = columns.map((column) => `${ident(column)} = NULL`).join(', ');
    database.run(`UPDATE ${ident(table)} SET ${empty}`);
    database.run('DELETE FROM carrotlab_rejects WHERE table_name = ?', [table]);
  }
  if (withheld.length > 0) database.run('VACUUM');
}

function openProblem(error: unknown): OpenProblem {
  return isOutOfMemory(error)
    ? { code: 'out-of-memory' }
    : { code: 'damaged-file', detail: String(error) };
}
