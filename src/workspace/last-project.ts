const key = 'carrotlab-project';

/** The id of the project that this browser had open last, or null. */
export function readLastProject(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Null where nothing is to be opened at the next start. */
export function rememberLastProject(projectId: string | null): void {
  try {
    if (projectId === null) localStorage.removeItem(key);
    else localStorage.setItem(key, projectId);
  } catch {
    // Without storage there is nothing to come back to.
  }
}
