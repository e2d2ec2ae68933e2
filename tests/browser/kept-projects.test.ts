import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setAsOf } from '#core/history/edit-project.ts';
import { originPrivateFiles } from '#engine/storage/origin-private-files.ts';
import { readRecords } from '#engine/storage/project-store.ts';
import { importSession } from '#features/import/import-session.svelte.ts';
import { storageStatus } from '#workspace/storage-status.svelte.ts';
import { storedProjects } from '#workspace/stored-projects.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

const files = originPrivateFiles();
const onFallBack = vi.fn();

async function bring(name: string, rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, (_, row) => `${name}-${row},${row}`);
  const content = `customer_id,points\n${lines.join('\n')}\n`;
  await importSession.choose([new File([content], `${name}.csv`)]);
  await importSession.read();
  await workspace.settled();
}

/** A new project with a table of ten rows; its id. */
async function projectWith(name: string): Promise<string> {
  await workspace.createProject(name);
  await bring(name, 10);
  return workspace.projectId ?? '';
}

/** Changes one byte of a file of a project, as a failing disk would. */
async function damage(id: string, name: string): Promise<void> {
  const content = new Uint8Array((await (await files.read(id, name))?.arrayBuffer()) ?? []);
  const at = Math.floor(content.length / 2);
  content[at] = (content[at] ?? 0) ^ 1;
  await files.write(id, name, new Blob([content]));
}

const lastPart = async (id: string, record: number) =>
  (await readRecords(files, id))[record]?.record.rows?.parts.at(-1)?.name ?? '';

beforeEach(() => {
  onFallBack.mockClear();
  workspace.listen({
    onFallBack,
    onEngineRestart: () => undefined,
    onEngineMissing: () => undefined,
    onProjectLost: () => undefined,
  });
});

// First of all: it is asked once a visit.
describe('the browser is asked to keep what it stores', () => {
  afterEach(() => vi.restoreAllMocks());

  it('once, when the first file of the reader is in', async () => {
    const persist = vi.spyOn(StorageManager.prototype, 'persist').mockResolvedValue(true);
    await workspace.createProject('asking');
    expect(persist).not.toHaveBeenCalled();
    await bring('asking', 3);
    await bring('again', 3);
    expect(persist).toHaveBeenCalledOnce();
    await expect.poll(() => storageStatus.isPersisted).toBe(true);
    await storedProjects.refresh();
    const listed = storedProjects.list.find(({ id }) => id === workspace.projectId);
    expect(listed).toMatchObject({ name: 'asking', rowCount: 6 });
  });
});

describe('a stored project whose files are not what was saved', () => {
  it('opens as it was one save before, and says so, where the newest rows are damaged', async () => {
    const id = await projectWith('first');
    await bring('second', 5);
    await workspace.close();
    const [, older] = await readRecords(files, id);
    const saves = (await readRecords(files, id)).map(({ record }) => record.rows?.parts.length);
    expect(saves).toEqual([2, 1]);
    await damage(id, await lastPart(id, 0));
    expect((await workspace.openStored(id)).ok).toBe(true);
    expect(onFallBack).toHaveBeenCalledOnce();
    expect(onFallBack).toHaveBeenCalledWith(older?.record.updatedAt);
    expect(workspace.document?.tables.map(({ rowCount }) => rowCount)).toEqual([10]);
  });

  it('is refused, and what is open stays open, where no save of it is sound', async () => {
    const id = await projectWith('damaged');
    for (const { record } of await readRecords(files, id)) {
      for (const { name } of record.rows?.parts ?? []) await files.remove(id, name);
    }
    const open = await projectWith('open');
    expect(await workspace.openStored(id)).toEqual({
      ok: false,
      problem: { code: 'rows-missing' },
    });
    expect(workspace.projectId).toBe(open);
    const { rows } = await workspace.ask('read-rows', { table: 'data_1', offset: 0, limit: 1 });
    expect(rows[0]?.[0]).toBe('open-0');
  });
});

describe('a project into which nothing was put', () => {
  it('is not stored, and goes when it is left', async () => {
    await workspace.createProject('nothing');
    const id = workspace.projectId ?? '';
    await workspace.settled();
    expect(await files.names(id)).toEqual([]);
    await workspace.leaveIfEmpty();
    expect(workspace.status).toBe('closed');
    expect(workspace.document).toBeNull();
  });

  it('stays once something was put into it', async () => {
    await workspace.createProject('something');
    workspace.change('date', (document) => setAsOf(document, '2026-11-22'));
    await workspace.leaveIfEmpty();
    expect(workspace.document?.name).toBe('something');
    await workspace.settled();
    expect(await files.names(workspace.projectId ?? '')).toHaveLength(1);
  });
});
