import { listProjects } from '#engine/storage/project-store.ts';
import { browserStorage } from './browser-storage.ts';

const prefix = 'carrotlab-query:';

/** The text that stood in the SQL console of a project, or null. */
export function readDraft(projectId: string): string | null {
  try {
    return localStorage.getItem(prefix + projectId);
  } catch {
    return null;
  }
}

/** Keeps the text of the SQL console of a project in this browser. */
export function keepDraft(projectId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(prefix + projectId);
    else localStorage.setItem(prefix + projectId, text);
  } catch {
    // Without storage the text lives as long as the page.
  }
}

/** Forgets the texts of projects that are no longer there. */
export async function forgetOldDrafts(): Promise<void> {
  const projects = await listProjects(await browserStorage());
  const kept = new Set(projects.map(({ id }) => prefix + id));
  const old = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !kept.has(key));
  for (const key of old) localStorage.removeItem(key);
}
