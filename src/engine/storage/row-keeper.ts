import { refuse, succeed, type Result } from '#core/result.ts';
import type { OpenProblem, Params, SaveProblem } from '../protocol.ts';
import type { FileStore, StorageKind } from './file-store.ts';
import { hashPages } from './page-hash.ts';
import { changeOfRows, imageOf, rowsAfter, type RowImage, type SavedRows } from './row-image.ts';
import { attemptSave } from './save-problem.ts';

type Saved = { readonly rows: SavedRows; readonly bytesWritten: number };

/**
 * Keeps the rows of the open database in the browser's storage. It remembers the hash of every page as it was last
 * saved, so that a save writes the pages that changed and no others. It never replaces or removes a file: what it wrote
 * counts once the record of the project names it.
 */
export class RowKeeper {
  readonly #filesOf: (kind: StorageKind) => FileStore;
  #known: { projectId: string; rows: SavedRows; hashes: Uint32Array } | null = null;
  #isChanged = true;

  constructor(filesOf: (kind: StorageKind) => FileStore) {
    this.#filesOf = filesOf;
  }

  /** To be called after every change of the rows. */
  markChanged(): void {
    this.#isChanged = true;
  }

  /**
   * Writes what changed since `saved` under a name that is free; everything where there is nothing to go on from.
   * `takeImage`: the bytes of the open database. Refuses: storage-full, storage-refused.
   */
  async save(
    takeImage: () => Uint8Array<ArrayBuffer>,
    { storage, projectId, fileName, saved }: Params<'save-rows'>,
  ): Promise<Result<Saved, SaveProblem>> {
    const known = saved && this.#isKnown(projectId, saved) ? this.#known : null;
    if (known && !this.#isChanged) return succeed({ rows: known.rows, bytesWritten: 0 });
    const bytes = takeImage();
    const image = { bytes, hashes: hashPages(bytes) };
    const change = known
      ? changeOfRows(image, known.rows, known.hashes)
      : { isWhole: true, content: bytes };
    if (!change) {
      this.#isChanged = false;
      return succeed({ rows: saved as SavedRows, bytesWritten: 0 });
    }
    const content = new Blob([change.content]);
    const written = await attemptSave(() =>
      this.#filesOf(storage).write(projectId, fileName, content),
    );
    if (!written.ok) return written;
    const rows = rowsAfter(change, fileName, image, known?.rows ?? null);
    this.follow(projectId, rows, image.hashes);
    return succeed({ rows, bytesWritten: change.content.length });
  }

  /** The image of saved rows. Refuses: rows-missing (a part is gone), damaged-save (it is not what was saved). */
  async read(
    storage: StorageKind,
    projectId: string,
    saved: SavedRows,
  ): Promise<Result<RowImage, OpenProblem>> {
    const files = this.#filesOf(storage);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const { name } of saved.parts) {
      const part = await files.read(projectId, name).catch(() => null);
      const bytes = part && (await part.arrayBuffer().catch(() => null));
      if (!bytes) return refuse({ code: 'rows-missing' });
      parts.push(new Uint8Array(bytes));
    }
    const image = imageOf(saved, parts);
    return image ? succeed(image) : refuse({ code: 'damaged-save' });
  }

  /** The open database now holds what `rows` says, and nothing that is not saved. */
  follow(projectId: string, rows: SavedRows, hashes: Uint32Array): void {
    this.#known = { projectId, rows, hashes };
    this.#isChanged = false;
  }

  #isKnown(projectId: string, saved: SavedRows): boolean {
    const known = this.#known;
    return (
      known?.projectId === projectId &&
      known.rows.checksum === saved.checksum &&
      known.rows.parts.at(-1)?.name === saved.parts.at(-1)?.name
    );
  }
}
