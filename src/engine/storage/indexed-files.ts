import type { FileStore } from './file-store.ts';

export const indexedDatabaseName = 'carrotlab-files';
const storeName = 'files';

/**
 * Files as blobs in IndexedDB, under the key [folder, name], for browsers whose origin-private file system is missing or
 * cannot be written from a page (Safari before 26, some private windows). A transaction is the atomic replacement.
 */
export function indexedFiles(): FileStore {
  return {
    kind: 'indexed-database',
    folders: async () => [...new Set((await keys(null)).map(([folder]) => folder))],
    names: async (folder) => (await keys(folder)).map(([, name]) => name),
    read: async (folder, name) =>
      (await inStore('readonly', (store) =>
        answerOf<Blob | undefined>(store.get([folder, name])),
      )) ?? null,
    write: async (folder, name, content) => {
      // A file on disk is only pointed at: its bytes are taken now, so that they are ours.
      const own = new Blob([await content.arrayBuffer()]);
      await inStore('readwrite', (store) => answerOf(store.put(own, [folder, name])));
    },
    remove: (folder, name) =>
      inStore('readwrite', (store) => answerOf(store.delete([folder, name]))),
    removeFolder: (folder) =>
      inStore('readwrite', (store) => answerOf(store.delete(filesOf(folder)))),
  };
}

function keys(folder: string | null): Promise<[string, string][]> {
  return inStore('readonly', (store) =>
    answerOf(store.getAllKeys(folder === null ? null : filesOf(folder))),
  ) as Promise<[string, string][]>;
}

function filesOf(folder: string): IDBKeyRange {
  return IDBKeyRange.bound([folder], [folder, []]);
}

/** Does the work in one transaction and waits until it is on disk. */
async function inStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const opening = indexedDB.open(indexedDatabaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const database = await answerOf(opening);
  try {
    const transaction = database.transaction(storeName, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    const [value] = await Promise.all([work(transaction.objectStore(storeName)), done]);
    return value;
  } finally {
    database.close();
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
