import type { MoneyRobustness } from '#core/results/money-robustness.ts';
import type { ExperimentToRead } from '#engine/results-protocol.ts';
import { workspace } from './workspace.svelte.ts';

/** Reads carrot by carrot whether their money holds by other methods; only when it is asked to, for it takes a while. */
export class RobustMoney {
  #key = $state<string | null>(null);
  #found = $state.raw<readonly MoneyRobustness[]>([]);
  #asked = $state(0);
  #failed = $state(false);

  /** `key`: what is read, so that an answer to an earlier reading is none of the present one. */
  async read(key: string, request: ExperimentToRead, carrots: readonly string[]): Promise<void> {
    this.#key = key;
    this.#found = [];
    this.#asked = carrots.length;
    this.#failed = false;
    try {
      for (const carrot of carrots) {
        const answer = await workspace.ask('money-robustness', { ...request, carrot });
        if (this.#key !== key) return;
        if (answer.ok) this.#found = [...this.#found, answer.value];
        else this.#failed = true;
      }
    } catch {
      // The engine stopped, or another project was opened.
      if (this.#key === key) this.#failed = true;
    }
  }

  /** What is known of the reading `key`; null where it was not asked. */
  of(key: string): { readonly found: readonly MoneyRobustness[]; readonly asked: number } | null {
    return this.#key === key ? { found: this.#found, asked: this.#asked } : null;
  }

  get failed(): boolean {
    return this.#failed;
  }
}
