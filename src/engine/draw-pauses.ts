import type { DrawProgress } from './assignment-protocol.ts';
import type { RequestContext } from './engine.ts';
import { yieldToEvents } from './import/read-bytes.ts';

const reportEveryMilliseconds = 200;

/** The pauses of a draw: how far it is is told about five times a second, and a cancellation is heard. */
export class DrawPauses {
  readonly #context: RequestContext<DrawProgress>;
  readonly #of: number;
  readonly #mostTurns: number;
  #reported = -Infinity;

  constructor(context: RequestContext<DrawProgress>, of: number, mostTurns: number) {
    this.#context = context;
    this.#of = of;
    this.#mostTurns = mostTurns;
  }

  /** Whether to go on. `customers`: looked at in this turn, of all. */
  async pause(customers: number, turn: number): Promise<boolean> {
    const now = performance.now();
    if (now - this.#reported >= reportEveryMilliseconds) {
      this.#reported = now;
      this.#context.progress({ customers, of: this.#of, turn, mostTurns: this.#mostTurns });
    }
    await yieldToEvents();
    return !this.#context.isCancelled();
  }
}
