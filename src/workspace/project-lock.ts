/** A tab that is being reloaded gives its lock back a moment after its successor asks for it. */
const patienceInMilliseconds = 1500;

/** A project held by this tab; no other tab writes it meanwhile. */
export interface HeldLock {
  readonly projectId: string;
  release(): void;
}

/**
 * Takes a project for this tab (Web Locks); null where another tab has it and keeps it. With `steal` it is taken from
 * that tab. `onLost` is called when another tab takes it from this one.
 */
export function lockProject(
  projectId: string,
  onLost: () => void,
  steal = false,
): Promise<HeldLock | null> {
  if (!('locks' in navigator)) return Promise.resolve({ projectId, release: () => undefined });
  return new Promise((resolve, reject) => {
    let granted = false;
    const held = navigator.locks.request(
      lockName(projectId),
      steal ? { steal: true } : { signal: AbortSignal.timeout(patienceInMilliseconds) },
      () => {
        granted = true;
        return new Promise<void>((release) => resolve({ projectId, release }));
      },
    );
    held.catch((problem: unknown) => {
      const name = problem instanceof DOMException ? problem.name : '';
      if (granted && name === 'AbortError') onLost();
      else if (name === 'TimeoutError' || name === 'AbortError') resolve(null);
      else reject(problem);
    });
  });
}

/** Does something with a project that no tab has open; false, and nothing done, where one has. */
export async function withFreeProject(
  projectId: string,
  work: () => Promise<void>,
): Promise<boolean> {
  if (!('locks' in navigator)) {
    await work();
    return true;
  }
  return navigator.locks.request(lockName(projectId), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

function lockName(projectId: string): string {
  return `carrotlab-project-${projectId}`;
}
