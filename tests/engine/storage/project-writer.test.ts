import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileStore } from '#engine/storage/file-store.ts';
import type { ProjectRecord } from '#engine/storage/project-record.ts';
import {
  copyProject,
  deleteProject,
  eraseProject,
  listProjects,
  readLivingRecords,
  readRecords,
  restoreProject,
} from '#engine/storage/project-store.ts';
import { ProjectWriter } from '#engine/storage/project-writer.ts';
import { RowKeeper } from '#engine/storage/row-keeper.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';
import { memoryFiles } from '../memory-files.ts';
import { value } from '../open-engine.ts';

const projectId = 'p';

function recordOf(edit: number, rows: SavedRows | null): ProjectRecord {
  const updatedAt = new Date(edit).toISOString();
  const documentText = JSON.stringify({ edit });
  return { name: `edit ${edit}`, isSample: false, updatedAt, rowCount: edit, rows, documentText };
}

/** A tab at work: every edit changes the document, every save of rows puts the number of the edit on every page. */
class Tab {
  readonly files: FileStore;
  readonly #keeper: RowKeeper;
  #writer: ProjectWriter | null = null;
  #rows: SavedRows | null = null;
  #now: number;
  edit = 0;

  constructor(files: FileStore, now: number) {
    this.files = files;
    this.#keeper = new RowKeeper(() => files);
    this.#now = now;
  }

