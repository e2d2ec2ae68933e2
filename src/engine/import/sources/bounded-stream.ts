import { SourceProblem } from './source-problem.ts';

/**
 * The chunks of a stream, as long as they are not more than `most` bytes together: a small file can unpack to any size.
 * Refuses, thrown: unpacked-too-large.
 */
export async function* boundedChunks(
  stream: ReadableStream<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  const reader = stream.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      total += value.length;
      if (total > most) throw new SourceProblem({ code: 'unpacked-too-large', most });
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The same as text: XML says by its first two bytes that it is UTF-16, and is UTF-8 otherwise. */
export async function* boundedText(
  stream: ReadableStream<Uint8Array>,
  most: number,
): AsyncGenerator<string, undefined, undefined> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of boundedChunks(stream, most)) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
  return undefined;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
