import type { FileStore } from '#engine/storage/file-store.ts';

/** Files in memory, for tests. `beforeStep` may throw, as a crash would, before each of the steps a write takes. */
export function memoryFiles(
  content = new Map<string, Map<string, Blob>>(),
  beforeStep: () => void = () => undefined,
): FileStore {
  const step = <Value>(work: () => Value): Promise<Value> => {
    beforeStep();
    return Promise.resolve(work());
  };
  return {
    kind: 'memory',
    folders: () => step(() => [...content.keys()]),
    names: (folder) => step(() => [...(content.get(folder)?.keys() ?? [])]),
    read: (folder, name) => step(() => content.get(folder)?.get(name) ?? null),
    write: (folder, name, file) =>
      step(() => {
        if (!content.has(folder)) content.set(folder, new Map());
        content.get(folder)?.set(name, file);
      }),
    remove: (folder, name) => step(() => void content.get(folder)?.delete(name)),
    removeFolder: (folder) => step(() => void content.delete(folder)),
  };
}
