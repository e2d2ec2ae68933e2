/** The bytes of a file in slices, so that a file of any size needs little memory. */
export async function* readBytes(
  file: Blob,
  sliceBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < file.size; start += sliceBytes) {
    yield new Uint8Array(await file.slice(start, start + sliceBytes).arrayBuffer());
  }
}

/** Lets messages that wait (a cancellation) be handled before the work goes on. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
