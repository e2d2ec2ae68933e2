import type { FoundAllocation } from '#core/design/design.ts';
import type { SearchedDesign } from '#core/design/planning/found-for.ts';
import type { AllocationWish, SearchProblem } from '#core/design/planning/search-allocation.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** What a search was given. */
export interface SearchTask {
  readonly design: SearchedDesign;
  readonly population: readonly number[];
  readonly wish: AllocationWish;
  /** See `foundFor`. */
  readonly basis: string;
}

/** Why a search ended with nothing: a refusal, or an engine that failed. */
export type SearchEnd = SearchProblem | { readonly code: 'failed' };

/** A search for an allocation in the worker: under way, given up, or ended. */
export class AllocationSearch {
  #controller = $state.raw<AbortController | null>(null);
  #seconds = $state(0);
  #end = $state.raw<{ readonly task: SearchTask; readonly problem: SearchEnd } | null>(null);

  get isUnderWay(): boolean {
    return this.#controller !== null;
  }

  /** Whole seconds since it began. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Why the last one found nothing, with what it was given. */
  get end(): { readonly task: SearchTask; readonly problem: SearchEnd } | null {
    return this.#end;
  }

  /** Lets go of what the last one ended with. */
  forget(): void {
    this.#end = null;
  }

  cancel(): void {
    this.#controller?.abort();
  }

  /** What was found, or null; then `end` says why. One search at a time: another one is given up. */
  async start(task: SearchTask): Promise<FoundAllocation | null> {
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    this.#end = null;
    this.#seconds = 0;
    const clock = setInterval(() => (this.#seconds += 1), 1000);
    const { design, population, wish, basis } = task;
    try {
      const found = await workspace.ask(
        'find-allocation',
        { design, population, ...wish },
        { signal: controller.signal },
      );
      if (found.ok) {
        const { counts, answers } = found.value;
        return { kind: 'optimised', ...wish, foundFor: basis, counts, answers };
      }
      this.#end = { task, problem: found.problem };
    } catch {
      this.#end = { task, problem: { code: 'failed' } };
    } finally {
      clearInterval(clock);
      if (this.#controller === controller) this.#controller = null;
    }
    return null;
  }
}
