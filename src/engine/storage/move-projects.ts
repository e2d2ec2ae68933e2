import type { FileStore } from './file-store.ts';
import { indexedDatabaseName, indexedFiles } from './indexed-files.ts';
import { readFirstDatabase, removeFromFirstDatabase, type FirstProject } from './first-database.ts';
import { hashPages, imageChecksum } from './page-hash.ts';
import { recordName, rowsName, writeRecord } from './project-record.ts';
import { readRecords } from './project-store.ts';
import type { SavedRows } from './row-image.ts';

/**
 * Moves projects that lie where this browser kept them earlier: in the database of the first version, and in IndexedDB
 * where the origin-private file system has become available since. What was moved is removed there; what could not be
 * (a full disk) stays, and is tried again at the next start. Rejects where something stayed.
 */
export async function moveProjects(files: FileStore): Promise<void> {
  const move = () => moveAll(files);
  // Two tabs that start at once move one after the other.
  await ('locks' in navigator ? navigator.locks.request('carrotlab-move', move) : move());
}

async function moveAll(files: FileStore): Promise<void> {
  for (const project of await readFirstDatabase()) {
    await moveFirstProject(files, project);
    await removeFromFirstDatabase(project.id);
  }
  if (files.kind === 'origin-private-files' && (await isThere(indexedDatabaseName))) {
    await moveFolders(indexedFiles(), files);
  }
}

/** A tab that still runs the first version may have saved after an earlier move: the later one of the two counts. */
async function moveFirstProject(files: FileStore, project: FirstProject): Promise<void> {
  const { id, name, isSample, updatedAt, documentText } = project;
  const [newest] = await readRecords(files, id);
  if (newest && newest.record.updatedAt >= updatedAt) return;
  const epoch = (newest?.place.epoch ?? 0) + 1;
  const rows = project.rows ? await moveRows(files, id, epoch, project.rows) : null;
  const record = { name, isSample, updatedAt, rowCount: project.rowCount, rows, documentText };
  await files.write(id, recordName({ epoch, sequence: 1 }), writeRecord(record));
}

async function moveRows(
  files: FileStore,
  id: string,
  epoch: number,
  content: Blob,
): Promise<SavedRows> {
  const image = new Uint8Array(await content.arrayBuffer());
  const name = rowsName(epoch, 1);
  await files.write(id, name, new Blob([image]));
  const byteCount = image.length;
  const checksum = imageChecksum(hashPages(image));
  return { byteCount, checksum, parts: [{ name, byteCount }] };
}

async function moveFolders(from: FileStore, to: FileStore): Promise<void> {
  for (const folder of await from.folders()) {
    // Records are written last: until then there is no project, and a crash leaves the old place whole.
    const names = (await from.names(folder)).toSorted(
      (one, other) => Number(one.startsWith('record-')) - Number(other.startsWith('record-')),
    );
    for (const name of names) {
      const content = await from.read(folder, name);
      if (content) await to.write(folder, name, content);
    }
    await from.removeFolder(folder);
  }
}

async function isThere(databaseName: string): Promise<boolean> {
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => name === databaseName);
}
