import { Inflate } from 'pako';
import { SourceProblem } from './source-problem.ts';

/**
 * What a .gz file holds, member after member (`cat a.gz b.gz` and parallel packers write several, which the browser's own
 * decompression refuses); zeros after the last one are padding. The check sum of every member is checked.
 * Refuses, thrown: damaged-file (cut off, a wrong sum, something else behind it).
 */
export async function* unpackGzip(
  file: Blob,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  let unpacked: Uint8Array<ArrayBuffer>[] = [];
  const nextMember = () => {
    const inflate = new Inflate({ chunkSize: 1 << 16 });
    inflate.onData = (chunk) => unpacked.push(chunk as Uint8Array<ArrayBuffer>);
    return inflate;
  };
  let member = nextMember();
  const push = (bytes: Uint8Array, isLast: boolean) => {
    if (!member.push(bytes, isLast) && member.err !== 0) {
      throw new SourceProblem({ code: 'damaged-file', detail: `gzip: ${member.msg}` });
    }
    const chunks = unpacked;
    unpacked = [];
    return chunks;
  };
  for await (const bytes of file.stream()) {
    if (member.ended) {
      if (bytes.every((byte) => byte === 0)) continue;
      member = nextMember();
    }
    yield* push(bytes, false);
  }
  if (!member.ended) yield* push(new Uint8Array(), true);
  return undefined;
}
