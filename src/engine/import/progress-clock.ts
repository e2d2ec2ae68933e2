import type { RequestContext } from '../engine.ts';
import type { Progress } from '../protocol.ts';

const reportEveryMilliseconds = 200;
const estimateAfterMilliseconds = 600;

/** Tells how far the reading of files is, about five times a second. */
export class ProgressClock {
  readonly #bytesTotal: number;
  readonly #context: RequestContext<Progress>;
  readonly #start = performance.now();
  #reported = performance.now();
  #bytesRead = 0;
  #file = 1;
  #rowsOfFile = 0;
  #rowsBefore = 0;

  constructor(bytesTotal: number, context: RequestContext<Progress>) {
    this.#bytesTotal = bytesTotal;
    this.#context = context;
  }

  /** `rows`: of this file, so far. `file`: its place, from 1. */
  advance(bytes: number, rows: number, file: number): void {
    if (file !== this.#file) this.#rowsBefore += this.#rowsOfFile;
    this.#file = file;
    this.#rowsOfFile = rows;
    this.#bytesRead += bytes;
    const now = performance.now();
    if (now - this.#reported < reportEveryMilliseconds) return;
    this.#reported = now;
    const elapsed = now - this.#start;
    const bytesLeft = this.#bytesTotal - this.#bytesRead;
    this.#context.progress({
      rows: this.#rowsBefore + rows,
      file,
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
