import type { Engine } from './engine.ts';
import { handlers } from './handlers.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { RequestName } from './protocol.ts';

type Handler = (typeof handlers)[RequestName];

/** Answers requests one after the other, in the order in which they came; cancellations are heard at once. */
export class RequestQueue {
  readonly #engine: Engine;
  readonly #post: (message: FromWorker, transfer: Transferable[]) => void;
  readonly #cancelled = new Set<number>();
  #last: Promise<void> = Promise.resolve();

  constructor(engine: Engine, post: (message: FromWorker, transfer: Transferable[]) => void) {
    this.#engine = engine;
    this.#post = post;
  }

  receive(message: ToWorker): void {
    if (message.type === 'cancel') {
      this.#cancelled.add(message.id);
      return;
    }
    this.#last = this.#last.then(() => this.#answer(message));
  }

  async #answer({ id, name, params }: Extract<ToWorker, { type: 'request' }>): Promise<void> {
    const handle = handlers[name] as (
      ...given: [Engine, unknown, Parameters<Handler>[2]]
    ) => unknown;
    try {
      const result = await handle(this.#engine, params, {
        progress: (progress: unknown) => this.#post({ type: 'progress', id, progress }, []),
        isCancelled: () => this.#cancelled.has(id),
      });
      const transfer = result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [];
      this.#post({ type: 'answer', id, result }, transfer);
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const message = `${name}: ${detail}`;
      this.#post({ type: 'failure', id, message, isOutOfMemory: isOutOfMemory(error) }, []);
      // The memory of wasm never shrinks again, and a trap leaves it in an unknown state: let the worker end and the
      // page start another.
      if (error instanceof WebAssembly.RuntimeError || isOutOfMemory(error)) reportError(error);
    }
    this.#cancelled.delete(id);
  }
}
