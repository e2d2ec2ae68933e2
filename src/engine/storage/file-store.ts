/** What the browser's storage is made of here. */
export type StorageKind = 'origin-private-files' | 'indexed-database' | 'memory';

/**
 * Files in folders, as the browser's own storage keeps them: the one interface between projects and storage, with the
 * same contract (`tests/browser/file-store.test.ts`) wherever it is implemented. Every call may reject; `saveProblem`
 * says in which way.
 */
export interface FileStore {
  readonly kind: StorageKind;
  folders(): Promise<string[]>;
  /** The names of the files of a folder; none where there is no such folder. */
  names(folder: string): Promise<string[]>;
  /** A file, or null where there is none. What it holds is only read when it is asked for. */
  read(folder: string, name: string): Promise<Blob | null>;
  /**
   * Writes a whole file, and its folder where that is missing. Whoever reads, also after a crash, finds the old content
   * or the new, never a part.
   */
  write(folder: string, name: string, content: Blob): Promise<void>;
  /** Removes a file; one that is not there is removed already. */
  remove(folder: string, name: string): Promise<void>;
  removeFolder(folder: string): Promise<void>;
}
