import { crc32 } from 'node:zlib';
import { joined, type Bytes } from './corpus-file.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Compressed, or stored as it is. Default: stored. */
  readonly isDeflated?: boolean;
}

/** A zip archive as PKWARE's APPNOTE describes it, without anything that is optional. */
export async function zip(...entries: readonly ZipEntry[]): Promise<Bytes> {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const { name, content, isDeflated = false } of entries) {
    const plain = joined(content);
    const packed = isDeflated ? await deflated(plain) : plain;
    const nameBytes = joined(name);
    const facts = joined(
      u16(20, 0x0800, isDeflated ? 8 : 0, 0, 0x21),
      u32(crc32(plain), packed.length, plain.length),
      u16(nameBytes.length, 0),
    );
    const part = joined('PK\x03\x04', facts, nameBytes, packed);
    parts.push(part);
    directory.push(joined('PK\x01\x02', u16(20), facts, u16(0, 0, 0), u32(0, offset), nameBytes));
    offset += part.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  return joined(
    ...parts,
    ...directory,
    'PK\x05\x06',
    u16(0, 0, count, count),
    u32(size, offset),
    u16(0),
  );
}

async function deflated(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [value & 255, (value >> 8) & 255]);
}

function u32(...values: readonly number[]): number[] {
  return values.flatMap((value) =>
    [value, value >>> 8, value >>> 16, value >>> 24].map((byte) => byte & 255),
  );
}