  /** Opens the project; what the record says and what the rows say. */
  async open(): Promise<{ edit: number; rows: number | null } | null> {
    const records = await readRecords(this.files, projectId);
    this.#writer = new ProjectWriter(this.files, projectId, records, this.#now);
    for (const { record } of records) {
      const { edit } = JSON.parse(record.documentText) as { edit: number };
      const image = record.rows && (await this.#keeper.read('memory', projectId, record.rows));
      if (image && !image.ok) continue;
      this.edit = edit;
      this.#rows = record.rows;
      if (image?.ok && record.rows) {
        this.#keeper.follow(projectId, record.rows, image.value.hashes);
      }
      return { edit, rows: image?.ok ? (image.value.bytes[7] ?? 0) : null };
    }
    return null;
  }

  async save(withRows: boolean): Promise<void> {
    const writer = this.#writer as ProjectWriter;
    const edit = this.edit + 1;
    if (withRows) {
      this.#keeper.markChanged();
      const image = new Uint8Array(3 * 4096).fill(edit);
      const place = { storage: 'memory' as const, projectId, saved: this.#rows };
      const fileName = writer.nextRowsName();
      this.#rows = value(await this.#keeper.save(() => image, { ...place, fileName })).rows;
    }
    const written = await writer.write(recordOf(edit, this.#rows));
    if (written.ok) this.edit = edit;
  }
}

describe('a project that is saved file by file', () => {
  it('is, after a crash at any step, the last state that was done or the one under way', async () => {
    const saves = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(saves, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(40)),
        async (visits, crashes) => {
          const content = new Map<string, Map<string, Blob>>();
          let done = 0;
          let rowsAtDone: number | null = null;
          for (const [visit, edits] of visits.entries()) {
            let stepsLeft = crashes.next().value as number;
            const crash = () => {
              if (stepsLeft-- <= 0) throw new Error('crash');
            };
            const reader = new Tab(memoryFiles(content), 100 + visit);
            const found = await reader.open();
            // Either everything that was reported as saved, or the save that the crash interrupted, whole.
            expect([done, done + 1]).toContain(found?.edit ?? 0);
            if (found?.edit === done) expect(found.rows).toBe(rowsAtDone);
            done = found?.edit ?? 0;
            rowsAtDone = found?.rows ?? null;
            const tab = new Tab(memoryFiles(content, crash), 200 + visit);
            try {
              await tab.open();
              for (const withRows of edits) {
                await tab.save(withRows);
                if (tab.edit > done) {
                  done = tab.edit;
                  if (withRows) rowsAtDone = done;
                }
              }
            } catch (error) {
              expect(String(error)).toContain('crash');
            }
          }
        },
      ),
    );
  });

  it('keeps two records and no file that neither of them names', async () => {
    const files = memoryFiles();
    const tab = new Tab(files, 100);
    await tab.open();
    for (let save = 0; save < 30; save++) await tab.save(save % 3 === 0);
    const named = (await readRecords(files, projectId)).flatMap(
      ({ record }) => record.rows?.parts.map(({ name }) => name) ?? [],
    );
    expect((await files.names(projectId)).toSorted()).toEqual(
      ['record-100-29', 'record-100-30', ...new Set(named)].toSorted(),
    );
    const next = new Tab(files, 200);
    expect(await next.open()).toEqual({ edit: 30, rows: 28 });
    await next.save(true);
    await next.save(false);
    expect((await files.names(projectId)).filter((name) => name.startsWith('record'))).toEqual([
      'record-200-1',
      'record-200-2',
    ]);
  });

  it('falls back to the record before where the newest is torn', async () => {
    const files = memoryFiles();
    const tab = new Tab(files, 100);
    await tab.open();
    await tab.save(true);
    await tab.save(true);
    const torn = (await files.read(projectId, 'record-100-2'))?.slice(0, 60) as Blob;
    await files.write(projectId, 'record-100-2', torn);
    expect(await new Tab(files, 200).open()).toEqual({ edit: 1, rows: 1 });
  });

  it('belongs to the tab that opened it last: a late save of the other overwrites and removes nothing', async () => {
    const content = new Map<string, Map<string, Blob>>();
    const loser = new Tab(memoryFiles(content), 100);
    await loser.open();
    for (let save = 0; save < 3; save++) await loser.save(true);
    const winner = new Tab(memoryFiles(content), 100);
    expect(await winner.open()).toEqual({ edit: 3, rows: 3 });
    await loser.save(true);
    expect(loser.edit).toBe(4);
    await winner.save(false);
    await loser.save(true);
    expect(loser.edit).toBe(4);
    await loser.save(false);
    expect(loser.edit).toBe(4);
    await winner.save(true);
    expect(await new Tab(memoryFiles(content), 300).open()).toEqual({ edit: 5, rows: 5 });
  });

  it('says when files of its rows are gone', async () => {
    const files = memoryFiles();
    const writer = new ProjectWriter(files, projectId, [], 1);
    const rows = { byteCount: 1, checksum: '', parts: [{ name: 'rows-1-1', byteCount: 1 }] };
    expect(await writer.write(recordOf(1, rows))).toEqual({
      ok: false,
      problem: { code: 'rows-missing' },
    });
  });
});

describe('the projects of a browser', () => {
  async function stored(): Promise<FileStore> {
    const files = memoryFiles();
    const tab = new Tab(files, 100);
    await tab.open();
    await tab.save(true);
    await tab.save(false);
    return files;
  }

  it('are listed with their size', async () => {
    const files = await stored();
    const [project] = await listProjects(files);
    expect(project).toMatchObject({ id: 'p', name: 'edit 2', rowCount: 2, deletedAt: null });
    expect(project?.byteCount).toBeGreaterThan(3 * 4096);
  });

  it('can be copied, rows and all', async () => {
    const files = await stored();
    expect(await copyProject(files, 'p', 'q', (record) => ({ ...record, name: 'copy' }))).toBe(
      true,
    );
    await eraseProject(files, 'p');
    const [copy] = await readRecords(files, 'q');
    expect(copy?.record.name).toBe('copy');
    const rows = copy?.record.rows as SavedRows;
    const image = value(await new RowKeeper(() => files).read('memory', 'q', rows));
    expect(image.bytes[7]).toBe(1);
    expect(await copyProject(files, 'nobody', 'r', (record) => record)).toBe(false);
  });

  it('are deleted at first so that they can be had back, and then for good', async () => {
    const files = await stored();
    await deleteProject(files, 'p', new Date('2026-11-22T00:00:00Z'));
    expect(await readLivingRecords(files, 'p')).toEqual([]);
    expect((await listProjects(files))[0]?.deletedAt).toBe('2026-11-22T00:00:00.000Z');
    await restoreProject(files, 'p');
    expect(await readLivingRecords(files, 'p')).toHaveLength(2);
    await eraseProject(files, 'p');
    expect(await listProjects(files)).toEqual([]);
    expect(await files.folders()).toEqual([]);
  });
});
