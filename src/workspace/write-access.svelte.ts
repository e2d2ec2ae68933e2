import { lockProject, type HeldLock } from './project-lock.ts';

/** Why a tab may only look: another tab has the project, or took it over. */
export type ReadOnly = 'no' | 'other-tab' | 'taken-over';

/** Whether this tab may write the open project: one tab does at a time. */
export class WriteAccess {
  #readOnly = $state<ReadOnly>('no');
  #lock: HeldLock | null = null;
  readonly #onLost: (projectId: string) => void;

  /** `onLost`: another tab took the project, which may not be open here any more. */
  constructor(onLost: (projectId: string) => void) {
    this.#onLost = onLost;
  }

  get readOnly(): ReadOnly {
    return this.#readOnly;
  }

  /** The lock that this tab has on a project, or takes now; null where another tab keeps it. `steal` takes it anyway. */
  ask(projectId: string, steal = false): Promise<HeldLock | null> {
    if (this.#lock?.projectId === projectId) return Promise.resolve(this.#lock);
    return lockProject(projectId, () => this.#onLost(projectId), steal);
  }

  /** Goes on with the project of a lock, or only looks at one where that is null; the one before is given back. */
  begin(lock: HeldLock | null): void {
    if (lock !== this.#lock) this.#lock?.release();
    this.#lock = lock;
    this.#readOnly = lock ? 'no' : 'other-tab';
  }

  /** Gives back a lock whose project could not be opened. */
  decline(lock: HeldLock | null): void {
    if (lock !== this.#lock) lock?.release();
  }

  /** Another tab writes now. */
  lose(): void {
    this.end();
    this.#readOnly = 'taken-over';
  }

  /** No project is open. */
  end(): void {
    this.#lock?.release();
    this.#lock = null;
    this.#readOnly = 'no';
  }
}
