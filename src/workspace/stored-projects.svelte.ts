import { renameProject } from '#core/history/edit-project.ts';
import { readDocument } from '#core/history/read-document.ts';
import type { ProjectDocument } from '#core/history/project-document.ts';
import { saveProblem } from '#engine/storage/save-problem.ts';
import type { FileStore } from '#engine/storage/file-store.ts';
import type { ProjectRecord } from '#engine/storage/project-record.ts';
import {
  copyProject,
  deleteProject,
  eraseProject,
  listProjects,
  readRecords,
  restoreProject,
  type ProjectListing,
} from '#engine/storage/project-store.ts';
import { ProjectWriter, type WriteProblem } from '#engine/storage/project-writer.ts';
import type { Problem, Result } from '#core/result.ts';
import { refuse, succeed } from '#core/result.ts';
import { catalogue } from '#text/language.svelte.ts';
import { browserStorage } from './browser-storage.ts';
import { withFreeProject } from './project-lock.ts';
import { workspace } from './workspace.svelte.ts';

export type StoredProject = ProjectListing;

export type StoreProblem = WriteProblem | Problem<'not-saved'> | Problem<'open-elsewhere'>;

/** A deleted project can be had back for so long; a start after that erases it. */
const erasedAfterMilliseconds = 10 * 60_000;

/** The projects that this browser keeps, last worked on first, and what can be done to them from outside. */
class StoredProjects {
  #all = $state.raw<readonly StoredProject[]>([]);

  get list(): readonly StoredProject[] {
    return this.#all.filter(({ deletedAt }) => deletedAt === null);
  }

  /** Deleted, but still to be had back. */
  get deleted(): readonly StoredProject[] {
    return this.#all.filter(({ deletedAt }) => deletedAt !== null);
  }

  /** Reads the list anew; where storage is forbidden it is empty. */
  async refresh(): Promise<void> {
    this.#all = await browserStorage()
      .then(listProjects)
      .catch(() => []);
  }

  /** Erases what was deleted at an earlier visit. */
  async eraseDeleted(): Promise<void> {
    await this.refresh();
    const latest = new Date(Date.now() - erasedAfterMilliseconds).toISOString();
    for (const { id, deletedAt } of this.deleted) {
      if (deletedAt !== null && deletedAt < latest) await this.erase(id);
    }
  }

  /** Refuses: open-elsewhere, not-saved, storage-full, storage-refused. */
  async rename(id: string, name: string): Promise<Result<null, StoreProblem>> {
    await workspace.idle();
    if (id === workspace.projectId) {
      if (workspace.readOnly !== 'no') return refuse({ code: 'open-elsewhere' });
      workspace.change(catalogue().common.project.rename, (document) =>
        renameProject(document, name),
      );
      return this.#whenOpen();
    }
    return this.#withProject(id, async (files) => {
      const records = await readRecords(files, id);
      const [newest] = records;
      if (!newest) return refuse({ code: 'not-saved' });
      const writer = new ProjectWriter(files, id, records, Date.now());
      const renamed = changed(newest.record, (document) => renameProject(document, name));
      return writer.write(renamed);
    });
  }

  /** Makes a copy under another name; a copy of the sample is a project like any other. */
  async duplicate(id: string, name: string): Promise<Result<null, StoreProblem>> {
    await workspace.idle();
    if (id === workspace.projectId) await workspace.settled();
    return this.#attempt(async (files) => {
      const isThere = await copyProject(files, id, crypto.randomUUID(), (record) => ({
        ...changed(record, (document) => ({ ...document, name, isSample: false })),
        updatedAt: new Date().toISOString(),
      }));
      return isThere ? succeed(null) : refuse({ code: 'not-saved' });
    });
  }

  /** Deletes a project, which `restore` takes back; the open one is closed first. */
  async remove(id: string): Promise<Result<null, StoreProblem>> {
    await workspace.idle();
    if (id === workspace.projectId) {
      if (workspace.readOnly !== 'no') return refuse({ code: 'open-elsewhere' });
      await workspace.close();
    }
    return this.#withProject(id, async (files) => {
      await deleteProject(files, id, new Date());
      return succeed(null);
    });
  }

  restore(id: string): Promise<Result<null, StoreProblem>> {
    return this.#attempt(async (files) => succeed((await restoreProject(files, id), null)));
  }

  /** Takes a deleted project off the disk. */
  erase(id: string): Promise<Result<null, StoreProblem>> {
    return this.#attempt(async (files) => succeed((await eraseProject(files, id), null)));
  }

  async #whenOpen(): Promise<Result<null, StoreProblem>> {
    await workspace.settled();
    await this.refresh();
    return succeed(null);
  }

  /** Works on a project that no tab has open. */
  #withProject(
    id: string,
    work: (files: FileStore) => Promise<Result<null, StoreProblem>>,
  ): Promise<Result<null, StoreProblem>> {
    return this.#attempt(async (files) => {
      let done: Result<null, StoreProblem> = refuse({ code: 'open-elsewhere' });
      await withFreeProject(id, async () => {
        done = await work(files);
      });
      return done;
    });
  }

  async #attempt(
    work: (files: FileStore) => Promise<Result<null, StoreProblem>>,
  ): Promise<Result<null, StoreProblem>> {
    try {
      return await work(await browserStorage());
    } catch (error) {
      return refuse(saveProblem(error));
    } finally {
      await this.refresh();
    }
  }
}

/** A record with another document; one whose document cannot be read keeps it. */
function changed(
  record: ProjectRecord,
  edit: (document: ProjectDocument) => ProjectDocument,
): ProjectRecord {
  const read = readDocument(record.documentText);
  if (!read.ok) return record;
  const document = edit(read.value);
  const { name, isSample } = document;
  return { ...record, name, isSample, documentText: JSON.stringify(document) };
}

export const storedProjects = new StoredProjects();
