import { describe, expect, it } from 'vitest';
import { setAsOf } from '#core/history/edit-project.ts';
import { importSession } from '#features/import/import-session.svelte.ts';
import { readLastProject } from '#workspace/last-project.ts';
import { storedProjects } from '#workspace/stored-projects.svelte.ts';
import { sampleProjectId, workspace } from '#workspace/workspace.svelte.ts';

function file(name: string, rows: number): File {
  const lines = Array.from({ length: rows }, (_, row) => `${name}-${row},${row}`);
  return new File([`customer_id,points\n${lines.join('\n')}\n`], `${name}.csv`);
}

/** A new project with one table whose ids begin with its name. */
async function projectWith(name: string): Promise<string> {
  await workspace.createProject(name);
  await importSession.choose([file(name, 10)]);
  await importSession.read();
  await workspace.settled();
  return workspace.projectId ?? '';
}

async function firstIds(): Promise<unknown[]> {
  const tables = workspace.document?.tables ?? [];
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await workspace.ask('read-rows', { table: name, offset: 0, limit: 1 });
      return rows[0]?.[0];
    }),
  );
}

describe('another project is opened while the rows of this one are at work', () => {
  it('an import is finished and saved where it belongs, and neither project loses a row', async () => {
    const spring = await projectWith('spring');
    const autumn = await projectWith('autumn');
    await importSession.choose([file('late', 50_000)]);
    const reading = importSession.read();
    const opening = workspace.openStored(spring);
    await Promise.all([reading, opening]);
    await workspace.settled();

    expect(workspace.projectId).toBe(spring);
    expect(await firstIds()).toEqual(['spring-0']);
    expect((await workspace.openStored(autumn)).ok).toBe(true);
    expect(await firstIds()).toEqual(['autumn-0', 'late-0']);
    expect((await workspace.openStored(spring)).ok).toBe(true);
    expect(await firstIds()).toEqual(['spring-0']);
  });

  it('two projects opened at once leave one of them open, rows and document alike', async () => {
    const spring = await projectWith('spring');
    const autumn = await projectWith('autumn');
    await Promise.all([workspace.openStored(spring), workspace.openStored(autumn)]);
    expect(workspace.projectId).toBe(autumn);
    expect(await firstIds()).toEqual(['autumn-0']);
  });
});

describe('a project without rows of its own', () => {
  it('does not find those of the project that was open before', async () => {
    await workspace.createProject('empty');
    workspace.change('date', (document) => setAsOf(document, '2026-11-22'));
    await workspace.settled();
    const empty = workspace.projectId ?? '';
    await projectWith('full');
    expect((await workspace.openStored(empty)).ok).toBe(true);
    await expect(
      workspace.ask('read-rows', { table: 'data_1', offset: 0, limit: 1 }),
    ).rejects.toThrow(/data_1/);
  });
});

describe('deleting the open project', () => {
  it('is not undone by an edit that was still on its way to the disk', async () => {
    const project = await projectWith('short');
    workspace.change('rename', (document) => ({ ...document, name: 'shorter' }));
    expect(await storedProjects.remove(project)).toEqual({ ok: true, value: null });
    await workspace.settled();
    expect(storedProjects.list.map(({ id }) => id)).not.toContain(project);
    expect(await workspace.openStored(project)).toEqual({
      ok: false,
      problem: { code: 'not-saved' },
    });
  });
});

describe('a table that Undo brings back', () => {
  it('is saved again, though an import in between had left it out', async () => {
    const project = await projectWith('first');
    const removed = workspace.document?.tables[0]?.name;
    workspace.change('remove', (document) => ({ ...document, tables: [] }));
    await importSession.choose([file('second', 10)]);
    await importSession.read();
    workspace.undo();
    workspace.undo();
    expect(workspace.document?.tables.map(({ name }) => name)).toEqual([removed]);
    await workspace.settled();

    expect((await workspace.openStored(project)).ok).toBe(true);
    expect(await firstIds()).toEqual(['first-0']);
  });
});

describe('a project that has just come into this browser', () => {
  it('counts as opened when it is stored: the next page finds it', async () => {
    await workspace.openSample();
    expect(workspace.saving).toBe('saved');
    expect(readLastProject()).toBe(sampleProjectId);
    const copy = await workspace.exportFile();
    expect((await workspace.openFile(copy)).ok).toBe(true);
    expect(workspace.saving).toBe('saved');
    expect(readLastProject()).toBe(workspace.projectId);
  });
});
