/**
 * Projects as the first version of this program kept them: an IndexedDB database with a store of documents and a store
 * of rows, whose keys are [project id, generation] and [project id, 'current'] for the generation that counts.
 */
const databaseName = 'carrotlab';
const projectStore = 'projects';
const rowStore = 'rows';

export interface FirstProject {
  readonly id: string;
  readonly name: string;
  readonly isSample: boolean;
  readonly updatedAt: string;
  readonly documentText: string;
  /** Rows of all tables that the document names. */
  readonly rowCount: number;
  /** A SQLite database, or null for a project that never had rows. */
  readonly rows: Blob | null;
}

type StoredDocument = Omit<FirstProject, 'rows' | 'rowCount'>;

/** The projects in the first database; none, and no database made, where there is none. */
export async function readFirstDatabase(): Promise<FirstProject[]> {
  const database = await openExisting();
  if (!database) return [];
  try {
    const transaction = database.transaction([projectStore, rowStore], 'readonly');
    const rows = transaction.objectStore(rowStore);
    const documents = await answerOf<StoredDocument[]>(
      transaction.objectStore(projectStore).getAll(),
    );
    const projects: FirstProject[] = [];
    for (const document of documents) {
      const generation = await answerOf<number | undefined>(rows.get([document.id, 'current']));
      const content =
        generation === undefined
          ? undefined
          : await answerOf<Blob | undefined>(rows.get([document.id, generation]));
      const rowCount = rowsNamed(document.documentText);
      projects.push({ ...document, rowCount, rows: content ?? null });
    }
    return projects;
  } finally {
    database.close();
  }
}

export async function removeFromFirstDatabase(id: string): Promise<void> {
  const database = await openExisting();
  if (!database) return;
  try {
    const transaction = database.transaction([projectStore, rowStore], 'readwrite');
    transaction.objectStore(projectStore).delete(id);
    transaction.objectStore(rowStore).delete(IDBKeyRange.bound([id], [id, []]));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  } finally {
    database.close();
  }
}

/**
 * Opens the database where it exists; asked for a new one, the browser is told not to make it. A browser that refuses
 * databases has none.
 */
function openExisting(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(databaseName);
    } catch {
      return resolve(null);
    }
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

function rowsNamed(documentText: string): number {
  try {
    const { tables } = JSON.parse(documentText) as { tables: { rowCount: number }[] };
    return tables.reduce((sum, table) => sum + table.rowCount, 0);
  } catch {
    return 0;
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
