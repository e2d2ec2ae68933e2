import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileStore } from '#engine/storage/file-store.ts';
import { indexedFiles } from '#engine/storage/indexed-files.ts';
import { chooseFileStore } from '#engine/storage/open-file-store.ts';
import { originPrivateFiles } from '#engine/storage/origin-private-files.ts';
import { attemptSave } from '#engine/storage/save-problem.ts';
import { contractFolders, fileStoreContract } from '../engine/storage/file-store-contract.ts';

const stores: readonly (() => FileStore)[] = [originPrivateFiles, indexedFiles];

for (const open of stores) {
  describe(`the ${open().kind} of a browser`, () => {
    beforeEach(async () => {
      for (const folder of contractFolders) await open().removeFolder(folder);
    });

    for (const { says, check } of fileStoreContract) it(says, () => check(open()));

    it('holds the same for another tab or worker', async () => {
      await open().write('content', 'text', new Blob(['here']));
      expect(await (await open().read('content', 'text'))?.text()).toBe('here');
    });
  });
}

describe('which storage is taken', () => {
  const { createWritable } = FileSystemFileHandle.prototype;
  const { getDirectory } = StorageManager.prototype;
  afterEach(() => {
    FileSystemFileHandle.prototype.createWritable = createWritable;
    StorageManager.prototype.getDirectory = getDirectory;
  });

  it('is the origin-private file system', async () => {
    expect((await chooseFileStore()).kind).toBe('origin-private-files');
  });

  it('is IndexedDB where a page cannot write files (Safari before 26)', async () => {
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable');
    expect((await chooseFileStore()).kind).toBe('indexed-database');
  });

  it('is IndexedDB where the file system is refused (private windows of Firefox)', async () => {
    StorageManager.prototype.getDirectory = () =>
      Promise.reject(new DOMException('private', 'SecurityError'));
    expect((await chooseFileStore()).kind).toBe('indexed-database');
  });

  it('stays the file system where that is full', async () => {
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    const files = await chooseFileStore();
    expect(files.kind).toBe('origin-private-files');
    expect(await attemptSave(() => files.write('content', 'text', new Blob(['x'])))).toEqual({
      ok: false,
      problem: { code: 'storage-full' },
    });
  });
});
