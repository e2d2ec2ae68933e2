import type { FileStore, StorageKind } from './file-store.ts';
import { indexedFiles } from './indexed-files.ts';
import { originPrivateFiles } from './origin-private-files.ts';

/**
 * The storage of this browser: the origin-private file system where a page can write files there, else IndexedDB. The
 * page chooses; the worker is told with every request, so that the two never look in different places.
 */
export async function chooseFileStore(): Promise<FileStore> {
  const files = originPrivateFiles();
  return (await isWritable(files)) ? files : indexedFiles();
}

/** The storage that the page chose, as the worker opens it. */
export function browserFiles(kind: StorageKind): FileStore {
  return kind === 'origin-private-files' ? originPrivateFiles() : indexedFiles();
}

/** Whether a page can write files there at all. A disk that is full could be written. */
async function isWritable(files: FileStore): Promise<boolean> {
  if (!('FileSystemFileHandle' in globalThis)) return false;
  if (!('createWritable' in FileSystemFileHandle.prototype)) return false;
  const probe = crypto.randomUUID();
  try {
    await files.write('probe', probe, new Blob(['probe']));
    await files.remove('probe', probe);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError';
  }
}
