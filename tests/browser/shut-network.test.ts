import { describe, expect, it } from 'vitest';

interface Probe {
  readonly before: Readonly<Record<string, boolean>>;
  readonly left: readonly string[];
  readonly globals: readonly string[];
}

describe('a worker without a network', () => {
  it('has lost every way out, also on the prototypes of its global object', async () => {
    const worker = new Worker(new URL('./network-probe.ts', import.meta.url), { type: 'module' });
    const probe = await new Promise<Probe>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Probe>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
    worker.terminate();
    expect(probe.before).toMatchObject({ fetch: true, XMLHttpRequest: true, WebSocket: true });
    expect(probe.left).toEqual([]);
    // What is left of these families can be made only by what is gone (XMLHttpRequestUpload, WebSocketError …).
    const loads =
      /^(fetch.*|XMLHttpRequest|WebSocket(Stream)?|EventSource|WebTransport|import.*|(Shared)?Worker|RTCPeerConnection|BroadcastChannel|caches|FontFace|fonts|Notification)$/;
    const suspicious = probe.globals.filter((name) => loads.test(name));
    expect(suspicious).toEqual([]);
  });
});
