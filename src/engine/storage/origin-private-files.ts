import type { FileStore } from './file-store.ts';

const rootName = 'carrotlab';

/**
 * The origin-private file system. Files are written by `createWritable`, which fills a file of its own and puts it in
 * the place of the old one when it is closed. The handles that write in place would be faster, but only a worker has
 * them, they leave a torn file after a crash, and a document must be savable from the page while the worker is busy.
 */
export function originPrivateFiles(): FileStore {
  const root = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(rootName, { create: true });
  const folderOf = async (folder: string) =>
    orNull((await root()).getDirectoryHandle(folder), 'NotFoundError');
  return {
    kind: 'origin-private-files',
    folders: async () => namesOf(await root(), 'directory'),
    names: async (folder) => {
      const directory = await folderOf(folder);
      return directory ? namesOf(directory, 'file') : [];
    },
    read: async (folder, name) => {
      const directory = await folderOf(folder);
      const handle = directory && (await orNull(directory.getFileHandle(name), 'NotFoundError'));
      return handle ? orNull(handle.getFile(), 'NotFoundError') : null;
    },
    write: async (folder, name, content) => {
      const directory = await (await root()).getDirectoryHandle(folder, { create: true });
      const handle = await directory.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      try {
        await writable.write(content);
      } catch (error) {
        await writable.abort().catch(() => undefined);
        throw (await isHiddenQuota(error, content)) ? noRoom() : error;
      }
      await writable.close();
    },
    remove: async (folder, name) => {
      const directory = await folderOf(folder);
      if (directory) await orNull(directory.removeEntry(name), 'NotFoundError');
    },
    removeFolder: async (folder) => {
      await orNull((await root()).removeEntry(folder, { recursive: true }), 'NotFoundError');
    },
  };
}

async function namesOf(
  directory: FileSystemDirectoryHandle,
  kind: FileSystemHandleKind,
): Promise<string[]> {
  const names: string[] = [];
  for await (const [name, handle] of directory.entries()) {
    // Chromium keeps what is not closed yet beside its file.
    if (handle.kind === kind && !name.endsWith('.crswap')) names.push(name);
  }
  return names;
}

/**
 * Chromium says now and then that the content could not be read where it was the disk that had no room for it: it stops
 * taking the content before it has said why.
 */
async function isHiddenQuota(error: unknown, content: Blob): Promise<boolean> {
  if (!(error instanceof DOMException) || error.name !== 'NotReadableError') return false;
  return content.arrayBuffer().then(
    () => true,
    () => false,
  );
}

function noRoom(): DOMException {
  return new DOMException('There is no room for the file.', 'QuotaExceededError');
}

async function orNull<Value>(work: Promise<Value>, expected: string): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DOMException && error.name === expected) return null;
    throw error;
  }
}
