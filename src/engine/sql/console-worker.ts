import initSqlJs, { type SqlJsConfig } from 'sql.js';
import wasmAddress from 'sql.js/dist/sql-wasm.wasm?url';
import { shutNetwork } from '../shut-network.ts';
import { sqlOptions } from '../sql-options.ts';
import { Console } from './console.ts';
import { consoleHandlers } from './console-handlers.ts';
import type { FromConsole, QueryPiece, ToConsole } from './console-protocol.ts';

const wasmBinary = await (await fetch(wasmAddress)).arrayBuffer();
const library = await initSqlJs({ ...sqlOptions, wasmBinary } as SqlJsConfig);
shutNetwork(globalThis);

const post = (message: FromConsole, transfer: Transferable[] = []) =>
  postMessage(message, { transfer });
const console = new Console(library);

addEventListener('message', ({ data: { id, name, params } }: MessageEvent<ToConsole>) => {
  const handle = consoleHandlers[name] as (...given: unknown[]) => unknown;
  try {
    const take = (piece: QueryPiece) => post({ type: 'piece', id, piece }, [piece.bytes]);
    post({ type: 'answer', id, result: handle(console, params, take) });
  } catch (error) {
    // A trap leaves the wasm memory in an unknown state: let the worker end and the page start another.
    if (error instanceof WebAssembly.RuntimeError) reportError(error);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ type: 'failure', id, message: `${name}: ${message}` });
  }
});
post({ type: 'ready' });
