import { shutNetwork } from '#engine/shut-network.ts';

/** A worker that shuts its network off and then tries every way out that it knew. */
const before = Object.fromEntries(
  [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'importScripts',
    'Worker',
  ].map((name) => [name, Reflect.get(globalThis, name) !== undefined]),
);
shutNetwork(globalThis);

const left: string[] = [];
for (const name of Object.keys(before)) {
  for (let place: object | null = globalThis; place; place = Object.getPrototypeOf(place)) {
    if (Object.hasOwn(place, name) || Reflect.get(place, name) !== undefined) left.push(name);
  }
}
const globals: string[] = [];
for (let place: object | null = globalThis; place; place = Object.getPrototypeOf(place)) {
  globals.push(...Object.getOwnPropertyNames(place));
}
postMessage({ before, left, globals });
