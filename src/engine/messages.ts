import type { RequestName } from './protocol.ts';

/** What travels between the page and the worker. */
export type ToWorker =
  | { type: 'request'; id: number; name: RequestName; params: unknown }
  | { type: 'cancel'; id: number };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'answer'; id: number; result: unknown }
  | { type: 'failure'; id: number; message: string; isOutOfMemory: boolean }
  | { type: 'progress'; id: number; progress: unknown };
