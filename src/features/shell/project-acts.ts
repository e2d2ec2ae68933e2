import { catalogue } from '#text/language.svelte.ts';
import { problemSentence } from '#text/problem-sentence.ts';
import { downloadBlob } from '#ui/download.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { storageStatus } from '#workspace/storage-status.svelte.ts';
import { storedProjects } from '#workspace/stored-projects.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { storageDialog } from './storage-dialog.svelte.ts';

type Done = Awaited<ReturnType<typeof storedProjects.remove>>;

interface NamedProject {
  readonly id: string;
  readonly name: string;
}

/** Downloads the open project as one file, all of it: it is the only copy there may be. */
export function downloadProject(): Promise<void> {
  return download(true);
}

/** The same without what is marked as personal, to be handed on. */
export function downloadWithoutPersonalData(): Promise<void> {
  return download(false);
}

async function download(hasPersonalData: boolean): Promise<void> {
  const { document } = workspace;
  if (!document) return;
  const allowed = document.name.replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ');
  const safeName = allowed.replaceAll(/\s+/g, ' ').trim() || 'carrotlab';
  try {
    const ending = hasPersonalData ? '' : catalogue().common.project.withoutPersonalEnding;
    downloadBlob(await workspace.exportFile(hasPersonalData), `${safeName}${ending}.carrotlab`);
  } catch {
    // The engine stopped over it, for want of memory; its own notice says what was opened again.
    toasts.alarm(problemSentence({ code: 'out-of-memory' }));
  }
}

/** Deletes a stored project; the notice takes it back. */
export async function removeProject({ id, name }: NamedProject): Promise<void> {
  const t = catalogue();
  await tell(await storedProjects.remove(id), t.project.toast.removed(name), {
    label: t.common.actions.undo,
    run: () => void restoreProject({ id, name }),
  });
}

export async function restoreProject({ id, name }: NamedProject): Promise<void> {
  await tell(await storedProjects.restore(id), catalogue().project.toast.restored(name));
}

export async function duplicateProject({ id, name }: NamedProject): Promise<void> {
  const t = catalogue().project;
  // A second copy has a number, so that it can be told from the first.
  const taken = new Set(storedProjects.list.map((each) => each.name));
  let place = 1;
  while (taken.has(t.storage.copyName(name, place))) place++;
  const copied = await storedProjects.duplicate(id, t.storage.copyName(name, place));
  await tell(copied, t.toast.duplicated(name));
}

export async function renameProject({ id }: NamedProject, name: string): Promise<void> {
  await tell(await storedProjects.rename(id, name), catalogue().project.toast.renamed(name));
}

export async function eraseProject({ id }: NamedProject): Promise<void> {
  await tell(await storedProjects.erase(id), null);
}

/** Takes the tables that were removed from the open project off the disk. */
export async function eraseRemovedTables(): Promise<void> {
  await workspace.eraseRemoved();
  await storedProjects.refresh();
  await storageStatus.refresh();
  if (workspace.saving !== 'failed') {
    storageDialog.news = catalogue().project.storage.removed.erased;
  }
}

async function tell(
  done: Done,
  sentence: string | null,
  action: Parameters<typeof toasts.say>[1] = null,
): Promise<void> {
  const said = done.ok ? sentence : problemSentence(done.problem);
  if (storageDialog.isOpen) storageDialog.news = said ?? '';
  else if (!done.ok) toasts.alarm(problemSentence(done.problem));
  else if (said !== null) toasts.say(said, action);
  await storageStatus.refresh();
}
