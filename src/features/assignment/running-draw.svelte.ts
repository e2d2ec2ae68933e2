import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { catalogue } from '#text/language.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { drawSentence } from './draw-sentence.ts';

export type DrawOptions = NonNullable<Parameters<typeof workspace.ask<'draw'>>[2]>;

/** How far a draw is. */
type DrawProgress = Parameters<NonNullable<DrawOptions['onProgress']>>[0];

/** A draw can be cancelled until it is saved. */
type DrawPhase = 'drawing' | 'saving';

/** A draw while it runs: how far it is, how it is stopped, and why the last one was refused. */
export class RunningDraw {
  #phase = $state<DrawPhase | null>(null);
  #progress = $state.raw<DrawProgress | null>(null);
  #cancelling: AbortController | null = null;
  #problem = $state.raw<{ readonly code: string; readonly sentence: string } | null>(null);

  /** What a draw is at; null while none is under way. */
  get phase(): DrawPhase | null {
    return this.#phase;
  }

  /** How many customers have been lined up; null before the first. */
  get progress(): DrawProgress | null {
    return this.#progress;
  }

  /** Why the last draw was refused. */
  get problem(): { readonly code: string; readonly sentence: string } | null {
    return this.#problem;
  }

  /** Stops the draw that is under way; nothing is drawn then. */
  cancel(): void {
    this.#cancelling?.abort();
  }

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
      return this.stop('failed', catalogue().assignment.draw.failed);
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

  protected refuse(problem: Problem, design: Design): false {
    return this.stop(problem.code, drawSentence(problem, design));
  }

  /** Nothing is drawn, for a reason in words. */
  protected stop(code: string, sentence: string): false {
    this.#problem = { code, sentence };
    return false;
  }
}
