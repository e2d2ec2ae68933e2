import initSqlJs, { type SqlJsConfig } from 'sql.js';
import wasmAddress from 'sql.js/dist/sql-wasm.wasm?url';
import { Engine } from './engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { RequestQueue } from './request-queue.ts';
import { shutNetwork } from './shut-network.ts';
import { sqlOptions } from './sql-options.ts';
import { browserFiles } from './storage/open-file-store.ts';
import { RowKeeper } from './storage/row-keeper.ts';

const wasmBinary = await (await fetch(wasmAddress)).arrayBuffer();
const library = await initSqlJs({ ...sqlOptions, wasmBinary } as SqlJsConfig);
shutNetwork(globalThis);

const post = (message: FromWorker, transfer: Transferable[] = []) =>
  postMessage(message, { transfer });
const queue = new RequestQueue(new Engine(library, new RowKeeper(browserFiles)), post);
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => queue.receive(data));
post({ type: 'ready' });
