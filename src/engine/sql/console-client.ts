import type {
  ConsoleAnswer,
  ConsoleParams,
  ConsoleRequestName,
  FromConsole,
  QueryPiece,
  ToConsole,
} from './console-protocol.ts';

/** The console's worker ended before it answered: it was cancelled, or it crashed. */
export class ConsoleEnded extends Error {
  override readonly name = 'ConsoleEnded';
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly take: ((piece: QueryPiece) => void) | undefined;
}

/** The page's side of the conversation with the console's worker. One that has ended is not started again. */
export class ConsoleClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #waiting: { message: ToConsole; transfer: Transferable[] }[] | null = [];
  #hasEnded = false;
  #lastId = 0;

  constructor(start: () => Worker = startWorker) {
    this.#worker = start();
    this.#worker.onmessage = ({ data }: MessageEvent<FromConsole>) => this.#receive(data);
    this.#worker.onerror = (event) => this.#end(event.message || 'The console did not start');
    this.#worker.onmessageerror = () => this.#end('The console sent what cannot be read');
  }

  /** It can be asked nothing more. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** `take` gets the rows of an answer before it; `transfer` moves buffers of `params` instead of copying them. */
  request<Name extends ConsoleRequestName>(
    name: Name,
    params: ConsoleParams<Name>,
    { take, transfer = [] }: { take?: (piece: QueryPiece) => void; transfer?: Transferable[] } = {},
  ): Promise<ConsoleAnswer<Name>> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#hasEnded) return reject(new ConsoleEnded('The console has ended'));
      const message = { id: ++this.#lastId, name, params };
      this.#pending.set(message.id, { resolve, reject, take });
      if (this.#waiting) this.#waiting.push({ message, transfer });
      else this.#worker.postMessage(message, transfer);
    }) as Promise<ConsoleAnswer<Name>>;
  }

  /** Ends the worker at once, whatever it is doing; what is pending is rejected with ConsoleEnded. */
  end(): void {
    this.#end('The console was ended');
  }

  #receive(message: FromConsole): void {
    if (message.type === 'ready') {
      for (const { message: waiting, transfer } of this.#waiting ?? []) {
        this.#worker.postMessage(waiting, transfer);
      }
      this.#waiting = null;
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.type === 'piece') {
      pending?.take?.(message.piece);
      return;
    }
    this.#pending.delete(message.id);
    if (message.type === 'answer') pending?.resolve(message.result);
    else pending?.reject(new Error(message.message));
  }

  #end(reason: string): void {
    this.#hasEnded = true;
    this.#worker.terminate();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new ConsoleEnded(reason));
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./console-worker.ts', import.meta.url), { type: 'module' });
}
