import type { RequestContext } from '../engine.ts';

const reportEveryMilliseconds = 200;
const estimateAfterMilliseconds = 600;

/** Tells how far the reading of a file is, about five times a second. */
export class ProgressClock {
  readonly #bytesTotal: number;
  readonly #context: RequestContext;
  readonly #start = performance.now();
  #reported = performance.now();
  #bytesRead = 0;

  constructor(bytesTotal: number, context: RequestContext) {
    this.#bytesTotal = bytesTotal;
    this.#context = context;
  }

  advance(bytes: number, rows: number): void {
    this.#bytesRead += bytes;
    const now = performance.now();
    if (now - this.#reported < reportEveryMilliseconds) return;
    this.#reported = now;
    const elapsed = now - this.#start;
    const bytesLeft = this.#bytesTotal - this.#bytesRead;
    this.#context.progress({
      rows,
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      secondsLeft:
        elapsed < estimateAfterMilliseconds ? null : (elapsed / 1000 / this.#bytesRead) * bytesLeft,
    });
  }

  seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }
}
