import type { DesignCharacteristics } from '#core/design/planning/design-outlook.ts';
import type { CountedDesign } from '#core/design/planning/outlook-plan.ts';
import type { Problem } from '#core/result.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** The long run of one plan, with what it was run on. */
export interface FinishedRun {
  readonly found: DesignCharacteristics;
  readonly of: CountedDesign;
  readonly seed: string;
}

/** A plan played through in the worker: started and stopped by the reader, since it takes seconds. */
export class CharacteristicsRun {
  #finished = $state.raw<FinishedRun | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #done = $state<number | null>(null);
  #failed = $state(false);
  #stop: AbortController | null = null;

  /** The last run that came to its end. */
  get finished(): FinishedRun | null {
    return this.#finished;
  }

  get problem(): Problem | null {
    return this.#problem;
  }

  /** Repetitions done of the run that is under way; null where none is. */
  get done(): number | null {
    return this.#done;
  }

  get failed(): boolean {
    return this.#failed;
  }

  async start(of: CountedDesign, seed: string, repetitions: number): Promise<void> {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    this.#done = 0;
    this.#problem = null;
    this.#failed = false;
    try {
      const answer = await workspace.ask(
        'replay-plan',
        { ...of, seed, repetitions },
        {
          signal: stop.signal,
          onProgress: ({ done }) => {
            if (this.#stop === stop) this.#done = done;
          },
        },
      );
      if (this.#stop !== stop) return;
      if (answer.ok) this.#finished = { found: answer.value, of, seed };
      else this.#problem = answer.problem;
    } catch {
      if (this.#stop === stop) this.#failed = true;
    }
    if (this.#stop === stop) this.#done = null;
  }

  /** Stops what is under way; what was finished before stays. */
  cancel(): void {
    this.#stop?.abort();
  }
}
