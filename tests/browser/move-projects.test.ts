import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '#core/history/project-document.ts';
import { indexedFiles } from '#engine/storage/indexed-files.ts';
import { moveProjects } from '#engine/storage/move-projects.ts';
import { originPrivateFiles } from '#engine/storage/origin-private-files.ts';
import { recordName, writeRecord } from '#engine/storage/project-record.ts';
import { listProjects, readRecords } from '#engine/storage/project-store.ts';
import { RowKeeper } from '#engine/storage/row-keeper.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';

const files = originPrivateFiles();

/** Writes into IndexedDB as version 1 of the program did. */
function withFirstDatabase(work: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('carrotlab', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('projects', { keyPath: 'id' });
      opening.result.createObjectStore('rows');
    };
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(['projects', 'rows'], 'readwrite');
      work(transaction);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

function firstProject(id: string, updatedAt: string, rows: Blob | null) {
  return (transaction: IDBTransaction) => {
    const table = {
      name: 'data_1',
      label: 't',
      role: 'other',
      columns: [],
      rowCount: 7,
      report: null,
    };
    const document = { ...emptyDocument(`이름 ${id}`), tables: [table], version: 1 };
    transaction.objectStore('projects').put({
      id,
      name: `이름 ${id}`,
      isSample: false,
      updatedAt,
      documentText: JSON.stringify(document),
    });
    if (!rows) return;
    const store = transaction.objectStore('rows');
    store.put(new Blob(['an older generation']), [id, 1]);
    store.put(rows, [id, 2]);
    store.put(2, [id, 'current']);
  };
}

async function contentOf(id: string): Promise<string | null> {
  const [newest] = await readRecords(files, id);
  if (!newest?.record.rows) return null;
  const keeper = new RowKeeper(() => files);
  const read = await keeper.read('origin-private-files', id, newest.record.rows);
  if (!read.ok) throw new Error(read.problem.code);
  return new TextDecoder().decode(read.value.bytes);
}

const firstKeys = () =>
  new Promise<number>((resolve) => {
    void withFirstDatabase((transaction) => {
      const counting = transaction.objectStore('projects').count();
      counting.onsuccess = () => resolve(counting.result);
    });
  });

describe('projects of the first version, in IndexedDB', () => {
  beforeEach(async () => {
    for (const folder of await files.folders()) await files.removeFolder(folder);
    await withFirstDatabase((transaction) => {
      transaction.objectStore('projects').clear();
      transaction.objectStore('rows').clear();
    });
  });

  it('are found and moved with their rows, and nothing stays behind', async () => {
    await withFirstDatabase((transaction) => {
      firstProject('with-rows', '2026-05-01T00:00:00Z', new Blob(['the rows']))(transaction);
      firstProject('without', '2026-06-01T00:00:00Z', null)(transaction);
    });
    await moveProjects(files);
    const listed = await listProjects(files);
    expect(listed.map(({ id, name, rowCount }) => ({ id, name, rowCount }))).toEqual([
      { id: 'without', name: '이름 without', rowCount: 7 },
      { id: 'with-rows', name: '이름 with-rows', rowCount: 7 },
    ]);
    expect(await contentOf('with-rows')).toBe('the rows');
    expect(await contentOf('without')).toBeNull();
    expect(await firstKeys()).toBe(0);
  });

  it('that an old tab saved again after the move come again, and older ones do not', async () => {
    await withFirstDatabase(firstProject('p', '2026-05-01T00:00:00Z', new Blob(['first'])));
    await moveProjects(files);
    await withFirstDatabase(firstProject('p', '2026-05-02T00:00:00Z', new Blob(['second'])));
    await moveProjects(files);
    expect(await contentOf('p')).toBe('second');
    await withFirstDatabase(firstProject('p', '2026-05-01T12:00:00Z', new Blob(['between'])));
    await moveProjects(files);
    expect(await contentOf('p')).toBe('second');
  });

  it('stay where they are while there is no room for them', async () => {
    await withFirstDatabase(firstProject('p', '2026-05-01T00:00:00Z', new Blob(['rows'])));
    const full = {
      ...files,
      write: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    };
    await expect(moveProjects(full)).rejects.toThrow('no room');
    expect(await listProjects(files)).toEqual([]);
    await moveProjects(files);
    expect(await contentOf('p')).toBe('rows');
  });
});

describe('projects in IndexedDB where files can be written by now', () => {
  it('are moved there', async () => {
    const old = indexedFiles();
    const rows: SavedRows = {
      byteCount: 4,
      checksum: '',
      parts: [{ name: 'rows-1-1', byteCount: 4 }],
    };
    const record = {
      name: '옛 사파리',
      isSample: false,
      updatedAt: '2026-01-01',
      rowCount: 1,
      rows,
    };
    const content = writeRecord({ ...record, documentText: '{}' });
    await old.write('safari', recordName({ epoch: 1, sequence: 1 }), content);
    await old.write('safari', 'rows-1-1', new Blob(['rows']));
    await moveProjects(files);
    expect((await readRecords(files, 'safari'))[0]?.record.name).toBe('옛 사파리');
    expect(await (await files.read('safari', 'rows-1-1'))?.text()).toBe('rows');
    expect(await old.folders()).toEqual([]);
  });
});
