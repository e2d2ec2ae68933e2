import { describe, expect, it } from 'vitest';
import {
  listProjects,
  readProject,
  readRows,
  removeProject,
  writeProject,
  writeRows,
  type StoredProject,
} from '#engine/vault.ts';

const project = (id: string, updatedAt: string): StoredProject => ({
  id,
  name: `프로젝트 ${id}`,
  isSample: false,
  updatedAt,
  documentText: `{"id":"${id}"}`,
});

const textOf = async (id: string) => (await (await readRows(id))?.text()) ?? null;

/** The keys under which rows lie, as the browser keeps them. */
function rowKeys(): Promise<IDBValidKey[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carrotlab');
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
    opening.onsuccess = () => {
      const keys = opening.result.transaction('rows').objectStore('rows').getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result);
      };
    };
  });
}

/** Writes rows as a crash would leave them: the new ones lie there, nothing points at them. */
function writeHalf(id: string, generation: number, rows: Blob): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carrotlab');
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('rows', 'readwrite');
      transaction.objectStore('rows').put(rows, [id, generation]);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

describe("the browser's own storage", () => {
  it('lists projects, the last changed first, and gives their documents back', async () => {
    await writeProject(project('old', '2026-01-01T00:00:00Z'));
    await writeProject(project('new', '2026-02-01T00:00:00Z'));
    const listed = await listProjects();
    expect(listed.map(({ id }) => id).filter((id) => id === 'old' || id === 'new')).toEqual([
      'new',
      'old',
    ]);
    expect(await readProject('old')).toEqual(project('old', '2026-01-01T00:00:00Z'));
    expect(await readProject('nobody')).toBeNull();
  });

  it('keeps one generation of rows and removes them with their project', async () => {
    for (const text of ['first', 'second', 'third']) {
      expect(await writeRows('rows', new Blob([text]))).toEqual({ ok: true, value: null });
    }
    expect(await textOf('rows')).toBe('third');
    const own = (await rowKeys()).filter((key) => Array.isArray(key) && key[0] === 'rows');
    expect(own).toHaveLength(2);
    await writeProject(project('rows', '2026-03-01T00:00:00Z'));
    await removeProject('rows');
    expect(await textOf('rows')).toBeNull();
    expect(await readProject('rows')).toBeNull();
  });

  it('leaves the old rows in place when a write was interrupted', async () => {
    await writeRows('crash', new Blob(['sound']));
    await writeHalf('crash', 2, new Blob(['hal']));
    expect(await textOf('crash')).toBe('sound');
    await writeRows('crash', new Blob(['whole']));
    expect(await textOf('crash')).toBe('whole');
  });

  it('says that the storage is full when it is', async () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    try {
      expect(await writeRows('full', new Blob(['x']))).toEqual({
        ok: false,
        problem: { code: 'storage-full' },
      });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });
});
