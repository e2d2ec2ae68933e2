import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { rolloutListWords } from '#text/rollout-list/rollout-list-words.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { listSentence } from './list-sentence.ts';

export type DrawOptions = NonNullable<Parameters<typeof workspace.ask<'draw-rollout'>>[2]>;
type DrawProgress = Parameters<NonNullable<DrawOptions['onProgress']>>[0];

/** The draw of a rollout list while it runs: how far it is, how it is stopped, and why the last one was refused. */
export class DrawRun {
  #phase = $state<'drawing' | 'saving' | null>(null);
  #progress = $state.raw<DrawProgress | null>(null);
  #problem = $state.raw<string | null>(null);
  #cancelling: AbortController | null = null;

  /** Null while none is under way; from saving on it cannot be cancelled. */
  get phase(): 'drawing' | 'saving' | null {
    return this.#phase;
  }

  get progress(): DrawProgress | null {
    return this.#progress;
  }

  /** Why the last draw was refused, in words. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Stops the draw that is under way; nothing is drawn then. */
  cancel(): void {
    this.#cancelling?.abort();
  }

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
      this.#problem = rolloutListWords().draw.failed;
      return false;
    } finally {
      this.#phase = null;
      this.#cancelling = null;
    }
  }

  protected async save(): Promise<void> {
    this.#phase = 'saving';
    await workspace.saveRows();
  }

  protected refuse(problem: Problem, design: Design): false {
    this.#problem = listSentence(problem, design);
    return false;
  }
}
