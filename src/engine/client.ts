import type { FromWorker, ToWorker } from './messages.ts';
import type { Answer, Params, ProgressOf, RequestName } from './protocol.ts';

/** The worker ended without an answer. The rows since the last save are gone; the page opens that save again. */
export class EngineCrash extends Error {
  override readonly name = 'EngineCrash';
}

/** A request failed in a way that nobody expected: a bug. */
export class EngineFailure extends Error {
  override readonly name: string = 'EngineFailure';
}

/** There was not memory enough. The worker ends after it, and another opens the last save. */
export class EngineOutOfMemory extends EngineFailure {
  override readonly name = 'EngineOutOfMemory';
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

export interface RequestOptions<Name extends RequestName> {
  /** Called about five times a second while a long request is at work. */
  readonly onProgress?: (progress: ProgressOf<Name>) => void;
  /** Aborting asks the worker to stop; an import or a draw then answers with the problem 'cancelled'. */
  readonly signal?: AbortSignal;
}

export interface EngineOptions {
  /** Called when a new worker has replaced one that crashed. It is empty: open the last save again. */
  readonly onRestart?: (isOutOfMemory: boolean) => void;
  /** Called when a worker did not even start: its script or the wasm cannot be had. */
  readonly onMissing?: () => void;
  /** Makes the worker. Default: ours. */
  readonly start?: () => Worker;
}

/** The page's side of the conversation with the worker that holds SQLite. */
export class EngineClient {
  readonly #options: EngineOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #isReady = false;
  #waiting: ToWorker[] = [];
  #hasCrashed = false;
  #hasAnswered = false;
  #isOutOfMemory = false;
  #lastId = 0;

  constructor(options: EngineOptions = {}) {
    this.#options = options;
  }

  /** Asks the worker for something. Rejects with EngineCrash or EngineFailure only; expected problems are answers. */
  request<Name extends RequestName>(
    name: Name,
    params: Params<Name>,
    { onProgress, signal }: RequestOptions<Name> = {},
  ): Promise<Answer<Name>> {
    const id = ++this.#lastId;
    const cancel = () => this.#send({ type: 'cancel', id });
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress });
      this.#send({ type: 'request', id, name, params });
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    }).finally(() => signal?.removeEventListener('abort', cancel)) as Promise<Answer<Name>>;
  }

  /** Ends the worker; everything that is pending is rejected. */
  close(): void {
    this.#stop(new EngineCrash('The engine was closed'));
  }

  #send(message: ToWorker): void {
    this.#worker ??= this.#start();
    if (this.#isReady) this.#deliver(this.#worker, message);
    else this.#waiting.push(message);
  }

  /** What cannot be copied to the worker (a proxy, a function) fails its own request only. */
  #deliver(worker: Worker, message: ToWorker): void {
    try {
      worker.postMessage(message);
    } catch (error) {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      pending?.reject(new EngineFailure(String(error)));
    }
  }

  #start(): Worker {
    const worker = this.#options.start ? this.#options.start() : startWorker();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(worker, data);
    worker.onerror = (event) => this.#crash(worker, event.message || 'The engine did not start');
    worker.onmessageerror = () => this.#crash(worker, 'The engine sent what cannot be read');
    return worker;
  }

  #receive(worker: Worker, message: FromWorker): void {
    if (worker !== this.#worker) return;
    if (message.type === 'ready') {
      this.#isReady = true;
      if (this.#hasCrashed) this.#options.onRestart?.(this.#isOutOfMemory);
      this.#hasCrashed = false;
      this.#isOutOfMemory = false;
      for (const waiting of this.#waiting.splice(0)) this.#deliver(worker, waiting);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.type === 'progress') {
      pending?.onProgress?.(message.progress as never);
      return;
    }
    this.#pending.delete(message.id);
    this.#hasAnswered = true;
    if (message.type === 'answer') return pending?.resolve(message.result);
    this.#isOutOfMemory ||= message.isOutOfMemory;
    if (message.isOutOfMemory) pending?.reject(new EngineOutOfMemory(message.message));
    else pending?.reject(new EngineFailure(message.message));
  }

  /** Starts again at once where the worker had been of use; one that crashes over and over waits for a request. */
  #crash(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    const wasOfUse = this.#hasAnswered;
    if (!this.#isReady) this.#options.onMissing?.();
    this.#hasCrashed = true;
    this.#stop(new EngineCrash(reason));
    if (wasOfUse) this.#worker = this.#start();
  }

  #stop(error: EngineCrash): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    this.#hasAnswered = false;
    this.#waiting = [];
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(error);
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
