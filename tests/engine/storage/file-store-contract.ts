import { expect } from 'vitest';
import type { FileStore } from '#engine/storage/file-store.ts';

const text = async (file: Blob | null) => (file ? file.text() : null);

/** What every implementation of `FileStore` must do; each is a test of its own. `files` begins without the folders. */
export const fileStoreContract: readonly {
  readonly says: string;
  check(files: FileStore): Promise<void>;
}[] = [
  {
    says: 'has nothing before anything is written',
    check: async (files) => {
      expect(await files.read('nowhere', 'nothing')).toBeNull();
      expect(await files.names('nowhere')).toEqual([]);
      await files.remove('nowhere', 'nothing');
      await files.removeFolder('nowhere');
      expect(await files.folders()).not.toContain('nowhere');
    },
  },
  {
    says: 'gives back what was written, in any script and of any size',
    check: async (files) => {
      const bytes = Uint8Array.from({ length: 3_000_001 }, (_, at) => (at * 7919) % 256);
      await files.write('content', 'text', new Blob(['캐럿 🥕\0\r\n']));
      await files.write('content', 'bytes', new Blob([bytes]));
      await files.write('content', 'empty', new Blob([]));
      expect(await text(await files.read('content', 'text'))).toBe('캐럿 🥕\0\r\n');
      const read = await files.read('content', 'bytes');
      expect(read?.size).toBe(bytes.length);
      expect(new Uint8Array((await read?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
      expect((await files.read('content', 'empty'))?.size).toBe(0);
      expect((await files.names('content')).toSorted()).toEqual(['bytes', 'empty', 'text']);
      expect(await files.folders()).toContain('content');
    },
  },
  {
    says: 'replaces a file whole, be the new one longer or shorter',
    check: async (files) => {
      for (const content of ['first', 'the second is longer', '3rd']) {
        await files.write('replace', 'file', new Blob([content]));
        expect(await text(await files.read('replace', 'file'))).toBe(content);
      }
      expect(await files.names('replace')).toEqual(['file']);
    },
  },
  {
    says: 'shows whoever reads meanwhile one whole content or the other',
    check: async (files) => {
      const contents = ['a'.repeat(400_000), 'b'.repeat(500_000)];
      await files.write('meanwhile', 'file', new Blob(contents.slice(0, 1)));
      let isWriting = true;
      const writing = (async () => {
        for (let round = 1; round < 12; round++) {
          await files.write('meanwhile', 'file', new Blob([contents[round % 2] ?? '']));
        }
        isWriting = false;
      })();
      while (isWriting) {
        // A file that is replaced while it is being read may be refused; it must not be mixed.
        const found = await text(await files.read('meanwhile', 'file')).catch(() => contents[0]);
        expect(contents.map((content) => content === found)).toContain(true);
      }
      await writing;
    },
  },
  {
    says: 'keeps folders and files of other names apart, and removes no others',
    check: async (files) => {
      for (const folder of ['one', 'one-more']) {
        for (const name of ['record-1-1', 'record-1-10']) {
          await files.write(folder, name, new Blob([`${folder} ${name}`]));
        }
      }
      await files.remove('one', 'record-1-1');
      expect(await files.names('one')).toEqual(['record-1-10']);
      await files.removeFolder('one');
      expect(await files.names('one')).toEqual([]);
      expect(await files.folders()).not.toContain('one');
      expect((await files.names('one-more')).toSorted()).toEqual(['record-1-1', 'record-1-10']);
      expect(await text(await files.read('one-more', 'record-1-1'))).toBe('one-more record-1-1');
    },
  },
  {
    says: 'writes many files at once',
    check: async (files) => {
      const names = Array.from({ length: 20 }, (_, at) => `rows-1-${at}`);
      await Promise.all(names.map((name) => files.write('many', name, new Blob([name]))));
      const read = await Promise.all(
        names.map(async (name) => text(await files.read('many', name))),
      );
      expect(read).toEqual(names);
    },
  },
];

export const contractFolders = ['content', 'replace', 'meanwhile', 'one', 'one-more', 'many'];
