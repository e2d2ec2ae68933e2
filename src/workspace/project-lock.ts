/** A tab that is being reloaded gives its lock back a moment after its successor asks for it. */
const patienceInMilliseconds = 1500;

/** One tab writes a project at a time (Web Locks). */
export class ProjectLock {
  #release: (() => void) | null = null;

  /**
   * Takes the project for this tab; false where another tab has it and keeps it. With `steal` it is taken from that
   * tab. `onLost` is called when another tab takes it from this one.
   */
  acquire(projectId: string, onLost: () => void, steal = false): Promise<boolean> {
    this.release();
    if (!('locks' in navigator)) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      let granted = false;
      const held = navigator.locks.request(
        `carrotlab-project-${projectId}`,
        steal ? { steal: true } : { signal: AbortSignal.timeout(patienceInMilliseconds) },
        () => {
          granted = true;
          resolve(true);
          return new Promise<void>((release) => {
            this.#release = release;
          });
        },
      );
      held.catch((problem: unknown) => {
        const name = problem instanceof DOMException ? problem.name : '';
        if (granted && name === 'AbortError') onLost();
        else if (name === 'TimeoutError' || name === 'AbortError') resolve(false);
        else reject(problem);
      });
    });
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }
}
