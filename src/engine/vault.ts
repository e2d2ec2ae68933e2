import { refuse, succeed, type Result } from '#core/result.ts';
import type { SaveProblem } from './protocol.ts';

/** A project as the page keeps it; its rows are kept beside it by the worker. */
export interface StoredProject {
  readonly id: string;
  readonly name: string;
  readonly isSample: boolean;
  /** ISO date and time. */
  readonly updatedAt: string;
  readonly documentText: string;
}

export type ProjectListing = Omit<StoredProject, 'documentText'>;

/** Where the worker keeps rows: the browser's own storage, or something else in tests. */
export interface RowVault {
  readRows(projectId: string): Promise<Blob | null>;
  writeRows(projectId: string, rows: Blob): Promise<Result<null, SaveProblem>>;
}

const databaseName = 'carrotlab';
const projectStore = 'projects';
/** Keys are [project id, generation] for rows and [project id, 'current'] for the generation that counts. */
const rowStore = 'rows';

export const browserVault: RowVault = { readRows, writeRows };

/** The projects of this browser, the last changed first, without their documents. */
export async function listProjects(): Promise<ProjectListing[]> {
  const stored = await inStore(projectStore, 'readonly', (store) =>
    answerOf<StoredProject[]>(store.getAll()),
  );
  return stored
    .map(({ id, name, isSample, updatedAt }) => ({ id, name, isSample, updatedAt }))
    .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
}

export function readProject(id: string): Promise<StoredProject | null> {
  return inStore(projectStore, 'readonly', async (store) => {
    return (await answerOf<StoredProject | undefined>(store.get(id))) ?? null;
  });
}

/** Writes a project's document. Refuses: storage-full, storage-refused. */
export function writeProject(project: StoredProject): Promise<Result<null, SaveProblem>> {
  return attempt(() => inStore(projectStore, 'readwrite', (store) => answerOf(store.put(project))));
}

/** Removes a project and its rows. */
export async function removeProject(id: string): Promise<void> {
  await inStore(projectStore, 'readwrite', (store) => answerOf(store.delete(id)));
  await inStore(rowStore, 'readwrite', (store) => answerOf(store.delete(rowsOf(id))));
}

/** The rows that were last written whole for a project, or null. */
export function readRows(projectId: string): Promise<Blob | null> {
  return inStore(rowStore, 'readonly', async (store) => {
    const generation = await answerOf<number | undefined>(store.get([projectId, 'current']));
    if (generation === undefined) return null;
    return (await answerOf<Blob | undefined>(store.get([projectId, generation]))) ?? null;
  });
}

/**
 * Writes the rows of a project beside the old ones and only then makes them the ones that count, so that a crash leaves
 * either the old or the new. Refuses: storage-full, storage-refused.
 */
export function writeRows(projectId: string, rows: Blob): Promise<Result<null, SaveProblem>> {
  return attempt(async () => {
    const current = [projectId, 'current'];
    const generation = await inStore(rowStore, 'readwrite', async (store) => {
      const last = (await answerOf<number | undefined>(store.get(current))) ?? 0;
      await answerOf(store.put(rows, [projectId, last + 1]));
      return last + 1;
    });
    await inStore(rowStore, 'readwrite', async (store) => {
      await answerOf(store.put(generation, current));
      const older = IDBKeyRange.bound([projectId, 0], [projectId, generation], false, true);
      await answerOf(store.delete(older));
    });
  });
}

function rowsOf(projectId: string): IDBKeyRange {
  return IDBKeyRange.bound([projectId], [projectId, []]);
}

async function attempt(work: () => Promise<unknown>): Promise<Result<null, SaveProblem>> {
  try {
    await work();
    return succeed(null);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return name === 'QuotaExceededError'
      ? refuse({ code: 'storage-full' })
      : refuse({ code: 'storage-refused', detail: String(error) });
  }
}

/** Does the work in one transaction and waits until it is on disk. */
async function inStore<Value>(
  name: typeof projectStore | typeof rowStore,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    const [value] = await Promise.all([work(transaction.objectStore(name)), done]);
    return value;
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(projectStore, { keyPath: 'id' });
    request.result.createObjectStore(rowStore);
  };
  return answerOf(request);
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
