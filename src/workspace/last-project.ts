const key = 'carrotlab-project';

/** The id of the project that this browser had open last, or null. */
export function readLastProject(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberLastProject(projectId: string): void {
  try {
    localStorage.setItem(key, projectId);
  } catch {
    // Without storage there is nothing to come back to.
  }
}
