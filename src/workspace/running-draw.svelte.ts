import type { DrawProgress } from '#engine/assignment-protocol.ts';
import { workspace } from './workspace.svelte.ts';

/** By what a draw is stopped, and whom it tells how far it is. */
export interface DrawOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DrawProgress) => void;
}

/** A draw can be cancelled until it is saved. */
type DrawPhase = 'drawing' | 'saving';

/** A draw while it runs: how far it is, how it is stopped, and why the last one was refused (`Refusal`). */
export abstract class RunningDraw<Refusal> {
  #phase = $state<DrawPhase | null>(null);
  #progress = $state.raw<DrawProgress | null>(null);
  #cancelling: AbortController | null = null;
  #problem = $state.raw<Refusal | null>(null);

  /** What a draw is at; null while none is under way. */
  get phase(): DrawPhase | null {
    return this.#phase;
  }

  /** How many customers have been lined up; null before the first. */
  get progress(): DrawProgress | null {
    return this.#progress;
  }

  /** Why the last draw was refused. */
  get problem(): Refusal | null {
    return this.#problem;
  }

  /** Stops the draw that is under way; nothing is drawn then. */
  cancel(): void {
    this.#cancelling?.abort();
  }

  /** What is said where a draw broke. */
  protected abstract failure(): Refusal;

  /** Makes a draw in its turn; whether it was made. */
  protected async run(draw: (options: DrawOptions) => Promise<boolean>): Promise<boolean> {
    const cancelling = new AbortController();
    const { signal } = cancelling;
    this.#cancelling = cancelling;
    this.#phase = 'drawing';
    this.#progress = null;
    this.#problem = null;
    try {
      const onProgress = (progress: DrawProgress) => (this.#progress = progress);
      return (await workspace.withRows(() => draw({ signal, onProgress }))) ?? false;
    } catch {
      return this.stop(this.failure());
    } finally {
      this.#phase = null;
      this.#cancelling = null;
    }
  }

  /** Saves what was drawn; from here on it cannot be cancelled. */
  protected async save(): Promise<void> {
    this.#phase = 'saving';
    await workspace.saveRows();
  }

  /** Nothing is drawn, for a reason. */
  protected stop(refusal: Refusal): false {
    this.#problem = refusal;
    return false;
  }
}
