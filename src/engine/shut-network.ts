/** Ways out of a worker: everything that can load an address or reach another context. */
const waysOut = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'caches',
  'CacheStorage',
  'Cache',
  'FontFace',
  'fonts',
  'Notification',
];

/**
 * Takes the network away from a worker for good: a policy in a page's `<meta>` does not bind a worker that was loaded
 * from the network. Each name is removed from the global object and from its whole prototype chain, so that it cannot
 * be fetched from there again.
 * `scope`: the global object. Throws where a name cannot be removed.
 */
export function shutNetwork(scope: object): void {
  for (const name of waysOut) {
    for (let place: object | null = scope; place; place = Object.getPrototypeOf(place)) {
      if (Object.hasOwn(place, name) && !Reflect.deleteProperty(place, name)) {
        throw new Error(`The worker could not give up ${name}`);
      }
    }
  }
}
