/**
 * One tab writes a project at a time (Web Locks). `onLost` is called when another tab takes the project over.
 */
export class ProjectLock {
  #release: (() => void) | null = null;

  /** Takes the project for this tab; false where another tab has it. With `steal` it is taken from that tab. */
  acquire(projectId: string, onLost: () => void, steal = false): Promise<boolean> {
    this.release();
    if (!('locks' in navigator)) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const held = navigator.locks.request(
        `carrotlab-project-${projectId}`,
        steal ? { steal: true } : { ifAvailable: true },
        (lock) => {
          if (!lock) {
            resolve(false);
            return;
          }
          resolve(true);
          return new Promise<void>((release) => {
            this.#release = release;
          });
        },
      );
      held.catch((problem: unknown) => {
        if (problem instanceof DOMException && problem.name === 'AbortError') onLost();
        else reject(problem);
      });
    });
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }
}
