import type { FileStore } from './file-store.ts';
import {
  isNewer,
  placeOfRecord,
  readRecord,
  recordName,
  rowsName,
  writeRecord,
  type ProjectRecord,
  type RecordPlace,
} from './project-record.ts';

/** A record with its place. */
export interface FoundRecord {
  readonly place: RecordPlace;
  readonly record: ProjectRecord;
}

export interface ProjectListing extends Pick<
  ProjectRecord,
  'name' | 'isSample' | 'updatedAt' | 'rowCount'
> {
  readonly id: string;
  /** What its files take in storage. */
  readonly byteCount: number;
  /** It is gone for the reader, and will be for the disk at a later start. ISO date and time, or null. */
  readonly deletedAt: string | null;
}

/** A file of this name in a project's folder says that the project is deleted, and since when. */
const tombstone = 'deleted';

/** The projects of this browser, the last changed first; also those that are deleted but can be had back. */
export async function listProjects(files: FileStore): Promise<ProjectListing[]> {
  const listed = await Promise.all(
    // A folder that another tab is changing just now must not hide the others.
    (await files.folders()).map((id) => describeProject(files, id).catch(() => null)),
  );
  return listed
    .filter((project) => project !== null)
    .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
}

async function describeProject(files: FileStore, id: string): Promise<ProjectListing | null> {
  const [newest] = await readRecords(files, id);
  if (!newest) return null;
  const { name, isSample, updatedAt, rowCount } = newest.record;
  const byteCount = await bytesOf(files, id);
  const deletedAt = await deletionOf(files, id);
  return { id, name, isSample, updatedAt, rowCount, byteCount, deletedAt };
}

/** The sound records of a project, the newest first; torn ones count as never written. */
export async function readRecords(files: FileStore, id: string): Promise<FoundRecord[]> {
  const found: FoundRecord[] = [];
  for (const name of await files.names(id)) {
    const place = placeOfRecord(name);
    const file = place && (await files.read(id, name));
    const record = file && (await readRecord(file));
    if (record) found.push({ place, record });
  }
  return found.sort((one, other) => (isNewer(one.place, other.place) ? -1 : 1));
}

/** The same as `readRecords`, for a project that nobody has deleted. */
export async function readLivingRecords(files: FileStore, id: string): Promise<FoundRecord[]> {
  return (await deletionOf(files, id)) === null ? readRecords(files, id) : [];
}

/** Makes a copy of a project under another id, with the record that `change` makes of its newest; false without one. */
export async function copyProject(
  files: FileStore,
  id: string,
  copyId: string,
  change: (record: ProjectRecord) => ProjectRecord,
): Promise<boolean> {
  const [newest] = await readRecords(files, id);
  if (!newest) return false;
  const parts = newest.record.rows?.parts ?? [];
  const copies = parts.map((part, index) => ({ ...part, name: rowsName(0, index + 1) }));
  for (const [index, part] of parts.entries()) {
    const content = await files.read(id, part.name);
    if (!content) return false;
    await files.write(copyId, copies[index]?.name ?? '', content);
  }
  const { rows } = newest.record;
  const record = change({ ...newest.record, rows: rows && { ...rows, parts: copies } });
  await files.write(copyId, recordName({ epoch: 0, sequence: 1 }), writeRecord(record));
  return true;
}

/** Marks a project as deleted; `restoreProject` takes that back until `eraseProject`. */
export async function deleteProject(files: FileStore, id: string, now: Date): Promise<void> {
  await files.write(id, tombstone, new Blob([now.toISOString()]));
}

export function restoreProject(files: FileStore, id: string): Promise<void> {
  return files.remove(id, tombstone);
}

/** Takes a project off the disk. Its records go first: a crash leaves nothing that looks like a project. */
export async function eraseProject(files: FileStore, id: string): Promise<void> {
  for (const name of await files.names(id)) {
    if (placeOfRecord(name)) await files.remove(id, name);
  }
  await files.removeFolder(id);
}

async function deletionOf(files: FileStore, id: string): Promise<string | null> {
  const file = await files.read(id, tombstone);
  return file ? file.text() : null;
}

async function bytesOf(files: FileStore, id: string): Promise<number> {
  const sizes = (await files.names(id)).map(async (name) => (await files.read(id, name))?.size);
  return (await Promise.all(sizes)).reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
