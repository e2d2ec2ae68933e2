import type { FileStore } from '#engine/storage/file-store.ts';
import { moveProjects } from '#engine/storage/move-projects.ts';
import { chooseFileStore } from '#engine/storage/open-file-store.ts';

let opened: Promise<FileStore> | null = null;
let moving: Promise<string | null> | null = null;

/** This browser's storage, with what an earlier version kept elsewhere moved into it. */
export function browserStorage(): Promise<FileStore> {
  opened ??= open();
  return opened;
}

/** Why projects of an earlier version could not be moved (they stay where they are), or null. */
export async function problemOfMoving(): Promise<string | null> {
  await browserStorage();
  return moving;
}

async function open(): Promise<FileStore> {
  const files = await chooseFileStore();
  moving = moveProjects(files).then(() => null, String);
  await moving;
  return files;
}
